// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeDesk.h"

#include "core/database/Lease.h"
#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesTheWholeWay();
    void tellsNobodyTwiceOfTheSamePlaceAndDay();
    void tellsAgainThoseWhomTheMailDidNotReach();
    void tellsThoseWhoWereElsewhereTooForThatPlace();
    void previewSaysWhoWouldBeTold();
    void previewSaysWhetherPeopleMayStillCome_data();
    void previewSaysWhetherPeopleMayStillCome();
    void refusesATargetThatMakesNoSense_data();
    void refusesATargetThatMakesNoSense();
    void refusesAnUnknownFacilityOrText();
    void takesTheSameTargetTwiceAsOnce();
    void refusesWhoeverHasNotTheRole_data();
    void refusesWhoeverHasNotTheRole();
    void asksForASecondPerson_data();
    void asksForASecondPerson();
    void waitsForTheWindowToClose();
    void draftsTheFollowUpOfAWindowThatClosesMeanwhile();
    void approvesNothingWhileTheVaultDoesNotAnswer();
    void leavesNoDoublesAfterAnInterruptedApproval();
    void leavesNothingOfACancelledApproval();
    void withholdingErasesWhatAnInterruptedApprovalLeft();
    void approvesOneAtATime();
    void givesUpWhenSomebodyElseTookOver();
    void leavesAnApprovalAloneThatEndedWhileItSlept();
    void givesUpWhenTheTextsAreChangedMeanwhile();
    void refusesTheWrongOrder();
    void withholdsWithAReason();
    void endsAtOnceWhereNobodyWas();
    void cancellingErasesTheAddresses();
    void tellsThoseWhomAnInterruptedCancelLeftWaiting();
    void resumingEndsANoticeOfWhichNothingIsLeft();
    void freezesTheTextsAtTheDraft();
    void putsTheRecipientsInAnOrderThatSaysNothingOfThem();

private:
    static constexpr const char *officeHours = "2026-11-24T10:00";
};

namespace {

const QDate day(2026, 11, 21);

QList<NoticeTarget> at(const Facility &facility)
{
    return {NoticeTarget::wholeDay(facility.id, day)};
}

struct Story
{
    Story()
    {
        cafe = office.addFacility();
        office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
        office.run(u"DELETE FROM outbox"_s);
        office.clock.set("2026-11-24T10:00");
        must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
    }
    NoticeId draft(const QList<NoticeTarget> &targets)
    {
        return must(office.desk.draft(*office.session, targets, u"standard"_s));
    }
    NoticeId approved(const QList<NoticeTarget> &targets)
    {
        const NoticeId id = draft(targets);
        must(office.desk.approve(*office.session, id, false));
        return id;
    }
    /// That many more people who were at the café that day.
    void addCrowd(int number)
    {
        QStringList people;
        for (int i = 0; i < number; ++i)
            people.append(u"user%1@example.jp"_s.arg(i));
        const qint64 now = office.clock.now();
        office.clock.set("2026-11-21T13:00");
        office.visit(cafe, people);
        office.clock.set(now);
    }
    NoticeState state(NoticeId id) { return must(office.notices.find(id)).state; }
    QStringList actions()
    {
        QStringList names;
        for (const AuditLog::Entry &entry : must(office.staff.audit().page(*office.session, {}, {}, 100)))
            names.prepend(entry.action + u' ' + entry.subject);
        return names;
    }

    TestOffice office;
    Facility cafe = office.addFacility(u"もう一つの店"_s);
};

} // namespace

