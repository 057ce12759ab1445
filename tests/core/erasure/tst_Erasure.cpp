// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Lease.h"
#include "core/erasure/VisitErasure.h"
#include "core/foundation/Retention.h"
#include "core/visits/VisitRemovals.h"
#include "tests/core/erasure/ErasureArchive.h"
#include "tests/support/Fault.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_Erasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesExactlyTheDaysThatAreOver();
    void goesOnWhereItWasInterrupted_data();
    void goesOnWhereItWasInterrupted();
    void goesOnWhereItWasCancelled();
    void findsNothingTheSecondTime();
    void onlyCounts();
    void isDueOnceADayAndWhenLessIsKept();
    void erasesNothingWithARetentionThatIsNone_data();
    void erasesNothingWithARetentionThatIsNone();
    void leavesTheWorkToWhoeverIsAtIt();
    void keepsTheReportOfEachRun();
    void letsOthersWriteMeanwhile();
    void keepsItsReportWhenAReaderIsInTheWay();
    void erasesTheFilesOfTheMailFolder();
    void erasesLettersThatNeverLeft();
    void forgetsTombstonesOfThoseDays();
    void completesWhatVisitorsHaveErased();
    void writesNoDayAnewOfWhichNothingWasErasedSince();
    void keepsOnRecordWhatCouldNotBePurged();
};

namespace {

/// The counts of a report alone.
ErasureReport countsOf(ErasureReport report)
{
    report.id = report.at = report.milliseconds = 0;
    report.finishedAt.reset();
    return report;
}

} // namespace

// REQUIREMENTS D1
void tst_Erasure::erasesExactlyTheDaysThatAreOver()
{
    ErasureArchive archive;
    QCOMPARE(lastErasedDay(today, 2), lastGone);
    for (int offset = -3; offset <= 3; ++offset)
        archive.visitOn(lastGone.addDays(offset), u"taro@example.jp"_s);
    archive.visitOn(today, u"taro@example.jp"_s);
    const ErasureReport report = must(archive.run());
    QCOMPARE(report.untilDay, lastGone);
    QCOMPARE(report.visits, 4);
    QCOMPARE(report.dayKeys, 4);
    QCOMPARE(archive.office.number(u"SELECT min(day) FROM visit"_s), 20260922);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 4);
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT min(day) FROM day_key"_s), 20260922);
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM day_key"_s), 4);
}

void tst_Erasure::goesOnWhereItWasInterrupted_data()
{
    QTest::addColumn<bool>("inVault");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("table");
    QTest::newRow("before the day keys") << true << u"DELETE"_s << u"day_key"_s;
    QTest::newRow("before the tombstones") << true << u"DELETE"_s << u"erased_visit"_s;
    QTest::newRow("before the visits") << false << u"DELETE"_s << u"visit"_s;
    QTest::newRow("before what notices know of visits") << false << u"DELETE"_s << u"notice_visit"_s;
    QTest::newRow("before recipients are counted") << false << u"INSERT"_s << u"notice_tally"_s;
    QTest::newRow("before the recipients") << false << u"DELETE"_s << u"notice_recipient"_s;
    QTest::newRow("before the letters") << false << u"DELETE"_s << u"outbox"_s;
    QTest::newRow("before the contacts") << false << u"UPDATE"_s << u"facility"_s;
    QTest::newRow("before a count is in the report") << false << u"UPDATE"_s << u"erasure_report"_s;
}

// REQUIREMENTS D1, D2: the power may go between any two steps.
void tst_Erasure::goesOnWhereItWasInterrupted()
{
    QFETCH(bool, inVault);
    QFETCH(QString, event);
    QFETCH(QString, table);
    ErasureArchive archive;
    archive.fill();
    const ErasureReport due = archive.due();
    QCOMPARE(due.visits, 9);
    QCOMPARE(due.dayKeys, 3);
    QCOMPARE(due.recipients, 3);
    QCOMPARE(due.letters, 9);
    QCOMPARE(due.mails, 1);
    QCOMPARE(due.contacts, 1);
    {
        // A partition goes without a DELETE; somebody who reads in it is in the way.
        const bool drops = !TestDatabase::isSqlite() && table == u"visit";
        Database &faulty = inVault ? *archive.office.files.vault : *archive.office.files.main;
        const auto reader = archive.office.files.open(Migrations::Schema::Main);
        std::optional<Fault> fault;
        if (drops)
            must(reader->runScript(u"BEGIN;\nLOCK TABLE visit_20260919 IN ACCESS SHARE MODE"_s));
        else
            fault.emplace(faulty, event, table);
        VERIFY_FAILS(archive.run(), drops ? ErrorCode::Busy : ErrorCode::Conflict);
        if (drops)
            must(reader->command(u"ROLLBACK"_s));
    }
    // As soon as anything else goes, nobody can open the days.
    if (table != u"day_key")
        QCOMPARE(archive.inVault(u"SELECT min(day) FROM day_key"_s), 20260922);
    QVERIFY(!archive.lastReport()->isFinished());

    const ErasureReport report = must(archive.run());
    if (table != u"erasure_report") // what was committed in the vault before its count could be
        QCOMPARE(countsOf(report), countsOf(due));
    QVERIFY(report.isFinished());
    QCOMPARE(archive.due().rows(), 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM erasure_report"_s), 1);
    QCOMPARE(archive.inVault(u"SELECT count(*) FROM erased_visit"_s), 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM notice_visit"_s), 3);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 6);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM outbox"_s), 6);
    QCOMPARE(archive.mails().size(), 1);
}

