// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/PersonErasure.h"

#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace shirase;
using Report = PersonErasure::Report;

class tst_PersonErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesEveryVisitOfThatPersonAndNobodyElses();
    void withdrawsConfirmationsThatWaitAndOpensNobodysMail();
    void findsAnAddressHoweverItIsTyped();
    void doesNotRegisterTheSameScanAgain();
    void takesThePersonOffANoticeThatWaits();
    void takesThePersonOffANoticeThatIsBeingApproved();
    void forgetsThatThePersonWasTold();
    void keepsThePersonOutWhenABackupComesBack();
    void erasesWhatANoticeKnowsOfAVisitThatIsGone();
    void needsTheOfficeKey();
    void saysOnRecordThatItHappenedAndNotWho();
    void canBeCancelledAndDoneAgain();
    void isCompletedAfterAPowerCut();
    void saysWhichDaysItCouldNotLookAt();
    void leavesNoDeadRowsBehind();
};

namespace {

const QDate today(2026, 11, 21);
const QString taro = u"taro@example.jp"_s;
const QString hanako = u"hanako@example.jp"_s;

struct Story
{
    /// Both are in both places on each of three days; Taro twice on the last one.
    Story()
    {
        for (int back = 2; back >= 0; --back) {
            office.clock.set(japan::startOf(today.addDays(-back)) + 12 * 3600);
            for (const Facility &facility : {cafe, hall})
                office.visit(facility, {taro, hanako});
        }
        office.clock.advance(3600);
        office.visit(cafe, {taro});
    }
    /// A notice for the first day at the café, released for sending and sent to as many.
    NoticeId notice(int sent = 0)
    {
        office.clock.set(japan::startOf(today) + 15 * 3600);
        const NoticeId id = must(office.desk.draft(
            *office.session, {NoticeTarget::wholeDay(cafe.id, today.addDays(-2))}, u"standard"_s));
        must(office.desk.approve(*office.session, id, false));
        must(office.desk.send(*office.session, id));
        office.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL, finished_at = 1 WHERE id IN "
                   "(SELECT id FROM notice_recipient ORDER BY id LIMIT %1)"_s.arg(sent));
        return id;
    }
    Result<Report> erase(const QString &typed = taro, const PersonErasure::Progress &progress = {})
    {
        return PersonErasure(
                   {*office.files.main, *office.files.vault, office.staff.audit(), office.clock})
            .erase(*office.session, address(typed), progress);
    }

    TestOffice office;
    Facility cafe = office.addFacility();
    Facility hall = office.addFacility(u"市民ホール"_s);
};

/// What the visits of all days take on PostgreSQL's disk: bytes.
const QString sizeOfVisits = u"SELECT coalesce(sum(pg_relation_size(inhrelid)), 0) FROM pg_inherits "
                             "WHERE inhparent = 'visit'::regclass"_s;

} // namespace

// REQUIREMENTS V11
void tst_PersonErasure::erasesEveryVisitOfThatPersonAndNobodyElses()
{
    Story story;
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 13);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM outbox"_s), 13);
    QCOMPARE(must(story.erase()), (Report{.visits = 7, .confirmations = 7}));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 6);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM outbox"_s), 6);
    QCOMPARE(must(story.erase()), Report{}); // nothing is left to find
    QCOMPARE(must(story.erase(hanako)), (Report{.visits = 6, .confirmations = 6}));
}