void tst_NoticeDesk::goesTheWholeWay()
{
    Story story;
    TestOffice &office = story.office;
    const NoticeId id = story.draft(at(story.cafe));
    Notice notice = must(office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Draft);
    QCOMPARE(notice.author, TestOffice::userName);
    QCOMPARE(notice.targets, at(story.cafe));
    QCOMPARE(notice.createdAt, office.clock.now());
    QVERIFY(notice.texts.contains(u"ja"_s) && notice.texts.contains(u"en"_s));
    QVERIFY(!notice.approvedAt && !notice.sendAt && !notice.startedAt && !notice.finishedAt);

    office.clock.advance(60);
    must(office.desk.approve(*office.session, id, false));
    notice = must(office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Approved);
    QCOMPARE(notice.approver, TestOffice::userName);
    QCOMPARE(notice.approvedAt, std::optional(office.clock.now()));
    NoticeProgress progress = must(office.notices.progress(id));
    QCOMPARE(progress.recipients, 2);
    QCOMPARE(progress.waiting, 2);

    must(office.desk.send(*office.session, id));
    QCOMPARE(story.state(id), NoticeState::Sending);
    must(office.desk.pause(*office.session, id));
    QCOMPARE(story.state(id), NoticeState::Paused);
    must(office.desk.resume(*office.session, id));
    QCOMPARE(story.state(id), NoticeState::Sending);
    must(office.desk.cancel(*office.session, id));
    QCOMPARE(story.state(id), NoticeState::Cancelled);

    // REQUIREMENTS S7: each step has its entry, and the chain holds.
    const QStringList actions = story.actions();
    for (const auto &action : {u"draft"_s, u"approve"_s, u"send"_s, u"pause"_s, u"resume"_s, u"cancel"_s})
        QCOMPARE(actions.count(u"notice.%1 notice %2"_s.arg(action).arg(id)), 1);
    QCOMPARE(must(office.staff.audit().check()).isWhole(), true);
}

void tst_NoticeDesk::tellsNobodyTwiceOfTheSamePlaceAndDay()
{
    Story story;
    story.approved(at(story.cafe));
    story.office.clock.set("2026-11-21T20:00");
    story.office.visit(story.cafe, {u"taro@example.jp"_s, u"late@example.jp"_s}); // taro came back that day
    story.office.clock.set(officeHours);
    const NoticeId second = story.approved(at(story.cafe));
    QCOMPARE(must(story.office.notices.progress(second)).recipients, 1);
    const NoticePreview third = must(story.office.desk.preview(*story.office.session, at(story.cafe)));
    QCOMPARE(third.people, 0);
    QCOMPARE(third.alreadyNotified, 3);
}

void tst_NoticeDesk::tellsAgainThoseWhomTheMailDidNotReach()
{
    Story story;
    const NoticeId first = story.approved(at(story.cafe));
    story.office.run(u"UPDATE notice_recipient SET state = 'failed', sealed = NULL "
                     "WHERE id = (SELECT min(id) FROM notice_recipient)"_s);
    const NoticePreview preview = must(story.office.desk.preview(*story.office.session, at(story.cafe)));
    QCOMPARE(preview.people, 1);
    QCOMPARE(preview.alreadyNotified, 1);
    must(story.office.desk.cancel(*story.office.session, first));
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).people, 2);
}

void tst_NoticeDesk::tellsThoseWhoWereElsewhereTooForThatPlace()
{
    Story story;
    const Facility hall = story.office.addFacility(u"雪まつり会場"_s);
    story.office.clock.set("2026-11-21T13:00");
    story.office.visit(hall, {u"taro@example.jp"_s});
    story.office.clock.set(officeHours);
    story.approved(at(story.cafe));
    const NoticePreview both =
        must(story.office.desk.preview(*story.office.session, at(story.cafe) + at(hall)));
    QCOMPARE(both.visits, 3);
    QCOMPARE(both.people, 1); // taro was told of the one place, not of the other
    QCOMPARE(both.alreadyNotified, 1);
}

void tst_NoticeDesk::previewSaysWhoWouldBeTold()
{
    Story story;
    const NoticePreview preview = must(story.office.desk.preview(*story.office.session, at(story.cafe)));
    QVERIFY((preview == NoticePreview{.visits = 2, .people = 2, .languages = {{u"ja"_s, 2}}}));
    // It leaves nothing behind.
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 0);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice"_s), 0);
}

void tst_NoticeDesk::previewSaysWhetherPeopleMayStillCome_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("open");
    QTest::newRow("during the day") << u"2026-11-21T12:00"_s << true;
    QTest::newRow("after midnight") << u"2026-11-22T00:00"_s << true;
    QTest::newRow("an hour after midnight") << u"2026-11-22T01:00"_s << true;
    QTest::newRow("61 minutes after midnight") << u"2026-11-22T01:01"_s << false;
}

