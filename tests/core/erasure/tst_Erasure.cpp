// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/Erasure.h"

#include "core/facilities/FacilitySearch.h"
#include "core/foundation/Retention.h"
#include "tests/support/TestOffice.h"

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
    void erasesTheKeysBeforeTheRows();
    void findsNothingTheSecondTime();
    void onlyCountsInADryRun();
    void keepsTheReportOfEachRun();
    void letsOthersWriteMeanwhile();
    void leavesNoTraceInTheFiles();
    void keepsItsReportWhenAReaderIsInTheWay();
    void erasesWhatWaitsForNoticesOfThoseDays();
    void erasesLettersThatNeverLeft();
    void forgetsTombstonesOfThoseDays();
    void erasesTheContactsOfPlacesThatWereClosed();
    void erasesTheAddressOfAnEventsOrganiser();
};

namespace {

const QDate today(2026, 11, 21);
const QDate lastGone(2026, 9, 21); // two months back

struct Archive
{
    /// Registers somebody on a day.
    void visitOn(QDate day, const QString &who)
    {
        office.clock.set(japan::startOf(day) + 12 * 3600);
        office.visit(cafe, {who});
        office.clock.set(japan::startOf(today) + 3 * 3600);
    }
    qint64 days(const QString &table, Database &database)
    {
        return TestDatabase::number(database, u"SELECT count(DISTINCT day) FROM "_s + table);
    }
    Result<ErasureReport> run(bool dryRun = false)
    {
        return erasure.run(today, {.visits = 2, .contacts = 3}, dryRun);
    }

    TestOffice office;
    Facility cafe = office.addFacility();
    Erasure erasure{*office.files.main, *office.files.vault, office.clock};
};

} // namespace

// REQUIREMENTS D1
void tst_Erasure::erasesExactlyTheDaysThatAreOver()
{
    Archive archive;
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

// REQUIREMENTS D2: whatever interrupts it, no copy of the rows can be opened any more.
void tst_Erasure::erasesTheKeysBeforeTheRows()
{
    Archive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    // Somebody who does not let go of the visits stands for the power cut.
    const auto other = archive.office.files.open(Migrations::Schema::Main);
    std::optional<Transaction> held(must(Transaction::begin(*other)));
    QCOMPARE(TestDatabase::number(*other, u"SELECT count(*) FROM visit"_s), 1);
    QVERIFY(!archive.run().has_value());
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM day_key"_s), 0);
    QVERIFY(!must(archive.erasure.last()));
    held.reset();
    QCOMPARE(must(archive.run()).visits, 1); // the next run goes on
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 0);
}

void tst_Erasure::findsNothingTheSecondTime()
{
    Archive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(today, u"taro@example.jp"_s);
    must(archive.run());
    const ErasureReport second = must(archive.run());
    QCOMPARE(second.visits + second.dayKeys + second.recipients, 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 1);
}

void tst_Erasure::onlyCountsInADryRun()
{
    Archive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(lastGone, u"hanako@example.jp"_s);
    const ErasureReport report = must(archive.run(true));
    QCOMPARE(report.visits, 2);
    QCOMPARE(report.dayKeys, 1);
    QCOMPARE(report.untilDay, lastGone);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM visit"_s), 2);
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM day_key"_s), 1);
    QVERIFY(!must(archive.erasure.last()));
}

void tst_Erasure::keepsTheReportOfEachRun()
{
    Archive archive;
    QVERIFY(!must(archive.erasure.last()));
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const ErasureReport report = must(archive.run());
    const auto last = must(archive.erasure.last());
    QVERIFY(last.has_value());
    QCOMPARE(last->at, archive.office.clock.now());
    QCOMPARE(last->untilDay, lastGone);
    QCOMPARE(last->visits, report.visits);
    QCOMPARE(last->dayKeys, report.dayKeys);
    must(archive.run());
    QCOMPARE(must(archive.erasure.last())->visits, 0);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM erasure_report"_s), 2);
}