// Nor does it need to open any: a letter that is damaged, as an unreadable one of another server's would be, goes all the same.
void tst_PersonErasure::withdrawsConfirmationsThatWaitAndOpensNobodysMail()
{
    Story story;
    story.office.run(u"UPDATE outbox SET sealed = %1"_s.arg(TestDatabase::zeros(80)));
    story.office.run(u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE id % 2 = 0"_s); // held
    QCOMPARE(must(story.erase()).confirmations, 7);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM outbox"_s), 6);
}

void tst_PersonErasure::findsAnAddressHoweverItIsTyped()
{
    Story story;
    QCOMPARE(must(story.erase(u" ＴＡＲＯ＠Example.JP。"_s)).visits, 7);
}

void tst_PersonErasure::doesNotRegisterTheSameScanAgain()
{
    Story story;
    const ScanToken scan = ScanToken::make(story.cafe.id, story.office.clock.now());
    must(story.erase());
    const Signup again{scan, address(taro), u"ja"_s};
    must(story.office.signups.store({again}).front());
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 6);
    // Whoever comes again is registered again.
    story.office.clock.advance(60);
    story.office.visit(story.cafe, {taro});
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 7);
}

// The right to be erased comes before the notice (V11 before M2).
void tst_PersonErasure::takesThePersonOffANoticeThatWaits()
{
    Story story;
    const NoticeId id = story.notice();
    QCOMPARE(must(story.office.notices.progress(id)).waiting, 2);
    QCOMPARE(must(story.erase()).recipients, 1);
    const NoticeProgress progress = must(story.office.notices.progress(id));
    QCOMPARE(progress.waiting, 1);
    QCOMPARE(progress.recipients, 2);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    must(story.erase(hanako));
    QCOMPARE(must(story.office.notices.find(id)).state, NoticeState::Sent); // nobody is left to send to
}

// Their visits have been read for it by then, and are gone when it is approved.
void tst_PersonErasure::takesThePersonOffANoticeThatIsBeingApproved()
{
    Story story;
    TestOffice &office = story.office;
    QStringList crowd;
    for (int i = 0; i < 150; ++i)
        crowd.append(u"user%1@example.jp"_s.arg(i));
    office.clock.set(japan::startOf(today.addDays(-2)) + 13 * 3600);
    office.visit(story.cafe, crowd);
    office.clock.set(japan::startOf(today) + 15 * 3600);
    const NoticeId id = must(
        office.desk.draft(*office.session, {NoticeTarget::wholeDay(story.cafe.id, today.addDays(-2))}, u"standard"_s));
    bool isErased = false;
    must(office.desk.approve(*office.session, id, false, [&](int, int) {
        return std::exchange(isErased, true) || story.erase().has_value();
    }));
    const NoticeProgress progress = must(office.notices.progress(id));
    QCOMPARE(progress.waiting, 151);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_visit"_s), 151);
}

void tst_PersonErasure::forgetsThatThePersonWasTold()
{
    Story story;
    const NoticeId id = story.notice(2);
    QCOMPARE(must(story.erase()).recipients, 1);
    QCOMPARE(must(story.office.notices.progress(id)).sent, 2);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 1);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_visit"_s), 1);
}

// REQUIREMENTS D5: what a restored database brings back goes by the tombstones, and no key is needed for that.
void tst_PersonErasure::keepsThePersonOutWhenABackupComesBack()
{
    Story story;
    const NoticeId id = story.notice();
    for (const QString &table : {u"visit"_s, u"notice_visit"_s, u"notice_recipient"_s})
        story.office.run(u"CREATE TABLE backup_%1 AS SELECT * FROM %1"_s.arg(table));
    must(story.erase());
    for (const QString &table : {u"visit"_s, u"notice_visit"_s, u"notice_recipient"_s})
        story.office.run(u"DELETE FROM %1"_s.arg(table));
    // The days' rooms are there still; the order keeps what refers to each other together.
    for (const QString &table : {u"visit"_s, u"notice_recipient"_s, u"notice_visit"_s})
        story.office.run(u"INSERT INTO %1 SELECT * FROM backup_%1"_s.arg(table));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 13);

    VisitErasure erasure(*story.office.files.main, *story.office.files.vault, story.office.clock);
    const VisitErasure::Erased erased = must(erasure.applyTombstones());
    QCOMPARE(erased.visits, 7);
    QCOMPARE(erased.recipients, 1);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 6);
    QCOMPARE(must(story.office.notices.progress(id)).waiting, 1);
    QCOMPARE(must(erasure.applyTombstones()).visits, 0);
}