void tst_NoticeDesk::previewSaysWhetherPeopleMayStillCome()
{
    QFETCH(QString, now);
    QFETCH(bool, open);
    Story story;
    story.office.clock.set(*japan::parseDateTime(now));
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).windowOpen, open);
}

void tst_NoticeDesk::refusesATargetThatMakesNoSense_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << u"2026-11-21T10:00"_s << u"2026-11-21T10:00"_s << false;
    QTest::newRow("backwards") << u"2026-11-21T10:00"_s << u"2026-11-21T09:00"_s << false;
    QTest::newRow("a minute") << u"2026-11-21T10:00"_s << u"2026-11-21T10:01"_s << true;
    QTest::newRow("over midnight") << u"2026-11-20T22:00"_s << u"2026-11-21T02:00"_s << true;
    QTest::newRow("fourteen days") << u"2026-11-01T00:00"_s << u"2026-11-15T00:00"_s << true;
    QTest::newRow("fourteen days and a minute") << u"2026-11-01T00:00"_s << u"2026-11-15T00:01"_s << false;
    QTest::newRow("fifteen days") << u"2026-11-01T00:00"_s << u"2026-11-16T00:00"_s << false;
    QTest::newRow("ten years") << u"2016-11-24T00:00"_s << u"2026-11-24T00:00"_s << false;
    QTest::newRow("ten years ago") << u"2016-11-24T00:00"_s << u"2016-11-25T00:00"_s << false;
    QTest::newRow("tomorrow") << u"2026-11-25T00:00"_s << u"2026-11-26T00:00"_s << false;
    QTest::newRow("today until tomorrow") << u"2026-11-24T00:00"_s << u"2026-11-25T00:00"_s << true;
    // On 24 November everything up to 24 September is gone (REQUIREMENTS D1).
    QTest::newRow("the last day that was erased") << u"2026-09-24T00:00"_s << u"2026-09-25T00:00"_s << false;
    QTest::newRow("the first day that is kept") << u"2026-09-25T00:00"_s << u"2026-09-26T00:00"_s << true;
}

void tst_NoticeDesk::refusesATargetThatMakesNoSense()
{
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(bool, good);
    Story story;
    const QList<NoticeTarget> targets{
        {story.cafe.id, *japan::parseDateTime(from), *japan::parseDateTime(until)}};
    if (good) {
        VERIFY_DONE(story.office.desk.draft(*story.office.session, targets, u"standard"_s));
        VERIFY_DONE(story.office.desk.preview(*story.office.session, targets));
    } else {
        VERIFY_FAILS(story.office.desk.draft(*story.office.session, targets, u"standard"_s),
                     ErrorCode::Invalid);
        VERIFY_FAILS(story.office.desk.preview(*story.office.session, targets), ErrorCode::Invalid);
        QCOMPARE(story.office.number(u"SELECT count(*) FROM notice"_s), 0);
    }
}

void tst_NoticeDesk::refusesAnUnknownFacilityOrText()
{
    Story story;
    const Session &by = *story.office.session;
    VERIFY_FAILS(story.office.desk.draft(by, {NoticeTarget::wholeDay(999, day)}, u"standard"_s),
                 ErrorCode::NotFound);
    VERIFY_FAILS(story.office.desk.draft(by, at(story.cafe), u"nonsense"_s), ErrorCode::NotFound);
    VERIFY_FAILS(story.office.desk.draft(by, {}, u"standard"_s), ErrorCode::Invalid);
    VERIFY_FAILS(story.office.desk.approve(by, 999, false), ErrorCode::NotFound);
    VERIFY_FAILS(story.office.notices.progress(999), ErrorCode::NotFound);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice"_s), 0);
}

void tst_NoticeDesk::takesTheSameTargetTwiceAsOnce()
{
    Story story;
    // A clerk adds the same shop twice, and a part of that day.
    const NoticeTarget part{story.cafe.id, japan::startOf(day), japan::startOf(day) + 3600};
    const NoticeId id = story.approved(at(story.cafe) + at(story.cafe) + QList{part});
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 2);
}

