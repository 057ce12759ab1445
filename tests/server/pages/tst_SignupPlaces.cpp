// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteWithPlace.h"

using namespace shirase;

/// The places behind /f/CODE, over real databases: which are known, and when they take visits.
class tst_SignupPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteWithPlace>(); }

    void aPlaceMadeUpForDrillsSaysSo()
    {
        QVERIFY(!m->get(m->path).says(u"これは訓練です"_s));
        m->run(u"UPDATE facility SET exercise = 1"_s);
        m->run(u"UPDATE facility_revision SET number = number + 1"_s);
        QVERIFY(m->get(m->path).says(u"これは訓練です"_s));
    }

    void theCodeIsTakenInAnyForm_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("lower case") << u"lower"_s;
        QTest::newRow("hyphens") << u"hyphens"_s;
        QTest::newRow("encoded") << u"encoded"_s;
    }
    void theCodeIsTakenInAnyForm()
    {
        QFETCH(QString, form);
        QString code = m->place.code.text();
        if (form == u"lower")
            code = code.toLower();
        else if (form == u"hyphens")
            code.insert(4, u'-').insert(8, u'-');
        else
            code = u"%%1"_s.arg(code[0].unicode(), 2, 16) + code.sliced(1);
        const Answered page = m->get(u"/f/"_s + code);
        QCOMPARE(page.status(), 200);
        QVERIFY(page.html().contains(u"action=\"%1\""_s.arg(m->path)));
    }

    void anUnknownCodeIsNotFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no code") << u"/f/AAAA"_s;
        QTest::newRow("wrong check character") << u"/f/00000000001"_s;
        QTest::newRow("never issued") << u"/f/"_s + FacilityCode::random().text();
        QTest::newRow("markup") << u"/f/%3Cscript%3E"_s;
    }
    void anUnknownCodeIsNotFound()
    {
        QFETCH(QString, path);
        const Answered page = m->get(path);
        QCOMPARE(page.status(), 404);
        QCOMPARE(page.heading(), u"このQRコードは登録されていません"_s);
        QCOMPARE(m->post(path, {{u"email"_s, u"taro@example.jp"_s}}).status(), 404);
    }

    void aRetiredPlaceIsGone()
    {
        const QString token = m->scan();
        QVERIFY(m->facilities->setState(m->place.id, FacilityState::Retired));
        QCOMPARE(m->get(m->path).status(), 410);
        QCOMPARE(m->get(m->path).heading(), u"このQRコードは、いまは使われていません"_s);
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 410);
        QCOMPARE(m->visitCount(), 0);
    }

    void aSuspendedPlaceSaysSo()
    {
        QVERIFY(m->facilities->setState(m->place.id, FacilityState::Suspended));
        const Answered page = m->get(m->path);
        QCOMPARE(page.status(), 410);
        QCOMPARE(page.heading(), u"このQRコードは、いま受け付けを休んでいます"_s);
    }

    void aReplacedCodeIsGoneWhenItsGraceIsOver()
    {
        QVERIFY(m->facilities->reissue(m->place.id, 1));
        QCOMPARE(m->get(m->path).status(), 200);
        m->clock.at += 25 * 3600;
        QCOMPARE(m->get(m->path).status(), 410);
    }

    void anEventIsOpenOnItsDaysInJapan_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("status");
        QTest::newRow("the night before") << u"2026-12-04 23:59"_s << 410;
        QTest::newRow("first minute") << u"2026-12-05 00:00"_s << 200;
        QTest::newRow("last minute") << u"2026-12-06 23:59"_s << 200;
        QTest::newRow("over") << u"2026-12-07 00:00"_s << 410;
    }
    void anEventIsOpenOnItsDaysInJapan()
    {
        QFETCH(QString, time);
        QFETCH(int, status);
        const Facility event = m->addFacility(u"雪まつり"_s, QDate(2026, 12, 5), QDate(2026, 12, 6));
        m->clock.at = *japan::parseDateTime(time);
        const Answered page = m->get(u"/f/"_s + event.code.text());
        QCOMPARE(page.status(), status);
        QVERIFY(page.says(status == 200 ? u"2026年12月5日から2026年12月6日まで"_s
                                        : u"このイベントの開催日ではありません"_s));
    }

    void anEventsLastVisitorMayFinishAfterMidnight()
    {
        const Facility event = m->addFacility(u"雪まつり"_s, QDate(2026, 12, 5), QDate(2026, 12, 6));
        m->path = u"/f/"_s + event.code.text();
        m->clock.at = *japan::parseDateTime(u"2026-12-06 23:59"_s);
        const QString token = m->scan();
        m->clock.at += 6 * 60;
        QCOMPARE(m->signUp(token, u"taro@example.jp"_s).status(), 303);
        QCOMPARE(m->count(u"SELECT count(*) FROM visit WHERE day = 20261206"_s), 1);
    }

    void withoutTheDatabaseThePageAsksToWait()
    {
        m->hide(u"facility_code"_s);
        QCOMPARE(m->get(m->path).status(), 503);
    }

    void afterARestartWithoutTheDatabaseNothingIsLost()
    {
        const QString token = QString::fromLatin1(
            ScanToken::make(m->place.id, m->clock.now()).encode(m->serverKey.tokenKey())); // of the server before
        m->hide(u"facility_code"_s);
        const Answered page = m->signUp(token, u"taro@example.jp"_s);
        QCOMPARE(page.status(), 503);
        m->unhide(u"facility_code"_s);
        QCOMPARE(m->post(m->path, page.hiddenFields()).status(), 303);
        QCOMPARE(m->visitCount(), 1);
    }

    void aPlacesNameIsTextWhateverItHolds()
    {
        const QString name =
            u"「髙橋①亭」 Café & Bar <札幌> \"<script>alert('x')</script>\" \u202Eevil {{token}}"_s;
        const Facility place = m->addFacility(name);
        const Answered page = m->get(u"/f/"_s + place.code.text());
        QCOMPARE(page.status(), 200);
        QVERIFY(!page.html().contains(u"<script"_s));
        QVERIFY(page.html().contains(
            u"<bdi>「髙橋①亭」 Café &amp; Bar &lt;札幌&gt; &quot;&lt;script&gt;alert(&apos;x&apos;)"_s));
        QVERIFY(page.html().contains(u"{{token}}</bdi>"_s)); // the mark that turns the line stays within
    }

private:
    std::unique_ptr<SiteWithPlace> m;
};

QTEST_GUILESS_MAIN(tst_SignupPlaces)
#include "tst_SignupPlaces.moc"
