// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/RelatedService.h"

#include "core/settings/Settings.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_RelatedService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultProfileNamesCocoaInEveryLanguage();
    void anotherDiseaseHasNoServiceUntilOneIsSet();
    void anEmptyListIsNone();
    void whatIsNotUnderstoodIsNamed_data();
    void whatIsNotUnderstoodIsNamed();
};

namespace {

struct House
{
    House() { must(settings.attach(*files.main)); }
    TestDatabase files;
    Settings settings = must(Settings::load(files.path(u"shirase.conf"_s)));
};

const QString measles =
    uR"([{"url":"https://example.jp/measles","ja":{"name":"はしかの相談","text":"予防接種の案内です。"}}])"_s;

} // namespace

// REQUIREMENTS V5
void tst_RelatedService::theDefaultProfileNamesCocoaInEveryLanguage()
{
    const House house;
    const QList<RelatedService> services = relatedServices(house.settings);
    QCOMPARE(services.size(), 1);
    QStringList languages = house.settings.list(u"web.languages"_s);
    languages.sort();
    QCOMPARE(services[0].words.keys(), languages);
    for (const RelatedService::Words &words : services[0].words)
        QVERIFY2(words.name.contains(u"COCOA"_s), qPrintable(words.name));
}

void tst_RelatedService::anotherDiseaseHasNoServiceUntilOneIsSet()
{
    House house;
    must(house.settings.set(u"organisation.disease"_s, u"麻しん"_s));
    QVERIFY(relatedServices(house.settings).isEmpty());
    must(house.settings.set(u"organisation.services"_s, measles));
    const QList<RelatedService> services = relatedServices(house.settings);
    QCOMPARE(services.size(), 1);
    QCOMPARE(services[0].url, QUrl(u"https://example.jp/measles"_s));
    QCOMPARE(services[0].words[u"ja"_s].name, u"はしかの相談"_s);
}

void tst_RelatedService::anEmptyListIsNone()
{
    House house;
    must(house.settings.set(u"organisation.services"_s, u"[]"_s));
    QVERIFY(relatedServices(house.settings).isEmpty());
}

void tst_RelatedService::whatIsNotUnderstoodIsNamed_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("named");
    const QString item = uR"([{"url":"%1","ja":{"name":"%2","text":"%3"}}])"_s;
    QTest::newRow("no link") << item.arg(QString(), u"a"_s, u"b"_s) << u"\"url\""_s;
    QTest::newRow("not encrypted") << item.arg(u"http://example.jp"_s, u"a"_s, u"b"_s) << u"\"url\""_s;
    QTest::newRow("a script") << item.arg(u"javascript:alert(1)"_s, u"a"_s, u"b"_s) << u"\"url\""_s;
    QTest::newRow("a quotation mark")
        << item.arg(u"https://example.jp/\\\""_s, u"a"_s, u"b"_s) << u"\"url\""_s;
    QTest::newRow("a user name") << item.arg(u"https://a@example.jp"_s, u"a"_s, u"b"_s) << u"\"url\""_s;
    QTest::newRow("no name") << item.arg(u"https://example.jp"_s, QString(), u"b"_s) << u"\"name\""_s;
    QTest::newRow("no text") << item.arg(u"https://example.jp"_s, u"a"_s, QString()) << u"\"text\""_s;
    QTest::newRow("no Japanese") << uR"([{"url":"https://example.jp"}])"_s << u"\"ja\""_s;
}

void tst_RelatedService::whatIsNotUnderstoodIsNamed()
{
    QFETCH(QString, json);
    QFETCH(QString, named);
    const Result<QList<RelatedService>> services = servicesOf(json);
    VERIFY_FAILS(services, ErrorCode::Invalid);
    QVERIFY2(services.error().message.contains(named), qPrintable(services.error().message));
}

QTEST_GUILESS_MAIN(tst_RelatedService)
#include "tst_RelatedService.moc"