void tst_NoticeDesk::refusesWhoeverHasNotTheRole_data()
{
    QTest::addColumn<int>("roles");
    QTest::addColumn<bool>("mayDraft");
    QTest::addColumn<bool>("mayApprove");
    QTest::newRow("nobody") << 0 << false << false;
    QTest::newRow("administrator") << int(Role::Administrator) << false << false;
    QTest::newRow("facilities") << int(Role::Facilities) << false << false;
    QTest::newRow("audit") << int(Role::Audit) << false << false;
    QTest::newRow("notices") << int(Role::Notices) << true << false;
    QTest::newRow("approval") << int(Role::Approval) << false << true;
}

// REQUIREMENTS S7
void tst_NoticeDesk::refusesWhoeverHasNotTheRole()
{
    QFETCH(int, roles);
    QFETCH(bool, mayDraft);
    QFETCH(bool, mayApprove);
    Story story;
    NoticeDesk &desk = story.office.desk;
    const auto session = story.office.logIn(u"鈴木"_s, Roles(roles));
    const NoticeId drafted = story.draft(at(story.cafe));
    const auto answers = [](const Result<> &result, bool allowed) {
        return allowed ? result.has_value() : !result && result.error().code == ErrorCode::Refused;
    };
    QCOMPARE(desk.draft(*session, at(story.cafe), u"standard"_s).has_value(), mayDraft);
    QCOMPARE(desk.preview(*session, at(story.cafe)).has_value(), mayDraft || mayApprove);
    QVERIFY(answers(desk.approve(*session, drafted, false), mayApprove));
    QVERIFY(answers(desk.withhold(*session, story.draft(at(story.cafe)), u"known"_s), mayApprove));
    const NoticeId approved = story.approved(at(story.cafe));
    story.office.run(u"UPDATE notice_recipient SET state = 'waiting'"_s);
    story.office.run(u"INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply) "
                     "VALUES (%1, 'x@example.jp', 'waiting', 0, 0, '')"_s.arg(approved));
    QVERIFY(answers(desk.send(*session, approved), mayDraft));
    if (!mayDraft)
        must(desk.send(*story.office.session, approved));
    QVERIFY(answers(desk.pause(*session, approved), mayDraft));
    if (!mayDraft)
        must(desk.pause(*story.office.session, approved));
    QVERIFY(answers(desk.resume(*session, approved), mayDraft));
    QVERIFY(answers(desk.cancel(*session, approved), mayDraft));
}

void tst_NoticeDesk::asksForASecondPerson_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("otherApprover");
    QTest::addColumn<bool>("otherIsDisabled");
    QTest::addColumn<bool>("authorMay");
    QTest::newRow("auto, alone") << u"auto"_s << false << false << true;
    QTest::newRow("auto, with another approver") << u"auto"_s << true << false << false;
    QTest::newRow("auto, the other is disabled") << u"auto"_s << true << true << true;
    QTest::newRow("on, alone") << u"on"_s << false << false << false;
    QTest::newRow("on, with another approver") << u"on"_s << true << false << false;
    QTest::newRow("off, with another approver") << u"off"_s << true << false << true;
}

// REQUIREMENTS S3
void tst_NoticeDesk::asksForASecondPerson()
{
    QFETCH(QString, rule);
    QFETCH(bool, otherApprover);
    QFETCH(bool, otherIsDisabled);
    QFETCH(bool, authorMay);
    Story story;
    must(story.office.settings.set(u"notice.two_person_rule"_s, rule));
    story.office.logIn(u"係員"_s, Role::Notices); // approves nothing
    std::unique_ptr<Session> other;
    if (otherApprover)
        other = story.office.logIn(u"鈴木"_s, Role::Approval);
    if (otherIsDisabled)
        story.office.run(u"UPDATE account SET state = 'disabled' WHERE name = '鈴木'"_s);
    const NoticeId id = story.draft(at(story.cafe));
    const Result<> byAuthor = story.office.desk.approve(*story.office.session, id, false);
    QCOMPARE(byAuthor.has_value(), authorMay);
    if (authorMay)
        return;
    VERIFY_FAILS(byAuthor, ErrorCode::Refused);
    QCOMPARE(story.state(id), NoticeState::Draft);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 0);
    if (other)
        VERIFY_DONE(story.office.desk.approve(*other, id, false));
}