void tst_Erasure::goesOnWhereItWasCancelled()
{
    ErasureArchive archive;
    archive.fill();
    const ErasureReport due = archive.due();
    bool finished = false;
    int cancelled = 0;
    for (int allowed = 0; !finished; ++allowed) {
        int asked = 0;
        const Result<ErasureReport> part = archive.run([&](int done, int total) {
            Q_ASSERT(done <= total);
            return ++asked <= allowed;
        });
        finished = part.has_value();
        if (!finished) {
            QCOMPARE(part.error().code, ErrorCode::Conflict);
            QVERIFY(!archive.lastReport()->isFinished());
            ++cancelled;
        }
    }
    QVERIFY2(cancelled >= 8, qPrintable(QString::number(cancelled))); // after each kind of row
    QCOMPARE(archive.due().rows(), 0);
    QCOMPARE(countsOf(*archive.lastReport()), countsOf(due));
    QCOMPARE(must(archive.erasure.reports().newest(9)).size(), 1);
}

void tst_Erasure::isDueOnceADayAndWhenLessIsKept()
{
    ErasureArchive archive;
    const RetentionMonths three{.visits = 3, .contacts = 3};
    QVERIFY(must(archive.erasure.isDue(today, three)));
    archive.office.clock.set(japan::startOf(today) + 1);
    must(archive.erasure.run(today, three));
    archive.office.clock.set(japan::startOf(today.addDays(1)) - 1);
    QVERIFY(!must(archive.erasure.isDue(today, three)));
    QVERIFY(must(archive.erasure.isDue(today, {.visits = 2, .contacts = 3})));
    QVERIFY(!must(archive.erasure.isDue(today, {.visits = 4, .contacts = 3})));
    QVERIFY(must(archive.erasure.isDue(today.addDays(1), three)));
    // Whoever's clock was wrong yesterday and is right today.
    QVERIFY(must(archive.erasure.isDue(today.addDays(-1), three)));
}

void tst_Erasure::erasesNothingWithARetentionThatIsNone_data()
{
    QTest::addColumn<int>("months");
    for (const int months : {-1, 0, 13, 120})
        QTest::addRow("%d", months) << months;
}

// REQUIREMENTS D1: from 1 to 12 and nothing else, whatever somebody has written into the database.
void tst_Erasure::erasesNothingWithARetentionThatIsNone()
{
    QFETCH(int, months);
    ErasureArchive archive;
    archive.visitOn(today.addYears(-1), u"taro@example.jp"_s);
    archive.visitOn(today, u"taro@example.jp"_s);
    VERIFY_FAILS(archive.erasure.run(today, {.visits = months, .contacts = 3}), ErrorCode::Invalid);
    VERIFY_FAILS(archive.erasure.count(today, {.visits = months, .contacts = 3}), ErrorCode::Invalid);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 2);
    QCOMPARE(archive.inVault(u"SELECT count(*) FROM day_key"_s), 2);
}

void tst_Erasure::leavesTheWorkToWhoeverIsAtIt()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const auto other = archive.office.files.open(Migrations::Schema::Main);
    {
        Lease lease(*other, u"erasure"_s, archive.office.clock);
        QVERIFY(must(lease.take(60)));
        VERIFY_FAILS(archive.run(), ErrorCode::Busy);
        QCOMPARE(archive.inVault(u"SELECT count(*) FROM day_key"_s), 1);
    }
    VERIFY_DONE(archive.run());
}

