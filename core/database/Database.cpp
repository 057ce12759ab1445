// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Database.h"

#include "core/database/ConnectionBreaker.h"
#include "core/database/PostgresEngine.h"
#include "core/database/SqliteEngine.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <thread>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

/// Of a value, in the order of the question marks.
QString nameOf(qsizetype value)
{
    constexpr qsizetype most = 400; // more than any statement of ours has
    static const QStringList names = [] {
        QStringList all;
        for (qsizetype i = 0; i < most; ++i)
            all.append(u":v%1"_s.arg(i));
        return all;
    }();
    return value < most ? names[value] : u":v%1"_s.arg(value);
}

/// A statement with a name in the place of each question mark. Bound by its place, Qt writes the place down as text for
/// each value each time (3,100 instructions; for the 15 values of a registration a fifth of all that it costs the
/// database's thread). A name is found at a tenth of that.
QString withNames(const QString &sql)
{
    QString named;
    named.reserve(sql.size() * 2);
    qsizetype values = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        quoted = quoted != (c == u'\'');
        if (c == u'?' && !quoted)
            named += nameOf(values++);
        else
            named += c;
    }
    return named;
}

QString lostSentence()
{
    return Tr::tr("The connection to the database was lost. Please try again in a moment.");
}

} // namespace

Result<std::unique_ptr<Engine>> Engine::of(const DatabaseAddress &address)
{
    constexpr QLatin1StringView sqlite("sqlite:");
    if (address.url.startsWith(sqlite) && address.url.size() > sqlite.size())
        return std::make_unique<SqliteEngine>(address.url.sliced(sqlite.size()), address.alone);
    const QUrl url(address.url, QUrl::StrictMode);
    if (url.isValid() && url.scheme() == u"postgresql"_s && url.path().size() > 1) {
        const QUrlQuery options(url);
        const bool hasSecret = !url.password().isEmpty() || options.hasQueryItem(u"password"_s) ||
                               options.hasQueryItem(u"sslpassword"_s);
        if (hasSecret)
            return fail(ErrorCode::Invalid,
                        Tr::tr("The database address must hold no password. Please put it into a "
                               "file and name that as database.password_file."));
        return std::make_unique<PostgresEngine>(url, address.passwordFile);
    }
    return fail(ErrorCode::Invalid, Tr::tr("The database address is not understood: it has to be "
                                           "\"sqlite:PATH\" or \"postgresql://USER@HOST/DATABASE\"."));
}

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

Database::Database(std::unique_ptr<Engine> engine, ConnectionBreaker *breaker)
    : m_engine(std::move(engine))
    , m_breaker(breaker)
    , m_connectionName(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QSqlDatabase::addDatabase(m_engine->driver(), m_connectionName);
}

Database::~Database()
{
    m_statements.clear();
    closeConnection();
}

void Database::closeConnection()
{
    // First, as the number may be another's once it is closed.
    if (m_breaker && m_socket >= 0)
        m_breaker->remove(std::exchange(m_socket, -1));
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address, ConnectionBreaker *breaker)
{
    Result<std::unique_ptr<Engine>> engine = Engine::of(address);
    if (!engine)
        return passOn(engine);
    std::unique_ptr<Database> database(new Database(std::move(*engine), breaker));
    if (const Result<> connected = database->connect(); !connected)
        return passOn(connected);
    return database;
}

Dialect Database::dialect() const
{
    return m_engine->dialect();
}

QVariant Database::handle() const
{
    return QSqlDatabase::database(m_connectionName, false).driver()->handle();
}

Result<> Database::openConnection()
{
    QSqlDatabase connection = QSqlDatabase::database(m_connectionName, false);
    if (m_breaker && m_breaker->isBroken())
        return fail(ErrorCode::Unavailable, lostSentence());
    if (const Result<> connected = m_engine->connect(connection); !connected)
        return connected;
    if (const int socket = m_engine->socketOf(connection); m_breaker && socket >= 0) {
        if (!m_breaker->add(socket))
            return fail(ErrorCode::Unavailable, lostSentence());
        m_socket = socket;
    }
    return {};
}

Result<> Database::connect()
{
    if (const Result<> connected = openConnection(); !connected)
        return connected;
    m_lost = false;
    m_statements.clear();
    if (const Result<> ready = m_engine->makeReady(*this); !ready)
        return ready;
    return commandAll(m_patience);
}

Result<> Database::commandAll(const QStringList &commands)
{
    for (const QString &one : commands) {
        if (const Result<> done = command(one); !done)
            return done;
    }
    return {};
}

Result<> Database::setPatience(std::chrono::milliseconds patience)
{
    m_patience = m_engine->patience(patience);
    return commandAll(m_patience);
}

