// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitStore.h"

#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <chrono>
#include <future>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_VisitStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAVisitBackAsItWasPutIn();
    void knowsAVisitThatIsThereAlready();
    void insertsManyAndSaysWhichAreNew();
    void findsTheVisitsOfAWindow_data();
    void findsTheVisitsOfAWindow();
    void readsPagesOfEqualSecondsWithoutLossOrDouble();
    void stopsWhenItIsTold();
    void countsPeopleRatherThanVisits();
    void removesOneVisitOnly();
    void takesTheNextDayWhileABackupReads();
    void takesTheSameNewDayFromTwoServers();
};

namespace {

QByteArray person(int number)
{
    // Neighbouring numbers far apart, and some with the largest bytes.
    return QByteArray::number(number)
        .rightJustified(15, char(number % 7 == 0 ? 0xff : 0x00))
        .prepend(char(number * 37));
}

Visit visitAt(qint64 at, const QByteArray &who, FacilityId facility = 1)
{
    return {{japan::dayOf(at), facility, at, who}, u"ja"_s, "sealed " + who};
}

QList<Visit> all(VisitStore &store, FacilityId facility, qint64 from, qint64 until)
{
    QList<Visit> found;
    must(store.forEach(facility, from, until, [&](const Visit &visit) {
        found.append(visit);
        return true;
    }));
    return found;
}

/// Inserts a visit as a server does with a registration.
Result<> registerIn(Database &database, const Visit &visit)
{
    VisitStore store(database);
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    if (const Result<bool> inserted = store.insert(visit); !inserted)
        return passOn(inserted);
    return transaction->commit();
}

} // namespace

void tst_VisitStore::givesAVisitBackAsItWasPutIn()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const Visit visit{{QDate(2026, 11, 21), 7, japanese("2026-11-21T12:00"), person(1)},
                      u"zh-Hans"_s,
                      QByteArray("\0\xff sealed", 9)};
    QVERIFY(must(store.insert(visit)));
    QCOMPARE(all(store, 7, visit.key.scannedAt, visit.key.scannedAt + 1), QList<Visit>{visit});
}

void tst_VisitStore::knowsAVisitThatIsThereAlready()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 noon = japanese("2026-11-21T12:00");
    QVERIFY(must(store.insert(visitAt(noon, person(1)))));
    QVERIFY(!must(store.insert(visitAt(noon, person(1)))));
    QVERIFY(must(store.insert(visitAt(noon + 1, person(1)))));
    QVERIFY(must(store.insert(visitAt(noon, person(2)))));
    QVERIFY(must(store.insert(visitAt(noon, person(1), 2))));
    QCOMPARE(all(store, 1, noon, noon + 2).size(), 3);
    QCOMPARE(all(store, 2, noon, noon + 2).size(), 1);
}

void tst_VisitStore::insertsManyAndSaysWhichAreNew()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 noon = japanese("2026-11-21T12:00");
    QVERIFY(must(store.insert(visitAt(noon, person(3)))));
    std::vector<Visit> visits;
    for (int i = 0; i < 120; ++i)
        visits.push_back(visitAt(noon + i % 2 * 86'400, person(i / 2))); // two days, each person once a day
    visits.push_back(visitAt(noon, person(0)));                            // again
    std::vector<bool> expected(121, true);
    expected[6] = false; // person 3 at noon
    expected[120] = false;
    QVERIFY(must(store.insertAll(visits)) == expected);
    QCOMPARE(all(store, 1, noon, noon + 1).size(), 60);
    QCOMPARE(all(store, 1, noon + 86'400, noon + 86'401).size(), 60);
    QVERIFY(must(store.insertAll({})).empty());
}

void tst_VisitStore::findsTheVisitsOfAWindow_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<int>("found");
    // Visits: 21st 00:00, 22:00, 23:59; 22nd 00:00, 01:30; 23rd 12:00 (Japanese time)
    QTest::newRow("the whole day") << u"2026-11-21T00:00"_s << u"2026-11-22T00:00"_s << 3;
    QTest::newRow("the beginning counts, the end does not")
        << u"2026-11-21T22:00"_s << u"2026-11-21T23:59"_s << 1;
    QTest::newRow("over midnight") << u"2026-11-21T22:00"_s << u"2026-11-22T01:00"_s << 3;
    QTest::newRow("until midnight") << u"2026-11-21T22:00"_s << u"2026-11-22T00:00"_s << 2;
    QTest::newRow("from midnight") << u"2026-11-22T00:00"_s << u"2026-11-22T00:01"_s << 1;
    QTest::newRow("several days") << u"2026-11-20T00:00"_s << u"2026-11-24T00:00"_s << 6;
    QTest::newRow("an hour without anybody") << u"2026-11-21T10:00"_s << u"2026-11-21T11:00"_s << 0;
}

