// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingCheck.h"

#include "tests/support/FixedClock.h"
#include "tests/support/Results.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SettingCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryDefault();
    void takesGoodValues_data();
    void takesGoodValues();
    void refusesBadValuesAndNamesTheSetting_data();
    void refusesBadValuesAndNamesTheSetting();
    void readsQuietHours_data();
    void readsQuietHours();
    void knowsWhenTheQuietHoursEnd_data();
    void knowsWhenTheQuietHoursEnd();
    void takesListenAddressesApart_data();
    void takesListenAddressesApart();
};

void tst_SettingCheck::takesEveryDefault()
{
    QVERIFY(Settings::definitions().size() > 20);
    QSet<QString> keys;
    for (const SettingDefinition &definition : Settings::definitions()) {
        const Result<QString> value = checkedSetting(definition, definition.standard);
        QVERIFY2(value.has_value(), qPrintable(definition.key));
        QCOMPARE(*value, definition.standard);
        keys.insert(definition.key);
    }
    QCOMPARE(keys.size(), Settings::definitions().size());
}

void tst_SettingCheck::takesGoodValues_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::newRow("a number") << u"retention.months"_s << u" 12 "_s << u"12"_s;
    QTest::newRow("a slash at the end")
        << u"web.public_url"_s << u"https://shirase.example.jp/"_s << u"https://shirase.example.jp"_s;
    QTest::newRow("a relay") << u"mail.url"_s << u"smtps://mail.example.jp:465"_s
                             << u"smtps://mail.example.jp:465"_s;
    QTest::newRow("a list") << u"web.languages"_s << u" ja, en ,ko"_s << u"ja en ko"_s;
    QTest::newRow("a choice") << u"notice.two_person_rule"_s << u"on"_s << u"on"_s;
    QTest::newRow("IPv6") << u"web.listen"_s << u"[::1]:0"_s << u"[::1]:0"_s;
    QTest::newRow("a dark colour") << u"organisation.accent"_s << u"#000080"_s << u"#000080"_s;
    QTest::newRow("no quiet hours") << u"mail.quiet_hours"_s << u"none"_s << u"none"_s;
    QTest::newRow("news out of a file")
        << u"organisation.news"_s << u"[\n  {\"ja\": \"開始\", \"date\": \"2026-11-20\"}\n]\n"_s
        << u"[{\"date\":\"2026-11-20\",\"ja\":\"開始\"}]"_s;
    QTest::newRow("no services") << u"organisation.services"_s << u"[ ]"_s << u"[]"_s;
    QTest::newRow("a language twice") << u"web.languages"_s << u"ja en ja"_s << u"ja en"_s;
    QTest::newRow("names of ours") << u"web.allowed_hosts"_s << u"shirase.example.jp,localhost [::1]"_s
                                   << u"shirase.example.jp localhost [::1]"_s;
    QTest::newRow("proxies") << u"web.trusted_proxies"_s << u"127.0.0.1 192.0.2.0/24 2001:db8::/32"_s
                             << u"127.0.0.1 192.0.2.0/24 2001:db8::/32"_s;
    for (const auto &network : {u"10.0.0.0/255.0.0.0"_s, u"10/8"_s, u"192.0.2/24"_s})
        QTest::addRow("a network %s", qPrintable(network)) << u"web.trusted_proxies"_s << network << network;
    QTest::newRow("no contact") << u"organisation.contact_phone"_s << QString() << QString();
    QTest::newRow("no translation") << u"organisation.name.en"_s << QString() << QString();
    QTest::newRow("nothing") << u"mail.reply_to"_s << u"  "_s << QString();
}

void tst_SettingCheck::takesGoodValues()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(QString, value);
    const Result<QString> checked = checkedSetting(*Settings::find(key), typed);
    VERIFY_DONE(checked);
    QCOMPARE(*checked, value);
}

void tst_SettingCheck::refusesBadValuesAndNamesTheSetting_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *key, const QString &typed) {
        QTest::addRow("%s %s", key, typed.toUtf8().toPercentEncoding().constData())
            << QString::fromLatin1(key) << typed;
    };
    for (const auto &typed : {u"0"_s, u"13"_s, u""_s, u"two"_s, u"2.5"_s, u"-1"_s, u"99999999999"_s})
        row("retention.months", typed);
    for (const auto &typed : {u"maybe"_s, u"ON"_s, u"auto on"_s})
        row("notice.two_person_rule", typed);
    for (const auto &typed :
         {u"8080"_s, u"localhost:8080"_s, u"127.0.0.1"_s, u"127.0.0.1:99999"_s, u"127.0.0.1:x"_s, u":8080"_s})
        row("web.listen", typed);
    for (const auto &typed :
         {u"example.jp"_s, u"ftp://example.jp"_s, u"https://"_s, u"https://example.jp/path"_s,
          u"https://user:word@example.jp"_s, u"https://example.jp?x=1"_s, u"https://example.jp#x"_s})
        row("web.public_url", typed);
    for (const auto &typed :
         {u"https://mail.example.jp"_s, u"mail.example.jp:587"_s, u"smtp://user:word@mail.example.jp"_s})
        row("mail.url", typed);
    for (const auto &typed : {u"nobody"_s, u"a@b"_s, u"a b@example.jp"_s, u"A <a@example.jp>"_s})
        row("mail.from", typed);
    for (const auto &typed :
         {u"21"_s, u"21-25"_s, u"24-8"_s, u"8-8"_s, u"0-24"_s, u"nine-eight"_s, u"21:00-8:00"_s})
        row("mail.quiet_hours", typed);
    for (const auto &typed : {u"white"_s, u"#ffff00"_s, u"nonsense"_s, u"transparent"_s, u"#00000080"_s})
        row("organisation.accent", typed);
    for (const auto &key : {"organisation.news", "organisation.services"}) {
        for (const auto &typed : {u"soon"_s, u"{}"_s, u"[{}]"_s, u"[1]"_s})
            row(key, typed);
    }
    for (const auto &typed : {u"en ko"_s, u"ja de"_s})
        row("web.languages", typed);
    for (const auto &typed : {u"https://example.jp"_s, u"example.jp:8080"_s, u"例え.jp"_s, u"-a.jp"_s, u"a..jp"_s})
        row("web.allowed_hosts", typed);
    for (const auto &typed : {u"proxy.example.jp"_s, u"192.0.2.0/33"_s, u"192.0.2.1 x"_s, u"10"_s, u"10.1"_s,
                              u"192.0.2"_s, u"10/33"_s})
        row("web.trusted_proxies", typed);
    for (const auto &key : {"organisation.name", "organisation.disease", "organisation.centre_phone", "organisation.accent",
                            "web.listen", "web.languages", "mail.from", "mail.transport", "mail.quiet_hours"})
        row(key, {});
    for (const auto &typed : {u"two\nlines"_s, u"two\rlines"_s, QString(u"nul"_s + QChar(0) + u"l"_s)})
        row("organisation.name", typed);
}

