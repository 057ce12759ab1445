// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Lease.h"
#include "tests/core/notices/NoticeStory.h"
#include "tests/support/Fault.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace shirase;

/// Who is counted, and who is told: the people whom an approval fixes.
class tst_NoticeRecipients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNobodyTwiceOfTheSamePlaceAndDay();
    void tellsAgainThoseWhomTheMailDidNotReach();
    void tellsThoseWhoWereElsewhereTooForThatPlace();
    void previewSaysWhoWouldBeTold();
    void previewSaysWhetherPeopleMayStillCome_data();
    void previewSaysWhetherPeopleMayStillCome();
    void waitsForTheWindowToClose();
    void draftsTheFollowUpOfAWindowThatClosesMeanwhile();
    void approvesNothingWhileTheVaultDoesNotAnswer();
    void leavesNoDoublesAfterAnInterruptedApproval();
    void leavesNothingOfACancelledApproval();
    void approvesOneAtATime();
    void givesUpWhenSomebodyElseTookOver();
    void leavesAnApprovalAloneThatEndedWhileItSlept();
    void givesUpWhenTheTextsAreChangedMeanwhile();
    void tellsThoseWhomAnInterruptedCancelLeftWaiting();
    void putsTheRecipientsInAnOrderThatSaysNothingOfThem();
};

void tst_NoticeRecipients::tellsNobodyTwiceOfTheSamePlaceAndDay()
{
    NoticeStory story;
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

void tst_NoticeRecipients::tellsAgainThoseWhomTheMailDidNotReach()
{
    NoticeStory story;
    const NoticeId first = story.approved(at(story.cafe));
    story.office.run(u"UPDATE notice_recipient SET state = 'failed', sealed = NULL "
                     "WHERE id = (SELECT min(id) FROM notice_recipient)"_s);
    const NoticePreview preview = must(story.office.desk.preview(*story.office.session, at(story.cafe)));
    QCOMPARE(preview.people, 1);
    QCOMPARE(preview.alreadyNotified, 1);
    must(story.office.desk.cancel(*story.office.session, first));
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).people, 2);
}

void tst_NoticeRecipients::tellsThoseWhoWereElsewhereTooForThatPlace()
{
    NoticeStory story;
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

void tst_NoticeRecipients::previewSaysWhoWouldBeTold()
{
    NoticeStory story;
    const NoticePreview preview = must(story.office.desk.preview(*story.office.session, at(story.cafe)));
    QVERIFY((preview == NoticePreview{.visits = 2, .people = 2, .languages = {{u"ja"_s, 2}}}));
    // It leaves nothing behind.
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice_recipient"_s), 0);
    QCOMPARE(story.office.number(u"SELECT count(*) FROM notice"_s), 0);
}

void tst_NoticeRecipients::previewSaysWhetherPeopleMayStillCome_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("open");
    QTest::newRow("during the day") << u"2026-11-21T12:00"_s << true;
    QTest::newRow("after midnight") << u"2026-11-22T00:00"_s << true;
    QTest::newRow("an hour after midnight") << u"2026-11-22T01:00"_s << true;
    QTest::newRow("61 minutes after midnight") << u"2026-11-22T01:01"_s << false;
}

void tst_NoticeRecipients::previewSaysWhetherPeopleMayStillCome()
{
    QFETCH(QString, now);
    QFETCH(bool, open);
    NoticeStory story;
    story.office.clock.set(*japan::parseDateTime(now));
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).windowOpen, open);
}

void tst_NoticeRecipients::waitsForTheWindowToClose()
{
    NoticeStory story;
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
void tst_NoticeRecipients::draftsTheFollowUpOfAWindowThatClosesMeanwhile()
{
    NoticeStory story;
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
void tst_NoticeRecipients::approvesNothingWhileTheVaultDoesNotAnswer()
{
    NoticeStory story;
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

void tst_NoticeRecipients::leavesNoDoublesAfterAnInterruptedApproval()
{
    NoticeStory story;
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
void tst_NoticeRecipients::leavesNothingOfACancelledApproval()
{
    NoticeStory story;
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

void tst_NoticeRecipients::approvesOneAtATime()
{
    NoticeStory story;
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
void tst_NoticeRecipients::givesUpWhenSomebodyElseTookOver()
{
    NoticeStory story;
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
void tst_NoticeRecipients::leavesAnApprovalAloneThatEndedWhileItSlept()
{
    NoticeStory story;
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
void tst_NoticeRecipients::givesUpWhenTheTextsAreChangedMeanwhile()
{
    NoticeStory story;
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

// The power fails between the two.
void tst_NoticeRecipients::tellsThoseWhomAnInterruptedCancelLeftWaiting()
{
    NoticeStory story;
    const NoticeId id = story.approved(at(story.cafe));
    {
        Fault power(*story.office.files.main, u"UPDATE"_s, u"notice_recipient"_s);
        QVERIFY(!story.office.desk.cancel(*story.office.session, id));
    }
    QCOMPARE(story.state(id), NoticeState::Cancelled);
    QCOMPARE(must(story.office.desk.preview(*story.office.session, at(story.cafe))).people, 2);
    QCOMPARE(must(story.office.notices.progress(story.approved(at(story.cafe)))).waiting, 2);
}

void tst_NoticeRecipients::putsTheRecipientsInAnOrderThatSaysNothingOfThem()
{
    NoticeStory story;
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

QTEST_GUILESS_MAIN(tst_NoticeRecipients)
#include "tst_NoticeRecipients.moc"