void tst_NoticeDesk::waitsForTheWindowToClose()
{
    Story story;
    story.office.clock.set("2026-11-22T01:00");
    const NoticeId id = story.draft(at(story.cafe));
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false), ErrorCode::Conflict);
    QCOMPARE(story.state(id), NoticeState::Draft);
    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, true));
    const NoticeId second = story.draft(at(story.cafe));
    story.office.clock.set("2026-11-22T01:01");
    VERIFY_DONE(story.office.desk.approve(*story.office.session, second, false));
}

// Whoever registers between the counting and the end of the window is for the follow-up.
void tst_NoticeDesk::draftsTheFollowUpOfAWindowThatClosesMeanwhile()
{
    Story story;
    story.office.clock.set("2026-11-22T01:00");
    const NoticeId id = story.draft(at(story.cafe));
    must(story.office.desk.approve(*story.office.session, id, true, [&](int, int) {
        story.office.clock.set("2026-11-22T01:01");
        return true;
    }));
    const Notice followUp = must(story.office.notices.newest(1)).first();
    QCOMPARE(followUp.follows, std::optional(id));
    QCOMPARE(followUp.targets, at(story.cafe));
}

// Else nobody would be told, and nobody would know.
void tst_NoticeDesk::approvesNothingWhileTheVaultDoesNotAnswer()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    Database &vault = *story.office.files.vault;
    must(vault.command(u"ALTER TABLE day_key RENAME TO out_of_reach"_s));
    QVERIFY(!story.office.desk.preview(*story.office.session, at(story.cafe)));
    QVERIFY(!story.office.desk.approve(*story.office.session, id, false));
    QCOMPARE(story.state(id), NoticeState::Draft);
    must(vault.command(u"ALTER TABLE out_of_reach RENAME TO day_key"_s));
    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, false));
    QCOMPARE(must(story.office.notices.progress(id)).waiting, 2);
}

void tst_NoticeDesk::leavesNoDoublesAfterAnInterruptedApproval()
{
    Story story;
    story.addCrowd(300);
    const NoticeId id = story.draft(at(story.cafe));
    // Cancelled while counting, and then while writing: the first turn of writing comes after the three
    // reports.
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false, [](int, int) { return false; }),
                 ErrorCode::Conflict);
    QCOMPARE(story.state(id), NoticeState::Draft);
    int calls = 0;
    VERIFY_FAILS(
        story.office.desk.approve(*story.office.session, id, false, [&](int, int) { return ++calls < 4; }),
        ErrorCode::Conflict);
    QCOMPARE(story.state(id), NoticeState::Draft);
    VERIFY_FAILS(story.office.desk.send(*story.office.session, id), ErrorCode::Conflict);
    // Nobody counts as told by what was interrupted.
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).people, 302);

    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, false));
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 302);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_visit"_s), 302);
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false), ErrorCode::Conflict);
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 302);
}

// REQUIREMENTS D2: what is not going to leave is not kept for the queue.
void tst_NoticeDesk::leavesNothingOfACancelledApproval()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false, [](int, int) { return false; }),
                 ErrorCode::Conflict);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 0);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_visit"_s), 0);
    // Nor of one that somebody else decides meanwhile.
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false,
                                           [&](int, int) {
                                               return story.office.desk.cancel(*story.office.session, id).has_value();
                                           }),
                 ErrorCode::Conflict);
    QCOMPARE(story.state(id), NoticeState::Cancelled);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
}

void tst_NoticeDesk::withholdingErasesWhatAnInterruptedApprovalLeft()
{
    Story story;
    const NoticeId id = story.approved(at(story.cafe));
    // As the power leaves it that fails before the last commit.
    story.office.run(u"UPDATE notice SET state = 'draft', approved_at = NULL"_s);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 2);
    VERIFY_DONE(story.office.desk.withhold(*story.office.session, id, u"濃厚接触者をすべて把握できたため"_s));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 0);
}

void tst_NoticeDesk::approvesOneAtATime()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    const auto other = story.office.files.open(Migrations::Schema::Main);
    {
        Lease elsewhere(*other, u"approval"_s, story.office.clock);
        QVERIFY(must(elsewhere.take(60)));
        VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false), ErrorCode::Busy);
    }
    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, false));
}

