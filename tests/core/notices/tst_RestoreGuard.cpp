// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RestoreGuard.h"

#include "core/mail/Sender.h"
#include "core/notices/NoticeHold.h"
#include "tests/support/DueMails.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_RestoreGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestDatabase::isSqlite())
            QSKIP("A copy of the file stands for the backup here; PostgreSQL has none.");
    }
    void holdsWhatWasBeingSentInABackup_data();
    void holdsWhatWasBeingSentInABackup();
    void holdsWhatMayHaveBeenSentSince_data();
    void holdsWhatMayHaveBeenSentSince();
    void sendsWhatStaffResume();
    void leavesADatabaseAloneThatLivedThroughACrash();
    void asksOnlyOnce();
    void holdsTheLettersOfTheBackupAndSendsThoseThatCameLater();
    void givesUpLettersWhenAsked();
};

namespace {

/// One office whose main database is put back by a test; the vault stays.
struct Restoring
{
    Restoring()
    {
        cafe = office.addFacility();
        QStringList people;
        for (int i = 0; i < 12; ++i)
            people << u"user%1@example.jp"_s.arg(i);
        office.visit(cafe, people);
        office.run(u"DELETE FROM outbox"_s);
        office.clock.set("2026-11-24T10:00");
        id = must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, QDate(2026, 11, 21))},
                                    u"standard"_s));
        must(office.desk.approve(*office.session, id, false));
        must(office.desk.send(*office.session, id));
    }

    /// Sends with one connection, for some mails, as MailRunner does.
    void deliver(Database &database, int mails)
    {
        AuditLog audit(database, *office.files.vault, office.clock);
        SendingMark mark(database, *office.files.vault);
        restored = must(RestoreGuard(database, mark, audit).check());
        Outbox letters(database, office.serverKey.queueOpener(),
                       {{u"confirmation"_s, [](const Letter &, Message &message) -> Result<> {
                             message.subject = message.body = u"x"_s;
                             return {};
                         }}});
        NoticeQueue queue(database, office.serverKey.queueOpener(), audit, {});
        ScriptedTransport transport(1);
        Sender sender(database, transport, {&letters, &queue}, must(MailIdentity::of(office.settings)),
                      office.clock, {});
        for (int i = 0; i < mails; ++i)
            must(sender.step(0ms));
        must(mark.note(office.clock.now()));
        left = int(transport.submitted().size());
    }
    void backUp()
    {
        must(office.files.main->run(u"VACUUM INTO ?"_s, {office.files.path(u"backup.sqlite"_s)}));
    }
    std::unique_ptr<Database> putBack() const
    {
        return must(Database::open({u"sqlite:"_s + office.files.path(u"backup.sqlite"_s)}));
    }
    static NoticeState stateIn(Database &database, NoticeId id)
    {
        return must(NoticeStore(database).progress(id)).state;
    }

    TestOffice office;
    Facility cafe = office.addFacility(u"もう一つの店"_s);
    NoticeId id = 0;
    int left = 0;          ///< mails of the last delivery
    bool restored = false; ///< what the guard said before it
};

} // namespace

// REQUIREMENTS D5
void tst_RestoreGuard::holdsWhatWasBeingSentInABackup_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("before the first mail, whole notice sent since") << 0 << 20;
    QTest::newRow("in the middle, whole notice sent since") << 5 << 20;
    QTest::newRow("in the middle, one more sent since") << 5 << 1;
}

void tst_RestoreGuard::holdsWhatWasBeingSentInABackup()
{
    QFETCH(int, before);
    QFETCH(int, after);
    Restoring restoring;
    restoring.deliver(*restoring.office.files.main, before);
    restoring.backUp();
    restoring.deliver(*restoring.office.files.main, after);
    QVERIFY(!restoring.restored);

    const auto database = restoring.putBack();
    restoring.deliver(*database, 20);
    QVERIFY(restoring.restored);
    QCOMPARE(restoring.left, 0);
    QCOMPARE(Restoring::stateIn(*database, restoring.id), NoticeState::Paused);
    QCOMPARE(must(heldNotices(*database)).value(restoring.id).kind, HoldReason::Kind::Restored);
    AuditLog audit(*database, *restoring.office.files.vault, restoring.office.clock);
    const QList<AuditLog::Entry> entries = must(audit.page(*restoring.office.session, {}, {}, 2));
    QCOMPARE(entries[0].action, u"mail.hold.restored"_s);
    QCOMPARE(entries[0].account, u"system"_s);
    QCOMPARE(entries[1].action, u"notice.hold.restored"_s);
    QCOMPARE(must(audit.check()).firstBroken, 0);
}

// What was approved or paused in the backup, staff could release a second time; and what was not approved yet, approve.
void tst_RestoreGuard::holdsWhatMayHaveBeenSentSince_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<NoticeState>("after");
    QTest::newRow("approved") << u"approved"_s << NoticeState::Paused;
    QTest::newRow("paused by staff") << u"paused"_s << NoticeState::Paused;
    QTest::newRow("waiting for approval") << u"waiting"_s << NoticeState::Draft;
    QTest::newRow("a draft") << u"draft"_s << NoticeState::Draft;
}