// REQUIREMENTS D3, S3
void tst_VisitStore::findsTheVisitsOfAWindow()
{
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(int, found);
    const TestDatabase files;
    VisitStore store(*files.main);
    int number = 0;
    for (const char *time : {"2026-11-21T00:00", "2026-11-21T22:00", "2026-11-21T23:59", "2026-11-22T00:00",
                             "2026-11-22T01:30", "2026-11-23T12:00"}) {
        QVERIFY(must(store.insert(visitAt(japanese(time), person(++number)))));
        QVERIFY(must(store.insert(visitAt(japanese(time), person(number), 2)))); // elsewhere
    }
    const qint64 begin = *japan::parseDateTime(from);
    const qint64 end = *japan::parseDateTime(until);
    const QList<Visit> visits = all(store, 1, begin, end);
    QCOMPARE(visits.size(), found);
    QVERIFY(std::is_sorted(visits.begin(), visits.end(),
                           [](const Visit &a, const Visit &b) { return a.key.scannedAt < b.key.scannedAt; }));
    QCOMPARE(must(store.countPeople(1, begin, end)), found);
}

void tst_VisitStore::readsPagesOfEqualSecondsWithoutLossOrDouble()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 noon = japanese("2026-11-21T12:00");
    QSet<QByteArray> put;
    {
        Transaction transaction = must(Transaction::begin(*files.main));
        for (int i = 0; i < 3456; ++i) {
            const Visit visit = visitAt(noon + i / 2500, person(i)); // 2500 in one second
            QVERIFY(must(store.insert(visit)));
            put.insert(visit.key.who);
        }
        must(transaction.commit());
    }
    const QList<Visit> visits = all(store, 1, noon, noon + 10);
    QCOMPARE(visits.size(), 3456);
    QSet<QByteArray> got;
    for (const Visit &visit : visits)
        got.insert(visit.key.who);
    QCOMPARE(got, put);
}

void tst_VisitStore::stopsWhenItIsTold()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 midnight = japanese("2026-11-21T00:00");
    for (int i = 0; i < 6; ++i)
        QVERIFY(must(store.insert(visitAt(midnight + i * 43200, person(i))))); // over three days
    int seen = 0;
    must(store.forEach(1, midnight, midnight + 4 * 86400, [&](const Visit &) { return ++seen < 2; }));
    QCOMPARE(seen, 2);
}

void tst_VisitStore::countsPeopleRatherThanVisits()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 noon = japanese("2026-11-21T12:00");
    for (int i = 0; i < 10; ++i)
        QVERIFY(must(store.insert(visitAt(noon + i, person(i % 3)))));
    QCOMPARE(must(store.countPeople(1, noon, noon + 100)), 3);
    QCOMPARE(all(store, 1, noon, noon + 100).size(), 10);
}

void tst_VisitStore::removesOneVisitOnly()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    const qint64 noon = japanese("2026-11-21T12:00");
    const Visit first = visitAt(noon, person(1));
    const Visit second = visitAt(noon, person(2));
    QVERIFY(must(store.insert(first)));
    QVERIFY(must(store.insert(second)));
    must(store.remove(first.key));
    must(store.remove(first.key)); // again is nothing
    QCOMPARE(all(store, 1, noon, noon + 1), QList<Visit>{second});
}

// REQUIREMENTS D5: a backup may take longer than until midnight.
void tst_VisitStore::takesTheNextDayWhileABackupReads()
{
    const TestDatabase files;
    must(registerIn(*files.main, visitAt(japanese("2026-11-21T23:59"), person(1))));
    const auto backup = files.open(Migrations::Schema::Main);
    const Transaction moment = must(Transaction::begin(*backup, Transaction::Writers::None));
    const QString count = u"SELECT count(*) FROM visit"_s;
    QCOMPARE(TestDatabase::number(*backup, count), 1);
    VERIFY_DONE(registerIn(*files.main, visitAt(japanese("2026-11-22T00:00"), person(1))));
    QCOMPARE(TestDatabase::number(*backup, count), 1);
    QCOMPARE(files.number(count), 2);
}

// At midnight the first registrations come to all servers at once.
void tst_VisitStore::takesTheSameNewDayFromTwoServers()
{
    const TestDatabase files;
    const qint64 midnight = japanese("2026-11-22T00:00");
    VisitStore first(*files.main);
    Transaction transaction = must(Transaction::begin(*files.main, Transaction::Writers::Many));
    must(first.insert(visitAt(midnight, person(1))));
    std::future<Result<>> second = std::async(std::launch::async, [&] {
        const auto other = files.open(Migrations::Schema::Main);
        TestDatabase::wait(*other, std::chrono::seconds(20));
        return registerIn(*other, visitAt(midnight, person(2)));
    });
    if (!TestDatabase::isSqlite())
        QTRY_VERIFY(files.number(u"SELECT count(*) FROM pg_locks WHERE NOT granted AND "
                                 "database = (SELECT oid FROM pg_database WHERE datname = current_database())"_s) > 0);
    must(transaction.commit());
    VERIFY_DONE(second.get());
    QCOMPARE(files.number(u"SELECT count(*) FROM visit"_s), 2);
}

QTEST_GUILESS_MAIN(tst_VisitStore)
#include "tst_VisitStore.moc"
