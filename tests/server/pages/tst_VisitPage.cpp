// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

#include "core/notices/NoticeDesk.h"
#include "tests/support/Fault.h"

using namespace shirase;

/// GET /v/TOKEN and POST /v/TOKEN/erase over real databases.
class tst_VisitPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place = m->addFacility();
        m_registered = registerVisit();
        m_path = m_registered.header("Location");
    }

    void itShowsHalfTheAddressAndNotThePlace()
    {
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 200);
        QVERIFY(page.says(u"t…o@e…e.jp"_s));
        QVERIFY(!page.says(u"taro"_s));
        QVERIFY(!page.says(m_place.details.name));
        QVERIFY(!page.says(m_place.code.text()));
        QCOMPARE(page.header("Cache-Control"), u"no-store"_s);
    }

    void itSaysWhenMailComesFromWhereAndWhatAMissingOneMeans() // REQUIREMENTS V3
    {
        const Answered page = m->get(m_path);
        QVERIFY(page.says(u"2026年11月21日 12時00分"_s));
        QVERIFY(page.says(u"@pref.hokkaido.lg.jp"_s));
        QVERIFY(page.says(u"届かないときは、登録できていないかもしれません。"_s));
    }

    void itIsShownForADay()
    {
        m->clock.at += VisitToken::validSeconds - 1;
        QCOMPARE(m->get(m_path).status(), 200);
        m->clock.at += 1;
        QCOMPARE(m->get(m_path).status(), 404);
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 404);
        QCOMPARE(m->visitCount(), 1);
    }

    void aForgedTokenShowsNothing_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("rubbish") << u"abc"_s;
        QTest::newRow("markup") << u"%22%3E%3Cscript%3E"_s;
        QTest::newRow("another key") << QString::fromLatin1(
            VisitToken{{QDate(2026, 11, 21), 1, TurnedClock().now(), QByteArray(16, 'x')}, u"ja"_s, u"a@b"_s}
                .encode(SecretBytes::random(32), TurnedClock().now()));
    }
    void aForgedTokenShowsNothing()
    {
        QFETCH(QString, token);
        const Answered page = m->get(u"/v/"_s + token);
        QCOMPARE(page.status(), 404);
        QVERIFY(!page.html().contains(u"<script"_s));
        QCOMPARE(m->post(u"/v/"_s + token + u"/erase"_s, {}).status(), 404);
    }

    void theVisitorErasesTheVisitForGood() // REQUIREMENTS V11
    {
        const Answered page = m->post(m_path + u"/erase"_s, {{u"lang"_s, u"ja"_s}});
        QCOMPARE(page.status(), 200);
        QCOMPARE(page.heading(), u"登録を消しました"_s);
        QCOMPARE(m->visitCount(), 0);
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200); // pressing twice does no harm
    }

    void theConfirmationThatStillWaitsDoesNotLeave() // REQUIREMENTS V11
    {
        registerVisit({}, u"hanako@example.jp"_s);
        QCOMPARE(m->letterCount(), 2);
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200);
        QCOMPARE(m->letterCount(), 1);
        QCOMPARE(recipients(), QStringList{u"hanako@example.jp"_s});
    }

    void theConfirmationIsWithdrawnThroughThePageOfARepetitionToo()
    {
        const QString again = registerVisit(m_token).header("Location");
        QCOMPARE(m->letterCount(), 1);
        QCOMPARE(m->post(again + u"/erase"_s, {}).status(), 200);
        QCOMPARE(m->letterCount(), 0);
    }

    void goingBackAfterErasingDoesNotClaimARegistration()
    {
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200);
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 410);
        QCOMPARE(page.heading(), u"登録を消しました"_s);
    }

    void theSameScanCannotComeBack()
    {
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200);
        registerVisit(m_token);
        QCOMPARE(m->visitCount(), 0);
    }

    void aNoticeThatIsApprovedDoesNotReachWhoHasErasedTheVisit() // REQUIREMENTS V11 before M2
    {
        registerVisit({}, u"hanako@example.jp"_s);
        NoticeStore notices(*m->files.main);
        StaffDesk staff(*m->files.main, *m->files.vault, m->clock, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s});
        const auto session = must(staff.logIn(u"admin"_s, SecretBytes(QByteArrayView("only for this test"))));
        NoticeDesk desk({*m->files.main, *m->files.vault, *m->facilities, notices, m->outbox, staff.audit(), *m->settings,
                         m->clock});
        const NoticeId id = must(
            desk.draft(*session, {NoticeTarget::wholeDay(m_place.id, QDate(2026, 11, 21))}, u"standard"_s));
        must(desk.approve(*session, id, true));
        QCOMPARE(must(notices.progress(id)).waiting, 2);
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200);
        must(desk.send(*session, id));
        QCOMPARE(must(notices.progress(id)).waiting, 1);
        QCOMPARE(must(notices.progress(id)).failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    }

    void openingTheErasingAddressErasesNothing()
    {
        QCOMPARE(m->get(m_path + u"/erase"_s).status(), 405);
        QCOMPARE(m->visitCount(), 1);
    }

    void whatCouldNotBeErasedIsSaid()
    {
        m->hide(u"visit"_s);
        const Answered page = m->post(m_path + u"/erase"_s, {});
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"消せたことを確かめられませんでした"_s));
        QVERIFY(page.html().contains(m_path + u"/erase"_s)); // the button is there again
    }

    void aConfirmationThatCannotBeShownDoesNotDenyTheRegistration()
    {
        must(m->files.vault->command(u"ALTER TABLE erased_visit RENAME TO erased_visit_hidden"_s));
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"登録の途中だった場合は、登録できたかどうか、まだ分かりません。"_s));
        QVERIFY(!page.says(u"登録はされていません"_s));
    }

    // Its tombstone is in the vault, and the visit still there: it would be told by a notice.
    void anErasureThatWasInterruptedIsNotCalledDone() // REQUIREMENTS V11
    {
        Fault fault(*m->files.main, u"DELETE"_s, u"visit"_s);
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 503);
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"消せたことを確かめられませんでした"_s));
        fault.mend();
        QCOMPARE(m->post(m_path + u"/erase"_s, {}).status(), 200);
        QCOMPARE(m->visitCount(), 0);
        QCOMPARE(m->get(m_path).status(), 410);
    }

    void itComesInTheVisitsLanguageUnlessAnotherIsChosen()
    {
        const QList<http::Header> english{{"accept-language", "en"}};
        QCOMPARE(m->get(m_path, english).heading(), u"登録しました"_s);
        QCOMPARE(m->get(m_path + u"?lang=en"_s).heading(), u"You are registered"_s);
        QVERIFY(m->get(m_path + u"?lang=en"_s).says(u"21 November 2026, 12:00"_s));
    }

private:
    /// Of the letters that wait.
    [[nodiscard]] QStringList recipients()
    {
        QStringList seen;
        Outbox outbox(*m->files.main, m->serverKey.queueOpener(),
                      {{SignupBook::confirmationLetter, [&](const Letter &letter, Message &) -> Result<> {
                            seen.append(letter.recipient);
                            return fail(ErrorCode::Unavailable, u"read only"_s);
                        }}});
        const MailIdentity identity = must(MailIdentity::of(*m->settings));
        for (const qint64 id : must(outbox.due(m->clock.now(), 100)))
            must(outbox.compose(id, m->clock.now(), identity));
        return seen;
    }

    Answered registerVisit(const QString &token = {}, const QString &address = u"taro@example.jp"_s)
    {
        const QString path = u"/f/"_s + m_place.code.text();
        m_token = token.isEmpty() ? m->get(path).field(u"token"_s) : token;
        return m->post(path,
                       {{u"token"_s, m_token}, {u"email"_s, address}, {u"agree"_s, u"1"_s}});
    }

    std::unique_ptr<SiteUnderTest> m;
    Facility m_place{.details = {}, .code = FacilityCode::random()};
    Answered m_registered;
    QString m_token;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_VisitPage)
#include "tst_VisitPage.moc"
