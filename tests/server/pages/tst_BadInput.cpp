// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

using namespace shirase;

namespace {

const QString mark = u"pwned"_s; ///< what an injection would bring in

} // namespace

/// What no person types, in every field of both forms: it is refused or kept as text, and never does
/// anything.
class tst_BadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m = std::make_unique<SiteUnderTest>();
        m_path = u"/f/"_s + m->addFacility().code.text();
        QVERIFY(m->settings->set(u"limits.per_network_per_minute"_s, u"1000000"_s));
        QVERIFY(m->settings->set(u"limits.mails_per_address_per_hour"_s, u"1000"_s));
    }
    void init() { m->clock.at += 1; } // each test its own scan

    void aVisitorsFieldsAreRefusedOrText_data()
    {
        addRows({u"email"_s, u"token"_s, u"agree"_s, u"lang"_s, u"keep"_s});
    }
    void aVisitorsFieldsAreRefusedOrText()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const int before = m->visitCount();
        const auto answer = postWith(m_path,
                                     {{u"token"_s, m->get(m_path).field(u"token"_s)},
                                      {u"email"_s, u"taro@example.jp"_s},
                                      {u"agree"_s, u"1"_s},
                                      {u"lang"_s, u"ja"_s},
                                      {u"keep"_s, QString()}},
                                     field, value);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m->visitCount(), before + (answer.status() == 303 ? 1 : 0));
        QVERIFY(field != u"email" || answer.status() != 303);
        QVERIFY(field != u"token" || answer.status() == 400);
    }

    void anOperatorsFieldsAreRefusedOrText_data()
    {
        addRows({u"kind"_s, u"name"_s, u"contact_name"_s, u"contact_email"_s, u"phone"_s, u"postal_code"_s,
                 u"address"_s, u"from"_s, u"until"_s, u"agree"_s, u"token"_s, u"lang"_s, u"keep"_s});
    }
    void anOperatorsFieldsAreRefusedOrText()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const int before = m->facilityCount();
        const auto answer = postWith(u"/facilities/new"_s,
                                     {{u"token"_s, m->get(u"/facilities/new"_s).field(u"token"_s)},
                                      {u"kind"_s, u"event"_s},
                                      {u"name"_s, u"喫茶 ゆきあかり %1"_s.arg(before)}, // each a place of its own
                                      {u"contact_name"_s, u"﨑山 美雪"_s},
                                      {u"contact_email"_s, u"yukiakari@example.jp"_s},
                                      {u"phone"_s, u"011-000-0103"_s},
                                      {u"postal_code"_s, u"064-0801"_s},
                                      {u"address"_s, u"北海道札幌市中央区南一条西77丁目2-10"_s},
                                      {u"from"_s, u"2026-12-05"_s},
                                      {u"until"_s, u"2026-12-06"_s},
                                      {u"agree"_s, u"1"_s},
                                      {u"lang"_s, u"ja"_s},
                                      {u"keep"_s, QString()}},
                                     field, value);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m->facilityCount(), before + (answer.status() == 303 ? 1 : 0));
        QVERIFY(field != u"contact_email" || answer.status() != 303);
        QVERIFY(field != u"phone" || answer.status() != 303);
    }

    void aQuestionForALinkIsRefusedOrText_data() { addRows({u"code"_s}); }
    void aQuestionForALinkIsRefusedOrText()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const int before = m->letterCount();
        const auto answer =
            postWith(u"/facilities/manage"_s,
                     {{u"code"_s, FacilityCode::random().text()}, {u"lang"_s, u"ja"_s}}, field, value);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(m->letterCount(), before);
        QVERIFY(field != u"code" || answer.status() != 303);
    }

    void aCorrectionIsRefusedOrText_data()
    {
        addRows({u"kind"_s, u"name"_s, u"contact_name"_s, u"contact_email"_s, u"phone"_s, u"postal_code"_s,
                 u"address"_s, u"from"_s, u"until"_s, u"lang"_s, u"keep"_s});
    }
    void aCorrectionIsRefusedOrText()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const Facility place = *m->facilities->find(1);
        const QString page = u"/facilities/manage/"_s + m->manageToken(place) + u"/details"_s;
        SiteUnderTest::Fields fields{{u"kind"_s, u"store"_s}};
        for (const char *name : {"name", "contact_name", "contact_email", "phone", "postal_code",
                                 "address", "from", "until", "lang", "keep"})
            fields.emplaceBack(QString::fromLatin1(name), m->get(page).field(QString::fromLatin1(name)));
        const auto answer = postWith(page, fields, field, value);
        if (QTest::currentTestFailed())
            return;
        const FacilityDetails after = m->facilities->find(1)->details;
        QVERIFY(answer.status() == 303 || after == place.details);
        QCOMPARE(after.contactEmail, place.details.contactEmail);
        QCOMPARE(after.phone, place.details.phone);
    }

    void aNameThatWasTakenShowsAsTextEverywhere()
    {
        const QString name = u"<b onclick=%1>亭</b> %0d%0aBcc:%1@example.com \u202E😀"_s.arg(mark);
        const Facility place = m->addFacility(name);
        for (const QString &query : {QString(), u"?lang=en"_s}) {
            const Answered page = m->get(u"/f/"_s + place.code.text() + query);
            QCOMPARE(page.status(), 200);
            QVERIFY(page.says(name));
            QVERIFY(!page.html().contains(u"<b "_s));
            for (const auto &[header, text] : page.response.headers)
                QVERIFY2(!text.contains(mark.toLatin1()), header.constData());
        }
    }

