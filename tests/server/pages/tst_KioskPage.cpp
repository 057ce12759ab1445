// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

using namespace shirase;

/// GET and POST /kiosk/CODE over real databases (REQUIREMENTS V9). What its script does is for the browser
/// tests.
class tst_KioskPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place = m->addFacility();
        m_path = u"/kiosk/"_s + m_place.code.text();
    }

    void theStartShowsThePlaceItsCodeAndAForm()
    {
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 200);
        QCOMPARE(page.heading(), m_place.details.name);
        QVERIFY(page.says(m_place.code.checkCode())); // REQUIREMENTS V10
        QVERIFY(page.html().contains(u"<svg class=\"qr\""_s));
        QVERIFY(!page.field(u"token"_s).isEmpty());
        QVERIFY(page.field(u"email"_s).isEmpty());
        QVERIFY(page.html().contains(u"method=\"post\" action=\"%1\" autocomplete=\"off\""_s.arg(m_path)));
    }

    void onlyTheKioskRunsOurScriptAndNoOther()
    {
        const Answered page = m->get(m_path);
        const QString policy = page.header("Content-Security-Policy");
        QVERIFY(policy.contains(u"script-src 'self';"_s) && !policy.contains(u"unsafe"_s));
        QCOMPARE(page.html().count(u"<script"_s), 1);
        const Answered script = m->get(page.match(u"<script src=\"(/kiosk\\.js\\?v=[^\"]*)\" defer>"_s));
        QCOMPARE(script.status(), 200);
        QCOMPARE(script.response.contentType, QByteArray("text/javascript; charset=utf-8"));
        QVERIFY(script.header("Cache-Control").contains(u"immutable"_s) && !script.header("ETag").isEmpty());
        QCOMPARE(m->get(u"/kiosk.js?v=older"_s).header("Cache-Control"), u"no-cache"_s);
        QVERIFY(m->get(u"/f/"_s + m_place.code.text()).header("Content-Security-Policy").isEmpty());
    }

    void noScreenIsStoredOrSearched()
    {
        for (const Answered &page :
             {m->get(m_path), send(QString(), u"taro@example.jp"_s), m->get(doneAddress())}) {
            QCOMPARE(page.header("Cache-Control"), u"no-store"_s);
            QCOMPARE(page.header("X-Robots-Tag"), u"noindex"_s);
            QVERIFY(!page.html().contains(u"rel=\"canonical\""_s));
        }
    }

    void aPlaceThatTakesNoVisitsSaysSo_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("status");
        QTest::newRow("retired") << u"retired"_s << 410;
        QTest::newRow("suspended") << u"suspended"_s << 410;
        QTest::newRow("another day") << u"past"_s << 410;
        QTest::newRow("unknown") << u"unknown"_s << 404;
    }
    void aPlaceThatTakesNoVisitsSaysSo()
    {
        QFETCH(QString, state);
        QFETCH(int, status);
        const QString token = m->get(m_path).field(u"token"_s);
        QString code = m_place.code.text();
        if (state == u"retired")
            QVERIFY(m->facilities->setState(m_place.id, FacilityState::Retired));
        else if (state == u"suspended")
            QVERIFY(m->facilities->setState(m_place.id, FacilityState::Suspended));
        else if (state == u"past")
            code = m->addFacility(u"昔の祭"_s, QDate(2020, 1, 1), QDate(2020, 1, 2)).code.text();
        else
            code = u"AAAA"_s;
        const Answered onPoster = m->get(u"/f/"_s + code);
        const SiteUnderTest::Fields fields{
            {u"token"_s, token}, {u"email"_s, u"taro@example.jp"_s}, {u"agree"_s, u"1"_s}};
        for (const Answered &page : {m->get(u"/kiosk/"_s + code), m->post(u"/kiosk/"_s + code, fields)}) {
            QCOMPARE(page.status(), status);
            QCOMPARE(page.heading(), onPoster.heading());
            QVERIFY(!page.html().contains(u"<form"_s));
            QVERIFY(page.html().contains(u"<body class=\"kiosk\""_s)); // so that its script asks again
        }
        QCOMPARE(m->visitCount(), 0);
    }

    void anEntryRegistersAndItsConfirmationShowsHalfTheAddress()
    {
        const Answered answer = send(scan(), u"taro@example.jp"_s);
        QCOMPARE(answer.status(), 303);
        QCOMPARE(m->visitCount(), 1);
        QCOMPARE(m->letterCount(), 1);
        const Answered page = m->get(answer.header("Location"));
        QCOMPARE(page.status(), 200);
        QCOMPARE(page.heading(), u"登録しました"_s);
        QVERIFY(page.says(u"t…o@e…e.jp"_s) && !page.says(u"taro"_s));
        QVERIFY(!page.html().contains(u"/v/"_s));
        QVERIFY(page.says(u"1時間に5通まで"_s)); // the same sentence as on every confirmation
    }

    void theConfirmationDiesWithTheReset()
    {
        const QString address = doneAddress();
        const QString token = address.sliced(address.indexOf(u'=') + 1);
        m->clock.at += KioskPage::resetSeconds;
        QCOMPARE(m->get(address).heading(), u"登録しました"_s);
        m->clock.at += 5;
        const Answered later = m->get(address);
        QCOMPARE(later.status(), 200);
        QCOMPARE(later.heading(), m_place.details.name);
        QVERIFY(!later.says(u"t…o"_s));
        QCOMPARE(m->get(u"/v/"_s + token).status(), 404);
        QCOMPARE(m->post(m_path, {{u"erase"_s, token}}).header("Location"), m_path);
        QCOMPARE(m->visitCount(), 1);
    }

    void aVisitorErasesTheVisitWhileItsConfirmationIsShown() // REQUIREMENTS V11
    {
        const Answered page = m->get(doneAddress());
        const Answered erased = m->post(m_path, {{u"erase"_s, page.field(u"erase"_s)}, {u"lang"_s, u"ja"_s}});
        QCOMPARE(erased.status(), 303);
        QCOMPARE(m->visitCount(), 0);
        QCOMPARE(m->get(erased.header("Location")).heading(), u"登録を消しました"_s);
    }

    void whatCouldNotBeErasedIsSaid()
    {
        const Answered page = m->get(doneAddress());
        m->hide(u"visit"_s);
        const Answered answer = m->post(m_path, {{u"erase"_s, page.field(u"erase"_s)}});
        QCOMPARE(answer.status(), 503);
        QVERIFY(answer.says(u"消せたことを確かめられませんでした"_s));
    }

    void whoIsRegisteredIsNotToldOtherwiseWhileTheConnectionIsLost()
    {
        const QString unregistered = u"まだ登録されていません"_s;
        QVERIFY(m->get(m_path).says(unregistered));
        const Answered done = m->get(doneAddress());
        QVERIFY(done.says(u"まだ消えていません"_s) && !done.says(unregistered));
    }

    void aTokenThatIsNoneBeginsAgainWithAFreshOne_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("none") << QString();
        QTest::newRow("rubbish") << u"rubbish"_s;
    }
    void aTokenThatIsNoneBeginsAgainWithAFreshOne()
    {
        QFETCH(QString, token);
        const Answered page = send(token, u"taro@example.jp"_s);
        QCOMPARE(page.status(), 400);
        QVERIFY(page.says(u"まだ登録できていません"_s) && !page.says(u"taro"_s));
        QCOMPARE(m->visitCount(), 0);
        QCOMPARE(send(page.field(u"token"_s), u"taro@example.jp"_s).status(), 303);
    }

    void aTokenRunsOutAfterAnHour()
    {
        const QString token = scan();
        m->clock.at += 3600;
        QCOMPARE(send(token, u"taro@example.jp"_s).status(), 400);
        QCOMPARE(m->visitCount(), 0);
    }

    void aTokenOfThePosterIsThisPlacesToo()
    {
        const QString token = m->get(u"/f/"_s + m_place.code.text()).field(u"token"_s);
        QCOMPARE(send(token, u"taro@example.jp"_s).status(), 303);
    }

    void aSlipAndAProblemAreAskedAboutAsOnThePoster() // REQUIREMENTS V6
    {
        const Answered question = send(scan(), u"taro@gmial.com"_s);
        QCOMPARE(question.status(), 422);
        QVERIFY(question.html().contains(u"name=\"email\" value=\"taro@gmail.com\""_s));
        const Answered wrong = send(scan(), u"taro"_s);
        QCOMPARE(wrong.status(), 422);
        QVERIFY(wrong.html().contains(u"<a href=\"#email\">"_s));
        QCOMPARE(m->visitCount(), 0);
    }

    void whatCouldNotBeStoredIsSaidAndCanBeSentAgain()
    {
        const QString token = scan();
        m->hide(u"outbox"_s);
        const Answered page = send(token, u"taro@example.jp"_s);
        QCOMPARE(page.status(), 503);
        QCOMPARE(page.field(u"email"_s), u"taro@example.jp"_s);
        m->unhide(u"outbox"_s);
        QCOMPARE(send(page.field(u"token"_s), page.field(u"email"_s)).status(), 303);
    }

    void aCrowdRegistersEachWithATokenOfItsOwn()
    {
        for (int person = 0; person < 12; ++person)
            QCOMPARE(send(scan(), u"user%1@example.jp"_s.arg(person)).status(), 303);
        QCOMPARE(m->visitCount(), 12);
    }

    void withoutAScriptEveryScreenGoesBackToTheStartByItself()
    {
        for (const Answered &page :
             {m->get(m_path), send(QString(), u"taro@example.jp"_s), m->get(doneAddress())}) {
            const QString refresh =
                page.match(u"<noscript><meta http-equiv=\"refresh\" content=\"(\\d+; url=[^\"]*)\">"_s);
            QVERIFY(refresh.endsWith(u"; url="_s + m_path));
            QVERIFY(refresh.section(u';', 0, 0).toInt() <= 120); // far below the life of a token
        }
    }

    void theLanguageIsTheVisitorsUntilTheEnd() // REQUIREMENTS V7
    {
        const auto answer = m->post(m_path, {{u"token"_s, scan()},
                                             {u"lang"_s, u"ko"_s},
                                             {u"email"_s, u"taro@example.jp"_s},
                                             {u"agree"_s, u"1"_s}});
        QCOMPARE(m->get(answer.header("Location")).header("Content-Language"), u"ko"_s);
        QCOMPARE(m->count(u"SELECT count(*) FROM visit WHERE language = 'ko'"_s), 1);
        QCOMPARE(m->get(m_path).header("Content-Language"), u"ja"_s);
    }

private:
    QString scan() { return m->get(m_path).field(u"token"_s); }
    Answered send(const QString &token, const QString &email)
    {
        return m->post(m_path, {{u"token"_s, token}, {u"email"_s, email}, {u"agree"_s, u"1"_s}});
    }
    QString doneAddress() { return send(scan(), u"taro@example.jp"_s).header("Location"); }

    std::unique_ptr<SiteUnderTest> m;
    Facility m_place{.details = {}, .code = FacilityCode::random()};
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_KioskPage)
#include "tst_KioskPage.moc"
