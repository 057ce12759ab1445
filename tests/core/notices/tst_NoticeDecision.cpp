// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeDesk.h"

#include "tests/support/TestOffice.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

// How a draft is decided: by whom, on which recommendation, and what follows (REQUIREMENTS S3, S4).
class tst_NoticeDecision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRuleThatWasInForceAtTheDraft();
    void isSubmittedAndApprovedBySomebodyElse();
    void isSentBackWithARemark();
    void refusesTextsThatTheApproverHasNotRead();
    void countsWhatWaitsForAnAccount();
    void takesAReasonBelowTheThresholds();
    void withholdingAgainstTheRecommendationIsNoted();
    void refusesAnImpossibleNumberOfInfectedPeople_data();
    void refusesAnImpossibleNumberOfInfectedPeople();
    void draftsAFollowUpForThoseWhoComeLater();
    void aFollowUpTellsOnlyThoseWhoCameLater();
    void draftsNoFollowUpOnceTheWindowIsOver();
    void previewCountsLanguagesAndRefusals();
    void doesNotMixExercisesWithRealPlaces();
    void anExerciseGoesTheWholeWay();
};

namespace {

const QDate day(2026, 11, 21);

struct Story
{
    Story()
    {
        office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
        office.clock.set("2026-11-24T10:00");
        must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
    }
    [[nodiscard]] QList<NoticeTarget> there() const { return {NoticeTarget::wholeDay(cafe.id, day)}; }
    NoticeId draft(int infected = 1)
    {
        return must(office.desk.draft(*office.session, there(), u"standard"_s, infected));
    }
    Notice notice(NoticeId id) { return must(office.notices.find(id)); }
    int noted(const QString &action, NoticeId id)
    {
        const QList<AuditLog::Entry> entries = must(office.staff.audit().about(NoticeSteps::subjectOf(id)));
        return int(std::ranges::count(entries, action, &AuditLog::Entry::action));
    }
    Facility addExercise()
    {
        FacilityDetails details = TestOffice::details(u"訓練会場"_s);
        details.exercise = true;
        return must(office.registration.add(details, FacilitySource::Staff, false, u"ja"_s));
    }

    TestOffice office;
    Facility cafe = office.addFacility();
};

} // namespace

void tst_NoticeDecision::keepsTheRuleThatWasInForceAtTheDraft()
{
    Story story;
    TestOffice &office = story.office;
    must(office.settings.set(u"notice.two_person_rule"_s, u"on"_s));
    const NoticeId strict = story.draft();
    QVERIFY(story.notice(strict).twoPersons);
    must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
    VERIFY_FAILS(office.desk.approve(*office.session, strict, false), ErrorCode::Refused);
    const NoticeId loose = story.draft();
    must(office.settings.set(u"notice.two_person_rule"_s, u"on"_s));
    VERIFY_DONE(office.desk.approve(*office.session, loose, false));
}

void tst_NoticeDecision::isSubmittedAndApprovedBySomebodyElse()
{
    Story story;
    TestOffice &office = story.office;
    must(office.settings.set(u"notice.two_person_rule"_s, u"auto"_s));
    const auto approver = office.logIn(u"鈴木"_s, Role::Approval);
    const NoticeId id = story.draft();
    VERIFY_FAILS(office.desk.submit(*approver, id), ErrorCode::Refused);
    VERIFY_DONE(office.desk.submit(*office.session, id));
    QCOMPARE(story.notice(id).state, NoticeState::Waiting);
    VERIFY_FAILS(office.desk.submit(*office.session, id), ErrorCode::Conflict);
    VERIFY_FAILS(office.desk.approve(*office.session, id, false), ErrorCode::Refused);
    VERIFY_DONE(office.desk.approve(*approver, id, false));
    QCOMPARE(story.notice(id).approver, u"鈴木"_s);
    QCOMPARE(story.noted(u"notice.submit"_s, id), 1);
}

void tst_NoticeDecision::isSentBackWithARemark()
{
    Story story;
    NoticeDesk &desk = story.office.desk;
    const Session &by = *story.office.session;
    const NoticeId id = story.draft();
    VERIFY_FAILS(desk.sendBack(by, id, u"日付を確認"_s), ErrorCode::Conflict);
    must(desk.submit(by, id));
    VERIFY_FAILS(desk.sendBack(by, id, u"  "_s), ErrorCode::Invalid);
    VERIFY_DONE(desk.sendBack(by, id, u" 日付を  確認 "_s));
    QCOMPARE(story.notice(id).state, NoticeState::Draft);
    QCOMPARE(story.notice(id).remark, u"日付を 確認"_s);
    QCOMPARE(story.noted(u"notice.send_back"_s, id), 1);
    VERIFY_FAILS(desk.approve(by, id, false), ErrorCode::Conflict); // before the author has mended it
    must(desk.submit(by, id));
    QCOMPARE(story.notice(id).remark, QString());
    const auto author = story.office.logIn(u"係員"_s, Role::Notices);
    VERIFY_FAILS(desk.sendBack(*author, id, u"x"_s), ErrorCode::Refused);
}

