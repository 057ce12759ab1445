// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/PostgresEngine.h"

#include "core/database/PostgresPurge.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSqlDriver>
#include <QUrlQuery>

#include <libpq-fe.h>

Q_DECLARE_OPAQUE_POINTER(PGconn *)

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

/// A value of a libpq connection string (postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING).
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

/// An outage must not hold up who waits for longer than this. A peer that is gone is noticed while nothing is under way,
/// too.
constexpr auto outageTimeouts = "connect_timeout=3 tcp_user_timeout=3000 keepalives_idle=1 "
                                "keepalives_interval=1 keepalives_count=2 application_name=shirase"_L1;

/// Where Debian keeps the authorities that the machine trusts; libpq of PostgreSQL 15 does not look there by itself.
constexpr auto systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"_L1;

/// A server on this machine, which no network lies before.
bool isHere(const QString &host)
{
    return host.isEmpty() || host == u"localhost"_s || QHostAddress(host).isLoopback();
}

/// How the connection is secured. Elsewhere a server has to prove who it is unless the address says how else; what would
/// fall back to plain text by itself is refused (postgresql.org/docs/15/libpq-ssl.html).
Result<QStringList> tlsOptions(const QUrl &url)
{
    const QUrlQuery query(url);
    const QString mode = query.queryItemValue(u"sslmode"_s);
    if (isHere(url.host()) && mode.isEmpty())
        return QStringList();
    if (mode == u"allow" || mode == u"prefer")
        return fail(ErrorCode::Invalid,
                    Tr::tr("With sslmode=%1 the connection to the database may fall back to plain text unnoticed. Please "
                           "write sslmode=verify-full in the database's address.")
                        .arg(mode));
    QStringList options;
    if (mode.isEmpty())
        options << u"sslmode=verify-full"_s;
    const bool verifies = mode.isEmpty() || mode.startsWith(u"verify"_s);
    if (verifies && !query.hasQueryItem(u"sslrootcert"_s) && QFile::exists(systemAuthorities))
        options << u"sslrootcert="_s + systemAuthorities;
    return options;
}

/// Why a connection could not be made. libpq has no codes for it, and says it in the language of the machine.
Error unreachable(const QString &host, const QString &detail)
{
    if (detail.contains(u"certificate"_s, Qt::CaseInsensitive) || detail.contains(u"証明書"_s))
        return {ErrorCode::Refused,
                Tr::tr("The database server %1 does not prove who it is: its certificate is not accepted. Please check "
                       "that the address names the host as its certificate does, and that sslrootcert in it is the file of "
                       "the authority that has signed the certificate.")
                    .arg(host),
                detail};
    if (detail.contains(u"SSL"_s))
        return {ErrorCode::Refused,
                Tr::tr("The database server %1 does not speak TLS, and nothing is sent to it in plain text. Please set up "
                       "TLS there; or, where the network between is protected by itself, write sslmode=disable in the "
                       "database's address.")
                    .arg(host),
                detail};
    return {ErrorCode::Unavailable,
            Tr::tr("The database server %1 cannot be reached, or refuses the log-in. Please check that it "
                   "runs, and database.url.")
                .arg(host),
            detail};
}

} // namespace

PostgresEngine::PostgresEngine(QUrl url, QString passwordFile)
    : m_url(std::move(url))
    , m_passwordFile(std::move(passwordFile))
{}

QString PostgresEngine::connectionString(const QUrl &url)
{
    QStringList parts{u"dbname="_s + quoted(url.path().mid(1))};
    if (!url.host().isEmpty())
        parts.append(u"host="_s + quoted(url.host()));
    if (url.port() > 0)
        parts.append(u"port=%1"_s.arg(url.port()));
    if (!url.userName().isEmpty())
        parts.append(u"user="_s + quoted(url.userName()));
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        parts.append(name + u'=' + quoted(value));
    parts += tlsOptions(url).value_or(QStringList{u"sslmode=verify-full"_s});
    return parts.join(u' ');
}

Result<QString> PostgresEngine::passwordIn(const QString &path)
{
    if (path.isEmpty())
        return QString();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.readLine()).remove(u'\n').remove(u'\r');
    return fail(ErrorCode::Unavailable,
                Tr::tr("The file %1 with the database's password cannot be read. Please check "
                       "database.password_file.")
                    .arg(QDir::toNativeSeparators(path)));
}