void tst_Erasure::findsNothingTheSecondTime()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(today, u"taro@example.jp"_s);
    must(archive.run());
    const ErasureReport second = must(archive.run());
    QCOMPARE(second.rows(), 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 1);
}

void tst_Erasure::onlyCounts()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(lastGone, u"hanako@example.jp"_s);
    const ErasureReport report = must(archive.erasure.count(today, {}));
    QCOMPARE(report.visits, 2);
    QCOMPARE(report.dayKeys, 1);
    QCOMPARE(report.untilDay, lastGone);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 2);
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM day_key"_s), 1);
    QVERIFY(!archive.lastReport());
}

void tst_Erasure::keepsTheReportOfEachRun()
{
    ErasureArchive archive;
    QVERIFY(!archive.lastReport());
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const ErasureReport report = must(archive.run());
    const auto last = archive.lastReport();
    QVERIFY(last.has_value());
    QCOMPARE(last->at, archive.office.clock.now());
    QCOMPARE(last->untilDay, lastGone);
    QCOMPARE(last->visits, report.visits);
    QCOMPARE(last->dayKeys, report.dayKeys);
    must(archive.run());
    QCOMPARE(archive.lastReport()->visits, 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM erasure_report"_s), 2);
}

void tst_Erasure::letsOthersWriteMeanwhile()
{
    ErasureArchive archive;
    TestDatabase::wait(*archive.office.files.main, 5s);
    {
        Transaction transaction = must(Transaction::begin(*archive.office.files.main));
        for (int i = 0; i < 20000; ++i) {
            must(archive.office.visits.insert(
                {{lastGone, 1, japan::startOf(lastGone) + i, QByteArray(16, 'w')},
                 u"ja"_s,
                 QByteArray(137, 's')}));
        }
        must(transaction.commit());
    }
    std::atomic<bool> over = false;
    std::atomic<int> written = 0;
    std::atomic<qint64> longest = 0;
    std::thread writer([&] {
        const auto database = archive.office.files.open(Migrations::Schema::Main);
        TestDatabase::wait(*database, 5s);
        while (!over && written < 50) { // not for ever: the erasure has to get its turns, too
            QElapsedTimer timer;
            timer.start();
            must(database->run(u"INSERT INTO setting VALUES (?, '')"_s, {QString::number(written)}));
            longest = std::max<qint64>(longest, timer.elapsed());
            ++written;
        }
    });
    const Result<ErasureReport> report = archive.run();
    over = true;
    writer.join();
    VERIFY_DONE(report);
    QCOMPARE(report->visits, 20000);
    QVERIFY2(written >= 10, qPrintable(QString::number(written)));
    QVERIFY2(longest < 3000, qPrintable(QString::number(longest))); // it never had to give up
}

void tst_Erasure::keepsItsReportWhenAReaderIsInTheWay()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const auto reader = archive.office.files.open(Migrations::Schema::Main);
    must(reader->command(u"BEGIN"_s));
    QCOMPARE(TestDatabase::number(*reader, u"SELECT count(*) FROM outbox"_s), 1);
    VERIFY_FAILS(archive.run(), ErrorCode::Busy); // the old pages, or rows, are still in the files: not done yet
    QCOMPARE(archive.lastReport()->visits, 1);
    QVERIFY(!archive.lastReport()->isFinished());
    must(reader->command(u"COMMIT"_s));
    QCOMPARE(must(archive.run()).visits, 1);
    QVERIFY(archive.lastReport()->isFinished());
}

// The demo's relay is a folder of ours (REQUIREMENTS M1).
void tst_Erasure::erasesTheFilesOfTheMailFolder()
{
    ErasureArchive archive;
    archive.writeMail(u"20260921T145959.999Z-1-0123abcd.eml"_s); // the last instant of the day in Japan
    archive.writeMail(u"20260921T145959.000Z-2-0123abcd.eml.Xy12Zz"_s);
    archive.writeMail(u"20260921T145959.000Z-2-0123abcd.eml.XyABZz"_s); // the power went while it was written
    archive.writeMail(u"20260921T150000.000Z-3-0123abcd.eml"_s);
    archive.writeMail(u"20260901-letter.eml"_s); // somebody else's
    QCOMPARE(archive.due().mails, 2);
    QCOMPARE(must(archive.run()).mails, 2);
    QCOMPARE(archive.mails(), (QStringList{u"20260901-letter.eml"_s, u"20260921T145959.000Z-2-0123abcd.eml.Xy12Zz"_s,
                                           u"20260921T150000.000Z-3-0123abcd.eml"_s}));
}

