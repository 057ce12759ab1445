// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

using namespace shirase;

namespace {
const QString path = u"/facilities/new"_s;
} // namespace

/// GET and POST /facilities/new over real databases.
class tst_OperatorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteUnderTest>(); }

    void aFilledFormRegistersThePlaceAndQueuesItsPoster() // REQUIREMENTS O1, O2
    {
        const Answered answer = m->post(path, filled());
        QCOMPARE(answer.status(), 303);
        QCOMPARE(answer.header("Location"), u"/facilities/new/done"_s);
        QCOMPARE(m->letterCount(), 1);
        const auto stored = m->facilities->find(1);
        QVERIFY(stored);
        QCOMPARE(stored->details.name, u"喫茶 ゆきあかり"_s);
        QCOMPARE(stored->details.phone, u"011-000-0103"_s);
        QCOMPARE(stored->details.postalCode, u"064-0801"_s);
        QCOMPARE(stored->source, FacilitySource::Form);
    }

    void theBrowserNeverSeesTheCode() // REQUIREMENTS O2
    {
        const Answered answer = m->post(path, filled());
        const Answered done = m->get(answer.header("Location"));
        QCOMPARE(done.heading(), u"登録を受け付けました"_s);
        const QString code = m->facilities->find(1)->code.text();
        QVERIFY(!answer.html().contains(code) && !done.html().contains(code));
        QVERIFY(!done.says(u"yukiakari@example.jp"_s));
    }

    void pressingTwiceRegistersOnce()
    {
        const SiteUnderTest::Fields fields = filled();
        QCOMPARE(m->post(path, fields).status(), 303);
        QCOMPARE(m->post(path, fields).status(), 303);
        QCOMPARE(m->facilityCount(), 1);
        QCOMPARE(m->letterCount(), 1);
    }

    void aSecondRegistrationOfTheSamePlaceTellsAStrangerNothing_data() // REQUIREMENTS O4
    {
        QTest::addColumn<QString>("contact");
        QTest::addColumn<int>("places");
        QTest::addColumn<int>("letters");
        QTest::newRow("by the same contact") << u"yukiakari@example.jp"_s << 1 << 2;
        QTest::newRow("by a stranger") << u"stranger@example.jp"_s << 2 << 3; // and the first one is told
    }
    void aSecondRegistrationOfTheSamePlaceTellsAStrangerNothing()
    {
        QFETCH(QString, contact);
        const Answered first = m->post(path, filled());
        const Answered second = m->post(path, filled({{u"contact_email"_s, contact}}));
        QCOMPARE(second.status(), first.status());
        QCOMPARE(second.response.headers, first.response.headers);
        QCOMPARE(second.response.body, first.response.body);
        QTEST(m->facilityCount(), "places");
        QTEST(m->letterCount(), "letters");
    }

    void aNameThatSaysMoreIsConfirmedFirst() // REQUIREMENTS O2
    {
        const SiteUnderTest::Fields fields =
            filled({{u"name"_s, u"<b>お電話は</b> 0120-000-777"_s}, {u"lang"_s, u"en"_s}});
        const Answered answer = m->post(path, fields);
        QCOMPARE(answer.status(), 303);
        QCOMPARE(answer.header("Location"), u"/facilities/new/asked?lang=en"_s);
        QCOMPARE(m->get(answer.header("Location")).heading(), u"Please check the contact’s mailbox"_s);
        QCOMPARE(m->post(path, fields).header("Location"), answer.header("Location")); // pressed twice
        QCOMPARE(m->letterCount(), 1);

        const Facility place = *m->facilities->find(1);
        const QString link = u"/facilities/manage/"_s + m->manageToken(place, place.details.contactEmail);
        QVERIFY(m->get(link).says(place.details.name)); // as text
        const Answered confirmed = m->post(link, {});
        QCOMPARE(confirmed.header("Location"), u"/facilities/manage/done/confirmed"_s);
        QCOMPARE(m->get(confirmed.header("Location")).heading(), u"ポスターをお送りします"_s);
        QCOMPARE(m->letterCount(), 2);
    }

    void oneMailboxIsTakenSoManyTimesAnHour()
    {
        for (int place = 0; place < 5; ++place)
            QCOMPARE(m->post(path, filled({{u"name"_s, u"店%1"_s.arg(place)}})).status(), 303);
        const Answered page = m->post(path, filled({{u"name"_s, u"もう一つの店"_s}}));
        QCOMPARE(page.status(), 429);
        QCOMPARE(page.header("Retry-After"), u"3600"_s);
        QVERIFY(page.says(u"まだ登録できていません"_s));
        QCOMPARE(page.field(u"name"_s), u"もう一つの店"_s);
        QCOMPARE(m->facilityCount(), 5);
    }

    void anEventHasItsDays()
    {
        QCOMPARE(m->post(path, filled({{u"kind"_s, u"event"_s},
                                       {u"from"_s, u"2026-12-05"_s},
                                       {u"until"_s, u"２０２６/１２/６"_s}}))
                     .status(),
                 303);
        QCOMPARE(m->facilities->find(1)->details.until, QDate(2026, 12, 6));
    }

    void aWrongFieldIsSaidThereAndEverythingIsKept_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("kind") << u"kind"_s << u"castle"_s << u"種類を選んでください。"_s;
        QTest::newRow("name missing") << u"name"_s << u" 　"_s << u"入力してください。"_s;
        QTest::newRow("name too long")
            << u"name"_s << QString(201, u'あ') << u"200文字までにしてください。"_s;
        QTest::newRow("name with a bell")
            << u"name"_s << u"a\ab"_s << u"使えない文字が入っています。打ち直してください。"_s;
        QTest::newRow("name with a link")
            << u"name"_s << u"当選 ｈｔｔｐｓ：//evil.example/"_s
            << u"名前だけを入力してください。ホームページのアドレスは入れられません。"_s;
        QTest::newRow("contact") << u"contact_name"_s << QString() << u"入力してください。"_s;
        QTest::newRow("address wrong") << u"contact_email"_s << u"x@"_s
                                       << u"メールアドレスの形をお確かめください。例：name@example.jp"_s;
        QTest::newRow("phone") << u"phone"_s << u"110"_s
                               << u"市外局番から入力してください。例：011-000-0000"_s;
        QTest::newRow("postal code") << u"postal_code"_s << u"12"_s
                                     << u"7けたの数字で入力してください。例：060-0001"_s;
        QTest::newRow("address") << u"address"_s << QString() << u"入力してください。"_s;
        QTest::newRow("consent") << u"agree"_s << QString()
                                 << u"利用のきまりに同意いただけるときは、印を付けてください。"_s;
    }
    void aWrongFieldIsSaidThereAndEverythingIsKept()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        const Answered page = m->post(path, filled({{field, value}}));
        QCOMPARE(page.status(), 422);
        QCOMPARE(page.html().count(u"class=\"problem\""_s), 1);
        QVERIFY(page.html().contains(u"id=\"%1-problem\">%2</p>"_s.arg(field, sentence)));
        QVERIFY(page.html().contains(u"<a href=\"#%1\">"_s.arg(field)));
        QVERIFY(page.html().contains(u"id=\"%1\""_s.arg(field)));
        QCOMPARE(m->facilityCount(), 0);
        QCOMPARE(m->letterCount(), 0);
        for (const auto &[name, kept] : filled({{field, value}})) {
            if (name != u"token" && name != u"kind" && name != u"agree")
                QCOMPARE(page.field(name), kept);
        }
        QVERIFY(page.html().contains(u"value=\"store\" checked"_s) || field == u"kind");
    }

    void theDaysOfAnEventAreChecked_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("none") << QString() << QString() << u"最初の日と最後の日を入力してください。"_s;
        QTest::newRow("no such day") << u"2026-02-30"_s << u"2026-03-01"_s
                                     << u"最初の日と最後の日を入力してください。"_s;
        QTest::newRow("reversed") << u"2026-12-06"_s << u"2026-12-05"_s
                                  << u"最後の日が、最初の日より前になっています。"_s;
        QTest::newRow("for ever")
            << u"2026-12-06"_s << u"2030-12-05"_s
            << u"イベントは1年までです。長く続くときは、種類で「施設」を選んでください。"_s;
    }
    void theDaysOfAnEventAreChecked()
    {
        QFETCH(QString, from);
        QFETCH(QString, until);
        QFETCH(QString, sentence);
        const Answered page =
            m->post(path, filled({{u"kind"_s, u"event"_s}, {u"from"_s, from}, {u"until"_s, until}}));
        QCOMPARE(page.status(), 422);
        QVERIFY(page.says(sentence));
        QCOMPARE(page.field(u"from"_s), from);
    }

    void aLikelySlipIsAskedAboutOnce()
    {
        const Answered page = m->post(path, filled({{u"contact_email"_s, u"cafe@gmial.com"_s}}));
        QCOMPARE(page.status(), 422);
        QVERIFY(page.says(u"もしかすると cafe@gmail.com ですか。"_s));
        const auto again =
            filled({{u"contact_email"_s, u"cafe@gmial.com"_s}, {u"keep"_s, page.field(u"keep"_s)}});
        QCOMPARE(m->post(path, again).status(), 303);
        QCOMPARE(m->facilities->find(1)->details.contactEmail, u"cafe@gmial.com"_s);
    }

    void whatWasTypedIsTextWhateverItHolds()
    {
        const QString nasty = u"\"><script>alert('x')</script> & {{token}}"_s;
        const Answered page = m->post(path, filled({{u"name"_s, nasty}, {u"phone"_s, nasty}}));
        QCOMPARE(page.status(), 422);
        QVERIFY(!page.html().contains(u"<script"_s));
        QCOMPARE(page.field(u"name"_s), nasty);
        QCOMPARE(page.field(u"phone"_s), nasty);
    }

    void aFormFromElsewhereIsRefused()
    {
        for (const QString &token : {QString(), u"rubbish"_s}) {
            const Answered page = m->post(path, filled({{u"token"_s, token}}));
            QCOMPARE(page.status(), 400);
            QCOMPARE(page.heading(), u"もう一度、登録フォームを開いてください"_s);
        }
        const Facility place = m->addFacility();
        const QString scanned = m->get(u"/f/"_s + place.code.text()).field(u"token"_s);
        QCOMPARE(m->post(path, filled({{u"token"_s, scanned}})).status(), 400);
        QCOMPARE(m->facilityCount(), 1);
    }

    void aFormThatWasOpenTooLongKeepsWhatWasTyped()
    {
        const SiteUnderTest::Fields fields = filled();
        m->clock.at += ScanToken::validSeconds;
        const Answered page = m->post(path, fields);
        QCOMPARE(page.status(), 422);
        QCOMPARE(page.field(u"name"_s), u"喫茶 ゆきあかり"_s);
        QCOMPARE(m->facilityCount(), 0);
        QCOMPARE(m->post(path, filled({{u"token"_s, page.field(u"token"_s)}})).status(), 303);
    }

    void whatCouldNotBeStoredIsSaidAndKept()
    {
        m->hide(u"outbox"_s);
        const Answered page = m->post(path, filled());
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"登録できたことを確かめられませんでした"_s));
        QCOMPARE(page.field(u"name"_s), u"喫茶 ゆきあかり"_s);
        m->unhide(u"outbox"_s);
        QCOMPARE(m->facilityCount(), 0);
        QCOMPARE(m->post(path, filled({{u"token"_s, page.field(u"token"_s)}})).status(), 303);
    }

    void itSpeaksEnglish()
    {
        const Answered page = m->post(path, filled({{u"lang"_s, u"en"_s}, {u"phone"_s, u"110"_s}}));
        QVERIFY(page.says(u"Phone number: Please start with the area code, such as 011-\u2060000-\u20600000."_s));
        QCOMPARE(m->post(path, filled({{u"lang"_s, u"en"_s}})).header("Location"),
                 u"/facilities/new/done?lang=en"_s);
    }