Result<> PostgresEngine::connect(QSqlDatabase &connection)
{
    const Result<QString> password = passwordIn(m_passwordFile);
    if (!password)
        return passOn(password);
    const Result<QStringList> tls = tlsOptions(m_url);
    if (!tls)
        return passOn(tls);
    QStringList options{QString(outageTimeouts)};
    for (const auto &[name, value] : QUrlQuery(m_url).queryItems(QUrl::FullyDecoded))
        options.append(name + u'=' + quoted(value));
    options << *tls;
    connection.setHostName(m_url.host());
    connection.setPort(m_url.port());
    connection.setDatabaseName(m_url.path().mid(1));
    connection.setUserName(m_url.userName());
    connection.setPassword(*password);
    connection.setConnectOptions(options.join(u' '));
    if (connection.open())
        return {};
    return std::unexpected(unreachable(m_url.host(), connection.lastError().databaseText()));
}

int PostgresEngine::socketOf(const QSqlDatabase &connection) const
{
    // By type, not by the name in doc.qt.io/qt-6/qsqldriver.html#handle: Qt calls it "pg_conn*", behind the typedef.
    const QVariant handle = connection.driver()->handle();
    if (handle.metaType() != QMetaType::fromType<PGconn *>())
        return -1;
    return PQsocket(*static_cast<PGconn *const *>(handle.constData()));
}

Result<> PostgresEngine::makeReady(Database &database) const
{
    // The server's log would show a statement that failed with its values, and the row that was in its way; an account
    // without the right to say so leaves that to the server's administrator (packaging/OPERATIONS.md).
    constexpr auto quiet = "SELECT set_config(name, value, false) FROM (VALUES ('log_min_error_statement', 'panic'), "
                           "('log_error_verbosity', 'terse')) AS wanted (name, value) "
                           "WHERE has_parameter_privilege(name, 'set')"_L1;
    return database.commandAll({u"SET lock_timeout = 5000"_s, u"SET idle_in_transaction_session_timeout = 60000"_s,
                                u"SET timezone = 'UTC'"_s, u"SET client_min_messages = warning"_s, QString(quiet)});
}

QStringList PostgresEngine::patience(std::chrono::milliseconds time) const
{
    return {u"SET lock_timeout = %1"_s.arg(time.count()), u"SET statement_timeout = %1"_s.arg(time.count())};
}

QString PostgresEngine::begin() const
{
    return u"BEGIN"_s;
}

QString PostgresEngine::beginReading() const
{
    return u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s;
}

QString PostgresEngine::fixMoment() const
{
    // The first query fixes it. This one also lets a backup take longer than others may idle.
    return u"SELECT set_config('idle_in_transaction_session_timeout', '0', true)"_s;
}

QString PostgresEngine::keepOthersOut() const
{
    // In the way of its like in this schema only; a table's lock would be in autovacuum's way too.
    return u"SELECT pg_advisory_xact_lock(current_schema()::regnamespace::oid::bigint)"_s;
}

Result<> PostgresEngine::purge(Database &database, const QStringList &tables) const
{
    return PostgresPurge(database).run(tables);
}

Error PostgresEngine::describe(const QSqlError &error) const
{
    // SQLSTATE, by its class (postgresql.org/docs/15/errcodes-appendix.html).
    const QString state = error.nativeErrorCode();
    // Values stand in the lines below the first, and of data exceptions in the first too.
    const QString message = state.startsWith(u"22"_s) ? QString() : error.databaseText().section(u'\n', 0, 0);
    const QString detail = error.driverText() + u": "_s + message + u" ("_s + state + u')';
    if (isLost(error)) {
        return {ErrorCode::Unavailable,
                Tr::tr("The connection to the database was lost. Please try again in a moment."), detail};
    }
    if (state.startsWith(u"40"_s) || state == u"55P03"_s || state == u"57014"_s) // 57014: took too long
        return {ErrorCode::Busy, Tr::tr("The database is busy. Please try again."), detail};
    if (state == u"53100"_s)
        return {ErrorCode::StorageFull, Tr::tr("The disk is full. Please make room, then try again."),
                detail};
    if (state == u"25006"_s || state.startsWith(u"53"_s)) {
        return {ErrorCode::Unavailable,
                Tr::tr("The database server cannot write at the moment. Please ask its administrator."),
                detail};
    }
    if (state.startsWith(u"XX"_s)) {
        return {ErrorCode::Corrupt,
                Tr::tr("The database server reports damaged data. Please ask its administrator."), detail};
    }
    if (state.startsWith(u"23"_s))
        return {ErrorCode::Conflict, Tr::tr("This entry contradicts one that exists."), detail};
    return {ErrorCode::Internal, Tr::tr("The database refused a statement."), detail};
}

bool PostgresEngine::isLost(const QSqlError &error) const
{
    // A connection that died leaves no SQLSTATE; one that the server ended says so.
    const QString state = error.nativeErrorCode();
    return state.isEmpty() || state.startsWith(u"08"_s) || state.startsWith(u"57P"_s);
}

} // namespace shirase
