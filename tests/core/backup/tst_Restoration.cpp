// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/backup/BackedUp.h"

#include "core/erasure/VisitErasure.h"
#include "core/mail/Sender.h"
#include "core/mail/SendingMark.h"
#include "core/notices/NoticeHold.h"
#include "core/notices/NoticeSending.h"
#include "core/notices/RestoreGuard.h"
#include "tests/support/DueMails.h"
#include "tests/support/ScriptedTransport.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_Restoration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEverythingBackForANewServer();
    void goesOnWithTheRegistrationsOfTheDay();
    void holdsWhatWasNotOver_data();
    void holdsWhatWasNotOver();
    void sendsEachMailOnceWhenStaffResume();
    void doesNotSendAgainWhatWasSent();
    void returnsDraftsWithARemark();
    void givesUpLettersOfTheOldServer();
    void leavesErasedVisitsErased();
    void leavesErasedDaysErased();
    void keepsTheRecordOfActionsUnbroken();
    void leavesNothingForTheGuardToHold();
};

namespace {

NoticeState stateOf(Database &database, NoticeId id)
{
    return must(NoticeStore(database).progress(id)).state;
}

/// An office with a notice to the people who were at its café.
struct WithNotice : BackedUpOffice
{
    explicit WithNotice(int number = 6)
    {
        for (int i = 0; i < number; ++i)
            people << u"user%1@example.jp"_s.arg(i);
        office.visit(cafe, people);
        office.run(u"DELETE FROM outbox"_s);
        office.clock.set("2026-11-24T10:00");
        id = must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, visitDay)}, u"standard"_s));
    }
    void approve() { must(office.desk.approve(*office.session, id, false)); }
    void send() { must(office.desk.send(*office.session, id)); }

    /// Sends that many mails, as a server with this key does; says to whom.
    static QStringList deliver(Database &database, Database &vault, const ServerKey &key, const Settings &settings,
                               const Clock &clock, int mails)
    {
        AuditLog audit(database, vault, clock);
        Outbox letters(database, key.queueOpener(), {});
        NoticeQueue queue(database, key.queueOpener(), audit, {});
        ScriptedTransport transport(1);
        Sender sender(database, transport, {&letters, &queue}, must(MailIdentity::of(settings)), clock, {});
        for (int i = 0; i < mails; ++i)
            must(sender.step(0ms));
        QStringList recipients;
        for (const OutgoingMail &mail : transport.submitted()) {
            if (recipients.size() < mails) // one more may be under way
                recipients << QString::fromStdString(mail.recipient);
        }
        recipients.sort();
        return recipients;
    }
    QStringList deliver(int mails)
    {
        return deliver(*office.files.main, *office.files.vault, office.serverKey, office.settings, office.clock, mails);
    }
    static QStringList deliver(RestoredOffice &restored, int mails)
    {
        return deliver(*restored.main, *restored.vault, restored.serverKey, restored.settings, restored.clock, mails);
    }

    QStringList people;
    NoticeId id = 0;
};

void resume(RestoredOffice &restored, NoticeId id)
{
    NoticeStore notices(*restored.main);
    AuditLog audit(*restored.main, *restored.vault, restored.clock);
    const auto session = logIn(restored);
    must(NoticeSending(*restored.main, notices, audit, restored.clock)
             .resume(*session, id, NoticeSending::Refused::Stay));
}

} // namespace

void tst_Restoration::bringsEverythingBackForANewServer()
{
    BackedUpOffice from;
    from.office.visit(from.cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    RestoredOffice restored(from, from.backUp(), from.sheets());
    QCOMPARE(restored.report.madeAt, from.office.clock.now());
    QCOMPARE(restored.report.visits, 2);
    QCOMPARE(restored.report.lostVisits, 0);
    QCOMPARE(restored.report.heldNotices, 0);
    QVERIFY(!restored.report.keyChanged);
    QCOMPARE(peopleWhoCanBeTold(restored, from.cafe.id), 2);
    QCOMPARE(must(FacilityStore(*restored.main, restored.clock).find(from.cafe.id)).details.name,
             from.cafe.details.name);
    Rows rows = must(restored.main->run(u"SELECT value FROM setting WHERE key = 'test.key'"_s));
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), restored.serverKey.fingerprint());
}

