// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StorageWatch.h"

#include "app/Connection.h"
#include "app/Housekeeper.h"
#include "app/SetUp.h"
#include "tests/support/FixedClock.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/Results.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

/// Staff hear by themselves that nothing can be stored, and when it can be again.
class tst_StorageWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void saysNothingWhileAllIsWell();
    void saysThatNothingIsStoredWhileTheDailyWorkWaitsForTheSameLock();
    void saysThatTheDatabaseDoesNotAnswer();
    void saysThatTheDatabaseIsAway();
    void endsWhileTheDatabaseStandsStill();

private:
    [[nodiscard]] static SetUpRequest request()
    {
        SetUpRequest request;
        request.administrator = u"admin"_s;
        request.password = SecretBytes(QByteArrayView("unlock 42 blue herons"));
        request.cost = PasswordCost::minimal();
        return request;
    }
    /// Whether the watch has stored something, and so has its connection.
    [[nodiscard]] static bool hasLooked(Connection &connection)
    {
        Rows rows = must(connection.database->run(u"SELECT count(*) FROM lease WHERE name = 'rehearsal storage'"_s));
        return rows.next() && rows.number(0) == 1;
    }
    /// What was said last.
    [[nodiscard]] static QString last(const QSignalSpy &spy) { return spy.isEmpty() ? QString() : spy.last().first().toString(); }

    static constexpr int soon = 20'000; ///< ms; on a busy machine
    static constexpr StorageWatch::Pace quick{.interval = 200ms, .forLocks = 500ms, .forAnswer = 1000ms};

    QTemporaryDir m_folder;
    const DataFolder m_file{m_folder.filePath(u"file"_s)};     ///< a Shirase on SQLite
    const DataFolder m_served{m_folder.filePath(u"served"_s)}; ///< one on PostgreSQL
    std::unique_ptr<PostgresServer> m_server;
    const SystemClock m_clock;
};

void tst_StorageWatch::initTestCase()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    must(setUp(m_file, request(), m_clock));
    m_server = std::make_unique<PostgresServer>();
    SetUpRequest served = request();
    served.addresses = {.database = m_server->make(u"shirase"_s), .vault = m_server->make(u"vault"_s)};
    must(setUp(m_served, served, m_clock));
}

void tst_StorageWatch::cleanup()
{
    m_server->resume(); // whatever a test left behind
}

void tst_StorageWatch::cleanupTestCase()
{
    m_server.reset();
}

void tst_StorageWatch::saysNothingWhileAllIsWell()
{
    const auto connection = must(Connection::open(m_file, m_clock));
    ConnectionBreaker breaker;
    StorageWatch watch(m_file, m_clock, breaker, quick);
    const QSignalSpy said(&watch, &StorageWatch::problemChanged);
    QTRY_VERIFY_WITH_TIMEOUT(hasLooked(*connection), soon);
    QVERIFY(said.isEmpty());
}

// SQLite has one writer: whoever holds its lock is in the way of all, the erasure among them, which waits patiently.
void tst_StorageWatch::saysThatNothingIsStoredWhileTheDailyWorkWaitsForTheSameLock()
{
    const auto other = must(Connection::open(m_file, m_clock));
    ConnectionBreaker breaker;
    Housekeeper housekeeper(m_file, m_clock, breaker);
    StorageWatch watch(m_file, m_clock, breaker, quick);
    const QSignalSpy said(&watch, &StorageWatch::problemChanged);
    {
        const Transaction lock = must(Transaction::begin(*other->database));
        housekeeper.start();
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, soon);
        QVERIFY2(last(said).contains(u"busy"_s), qPrintable(last(said)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, soon);
    QCOMPARE(last(said), QString());
}

void tst_StorageWatch::saysThatTheDatabaseDoesNotAnswer()
{
    const auto connection = must(Connection::open(m_served, m_clock));
    ConnectionBreaker breaker;
    StorageWatch watch(m_served, m_clock, breaker, quick);
    const QSignalSpy said(&watch, &StorageWatch::problemChanged);
    QTRY_VERIFY_WITH_TIMEOUT(hasLooked(*connection), soon);
    m_server->pause();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, soon);
    QVERIFY2(last(said).contains(u"nothing can be stored"_s), qPrintable(last(said)));
    m_server->resume();
    QTRY_COMPARE_WITH_TIMEOUT(last(said), QString(), soon);
}

void tst_StorageWatch::saysThatTheDatabaseIsAway()
{
    m_server->halt();
    ConnectionBreaker breaker;
    StorageWatch watch(m_served, m_clock, breaker, quick);
    const QSignalSpy said(&watch, &StorageWatch::problemChanged);
    QTRY_VERIFY_WITH_TIMEOUT(last(said).contains(u"nothing can be stored"_s), soon);
    m_server->startAgain();
    QTRY_COMPARE_WITH_TIMEOUT(last(said), QString(), soon);
}

void tst_StorageWatch::endsWhileTheDatabaseStandsStill()
{
    const auto connection = must(Connection::open(m_served, m_clock));
    must(connection->database->run(u"DELETE FROM lease"_s));
    ConnectionBreaker breaker;
    std::optional<StorageWatch> watch(std::in_place, m_served, m_clock, breaker, quick);
    const QSignalSpy said(&*watch, &StorageWatch::problemChanged);
    QTRY_VERIFY_WITH_TIMEOUT(hasLooked(*connection), soon);
    m_server->pause();
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, soon);
    breaker.breakOffAfter(std::chrono::milliseconds(100));
    watch.reset(); // hangs for ever where the breaker does not know the connection
    m_server->resume(); // for the other connection, which no breaker ends
}

QTEST_GUILESS_MAIN(tst_StorageWatch)
#include "tst_StorageWatch.moc"