// An approval that was stopped for longer than its lease (a laptop asleep) must not write among another's
// rows.
void tst_NoticeDesk::givesUpWhenSomebodyElseTookOver()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    const auto other = story.office.files.open(Migrations::Schema::Main);
    Lease elsewhere(*other, u"approval"_s, story.office.clock);
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false,
                                           [&](int, int) {
                                               story.office.run(u"UPDATE lease SET until_at = until_at - 61"_s);
                                               return must(elsewhere.take(60));
                                           }),
                 ErrorCode::Busy);
    QCOMPARE(story.state(id), NoticeState::Draft);
}

// Nobody may be missing in what has been approved: the lease is free again by then.
void tst_NoticeDesk::leavesAnApprovalAloneThatEndedWhileItSlept()
{
    Story story;
    story.addCrowd(150);
    const NoticeId id = story.draft(at(story.cafe));
    bool slept = false;
    const auto sleep = [&](int, int) {
        if (std::exchange(slept, true))
            return true;
        story.office.run(u"UPDATE lease SET until_at = until_at - 61"_s);
        return story.office.desk.approve(*story.office.session, id, false).has_value();
    };
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false, sleep), ErrorCode::Conflict);
    QCOMPARE(story.state(id), NoticeState::Approved);
    QCOMPARE(must(story.office.notices.progress(id)).waiting, 152);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_visit"_s), 152);
}

// What its author has saved in another window is not written over by what was read before.
void tst_NoticeDesk::givesUpWhenTheTextsAreChangedMeanwhile()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    Wordings texts = must(story.office.notices.find(id)).texts;
    texts[u"ja"_s].subject += u"（改）"_s;
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false,
                                           [&](int, int) {
                                               return story.office.desk.wording()
                                                   .setTexts(*story.office.session, id, texts)
                                                   .has_value();
                                           }),
                 ErrorCode::Conflict);
    const Notice notice = must(story.office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Draft);
    QCOMPARE(notice.texts, texts);
    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, false));
}

void tst_NoticeDesk::refusesTheWrongOrder()
{
    Story story;
    NoticeDesk &desk = story.office.desk;
    const Session &by = *story.office.session;
    const NoticeId id = story.draft(at(story.cafe));
    VERIFY_FAILS(desk.send(by, id), ErrorCode::Conflict);
    VERIFY_FAILS(desk.pause(by, id), ErrorCode::Conflict);
    VERIFY_FAILS(desk.resume(by, id), ErrorCode::Conflict);
    must(desk.approve(by, id, false));
    VERIFY_FAILS(desk.approve(by, id, false), ErrorCode::Conflict);
    VERIFY_FAILS(desk.withhold(by, id, u"x"_s), ErrorCode::Conflict);
    VERIFY_FAILS(desk.pause(by, id), ErrorCode::Conflict);
    must(desk.send(by, id));
    VERIFY_FAILS(desk.send(by, id), ErrorCode::Conflict);
    VERIFY_FAILS(desk.resume(by, id), ErrorCode::Conflict);
    must(desk.cancel(by, id));
    VERIFY_FAILS(desk.cancel(by, id), ErrorCode::Conflict);
    VERIFY_FAILS(desk.resume(by, id), ErrorCode::Conflict);
    VERIFY_FAILS(desk.send(by, id), ErrorCode::Conflict);
}

// REQUIREMENTS S4
void tst_NoticeDesk::withholdsWithAReason()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    VERIFY_FAILS(story.office.desk.withhold(*story.office.session, id, u" \n "_s), ErrorCode::Invalid);
    VERIFY_DONE(story.office.desk.withhold(*story.office.session, id, u" 濃厚接触者を  把握 "_s));
    const Notice notice = must(story.office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Withheld);
    QCOMPARE(notice.reason, u"濃厚接触者を 把握"_s);
    QCOMPARE(notice.finishedAt, std::optional(story.office.clock.now()));
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, false), ErrorCode::Conflict);
    VERIFY_FAILS(story.office.desk.cancel(*story.office.session, id), ErrorCode::Conflict);
}

