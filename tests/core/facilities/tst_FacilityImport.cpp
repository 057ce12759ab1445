// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityImport.h"

#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsGoodRowsFromBadOnesAndFromThoseThatAreRegistered();
    void registersInCommitsOfAFew();
    void stopsBetweenCommitsWhenCancelled();
    void leavesWholeCommitsWhenTheDatabaseFails();
    void goesOnAfterACrashInTheMiddleOfACommit();
    void sendsPostersOnlyIfWanted_data();
    void sendsPostersOnlyIfWanted();
    void endsACheckThatIsCancelled();

private:
    static FacilityImport importer(TestOffice &office)
    {
        return FacilityImport(*office.files.main, office.facilities, office.registration);
    }
    static qint64 count(TestOffice &office) { return office.number(u"SELECT count(*) FROM facility"_s); }
};

namespace {

/// Kills its process when it has been asked for the time that often.
class DeadlyClock final : public Clock
{
public:
    explicit DeadlyClock(int lives)
        : m_lives(lives)
    {}
    [[nodiscard]] qint64 now() const override
    {
        if (--m_lives == 0)
            std::raise(SIGKILL);
        return japanese("2026-11-21T12:00");
    }

private:
    mutable int m_lives;
};

QList<CsvRow> rowsNamed(const QStringList &names)
{
    QList<CsvRow> rows;
    for (const QString &name : names)
        rows << CsvRow{int(rows.size()) + 2, TestOffice::details(name), problems(TestOffice::details(name))};
    return rows;
}

QList<CsvRow> manyRows(int number)
{
    QStringList names;
    for (int i = 0; i < number; ++i)
        names << u"店 %1"_s.arg(i);
    return rowsNamed(names);
}

QList<int> numbers(const QList<CsvRow> &rows)
{
    QList<int> all;
    for (const CsvRow &row : rows)
        all << row.number;
    return all;
}

} // namespace

void tst_FacilityImport::tellsGoodRowsFromBadOnesAndFromThoseThatAreRegistered()
{
    TestOffice office;
    office.addFacility(u"もうある店"_s);
    const FacilityImport::Check check =
        must(importer(office).check(rowsNamed({u"一"_s, u""_s, u"ﾓｳｱﾙ店"_s, u"二"_s, u"一"_s})));
    QCOMPARE(numbers(check.good), (QList<int>{2, 5}));
    QCOMPARE(numbers(check.bad), QList<int>{3});
    QCOMPARE(numbers(check.registered), (QList<int>{4, 6}));
    QCOMPARE(count(office), 1); // a dry run
}

void tst_FacilityImport::registersInCommitsOfAFew()
{
    TestOffice office;
    QList<QPair<int, int>> reports;
    const FacilityImport::Outcome outcome =
        must(importer(office).run(manyRows(45), false, [&](int done, int total) {
            reports.append({done, total});
            return true;
        }));
    QCOMPARE(outcome.added, 45);
    QVERIFY(!outcome.cancelled);
    QCOMPARE(count(office), 45);
    QCOMPARE(reports, (QList<QPair<int, int>>{{0, 45}, {20, 45}, {40, 45}, {45, 45}}));
    QCOMPARE(office.number(u"SELECT count(*) FROM facility WHERE source = 'import'"_s), 45);
}

void tst_FacilityImport::stopsBetweenCommitsWhenCancelled()
{
    TestOffice office;
    const FacilityImport::Outcome outcome =
        must(importer(office).run(manyRows(45), false, [](int done, int) { return done < 20; }));
    QVERIFY(outcome.cancelled);
    QCOMPARE(outcome.added, 20);
    QCOMPARE(count(office), 20);
    // The same file again: what is registered already is left out.
    const FacilityImport::Check check = must(importer(office).check(manyRows(45)));
    QCOMPARE(check.registered.size(), 20);
    QCOMPARE(must(importer(office).run(check.good, false)).added, 25);
    QCOMPARE(count(office), 45);
}

void tst_FacilityImport::leavesWholeCommitsWhenTheDatabaseFails()
{
    TestOffice office;
    const Fault broken(*office.files.main, u"INSERT"_s, u"facility"_s, u"NEW.name = '店 30'"_s);
    QVERIFY(!importer(office).run(manyRows(45), true));
    QCOMPARE(count(office), 20);
    QCOMPARE(office.number(u"SELECT count(*) FROM facility_code"_s), 20);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 20);
    QVERIFY(!office.files.main->inTransaction());
}

// A process of its own is killed while the second commit is under way, as by a power cut.
void tst_FacilityImport::goesOnAfterACrashInTheMiddleOfACommit()
{
    TestOffice office;
    const QList<CsvRow> rows = manyRows(50);
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const DeadlyClock clock(30); // a facility asks for the time once
        const auto own = office.files.open(Migrations::Schema::Main);
        FacilityStore store(*own, clock);
        OutboxWriter outbox(*own, office.serverKey.queuePublicKey(), office.clock, "example.jp");
        FacilityRegistration registration(*own, store, outbox);
        std::ignore = FacilityImport(*own, store, registration).run(rows, true);
        _exit(1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);

    const qint64 before = count(office);
    QVERIFY(before > 0 && before < 50);
    QCOMPARE(before % 20, 0); // whole commits
    QCOMPARE(office.number(u"SELECT count(*) FROM facility_code"_s), before);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), before);
    const FacilityImport::Check again = must(importer(office).check(rows));
    QCOMPARE(again.registered.size(), before);
    QCOMPARE(must(importer(office).run(again.good, true)).added, 50 - before);
    QCOMPARE(count(office), 50);
    QCOMPARE(office.number(u"SELECT count(DISTINCT name) FROM facility"_s), 50);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 50);
}

void tst_FacilityImport::sendsPostersOnlyIfWanted_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::newRow("wanted") << true;
    QTest::newRow("not wanted") << false;
}

void tst_FacilityImport::sendsPostersOnlyIfWanted()
{
    QFETCH(bool, wanted);
    TestOffice office;
    QCOMPARE(must(importer(office).run(manyRows(3), wanted)).added, 3);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), wanted ? 3 : 0);
}

void tst_FacilityImport::endsACheckThatIsCancelled()
{
    TestOffice office;
    VERIFY_FAILS(importer(office).check(manyRows(250), [](int done, int) { return done < 200; }),
                 ErrorCode::Conflict);
}

QTEST_GUILESS_MAIN(tst_FacilityImport)
#include "tst_FacilityImport.moc"