private:
    static void addRows(const QStringList &fields)
    {
        const QList<std::pair<const char *, QString>> values{
            {"10,000 letters", QString(10'000, u'a')},
            {"10,000 kanji", QString(10'000, u'北')},
            {"NUL", u"a"_s + QChar(0) + u"b"_s},
            {"line break", u"a\r\nSet-Cookie: "_s + mark + u"=1"_s},
            {"line break for mail", u"a@example.jp\r\nBcc: "_s + mark + u"@example.jp"_s},
            {"encoded line break", u"a%0d%0aSet-Cookie:%20"_s + mark + u"=1"_s},
            {"line separator", u"a\u2028b"_s},
            {"emoji", u"👨‍👩‍👧‍👦🍜"_s},
            {"right to left", u"\u202Egpj.\u202Dmoc\u2067evil"_s},
            {"lone surrogate", u"a"_s + QChar(0xd83d)},
            {"HTML", u"\"'><script>"_s + mark + u"</script><img src=x onerror="_s + mark + u">"_s},
            {"a template's mark", u"{{token}}{{{token}}}[[signup.title]]"_s},
            {"SQL", u"'; DROP TABLE visit; --"_s},
        };
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        for (const QString &field : fields) {
            for (const auto &[name, value] : values)
                QTest::addRow("%s: %s", qPrintable(field), name) << field << value;
        }
    }

    Answered postWith(const QString &path, SiteUnderTest::Fields fields, const QString &field,
                      const QString &value)
    {
        for (auto &[name, text] : fields) {
            if (name == field)
                text = value;
        }
        const Answered answer = m->post(path, fields);
        check(answer);
        return answer;
    }

    static void check(const Answered &answer)
    {
        QVERIFY2(QList<int>({303, 400, 422}).contains(answer.status()),
                 qPrintable(QString::number(answer.status())));
        static const QRegularExpression live(u"<script|<img src=x|<[a-z][^>\"]* on[a-z]+="_s);
        QVERIFY2(!answer.html().contains(live), qPrintable(live.match(answer.html()).captured()));
        for (const auto &[header, text] : answer.response.headers) {
            QVERIFY2(!header.contains('\n') && !text.contains('\n') && !text.contains('\r'),
                     header.constData());
            QVERIFY2(!text.contains(mark.toLatin1()), header.constData());
        }
        QVERIFY(!answer.html().contains(QChar(0)));
    }

    std::unique_ptr<SiteUnderTest> m;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_BadInput.moc"