void tst_NoticeDesk::endsAtOnceWhereNobodyWas()
{
    Story story;
    const NoticeId id = story.approved({NoticeTarget::wholeDay(story.cafe.id, QDate(2026, 11, 20))});
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 0);
    must(story.office.desk.send(*story.office.session, id));
    const Notice notice = must(story.office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Sent);
    QVERIFY(notice.finishedAt.has_value());
}

void tst_NoticeDesk::cancellingErasesTheAddresses()
{
    Story story;
    story.addCrowd(450); // more than one turn of erasing
    const NoticeId id = story.approved(at(story.cafe));
    must(story.office.desk.cancel(*story.office.session, id));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    const NoticeProgress progress = must(story.office.notices.progress(id));
    QCOMPARE(progress.failed, 452);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"cancelled"_s, 452}}));
}

// The power fails between the two.
void tst_NoticeDesk::tellsThoseWhomAnInterruptedCancelLeftWaiting()
{
    Story story;
    const NoticeId id = story.approved(at(story.cafe));
    {
        Fault power(*story.office.files.main, u"UPDATE"_s, u"notice_recipient"_s);
        QVERIFY(!story.office.desk.cancel(*story.office.session, id));
    }
    QCOMPARE(story.state(id), NoticeState::Cancelled);
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).people, 2);
    QCOMPARE(must(story.office.notices.progress(story.approved(at(story.cafe)))).waiting, 2);
}

// The last mails came home while the notice was paused.
void tst_NoticeDesk::resumingEndsANoticeOfWhichNothingIsLeft()
{
    Story story;
    const NoticeId id = story.approved(at(story.cafe));
    must(story.office.desk.send(*story.office.session, id));
    must(story.office.desk.pause(*story.office.session, id));
    story.office.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL"_s);
    must(story.office.desk.resume(*story.office.session, id));
    QCOMPARE(story.state(id), NoticeState::Sent);
    QVERIFY(must(story.office.notices.find(id)).finishedAt.has_value());
}

void tst_NoticeDesk::freezesTheTextsAtTheDraft()
{
    Story story;
    const NoticeId id = story.draft(at(story.cafe));
    const Notice before = must(story.office.notices.find(id));
    QVERIFY(before.texts[u"ja"_s].subject.contains(u"北海道コロナ通知システム"_s));
    QCOMPARE(before.textHash, hashOf(before.texts));
    must(story.office.settings.set(u"organisation.system_name"_s, u"別の名前"_s));
    must(story.office.desk.approve(*story.office.session, id, false));
    QCOMPARE(must(story.office.notices.find(id)).texts, before.texts);
}

void tst_NoticeDesk::putsTheRecipientsInAnOrderThatSaysNothingOfThem()
{
    Story story;
    QStringList people;
    for (int i = 0; i < 50; ++i)
        people.append(u"user%1@example.jp"_s.arg(i, 2, 10, QChar(u'0')));
    story.office.clock.set("2026-11-21T13:00");
    story.office.visit(story.cafe, people);
    story.office.clock.set(officeHours);
    story.approved(at(story.cafe));
    const Opener queue = story.office.serverKey.queueOpener();
    QList<QByteArray> order;
    Rows rows = must(story.office.files.main->run(u"SELECT sealed FROM notice_recipient ORDER BY id"_s));
    while (rows.next())
        order.append(must(queue.open(rows.bytes(0))));
    QCOMPARE(order.size(), 52);
    QVERIFY(!std::is_sorted(order.begin(), order.end()));
    // And each behind the last one in every index, so that 100,000 of them are written in seconds.
    for (const QString &key : {u"r.message_id"_s, u"v.who"_s}) {
        Rows keys = must(story.office.files.main->run(
            u"SELECT %1 FROM notice_recipient r JOIN notice_visit v ON v.recipient_id = r.id ORDER BY r.id"_s.arg(key)));
        QList<QByteArray> found;
        while (keys.next())
            found.append(keys.bytes(0));
        QCOMPARE(found.size(), 52);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
    }
}

QTEST_GUILESS_MAIN(tst_NoticeDesk)
#include "tst_NoticeDesk.moc"