void tst_NoticeDecision::refusesTextsThatTheApproverHasNotRead()
{
    Story story;
    const NoticeId id = story.draft();
    const QByteArray hash = story.notice(id).textHash;
    story.office.run(u"UPDATE notice SET text_hash = 'changed meanwhile'"_s);
    VERIFY_FAILS(story.office.desk.approve(*story.office.session, id, {false, {}, hash}),
                 ErrorCode::Conflict);
    QCOMPARE(story.notice(id).state, NoticeState::Draft);
    story.office.run(u"UPDATE notice SET text_hash = '%1'"_s.arg(QString::fromLatin1(hash)));
    VERIFY_DONE(story.office.desk.approve(*story.office.session, id, {false, {}, hash}));
}

void tst_NoticeDecision::countsWhatWaitsForAnAccount()
{
    Story story;
    TestOffice &office = story.office;
    must(office.settings.set(u"notice.two_person_rule"_s, u"on"_s));
    const NoticeId id = story.draft();
    QCOMPARE(must(office.notices.countWaiting(u"鈴木"_s)), 0);
    must(office.desk.submit(*office.session, id));
    QCOMPARE(must(office.notices.countWaiting(u"鈴木"_s)), 1);
    QCOMPARE(must(office.notices.countWaiting(TestOffice::userName)), 0);
}

void tst_NoticeDecision::takesAReasonBelowTheThresholds()
{
    Story story;
    NoticeDesk &desk = story.office.desk;
    const Session &by = *story.office.session;
    story.office.run(u"DELETE FROM notice_threshold WHERE kind = 'store' AND infected = 1"_s);
    QCOMPARE(must(desk.preview(by, story.there(), {}, 1)).recommendation, Recommendation::None);
    const NoticeId id = story.draft(1);
    VERIFY_FAILS(desk.approve(by, id, false), ErrorCode::Conflict);
    VERIFY_FAILS(desk.approve(by, id, {false, u" "_s}), ErrorCode::Conflict);
    QCOMPARE(story.notice(id).state, NoticeState::Draft);
    VERIFY_DONE(desk.approve(by, id, {false, u"換気が  できないため"_s}));
    QCOMPARE(story.notice(id).overrideReason, u"換気が できないため"_s);
    QCOMPARE(story.notice(id).recommendation, std::optional(Recommendation::None));
    QCOMPARE(story.noted(u"notice.override"_s, id), 1);

    const NoticeId second = story.draft(2);
    VERIFY_DONE(desk.approve(by, second, {false, u"not needed"_s}));
    QCOMPARE(story.notice(second).recommendation, std::optional(Recommendation::Send));
    QCOMPARE(story.notice(second).overrideReason, QString());
    QCOMPARE(story.noted(u"notice.override"_s, second), 0);
}

void tst_NoticeDecision::withholdingAgainstTheRecommendationIsNoted()
{
    Story story;
    const NoticeId consider = story.draft(1);
    must(story.office.desk.withhold(*story.office.session, consider, u"全員を把握"_s));
    QCOMPARE(story.notice(consider).recommendation, std::optional(Recommendation::Consider));
    QCOMPARE(story.noted(u"notice.override"_s, consider), 0);
    const NoticeId send = story.draft(2);
    must(story.office.desk.withhold(*story.office.session, send, u"全員を把握"_s));
    QCOMPARE(story.noted(u"notice.override"_s, send), 1);
}

void tst_NoticeDecision::refusesAnImpossibleNumberOfInfectedPeople_data()
{
    QTest::addColumn<int>("infected");
    QTest::newRow("none") << 0;
    QTest::newRow("negative") << -1;
    QTest::newRow("more than a town") << 10000;
}

void tst_NoticeDecision::refusesAnImpossibleNumberOfInfectedPeople()
{
    QFETCH(int, infected);
    Story story;
    VERIFY_FAILS(story.office.desk.draft(*story.office.session, story.there(), u"standard"_s, infected),
                 ErrorCode::Invalid);
}

void tst_NoticeDecision::draftsAFollowUpForThoseWhoComeLater()
{
    Story story;
    TestOffice &office = story.office;
    must(office.settings.set(u"notice.two_person_rule"_s, u"on"_s));
    const auto approver = office.logIn(u"鈴木"_s, Role::Approval);
    office.clock.set("2026-11-21T18:00");
    const NoticeTarget over = NoticeTarget::wholeDay(story.cafe.id, day.addDays(-1));
    const NoticeId id =
        must(office.desk.draft(*office.session, QList{over} + story.there(), u"standard"_s, 3));
    must(office.desk.approve(*approver, id, true));

    const Notice next = must(office.notices.newest(1)).first();
    QCOMPARE(next.follows, std::optional(id));
    QCOMPARE(next.state, NoticeState::Draft);
    QCOMPARE(next.targets, story.there());
    QCOMPARE(next.texts, story.notice(id).texts);
    QCOMPARE(next.textHash, story.notice(id).textHash);
    QCOMPARE(next.author, TestOffice::userName);
    QCOMPARE(next.infected, 3);
    QVERIFY(next.twoPersons);
    QCOMPARE(story.noted(u"notice.follow_up"_s, next.id), 1);
}

