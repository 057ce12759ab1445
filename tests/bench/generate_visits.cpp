// SPDX-License-Identifier: GPL-3.0-or-later
//
// generate_visits DIR [NUMBER [DAYS]]: fills the database of the Shirase in DIR with visits (30,000,000) on the days
// before today (60), evenly by day, more at the first facilities than at the last. What is measured is how a full
// database behaves: rows are as long as real ones, and their addresses are sealed noise that nothing opens.
//
// In the order of the key, PostgreSQL by COPY, SQLite in a transaction for each day without waiting for the disk.
#include "app/Connection.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitPartitions.h"
#include "tests/support/Results.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>
#include <QtEndian>

#include <libpq-fe.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr int sealedSize = 137; // version, key, nonce, tag, address padded to 64 bytes (DESIGN)
constexpr int whoSize = 16;
constexpr qint64 opens = 10 * 3600; // seconds after midnight
constexpr qint64 closes = 22 * 3600;

struct Row
{
    qint64 facility;
    qint64 scannedAt;
    std::array<char, whoSize> who;
};

class Sink
{
public:
    virtual ~Sink() = default;
    virtual void begin(QDate day) = 0;
    virtual void add(int day, const Row &row, const QByteArray &sealed) = 0;
    virtual void end() = 0;
};

class SqliteSink final : public Sink
{
public:
    explicit SqliteSink(Database &database)
        : m_database(database)
    {
        must(m_database.command(u"PRAGMA synchronous=OFF"_s));
        must(m_database.command(u"PRAGMA cache_size=-200000"_s));
    }

    void begin(QDate) override { m_transaction.emplace(must(Transaction::begin(m_database))); }
    void add(int day, const Row &row, const QByteArray &sealed) override
    {
        static const QString sql = u"INSERT INTO visit (day, facility_id, scanned_at, who, language, sealed_address) "
                                   "VALUES (?, ?, ?, ?, 'ja', ?)"_s;
        must(m_database.run(sql, {day, row.facility, row.scannedAt, QByteArray(row.who.data(), whoSize), sealed}));
    }
    void end() override
    {
        must(m_transaction->commit());
        m_transaction.reset();
    }

private:
    Database &m_database;
    std::optional<Transaction> m_transaction;
};

/// Binary COPY, postgresql.org/docs/15/sql-copy.html.
class PostgresSink final : public Sink
{
public:
    PostgresSink(Database &database, const QString &url)
        : m_partitions(database)
        , m_connection(PQconnectdb(url.toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("%s", PQerrorMessage(m_connection));
    }
    ~PostgresSink() override { PQfinish(m_connection); }

    void begin(QDate day) override
    {
        must(m_partitions.ensure(day));
        PQclear(PQexec(m_connection, "COPY visit (day, facility_id, scanned_at, who, language, sealed_address) "
                                     "FROM STDIN (FORMAT binary)"));
        m_buffer = QByteArray("PGCOPY\n\377\r\n\0", 11) + QByteArray(8, '\0');
    }
    void add(int day, const Row &row, const QByteArray &sealed) override
    {
        number<qint16>(6);
        for (const qint64 value : {qint64(day), row.facility, row.scannedAt}) {
            number<qint32>(sizeof value);
            number<qint64>(value);
        }
        bytes({row.who.data(), whoSize});
        bytes("ja");
        bytes(sealed);
        if (m_buffer.size() > 1'000'000)
            send();
    }
    void end() override
    {
        number<qint16>(-1);
        send();
        PQputCopyEnd(m_connection, nullptr);
        while (PGresult *result = PQgetResult(m_connection)) {
            if (PQresultStatus(result) != PGRES_COMMAND_OK)
                qFatal("%s", PQresultErrorMessage(result));
            PQclear(result);
        }
    }

private:
    template <typename Number>
    void number(Number value)
    {
        const Number big = qToBigEndian(value);
        m_buffer.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    void bytes(QByteArrayView value)
    {
        number<qint32>(qint32(value.size()));
        m_buffer.append(value);
    }
    void send()
    {
        if (PQputCopyData(m_connection, m_buffer.constData(), int(m_buffer.size())) != 1)
            qFatal("%s", PQerrorMessage(m_connection));
        m_buffer.clear();
    }

    VisitPartitions m_partitions;
    PGconn *m_connection;
    QByteArray m_buffer;
};

QList<FacilityId> facilitiesOf(Database &database)
{
    QList<FacilityId> facilities;
    Rows rows = must(database.run(u"SELECT id FROM facility ORDER BY id"_s));
    while (rows.next())
        facilities << rows.number(0);
    for (FacilityId id = 1; facilities.size() < 1000; ++id) {
        if (!facilities.contains(id))
            facilities << id;
    }
    std::ranges::sort(facilities);
    return facilities;
}

class Generator
{
public:
    explicit Generator(QList<FacilityId> facilities)
        : m_facilities(std::move(facilities))
    {}

    void fill(Sink &sink, QDate day, qint64 number)
    {
        sink.begin(day);
        const int dayNumber = japan::toNumber(day);
        const qint64 midnight = japan::startOf(day);
        const double places = double(m_facilities.size());
        qint64 done = 0;
        for (qsizetype i = 0; i < m_facilities.size(); ++i) {
            // The share of the first i + 1 of n is √((i + 1) / n).
            const auto until = qint64(double(number) * std::sqrt(double(i + 1) / places));
            std::vector<Row> rows(size_t(until - done));
            for (Row &row : rows) {
                row = {m_facilities[i], midnight + opens + qint64(m_dice() % quint64(closes - opens)), {}};
                noise(row.who.data(), whoSize);
            }
            std::ranges::sort(rows, {}, [](const Row &row) { return std::pair(row.scannedAt, row.who); });
            for (const Row &row : rows) {
                noise(m_sealed.data(), sealedSize);
                sink.add(dayNumber, row, m_sealed);
            }
            done = until;
        }
        sink.end();
    }

private:
    void noise(char *to, size_t size)
    {
        for (size_t at = 0; at < size; at += sizeof(quint64)) {
            const quint64 random = m_dice();
            std::memcpy(to + at, &random, std::min(sizeof random, size - at));
        }
    }

    QList<FacilityId> m_facilities;
    QByteArray m_sealed = QByteArray(sealedSize, Qt::Uninitialized);
    std::mt19937_64 m_dice{1};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !initialiseCryptography()) {
        qCritical("usage: generate_visits DIR [NUMBER [DAYS]]");
        return 2;
    }
    const qint64 number = arguments.value(2, u"30000000"_s).toLongLong();
    const int days = arguments.value(3, u"60"_s).toInt();
    const SystemClock clock;
    const DataFolder folder(arguments[1]);
    const auto connection = must(Connection::open(folder, clock));
    Database &database = *connection->database;
    DayKeys dayKeys(*connection->vault, connection->serverKey, must(connection->staff.officePublicKey()));
    std::unique_ptr<Sink> sink;
    if (database.dialect() == Dialect::Sqlite)
        sink = std::make_unique<SqliteSink>(database);
    else
        sink = std::make_unique<PostgresSink>(database, folder.database(connection->settings).url);

    QTextStream out(stdout);
    QElapsedTimer timer;
    timer.start();
    Generator generator(facilitiesOf(database));
    const QDate today = japan::dayOf(clock.now());
    for (int i = days; i > 0; --i) {
        const QDate day = today.addDays(-i);
        must(dayKeys.seal(day));
        generator.fill(*sink, day, number / days);
    }
    out << number / days * days << " visits in " << timer.elapsed() / 1000 << " s\n";
    return 0;
}