// The index secret of a day that is not over was sealed to the key of the server that is gone.
void tst_Restoration::goesOnWithTheRegistrationsOfTheDay()
{
    BackedUpOffice from;
    const QList<VisitToken> before = from.office.visit(from.cafe, {u"taro@example.jp"_s});
    RestoredOffice restored(from, from.backUp(), from.sheets());
    OfficePublicKey office = from.office.founding.office;
    DayKeys days(*restored.vault, restored.serverKey, office);
    const DaySeal *seal = must(days.seal(visitDay));
    QCOMPARE(seal->who(from.cafe.id, "taro@example.jp"), before.first().visit.who); // known as the same person
    restored.clock.advance(DayKeys::graceSeconds + 24 * 3600);
    must(days.forgetPast(restored.clock.now()));
    QCOMPARE(restored.inVault(u"SELECT count(*) FROM day_key WHERE server_index IS NOT NULL"_s), 0);

    // A day that was over stays closed to the server.
    from.office.clock.set("2026-11-25T10:00");
    must(from.office.dayKeys.forgetPast(from.office.clock.now()));
    RestoredOffice later(from, from.backUp(), from.sheets());
    QCOMPARE(later.inVault(u"SELECT count(*) FROM day_key WHERE server_index IS NOT NULL"_s), 0);
}

void tst_Restoration::holdsWhatWasNotOver_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("approved") << u"approved"_s;
    QTest::newRow("being sent") << u"sending"_s;
    QTest::newRow("to be sent later") << u"later"_s;
    QTest::newRow("paused by staff") << u"paused"_s;
}

void tst_Restoration::holdsWhatWasNotOver()
{
    QFETCH(QString, state);
    WithNotice from;
    from.approve();
    if (state == u"sending")
        from.send();
    if (state == u"paused") {
        from.send();
        must(from.office.desk.pause(*from.office.session, from.id));
    }
    if (state == u"later")
        must(from.office.desk.send(*from.office.session, from.id, from.office.clock.now() + 3600));
    const BackupPlace backup = from.backUp();
    RestoredOffice restored(from, backup, from.sheets());
    QCOMPARE(restored.report.heldNotices, 1);
    QCOMPARE(restored.report.recipients, 6);
    QCOMPARE(stateOf(*restored.main, from.id), NoticeState::Paused);
    QCOMPARE(must(heldNotices(*restored.main)).value(from.id).kind, HoldReason::Kind::Restored);
    restored.clock.advance(7200);
    QCOMPARE(WithNotice::deliver(restored, 20), QStringList());
}

