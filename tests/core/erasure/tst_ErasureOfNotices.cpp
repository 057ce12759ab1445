// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeReport.h"
#include "tests/core/erasure/ErasureArchive.h"
#include "tests/support/Fault.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// What the daily erasure leaves of notices: counts, and nobody.
class tst_ErasureOfNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesWhatWaitsForNoticesOfThoseDays();
    void keepsTheCountsOfANoticeWhoseRecipientsAreErased();
    void endsANoticeThatHasNobodyLeftToSendTo();
    void endsWhatACancelWasInterruptedAt();
    void keepsARecipientWhoWasThereLaterToo();
};

// REQUIREMENTS D1: an address does not outlive its day in a notice that was never sent.
void tst_ErasureOfNotices::erasesWhatWaitsForNoticesOfThoseDays()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const NoticeId old = archive.noticeFor(lastGone, lastGone, 0);
    must(office.desk.pause(*office.session, old));
    archive.visitOn(lastGone.addDays(1), u"hanako@example.jp"_s);
    const NoticeId young = archive.noticeFor(lastGone.addDays(1), lastGone.addDays(1), 0);

    QCOMPARE(must(archive.run()).recipients, 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_recipient"_s), 1);
    QCOMPARE(must(office.notices.progress(old)).waiting, 0);
    QCOMPARE(must(office.notices.progress(old)).failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    QCOMPARE(must(office.notices.progress(young)).waiting, 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_visit"_s), 1);
}

void tst_ErasureOfNotices::keepsTheCountsOfANoticeWhoseRecipientsAreErased()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    QStringList people;
    for (int i = 0; i < 9; ++i)
        people << u"user%1@example.jp"_s.arg(i);
    archive.visitOn(lastGone, people);
    const NoticeId id = archive.noticeFor(lastGone, lastGone, 6);
    office.run(u"UPDATE notice_recipient SET finished_at = finished_at + 600 WHERE id = 3"_s);
    office.run(u"UPDATE notice_recipient SET state = 'failed', reply = '550 5.1.1', sealed = NULL WHERE id > 7"_s);
    NoticeReports reports({*office.files.main, office.facilities, office.notices, office.staff.audit(), office.settings,
                           office.clock});
    const NoticeReport before = must(reports.read(id, u"ja"_s));

    QCOMPARE(must(archive.run()).recipients, 9);
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_recipient"_s), 0);
    const NoticeReport after = must(reports.read(id, u"ja"_s));
    QCOMPARE(after.progress.recipients, 9);
    QCOMPARE(after.progress.sent, 6);
    QCOMPARE(after.progress.failures, (QMap<QString, int>{{u"550 5.1.1"_s, 2}, {u"erased"_s, 1}}));
    QCOMPARE(after.firstSent, before.firstSent);
    QCOMPARE(after.lastSent, before.lastSent);
    QCOMPARE(after.duration(), std::optional<qint64>(600));
}

void tst_ErasureOfNotices::endsANoticeThatHasNobodyLeftToSendTo()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    const NoticeId id = archive.noticeFor(lastGone, lastGone, 1);
    QCOMPARE(must(archive.office.notices.find(id)).state, NoticeState::Sending);
    must(archive.run());
    QCOMPARE(must(archive.office.notices.find(id)).state, NoticeState::Sent);
}

// REQUIREMENTS D2: what never leaves is not kept for the queue.
void tst_ErasureOfNotices::endsWhatACancelWasInterruptedAt()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    const QDate day = today.addDays(-5);
    archive.visitOn(day, {u"taro@example.jp"_s, u"hanako@example.jp"_s, u"jiro@example.jp"_s});
    const NoticeId id = archive.noticeFor(day, day, 1);
    {
        Fault power(*office.files.main, u"UPDATE"_s, u"notice_recipient"_s);
        QVERIFY(!office.desk.cancel(*office.session, id));
    }
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 2);
    must(archive.run());
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    const NoticeProgress progress = must(office.notices.progress(id));
    QCOMPARE(progress.sent, 1);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"cancelled"_s, 2}}));
}

// A notice for several days: who was there on a younger one is told about that.
void tst_ErasureOfNotices::keepsARecipientWhoWasThereLaterToo()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    archive.visitOn(lastGone.addDays(1), u"hanako@example.jp"_s);
    const NoticeId id = archive.noticeFor(lastGone, lastGone.addDays(1), 0);
    QCOMPARE(must(archive.run()).recipients, 1);
    const NoticeProgress progress = must(archive.office.notices.progress(id));
    QCOMPARE(progress.waiting, 1);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM notice_visit"_s), 1);
}

QTEST_GUILESS_MAIN(tst_ErasureOfNotices)
#include "tst_ErasureOfNotices.moc"
