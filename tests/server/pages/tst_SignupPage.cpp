// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteWithPlace.h"

using namespace shirase;

/// GET and POST /f/CODE over real databases: what a visitor sends. Where and when one may is for tst_SignupPlaces.
class tst_SignupPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteWithPlace>(); }

    void thePageNamesThePlaceAndItsCheckCode() // REQUIREMENTS V1, V10
    {
        const Answered page = m->get(m->path);
        QCOMPARE(page.status(), 200);
        QCOMPARE(page.heading(), u"札幌テスト食堂"_s);
        QVERIFY(page.says(m->place.code.checkCode()));
        QCOMPARE(page.header("Cache-Control"), u"no-store"_s);
        QVERIFY(page.html().contains(u"noindex"_s));
        QVERIFY(!page.match(u"<title>(.*)</title>"_s)
                     .contains(m->place.details.name)); // not in the phone's history
    }

    void everybodyHasATokenOfHisOwnAndElseTheSamePage()
    {
        const Answered first = m->get(m->path);
        const Answered second = m->get(m->path);
        QVERIFY(first.field(u"token"_s) != second.field(u"token"_s));
        const auto withoutToken = [](const Answered &page) { return page.html().remove(page.field(u"token"_s)); };
        QCOMPARE(withoutToken(second), withoutToken(first));
        QCOMPARE(second.response.headers, first.response.headers);
        QCOMPARE(m->get(m->path + u"?lang=en"_s).header("Content-Language"), u"en"_s);
    }

    void whatChangesShowsOnTheNextPage()
    {
        QVERIFY(!m->get(m->path).says(u"<新しい>名前"_s));
        FacilityDetails details = m->place.details;
        details.name = u"<新しい>名前"_s;
        must(m->facilities->update(m->place.id, details));
        QVERIFY(m->get(m->path).says(u"<新しい>名前"_s));
        must(m->settings->set(u"organisation.system_name"_s, u"別のお知らせ"_s));
        QVERIFY(m->get(m->path).says(u"別のお知らせ"_s));
    }

    void aRegistrationIsStoredWithItsConfirmationMail()
    {
        const Answered answer = m->signUp(m->scan(), u"taro@example.jp"_s);
        QCOMPARE(answer.status(), 303);
        QVERIFY(answer.header("Location").startsWith(u"/v/"_s));
        QCOMPARE(m->visitCount(), 1);
        QCOMPARE(m->letterCount(), 1);
        QCOMPARE(m->get(answer.header("Location")).heading(), u"登録しました"_s);
    }

    void theSamePostTwiceChangesNothing()
    {
        const QString token = m->scan();
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 303);
        QCOMPARE(m->signUp(token, u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ。"_s).status(), 303);
        QCOMPARE(m->visitCount(), 1);
        QCOMPARE(m->letterCount(), 1);
    }

    void aVisitCountsAtItsScan() // REQUIREMENTS V1, D3
    {
        m->clock.at = *japan::parseDateTime(u"2026-11-21 23:59"_s);
        const qint64 scannedAt = m->clock.at;
        const QString token = m->scan();
        m->clock.at += 6 * 60;
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 303);
        QCOMPARE(m->count(u"SELECT day FROM visit"_s), 20261121);
        QCOMPARE(m->count(u"SELECT scanned_at FROM visit"_s), int(scannedAt));
    }

    void aBadTokenKeepsNothing_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << QString();
        QTest::newRow("rubbish") << u"rubbish"_s;
        QTest::newRow("not Latin") << u"トークン"_s;
        QTest::newRow("forged") << QString::fromLatin1(
            ScanToken::make(1, TurnedClock().now()).encode(SecretBytes::random(32)));
    }
    void aBadTokenKeepsNothing()
    {
        QFETCH(QString, token);
        const Answered page = m->signUp(token, u"taro@example.jp"_s);
        QCOMPARE(page.status(), 400);
        QCOMPARE(page.heading(), u"もう一度、QRコードを読み取ってください"_s);
        QVERIFY(!page.says(u"taro@example.jp"_s));
        QCOMPARE(m->visitCount(), 0);
        QCOMPARE(m->letterCount(), 0);
    }

    void aTokenRunsOutAfterAnHour()
    {
        const QString token = m->scan();
        m->clock.at += 3600;
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 400);
        m->clock.at -= 1;
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 303);
    }

    void aTokenOfAnotherPlaceIsNotTaken()
    {
        const Facility other = m->addFacility(u"喫茶 ゆきあかり"_s);
        const QString token = m->get(u"/f/"_s + other.code.text()).field(u"token"_s);
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 400);
        // Nor does the operators' form open a door here.
        QCOMPARE(m->signUp(m->get(u"/facilities/new"_s).field(u"token"_s), u"taro@example.jp"_s).status(), 400);
        QCOMPARE(m->visitCount(), 0);
    }

    void aWrongAddressIsSaidAtTheFieldAndKept_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const QString missing = u"メールアドレスを入力してください。"_s;
        const QString wrong = u"メールアドレスの形をお確かめください。例：name@example.jp"_s;
        QTest::newRow("nothing") << QString() << missing;
        QTest::newRow("spaces") << u" 　 "_s << missing;
        QTest::newRow("no at") << u"taro"_s << wrong;
        QTest::newRow("two at") << u"a@@b.jp"_s << wrong;
        QTest::newRow("markup") << u"\"><script>alert('1')</script>&amp;"_s << wrong;
        QTest::newRow("line break") << u"a@example.jp\r\nBcc: b@example.jp"_s << wrong;
        QTest::newRow("right to left") << u"\u202Emoc.elpmaxe@orat"_s << wrong;
        QTest::newRow("a novel") << QString(3000, u'あ') << wrong;
    }
    void aWrongAddressIsSaidAtTheFieldAndKept()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const QString token = m->scan();
        const Answered page = m->signUp(token, typed);
        QCOMPARE(page.status(), 422);
        QVERIFY(page.html().contains(u"<a href=\"#email\">%1</a>"_s.arg(sentence)));
        QVERIFY(page.html().contains(u"id=\"email-problem\">%1</p>"_s.arg(sentence)));
        QVERIFY(page.html().contains(u"aria-invalid=\"true\" aria-describedby=\"email-problem\""_s));
        QCOMPARE(page.field(u"email"_s), typed);
        QCOMPARE(page.field(u"token"_s), token);
        QVERIFY(!page.html().contains(u"<script"_s));
        QVERIFY(page.match(u"<title>(.*)</title>"_s).startsWith(u"入力をお確かめください"_s));
        QCOMPARE(m->visitCount(), 0);
    }

    void withoutConsentNothingIsRegistered()
    {
        const Answered page = m->post(m->path, {{u"token"_s, m->scan()}, {u"email"_s, u"taro@example.jp"_s}});
        QCOMPARE(page.status(), 422);
        QVERIFY(page.html().contains(u"href=\"#agree\""_s));
        QVERIFY(!page.html().contains(u"href=\"#email\""_s));
        QCOMPARE(page.field(u"email"_s), u"taro@example.jp"_s);
        QCOMPARE(m->visitCount(), 0);
    }

    void aLikelySlipIsAskedAboutAndEitherAnswerIsOneTouchAway() // REQUIREMENTS V6
    {
        const QString token = m->scan();
        const Answered page = m->signUp(token, u"Taro.Y@gmial.com"_s);
        QCOMPARE(page.status(), 422);
        QCOMPARE(m->visitCount(), 0);
        QVERIFY(page.html().contains(u"name=\"email\" value=\"Taro.Y@gmail.com\""_s));
        QVERIFY(page.html().contains(u"name=\"email\" value=\"Taro.Y@gmial.com\""_s));
        QVERIFY(page.html().contains(u"Taro.Y<wbr>@gmail.com"_s));
        QCOMPARE(page.field(u"token"_s), token);
        QCOMPARE(page.html().count(u"name=\"keep\" value=\"1\""_s), 1);

        const SiteUnderTest::Fields kept{{u"token"_s, token},
                                         {u"email"_s, u"Taro.Y@gmial.com"_s},
                                         {u"agree"_s, u"1"_s},
                                         {u"keep"_s, u"1"_s}};
        QCOMPARE(m->post(m->path, kept).status(), 303);
        QCOMPARE(m->signUp(token, u"Taro.Y@gmail.com"_s).status(), 303);
        QCOMPARE(m->visitCount(), 2);
    }

    void fivePeopleShareAPhoneAndTheSixthScansAgain()
    {
        const QString token = m->scan();
        for (int person = 0; person < 5; ++person)
            QCOMPARE(m->signUp(token, u"user%1@example.jp"_s.arg(person)).status(), 303);
        const Answered sixth = m->signUp(token, u"user5@example.jp"_s);
        QCOMPARE(sixth.status(), 400);
        QCOMPARE(sixth.heading(), u"もう一度、QRコードを読み取ってください"_s);
        QCOMPARE(m->visitCount(), 5);
        QCOMPARE(m->signUp(token, u"user2@example.jp"_s).status(), 303); // pressed once more
        QCOMPARE(m->signUp(m->scan(), u"user5@example.jp"_s).status(), 303);
    }

    void aFloodOfMailsStopsAndNobodyLearnsOfIt()
    {
        QStringList pages;
        for (int time = 0; time < 7; ++time) {
            m->clock.at += 1; // another visit
            const Answered answer = m->signUp(m->scan(), u"taro@example.jp"_s);
            QCOMPARE(answer.status(), 303);
            pages += m->get(answer.header("Location")).html().remove(QRegularExpression(u"/v/[^\"?/]+"_s));
        }
        QCOMPARE(m->visitCount(), 7);
        QCOMPARE(m->letterCount(), 5);
        QCOMPARE(pages.first().count(u"1時間に5通まで"_s), 1);
        QCOMPARE(QSet<QString>(pages.begin(), pages.end()).size(), 1); // all alike
    }

    void oldCarrierAddressesRegister() // REQUIREMENTS V6
    {
        QCOMPARE(m->signUp(m->scan(), u"a..b@docomo.ne.jp"_s).status(), 303);
        QCOMPARE(m->signUp(m->scan(), u".c.@ezweb.ne.jp"_s).status(), 303);
        QCOMPARE(m->visitCount(), 2);
    }

    void whatCouldNotBeStoredIsSaidAndCanBeSentAgain()
    {
        const QString token = m->scan();
        m->hide(u"outbox"_s);
        const Answered page = m->signUp(token, u"taro@example.jp"_s);
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"登録できたことを確かめられませんでした"_s));
        QVERIFY(!page.header("Retry-After").isEmpty());
        QCOMPARE(m->visitCount(), 0);

        m->unhide(u"outbox"_s);
        const auto again = m->post(m->path, {{u"token"_s, page.field(u"token"_s)},
                                            {u"email"_s, page.field(u"email"_s)},
                                            {u"agree"_s, u"1"_s}});
        QCOMPARE(again.status(), 303);
        QCOMPARE(m->visitCount(), 1);
    }

    void aFormThatCannotBeReadIsRefused()
    {
        http::Request request;
        request.method = http::Method::Post;
        request.path = m->path.toLatin1();
        request.headers = {{"content-type", "application/json"}};
        request.body = "{}";
        QCOMPARE(m->send(request).status(), 400);
        request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        request.body = "email=%00";
        QCOMPARE(m->send(request).status(), 400);
    }

    void theLanguageOfTheFormIsKeptWithTheVisit() // REQUIREMENTS V7
    {
        const Answered page = m->get(m->path + u"?lang=en"_s);
        QCOMPARE(page.field(u"lang"_s), u"en"_s);
        const auto answer = m->post(m->path, {{u"token"_s, page.field(u"token"_s)},
                                             {u"lang"_s, u"en"_s},
                                             {u"email"_s, u"taro@example.jp"_s},
                                             {u"agree"_s, u"1"_s}});
        QCOMPARE(m->count(u"SELECT count(*) FROM visit WHERE language = 'en'"_s), 1);
        QCOMPARE(m->get(answer.header("Location")).heading(), u"You are registered"_s);
        const Answered wrong =
            m->post(m->path, {{u"token"_s, m->scan()}, {u"lang"_s, u"en"_s}, {u"email"_s, u"x"_s}});
        QVERIFY(wrong.says(u"Please check the e-mail address. It looks like name@example.jp"_s));
    }

private:
    std::unique_ptr<SiteWithPlace> m;
};

QTEST_GUILESS_MAIN(tst_SignupPage)
#include "tst_SignupPage.moc"