Result<> Database::reconnectIfLost()
{
    if (!m_lost)
        return {};
    // Rows that somebody still reads lean on the driver that goes below.
    const bool rowsAreRead =
        std::ranges::any_of(m_statements, [](const auto &query) { return query.use_count() > 1; });
    if (m_inTransaction || rowsAreRead || std::chrono::steady_clock::now() < m_nextTry)
        return fail(ErrorCode::Unavailable, lostSentence());
    // With a new driver: the old one would ask the new connection to let go of statements that it does not
    // know.
    closeConnection();
    m_statements.clear();
    QSqlDatabase::addDatabase(m_engine->driver(), m_connectionName);
    if (const Result<> connected = connect(); !connected) {
        m_pause = std::min(m_pause == 0ms ? 250ms : m_pause * 2, 2000ms);
        m_lost = true;
        m_nextTry = std::chrono::steady_clock::now() + m_pause;
        return connected;
    }
    m_pause = 0ms;
    return {};
}

Error Database::noteFailure(const QSqlError &error)
{
    m_failedInTransaction = m_inTransaction;
    if (m_engine->isLost(error) && !m_lost) {
        m_lost = true;
        m_nextTry = std::chrono::steady_clock::now();
    }
    return m_engine->describe(error);
}

Result<Rows> Database::run(const QString &sql, std::initializer_list<QVariant> values)
{
    return run(sql, QVariantList(values));
}

Result<std::shared_ptr<QSqlQuery>> Database::prepared(const QString &sql)
{
    if (const auto known = m_statements.constFind(sql); known != m_statements.constEnd())
        return *known;
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connectionName, false));
    query->setForwardOnly(m_engine->streams());
    if (!query->prepare(withNames(sql)))
        return std::unexpected(noteFailure(query->lastError()));
    return *m_statements.insert(sql, query);
}

Result<Rows> Database::run(const QString &sql, const QVariantList &values)
{
    if (const Result<> connected = reconnectIfLost(); !connected)
        return passOn(connected);
    const Result<std::shared_ptr<QSqlQuery>> query = prepared(sql);
    if (!query)
        return passOn(query);
    for (int i = 0; i < values.size(); ++i) {
        // Qt binds a null QString as NULL; to us it is a text without letters.
        const bool nullText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        (*query)->bindValue(nameOf(i), nullText ? QVariant(u""_s) : values[i]);
    }
    Rows rows(*query);
    if (!(*query)->exec())
        return std::unexpected(noteFailure((*query)->lastError()));
    return rows;
}

Result<> Database::command(const QString &sql)
{
    if (const Result<> connected = reconnectIfLost(); !connected)
        return connected;
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(sql))
        return std::unexpected(noteFailure(query.lastError()));
    return {};
}

Result<> Database::runScript(const QString &sql)
{
    const QStringList statements = sql.split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        if (const Result<> done = command(statement); !done)
            return done;
    }
    m_statements.clear();
    return {};
}

Result<> Database::purge(const QStringList &tables)
{
    return m_engine->purge(*this, tables);
}

void Database::afterCommit(std::function<void()> function)
{
    if (m_inTransaction)
        m_afterCommit.push_back(std::move(function));
    else
        function();
}

void letOthersWrite()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

Result<Transaction> Transaction::begin(Database &database, Writers writers)
{
    Q_ASSERT(!database.m_inTransaction);
    const Engine &engine = *database.m_engine;
    if (const Result<> begun = database.command(writers == Writers::None ? engine.beginReading() : engine.begin());
        !begun)
        return passOn(begun);
    Transaction transaction(database);
    if (writers == Writers::None) {
        if (const Result<> fixed = database.command(engine.fixMoment()); !fixed)
            return passOn(fixed);
    }
    if (const QString lock = engine.keepOthersOut(); writers == Writers::One && !lock.isEmpty()) {
        if (const Result<> alone = database.command(lock); !alone)
            return passOn(alone);
    }
    return transaction;
}

Transaction::Transaction(Database &database)
    : m_database(&database)
{
    database.m_inTransaction = true;
    database.m_failedInTransaction = false;
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    m_database->m_inTransaction = false;
    m_database->m_afterCommit.clear();
    // SQLite may have rolled back by itself already (disk full), or the connection is gone; then this fails,
    // which is what we want.
    if (!m_database->m_lost)
        std::ignore = m_database->command(u"ROLLBACK"_s);
}

Result<> Transaction::commit()
{
    // PostgreSQL would answer such a COMMIT with a ROLLBACK, and no error.
    if (m_database->dialect() == Dialect::PostgreSql && m_database->m_failedInTransaction)
        return fail(ErrorCode::Internal, u"A statement of this transaction has failed before."_s);
    if (const Result<> committed = m_database->command(u"COMMIT"_s); !committed)
        return committed;
    Database &database = *std::exchange(m_database, nullptr);
    database.m_inTransaction = false;
    for (const std::function<void()> &function : std::exchange(database.m_afterCommit, {}))
        function();
    return {};
}

} // namespace shirase