// REQUIREMENTS D5: what waited is not lost with the disk, though its queue key was.
void tst_Restoration::sendsEachMailOnceWhenStaffResume()
{
    WithNotice from;
    from.approve();
    from.send();
    QCOMPARE(from.deliver(2).size(), 2);
    RestoredOffice restored(from, from.backUp(), from.sheets());
    QCOMPARE(restored.report.recipients, 4);
    resume(restored, from.id);
    const QStringList rest = WithNotice::deliver(restored, 20);
    QCOMPARE(rest.size(), 4);
    QStringList all = rest;
    for (const QString &person : from.people) {
        if (!all.contains(person))
            all << person;
    }
    QCOMPARE(all.size(), 6);
    QCOMPARE(stateOf(*restored.main, from.id), NoticeState::Sent);
    QCOMPARE(restored.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    // The same mail, should both have left: its Message-ID is the one of before.
    QCOMPARE(restored.number(u"SELECT count(DISTINCT message_id) FROM notice_recipient"_s), 6);
}

void tst_Restoration::doesNotSendAgainWhatWasSent()
{
    WithNotice from;
    from.approve();
    const BackupPlace old = from.backUp(u"old"_s);
    from.send();
    QCOMPARE(from.deliver(20).size(), 6);
    must(SendingMark(*from.office.files.main, *from.office.files.vault).note(from.office.clock.now()));
    from.backUp(u"new"_s); // the keys know now how far it had come
    RestoredOffice restored(from, old, from.sheets());
    QCOMPARE(WithNotice::deliver(restored, 20), QStringList());
    QCOMPARE(stateOf(*restored.main, from.id), NoticeState::Paused);
}

void tst_Restoration::returnsDraftsWithARemark()
{
    WithNotice from;
    must(from.office.desk.submit(*from.office.session, from.id));
    RestoredOffice restored(from, from.backUp(), from.sheets());
    QCOMPARE(restored.report.returnedDrafts, 1);
    const Notice notice = must(NoticeStore(*restored.main).find(from.id));
    QCOMPARE(notice.state, NoticeState::Draft);
    QVERIFY(notice.remark.contains(u"2026-11-24 10:00"_s));
}

void tst_Restoration::givesUpLettersOfTheOldServer()
{
    BackedUpOffice from;
    from.office.visit(from.cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    RestoredOffice restored(from, from.backUp(), from.sheets());
    QCOMPARE(restored.report.letters, 2);
    const OutboxState state = must(outboxState(*restored.main));
    QCOMPARE(state.waiting, 0);
    QCOMPARE(state.held, 0);
    QCOMPARE(state.failed, 2);
    QCOMPARE(restored.number(u"SELECT count(*) FROM outbox WHERE reply = 'restored' AND sealed IS NULL"_s), 2);
}

// REQUIREMENTS V11, D5
void tst_Restoration::leavesErasedVisitsErased()
{
    WithNotice from;
    from.approve();
    const BackupPlace old = from.backUp(u"old"_s);
    const VisitKey erased = [&] {
        VisitKey key;
        must(VisitStore(*from.office.files.main)
                 .forEach(from.cafe.id, japan::startOf(visitDay), japan::startOf(visitDay.addDays(1)),
                          [&](const Visit &visit) {
                              key = visit.key;
                              return false;
                          }));
        return key;
    }();
    must(VisitErasure(*from.office.files.main, *from.office.files.vault, from.office.clock).erase({{erased}}));
    from.backUp(u"new"_s);

    RestoredOffice restored(from, old, from.sheets());
    QCOMPARE(restored.report.erasedVisits, 1);
    QCOMPARE(restored.report.notTold, 1);
    QCOMPARE(restored.report.recipients, 5);
    QCOMPARE(peopleWhoCanBeTold(restored, from.cafe.id), 5);
    resume(restored, from.id);
    QCOMPARE(WithNotice::deliver(restored, 20).size(), 5);
    QCOMPARE(restored.inVault(u"SELECT count(*) FROM erased_visit"_s), 1); // nor does the scan register it again
}

void tst_Restoration::leavesErasedDaysErased()
{
    WithNotice from;
    from.approve();
    const BackupPlace old = from.backUp(u"old"_s);
    must(from.office.files.vault->command(u"DELETE FROM day_key"_s)); // as the erasure does, first of all
    from.backUp(u"new"_s);
    RestoredOffice restored(from, old, from.sheets());
    QCOMPARE(restored.report.lostVisits, 6);
    QCOMPARE(restored.report.visits, 0);
    QCOMPARE(restored.report.notTold, 6);
    QCOMPARE(restored.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
}

void tst_Restoration::keepsTheRecordOfActionsUnbroken()
{
    WithNotice from;
    from.approve();
    const BackupPlace old = from.backUp(u"old"_s);
    from.send(); // an entry that the restored record has lost
    from.backUp(u"new"_s);
    RestoredOffice restored(from, old, from.sheets());
    AuditLog audit(*restored.main, *restored.vault, restored.clock);
    const AuditLog::State state = must(audit.check());
    QVERIFY(state.isWhole());
    const auto session = logIn(restored);
    const QList<AuditLog::Entry> entries = must(audit.page(*session, {}, {}, 3));
    QCOMPARE(entries[0].action, u"login"_s); // to read the record
    QCOMPARE(entries[1].action, u"backup.restore"_s);
    QCOMPARE(entries[1].subject, u"backup 2026-11-24 10:00"_s);
    QCOMPARE(entries[2].action, u"notice.hold.restored"_s);
}

void tst_Restoration::leavesNothingForTheGuardToHold()
{
    WithNotice from;
    from.approve();
    from.send();
    const BackupPlace old = from.backUp(u"old"_s);
    from.deliver(20);
    must(SendingMark(*from.office.files.main, *from.office.files.vault).note(from.office.clock.now()));
    from.backUp(u"new"_s);
    RestoredOffice restored(from, old, from.sheets());
    resume(restored, from.id);
    SendingMark mark(*restored.main, *restored.vault);
    AuditLog audit(*restored.main, *restored.vault, restored.clock);
    QVERIFY(!must(RestoreGuard(*restored.main, mark, audit).check())); // what staff resumed goes on
    QCOMPARE(stateOf(*restored.main, from.id), NoticeState::Sending);
}

QTEST_GUILESS_MAIN(tst_Restoration)
#include "tst_Restoration.moc"