void tst_SettingCheck::refusesBadValuesAndNamesTheSetting()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    const Result<QString> checked = checkedSetting(*Settings::find(key), typed);
    VERIFY_FAILS(checked, ErrorCode::Invalid);
    QVERIFY2(checked.error().message.startsWith(key), qPrintable(checked.error().message));
}

void tst_SettingCheck::readsQuietHours_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::newRow("over midnight") << u"21-8"_s << 21 << 8;
    QTest::newRow("until midnight") << u"21-24"_s << 21 << 24;
    QTest::newRow("from midnight") << u"0-8"_s << 0 << 8;
    QTest::newRow("at noon") << u"12-13"_s << 12 << 13;
    QTest::newRow("none") << u"none"_s << -1 << -1;
    QTest::newRow("empty") << QString() << -1 << -1;
    QTest::newRow("nonsense") << u"x"_s << -1 << -1;
}

void tst_SettingCheck::readsQuietHours()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(int, until);
    const auto hours = quietHoursOf(text);
    QCOMPARE(hours.has_value(), from >= 0);
    if (hours)
        QCOMPARE(*hours, (QuietHours{from, until}));
}

void tst_SettingCheck::knowsWhenTheQuietHoursEnd_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("ends");
    QTest::newRow("before them") << u"21-8"_s << u"2026-11-21T20:59"_s << u"2026-11-21T20:59"_s;
    QTest::newRow("as they begin") << u"21-8"_s << u"2026-11-21T21:00"_s << u"2026-11-22T08:00"_s;
    QTest::newRow("at midnight") << u"21-8"_s << u"2026-11-22T00:00"_s << u"2026-11-22T08:00"_s;
    QTest::newRow("their last minute") << u"21-8"_s << u"2026-11-22T07:59"_s << u"2026-11-22T08:00"_s;
    QTest::newRow("as they end") << u"21-8"_s << u"2026-11-22T08:00"_s << u"2026-11-22T08:00"_s;
    QTest::newRow("over new year") << u"21-8"_s << u"2026-12-31T22:00"_s << u"2027-01-01T08:00"_s;
    QTest::newRow("until midnight") << u"21-24"_s << u"2026-11-21T23:59"_s << u"2026-11-22T00:00"_s;
    QTest::newRow("after midnight") << u"21-24"_s << u"2026-11-22T00:00"_s << u"2026-11-22T00:00"_s;
    QTest::newRow("within a day") << u"12-13"_s << u"2026-11-21T12:30"_s << u"2026-11-21T13:00"_s;
    QTest::newRow("the hour before") << u"12-13"_s << u"2026-11-21T11:59"_s << u"2026-11-21T11:59"_s;
}

// REQUIREMENTS D3: in Japanese time, whatever the host's zone is.
void tst_SettingCheck::knowsWhenTheQuietHoursEnd()
{
    QFETCH(QString, hours);
    QFETCH(QString, at);
    QFETCH(QString, ends);
    QCOMPARE(quietHoursOf(hours)->endsAfter(*japan::parseDateTime(at)), *japan::parseDateTime(ends));
}

void tst_SettingCheck::takesListenAddressesApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << u"127.0.0.1:8080"_s << u"127.0.0.1"_s << 8080;
    QTest::newRow("every address") << u"0.0.0.0:80"_s << u"0.0.0.0"_s << 80;
    QTest::newRow("IPv6") << u"[::1]:8080"_s << u"::1"_s << 8080;
    QTest::newRow("no host") << u":8080"_s << QString() << -1;
    QTest::newRow("empty") << QString() << QString() << -1;
    QTest::newRow("no port") << u"127.0.0.1:"_s << QString() << -1;
}

void tst_SettingCheck::takesListenAddressesApart()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto read = hostPortOf(text);
    QCOMPARE(read.has_value(), port >= 0);
    if (read) {
        QCOMPARE(read->host, host);
        QCOMPARE(int(read->port), port);
    }
}

QTEST_GUILESS_MAIN(tst_SettingCheck)
#include "tst_SettingCheck.moc"
