// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/notices/NoticeStory.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// What may be done with a notice, by whom and in which order.
class tst_NoticeDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesTheWholeWay();
    void refusesATargetThatMakesNoSense_data();
    void refusesATargetThatMakesNoSense();
    void refusesAnUnknownFacilityOrText();
    void takesTheSameTargetTwiceAsOnce();
    void refusesWhoeverHasNotTheRole_data();
    void refusesWhoeverHasNotTheRole();
    void asksForASecondPerson_data();
    void asksForASecondPerson();
    void withholdingErasesWhatAnInterruptedApprovalLeft();
    void refusesTheWrongOrder();
    void withholdsWithAReason();
    void endsAtOnceWhereNobodyWas();
    void cancellingErasesTheAddresses();
    void resumingEndsANoticeOfWhichNothingIsLeft();
    void freezesTheTextsAtTheDraft();
};

void tst_NoticeDesk::goesTheWholeWay()
{
    NoticeStory story;
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

    VERIFY_FAILS(office.desk.send(*office.session, id, office.clock.now() - 3600), ErrorCode::Invalid);
    QCOMPARE(story.state(id), NoticeState::Approved);
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
    NoticeStory story;
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
    NoticeStory story;
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
    NoticeStory story;
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
    NoticeStory story;
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
    NoticeStory story;
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

void tst_NoticeDesk::withholdingErasesWhatAnInterruptedApprovalLeft()
{
    NoticeStory story;
    const NoticeId id = story.approved(at(story.cafe));
    // As the power leaves it that fails before the last commit.
    story.office.run(u"UPDATE notice SET state = 'draft', approved_at = NULL"_s);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 2);
    VERIFY_DONE(story.office.desk.withhold(*story.office.session, id, u"濃厚接触者をすべて把握できたため"_s));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 0);
}

void tst_NoticeDesk::refusesTheWrongOrder()
{
    NoticeStory story;
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
    NoticeStory story;
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
    NoticeStory story;
    const NoticeId id = story.approved({NoticeTarget::wholeDay(story.cafe.id, QDate(2026, 11, 20))});
    QCOMPARE(must(story.office.notices.progress(id)).recipients, 0);
    must(story.office.desk.send(*story.office.session, id));
    const Notice notice = must(story.office.notices.find(id));
    QCOMPARE(notice.state, NoticeState::Sent);
    QVERIFY(notice.finishedAt.has_value());
}

void tst_NoticeDesk::cancellingErasesTheAddresses()
{
    NoticeStory story;
    story.addCrowd(450); // more than one turn of erasing
    const NoticeId id = story.approved(at(story.cafe));
    must(story.office.desk.cancel(*story.office.session, id));
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    const NoticeProgress progress = must(story.office.notices.progress(id));
    QCOMPARE(progress.failed, 452);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"cancelled"_s, 452}}));
}

// The last mails came home while the notice was paused.
void tst_NoticeDesk::resumingEndsANoticeOfWhichNothingIsLeft()
{
    NoticeStory story;
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
    NoticeStory story;
    const NoticeId id = story.draft(at(story.cafe));
    const Notice before = must(story.office.notices.find(id));
    QVERIFY(before.texts[u"ja"_s].subject.contains(u"北海道コロナ通知システム"_s));
    QCOMPARE(before.textHash, hashOf(before.texts));
    must(story.office.settings.set(u"organisation.system_name"_s, u"別の名前"_s));
    must(story.office.desk.approve(*story.office.session, id, false));
    QCOMPARE(must(story.office.notices.find(id)).texts, before.texts);
}

QTEST_GUILESS_MAIN(tst_NoticeDesk)
#include "tst_NoticeDesk.moc"