void tst_PersonErasure::erasesWhatANoticeKnowsOfAVisitThatIsGone()
{
    Story story;
    story.notice();
    story.office.run(u"DELETE FROM visit"_s);
    QCOMPARE(must(story.erase()), Report{.recipients = 1});
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_visit"_s), 1);
}

void tst_PersonErasure::needsTheOfficeKey()
{
    Story story;
    const auto clerk = story.office.logIn(u"窓口"_s, Role::Administrator);
    PersonErasure erasure({*story.office.files.main, *story.office.files.vault, story.office.staff.audit(), story.office.clock});
    VERIFY_FAILS(erasure.erase(*clerk, address(taro)), ErrorCode::Refused);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 13);
}

void tst_PersonErasure::saysOnRecordThatItHappenedAndNotWho()
{
    Story story;
    must(story.erase());
    must(story.erase(u"nobody@example.jp"_s)); // whether somebody is registered was asked all the same
    const QList<AuditLog::Entry> entries = must(story.office.staff.audit().about(u"person"_s));
    QCOMPARE(entries.size(), 2);
    for (const AuditLog::Entry &entry : entries) {
        QCOMPARE(entry.action, u"person.erase"_s);
        QCOMPARE(entry.account, TestOffice::userName);
    }
}

void tst_PersonErasure::canBeCancelledAndDoneAgain()
{
    Story story;
    int asked = 0;
    VERIFY_FAILS(story.erase(taro,
                             [&](int, int total) {
                                 asked = total;
                                 return false;
                             }),
                 ErrorCode::Conflict);
    QCOMPARE(asked, 3);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 10);
    QCOMPARE(must(story.erase()).visits, 4);
}

void tst_PersonErasure::isCompletedAfterAPowerCut()
{
    Story story;
    story.notice();
    for (const auto &[event, table] : {std::pair(u"DELETE"_s, u"visit"_s), std::pair(u"DELETE"_s, u"notice_visit"_s),
                                       std::pair(u"INSERT"_s, u"notice_tally"_s), std::pair(u"DELETE"_s, u"outbox"_s)}) {
        Fault fault(*story.office.files.main, event, table);
        VERIFY_FAILS(story.erase(), ErrorCode::Conflict);
    }
    {
        Fault fault(*story.office.files.vault, u"INSERT"_s, u"erased_visit"_s);
        VERIFY_FAILS(story.erase(hanako), ErrorCode::Conflict);
    }
    must(story.erase());
    QCOMPARE(story.office.number(u"SELECT count(*) FROM visit"_s), 6);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM outbox"_s), 6);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 1);
}

void tst_PersonErasure::saysWhichDaysItCouldNotLookAt()
{
    Story story;
    must(story.office.files.vault->run(u"UPDATE day_key SET sealed_index = ? WHERE day = 20261120"_s,
                                       {QByteArray(137, 'x')}));
    const Report report = must(story.erase());
    QCOMPARE(report.closedDays, 1);
    QCOMPARE(report.visits, 5);
}

// REQUIREMENTS D1: nor a row that only the database calls gone.
void tst_PersonErasure::leavesNoDeadRowsBehind()
{
    Story story;
    TestOffice &office = story.office;
    Rows rows = must(office.files.main->run(u"SELECT sealed_address FROM visit"_s));
    QByteArrayList sealed;
    while (rows.next())
        sealed.append(rows.bytes(0));
    QCOMPARE(sealed.size(), 13);
    must(story.erase(taro));
    must(story.erase(hanako));
    if (TestDatabase::isSqlite()) {
        const QByteArray raw = office.files.rawBytes();
        for (const QByteArray &one : sealed)
            QVERIFY(!raw.contains(one));
    } else {
        QCOMPARE(office.number(sizeOfVisits), 0);
    }
}

QTEST_GUILESS_MAIN(tst_PersonErasure)
#include "tst_PersonErasure.moc"