void tst_Erasure::erasesLettersThatNeverLeft()
{
    ErasureArchive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(lastGone.addDays(1), u"hanako@example.jp"_s);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM outbox"_s), 2);
    must(archive.run());
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM outbox"_s), 1);
}

void tst_Erasure::forgetsTombstonesOfThoseDays()
{
    ErasureArchive archive;
    VisitErasure visits(*archive.office.files.main, *archive.office.files.vault, archive.office.clock);
    archive.office.clock.set(japan::startOf(lastGone) + 12 * 3600);
    const auto tokens = archive.office.visit(archive.cafe, {u"taro@example.jp"_s});
    must(visits.erase({{tokens[0].visit}}));
    archive.office.clock.set(japan::startOf(today));
    const auto young = archive.office.visit(archive.cafe, {u"taro@example.jp"_s});
    must(visits.erase({{young[0].visit}}));
    must(archive.run());
    if (!TestDatabase::isSqlite()) { // nor is the row of the day that goes on still in its file
        QCOMPARE(archive.office.number(u"SELECT coalesce(sum(pg_relation_size(inhrelid)), 0) FROM pg_inherits "
                                       "WHERE inhparent = 'visit'::regclass"_s),
                 0);
    }
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM erased_visit"_s), 1);
    QVERIFY(must(archive.office.signups.erasureOf(young[0].visit)) == ErasureState::Done);
}

// REQUIREMENTS V11: the power failed between the tombstone and the visit, and nobody came back to the page.
void tst_Erasure::completesWhatVisitorsHaveErased()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    const auto tokens = office.visit(archive.cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    must(Tombstones(*office.files.vault).add({tokens[0].visit}));
    QVERIFY(must(office.signups.erasureOf(tokens[0].visit)) == ErasureState::Begun);
    QCOMPARE(must(archive.run()).visits, 1);
    QVERIFY(must(office.signups.erasureOf(tokens[0].visit)) == ErasureState::Done);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(must(archive.run()).visits, 0);
}

// PostgreSQL alone keeps what is deleted in its files; a partition that is written anew gets a new one.
void tst_Erasure::writesNoDayAnewOfWhichNothingWasErasedSince()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    VisitErasure visits(*office.files.main, *office.files.vault, office.clock);
    const auto visitOn = [&](QDate day) {
        office.clock.set(japan::startOf(day) + 12 * 3600);
        return office.visit(archive.cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    };
    const auto first = visitOn(today.addDays(-2));
    const auto second = visitOn(today.addDays(-1));
    must(visits.erase({{first[0].visit}}));
    if (TestDatabase::isSqlite()) {
        QCOMPARE(office.number(u"SELECT count(*) FROM visit_removal"_s), 0);
        return;
    }
    const auto fileOf = [&](QDate day) {
        return office.number(u"SELECT pg_relation_filenode('visit_%1')"_s.arg(japan::toNumber(day)));
    };
    qint64 ofFirst = fileOf(today.addDays(-2));
    const qint64 ofSecond = fileOf(today.addDays(-1));
    must(archive.run());
    QVERIFY(fileOf(today.addDays(-2)) != ofFirst);
    QCOMPARE(fileOf(today.addDays(-1)), ofSecond);
    ofFirst = fileOf(today.addDays(-2));
    must(archive.run()); // the tombstone is there still
    QCOMPARE(fileOf(today.addDays(-2)), ofFirst);
    must(visits.erase({{second[0].visit}}));
    must(archive.run());
    QCOMPARE(fileOf(today.addDays(-2)), ofFirst);
    QVERIFY(fileOf(today.addDays(-1)) != ofSecond);
}

void tst_Erasure::keepsOnRecordWhatCouldNotBePurged()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    const auto tokens = office.visit(archive.cafe, {u"taro@example.jp"_s});
    must(VisitErasure(*office.files.main, *office.files.vault, office.clock).erase({{tokens[0].visit}}));
    const qint64 recorded = TestDatabase::isSqlite() ? 0 : 1;
    QCOMPARE(office.number(u"SELECT count(*) FROM visit_removal"_s), recorded);
    if (!TestDatabase::isSqlite())
        VERIFY_FAILS(VisitRemovals(*office.files.main).purge({u"no_such_table"_s}), ErrorCode::Internal);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit_removal"_s), recorded);
    must(VisitRemovals(*office.files.main).purge({u"outbox"_s}));
    QCOMPARE(office.number(u"SELECT count(*) FROM visit_removal"_s), 0);
}

QTEST_GUILESS_MAIN(tst_Erasure)
#include "tst_Erasure.moc"