void tst_NoticeDecision::aFollowUpTellsOnlyThoseWhoCameLater()
{
    Story story;
    TestOffice &office = story.office;
    office.clock.set("2026-11-21T18:00");
    const NoticeId id = story.draft();
    must(office.desk.approve(*office.session, id, true));
    must(office.desk.send(*office.session, id));
    office.clock.set("2026-11-21T20:00");
    office.visit(story.cafe, {u"jiro@example.jp"_s, u"taro@example.jp"_s});
    office.clock.set("2026-11-24T10:00");
    const NoticeId next = must(office.notices.newest(1)).first().id;
    must(office.desk.approve(*office.session, next, false));
    QCOMPARE(must(office.notices.progress(next)).recipients, 1);
}

void tst_NoticeDecision::draftsNoFollowUpOnceTheWindowIsOver()
{
    Story story;
    const NoticeId id = story.draft();
    must(story.office.desk.approve(*story.office.session, id, true));
    QCOMPARE(must(story.office.notices.newest(1)).first().id, id);
}

void tst_NoticeDecision::previewCountsLanguagesAndRefusals()
{
    Story story;
    TestOffice &office = story.office;
    const Facility other = office.addFacility(u"もう一つの店"_s);
    office.clock.set("2026-11-20T12:00");
    office.visit(other, {u"taro@example.jp"_s, u"alice@example.com"_s});
    office.clock.set("2026-11-24T10:00");
    const NoticeId first = must(office.desk.draft(
        *office.session, {NoticeTarget::wholeDay(other.id, QDate(2026, 11, 20))}, u"standard"_s));
    must(office.desk.approve(*office.session, first, false));
    must(office.desk.send(*office.session, first));
    office.run(u"UPDATE notice_recipient SET state = 'failed', reply = '550 5.1.1', finished_at = 1"_s);

    NoticePreview preview = must(office.desk.preview(*office.session, story.there()));
    QCOMPARE(preview.people, 2);
    QCOMPARE(preview.refusedBefore, 1); // Taro; Alice was not in the café
    QCOMPARE(preview.languages, (QMap<QString, int>{{u"ja"_s, 2}}));

    // A failure that was not for good, or a later notice that arrived, says nothing against the mailbox.
    office.run(u"UPDATE notice_recipient SET reply = '450 4.2.2'"_s);
    QCOMPARE(must(office.desk.preview(*office.session, story.there())).refusedBefore, 0);
}

void tst_NoticeDecision::doesNotMixExercisesWithRealPlaces()
{
    Story story;
    const Facility drill = story.addExercise();
    const QList<NoticeTarget> mixed = story.there() << NoticeTarget::wholeDay(drill.id, day);
    VERIFY_FAILS(story.office.desk.draft(*story.office.session, mixed, u"standard"_s), ErrorCode::Invalid);
    VERIFY_FAILS(story.office.desk.preview(*story.office.session, mixed), ErrorCode::Invalid);
    QVERIFY(!story.notice(story.draft()).exercise);
}

void tst_NoticeDecision::anExerciseGoesTheWholeWay()
{
    Story story;
    TestOffice &office = story.office;
    const Facility drill = story.addExercise();
    QVERIFY(must(office.facilities.find(drill.id)).details.exercise);
    office.clock.set("2026-11-21T12:00");
    office.visit(drill, {u"taro@example.jp"_s});
    office.clock.set("2026-11-24T10:00");
    const NoticeId id =
        must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(drill.id, day)}, u"standard"_s));
    const Notice notice = story.notice(id);
    QVERIFY(notice.exercise);
    QVERIFY(notice.texts[u"ja"_s].subject.startsWith(u"【訓練】"_s));
    QVERIFY(notice.texts[u"ja"_s].body.startsWith(u"【訓練】"_s));
    QVERIFY(notice.texts[u"en"_s].subject.startsWith(u"[EXERCISE]"_s));
    QCOMPARE(notice.textHash, hashOf(notice.texts));
    must(office.desk.wording().setTexts(*office.session, id,
                                        {{u"ja"_s, {u"お知らせ"_s, u"体調にご注意ください。\n"_s}}}));
    QVERIFY(story.notice(id).texts[u"ja"_s].body.startsWith(u"【訓練】"_s));
    must(office.desk.approve(*office.session, id, false));
    must(office.desk.send(*office.session, id));
    QCOMPARE(must(office.notices.progress(id)).waiting, 1);
    // A drill leaves the real place as it was.
    QCOMPARE(must(office.desk.preview(*office.session, story.there())).people, 2);
}

QTEST_GUILESS_MAIN(tst_NoticeDecision)
#include "tst_NoticeDecision.moc"