void tst_Erasure::letsOthersWriteMeanwhile()
{
    Archive archive;
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

void tst_Erasure::leavesNoTraceInTheFiles()
{
    if (!TestDatabase::isSqlite())
        QSKIP("PostgreSQL's files and log are its server's.");
    Archive archive;
    QByteArrayList erased;
    for (int i = 0; i < 30; ++i)
        archive.visitOn(lastGone, u"user%1@example.jp"_s.arg(i));
    {
        Rows rows = must(archive.office.files.main->run(u"SELECT sealed_address FROM visit"_s));
        while (rows.next())
            erased.append(rows.bytes(0).last(64));
        Rows keys = must(archive.office.files.vault->run(u"SELECT sealed_secret, public_key FROM day_key"_s));
        while (keys.next())
            erased << keys.bytes(0).last(64) << keys.bytes(1);
    }
    archive.visitOn(today, u"taro@example.jp"_s);
    QCOMPARE(erased.size(), 32);
    for (const QByteArray &bytes : erased)
        QVERIFY(archive.office.files.rawBytes().contains(bytes));
    must(archive.run());
    const QByteArray raw = archive.office.files.rawBytes();
    for (const QByteArray &bytes : erased)
        QVERIFY(!raw.contains(bytes));
}

void tst_Erasure::keepsItsReportWhenAReaderIsInTheWay()
{
    if (!TestDatabase::isSqlite())
        QSKIP("There, a reader is in nobody's way.");
    Archive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    const auto reader = archive.office.files.open(Migrations::Schema::Main);
    {
        Rows open = must(reader->run(u"SELECT * FROM facility"_s));
        QVERIFY(open.next());
        VERIFY_FAILS(archive.run(), ErrorCode::Busy); // the log still holds the old pages: not done yet
    }
    QCOMPARE(must(archive.erasure.last())->visits, 1);
    VERIFY_DONE(archive.run());
}

// REQUIREMENTS D1: an address does not outlive its day in a notice that was never sent.
void tst_Erasure::erasesWhatWaitsForNoticesOfThoseDays()
{
    Archive archive;
    TestOffice &office = archive.office;
    office.clock.set(japan::startOf(lastGone) + 12 * 3600);
    office.visit(archive.cafe, {u"taro@example.jp"_s});
    office.clock.set(japan::startOf(lastGone.addDays(2)));
    const NoticeId old = must(office.desk.draft(
        *office.session, {NoticeTarget::wholeDay(archive.cafe.id, lastGone)}, u"standard"_s));
    must(office.desk.approve(*office.session, old, false));
    must(office.desk.send(*office.session, old));
    must(office.desk.pause(*office.session, old));
    archive.visitOn(lastGone.addDays(1), u"hanako@example.jp"_s);
    office.clock.set(japan::startOf(lastGone.addDays(3)));
    const NoticeId young = must(office.desk.draft(
        *office.session, {NoticeTarget::wholeDay(archive.cafe.id, lastGone.addDays(1))}, u"standard"_s));
    must(office.desk.approve(*office.session, young, false));
    office.clock.set(japan::startOf(today));

    must(archive.run());
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 1);
    QCOMPARE(must(office.notices.progress(old)).waiting, 0);
    QCOMPARE(must(office.notices.progress(old)).failures, (QMap<QString, int>{{u"erased"_s, 1}}));
    QCOMPARE(must(office.notices.progress(young)).waiting, 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM notice_visit"_s), 1);
}

void tst_Erasure::erasesLettersThatNeverLeft()
{
    Archive archive;
    archive.visitOn(lastGone, u"taro@example.jp"_s);
    archive.visitOn(lastGone.addDays(1), u"hanako@example.jp"_s);
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM outbox"_s), 2);
    must(archive.run());
    QCOMPARE(archive.office.number(u"SELECT count(*) FROM outbox"_s), 1);
}

void tst_Erasure::forgetsTombstonesOfThoseDays()
{
    Archive archive;
    archive.office.clock.set(japan::startOf(lastGone) + 12 * 3600);
    const auto tokens = archive.office.visit(archive.cafe, {u"taro@example.jp"_s});
    must(archive.office.signups.erase(tokens[0].visit));
    archive.office.clock.set(japan::startOf(today));
    const auto young = archive.office.visit(archive.cafe, {u"taro@example.jp"_s});
    must(archive.office.signups.erase(young[0].visit));
    must(archive.run());
    QCOMPARE(TestDatabase::number(*archive.office.files.vault, u"SELECT count(*) FROM erased_visit"_s), 1);
    QVERIFY(must(archive.office.signups.wasErased(young[0].visit)));
}

// REQUIREMENTS O6
void tst_Erasure::erasesTheContactsOfPlacesThatWereClosed()
{
    Archive archive;
    TestOffice &office = archive.office;
    const auto close = [&](const QString &name, const char *at) {
        const Facility facility = office.addFacility(name);
        office.clock.set(at);
        must(office.facilities.setState(facility.id, FacilityState::Retired));
        return facility.id;
    };
    const FacilityId old = close(u"昔の店"_s, "2026-08-21T23:59");
    const FacilityId young = close(u"最近の店"_s, "2026-08-22T00:00");
    const FacilityId open = archive.cafe.id;
    office.clock.set("2026-11-21T03:00");
    FacilitySearch search(*office.files.main);
    QCOMPARE(must(search.ids({.search = u"sato@example.jp"_s})).size(), 3);
    // What somebody corrects later does not prolong it.
    must(office.facilities.update(old, TestOffice::details(u"昔のお店"_s)));

    QCOMPARE(must(archive.run(true)).contacts, 1);
    QCOMPARE(must(archive.run()).contacts, 1);
    QCOMPARE(must(archive.erasure.last())->contacts, 1);
    const FacilityDetails left = must(office.facilities.find(old)).details;
    QCOMPARE(left.contactName + left.contactEmail + left.phone, QString());
    QCOMPARE(left.name, u"昔のお店"_s);
    QCOMPARE(left.address, TestOffice::details().address);
    for (const FacilityId kept : {young, open})
        QCOMPARE(must(office.facilities.find(kept)).details.contactEmail, TestOffice::details().contactEmail);
    // Nor can it be searched for, by who has searched before either.
    QCOMPARE(must(search.ids({.search = u"sato@example.jp"_s})).size(), 2);
    QCOMPARE(must(archive.run()).contacts, 0);
}

void tst_Erasure::erasesTheAddressOfAnEventsOrganiser()
{
    Archive archive;
    TestOffice &office = archive.office;
    FacilityDetails details = TestOffice::details(u"雪祭"_s);
    details.kind = FacilityKind::Event;
    details.from = details.until = QDate(2026, 2, 5);
    const Facility event = must(office.registration.add(details, FacilitySource::Form, false, u"ja"_s));
    office.clock.set("2026-03-01T12:00");
    must(office.facilities.setState(event.id, FacilityState::Retired));
    office.clock.set("2026-11-21T03:00");
    must(archive.run());
    const FacilityDetails left = must(office.facilities.find(event.id)).details;
    QCOMPARE(left.address + left.postalCode, QString()); // the organiser's (REQUIREMENTS O1)
    QCOMPARE(left.from, QDate(2026, 2, 5));
}

QTEST_GUILESS_MAIN(tst_Erasure)
#include "tst_Erasure.moc"