private:
    /// A form as a person fills it in, with some fields otherwise.
    SiteUnderTest::Fields filled(const QMap<QString, QString> &otherwise = {})
    {
        QMap<QString, QString> fields{{u"token"_s, m->get(path).field(u"token"_s)},
                                      {u"kind"_s, u"store"_s},
                                      {u"name"_s, u"喫茶 ゆきあかり"_s},
                                      {u"contact_name"_s, u"﨑山 美雪"_s},
                                      {u"contact_email"_s, u"yukiakari@example.jp"_s},
                                      {u"phone"_s, u"０１１－０００－０１０３"_s},
                                      {u"postal_code"_s, u"〒０６４０８０１"_s},
                                      {u"address"_s, u"北海道札幌市中央区南一条西77丁目2-10"_s},
                                      {u"from"_s, QString()},
                                      {u"until"_s, QString()},
                                      {u"agree"_s, u"1"_s}};
        fields.insert(otherwise);
        SiteUnderTest::Fields list;
        for (auto it = fields.begin(); it != fields.end(); ++it)
            list.emplaceBack(it.key(), it.value());
        return list;
    }

    std::unique_ptr<SiteUnderTest> m;
};

QTEST_GUILESS_MAIN(tst_OperatorPage)
#include "tst_OperatorPage.moc"