void tst_RestoreGuard::holdsWhatMayHaveBeenSentSince()
{
    QFETCH(QString, state);
    QFETCH(NoticeState, after);
    Restoring restoring;
    restoring.office.run(u"UPDATE notice SET state = '%1'"_s.arg(state));
    restoring.backUp();
    restoring.office.run(u"UPDATE notice SET state = 'sending'"_s);
    restoring.deliver(*restoring.office.files.main, 20);
    QCOMPARE(restoring.left, 12);

    const auto database = restoring.putBack();
    restoring.deliver(*database, 20);
    QCOMPARE(restoring.left, 0);
    const Notice notice = must(NoticeStore(*database).find(restoring.id));
    QCOMPARE(notice.state, after);
    QCOMPARE(must(heldNotices(*database)).contains(notice.id), after == NoticeState::Paused);
    QCOMPARE(notice.remark.isEmpty(), after == NoticeState::Paused); // one with a remark has to be submitted again
}

void tst_RestoreGuard::sendsWhatStaffResume()
{
    Restoring restoring;
    restoring.deliver(*restoring.office.files.main, 4);
    restoring.backUp();
    restoring.deliver(*restoring.office.files.main, 4);
    const auto database = restoring.putBack();
    restoring.deliver(*database, 20);
    QCOMPARE(restoring.left, 0);

    NoticeStore notices(*database);
    AuditLog audit(*database, *restoring.office.files.vault, restoring.office.clock);
    NoticeSending sending(*database, notices, audit, restoring.office.clock);
    must(sending.resume(*restoring.office.session, restoring.id, NoticeSending::Refused::Stay));
    restoring.deliver(*database, 20);
    QVERIFY(!restoring.restored);
    QCOMPARE(restoring.left, 8);
    QCOMPARE(Restoring::stateIn(*database, restoring.id), NoticeState::Sent);
}

void tst_RestoreGuard::leavesADatabaseAloneThatLivedThroughACrash()
{
    Restoring restoring;
    restoring.deliver(*restoring.office.files.main, 4);
    {
        // What left after the last note, before the power went.
        Transaction transaction = must(Transaction::begin(*restoring.office.files.main));
        must(SendingMark::advance(*restoring.office.files.main));
        must(transaction.commit());
    }
    restoring.deliver(*restoring.office.files.main, 20);
    QVERIFY(!restoring.restored);
    QCOMPARE(restoring.left, 8);
}

void tst_RestoreGuard::asksOnlyOnce()
{
    Restoring restoring;
    restoring.backUp();
    restoring.deliver(*restoring.office.files.main, 4);
    const auto database = restoring.putBack();
    restoring.deliver(*database, 1);
    QVERIFY(restoring.restored);
    restoring.deliver(*database, 1);
    QVERIFY(!restoring.restored);
    QCOMPARE(restoring.left, 0); // and the notice stays paused
}

void tst_RestoreGuard::holdsTheLettersOfTheBackupAndSendsThoseThatCameLater()
{
    Restoring restoring;
    must(restoring.office.outbox.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}}));
    restoring.backUp();
    restoring.deliver(*restoring.office.files.main, 20);
    const auto database = restoring.putBack();
    restoring.office.clock.advance(60);
    OutboxWriter writer(*database, restoring.office.serverKey.queuePublicKey(), restoring.office.clock,
                        "example.jp");
    must(writer.put({u"confirmation"_s, u"hanako@example.jp"_s, u"ja"_s, {}}));
    restoring.deliver(*database, 20);
    QCOMPARE(restoring.left, 1); // hanako's
    const OutboxState state = must(outboxState(*database));
    QCOMPARE(state.held, 1);
    QCOMPARE(state.failed, 0);
    QCOMPARE(must(releaseLetters(*database, restoring.office.clock.now())), 1);
    restoring.deliver(*database, 20);
    QCOMPARE(restoring.left, 1);
    QCOMPARE(must(outboxState(*database)).held, 0);
}

void tst_RestoreGuard::givesUpLettersWhenAsked()
{
    Restoring restoring;
    must(restoring.office.outbox.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}}));
    restoring.backUp();
    restoring.deliver(*restoring.office.files.main, 20);
    const auto database = restoring.putBack();
    restoring.deliver(*database, 1);
    QCOMPARE(must(discardLetters(*database)), 1);
    restoring.deliver(*database, 5);
    QCOMPARE(restoring.left, 0);
    QCOMPARE(TestDatabase::number(*database, u"SELECT count(*) FROM outbox"_s), 0);
}

QTEST_GUILESS_MAIN(tst_RestoreGuard)
#include "tst_RestoreGuard.moc"
