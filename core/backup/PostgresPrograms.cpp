// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/PostgresPrograms.h"

#include "core/database/PostgresEngine.h"
#include "core/foundation/DiskSync.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEvery = 200;   // ms, for whether somebody cancels
constexpr int patience = 30'000; // ms, for an end that was asked for

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Result<QString> textFrom(Database &database, const QString &sql)
{
    Result<Rows> rows = database.run(sql);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->text(0) : QString();
}

} // namespace

PostgresProgram::PostgresProgram(const QString &name, const DatabaseAddress &address)
    : m_name(name)
    , m_address(address)
{}

PostgresProgram::~PostgresProgram()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

// postgresql.org/docs/15/libpq-pgpass.html
Result<> PostgresProgram::writePassword()
{
    if (m_address.passwordFile.isEmpty())
        return {};
    const Result<QString> password = PostgresEngine::passwordIn(m_address.passwordFile);
    if (!password)
        return passOn(password);
    QString escaped = *password;
    escaped.replace(u'\\', u"\\\\"_s).replace(u':', u"\\:"_s);
    const QByteArray line = "*:*:*:*:" + escaped.toUtf8() + '\n';
    const int handle = memfd_create("passwords", MFD_CLOEXEC);
    // libpq reads none that others than its owner could read.
    if (handle >= 0 && m_passwords.open(handle, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)
        && fchmod(handle, S_IRUSR | S_IWUSR) == 0 && writeWhole(m_passwords, line))
        return {};
    return notStarted(m_passwords.errorString());
}

std::unexpected<Error> PostgresProgram::notStarted(const QString &why) const
{
    return fail(ErrorCode::Unavailable, Tr::tr("The program %1 cannot be started.").arg(m_name), why);
}

Result<> PostgresProgram::start(const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(m_name);
    if (program.isEmpty())
        return fail(ErrorCode::NotFound,
                    Tr::tr("The program %1 is not installed. Please install PostgreSQL's client programs (on Debian: "
                           "postgresql-client).")
                        .arg(m_name));
    if (const Result<> written = writePassword(); !written)
        return written;
    QString connection = PostgresEngine::connectionString(QUrl(m_address.url));
    if (m_passwords.isOpen()) {
        const int handle = m_passwords.handle();
        connection += u" passfile='/proc/self/fd/%1'"_s.arg(handle);
        // Between its fork and its exec: no other program that we start has it.
        m_process.setChildProcessModifier([handle] { fcntl(handle, F_SETFD, 0); });
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments + QStringList{u"--no-password"_s, u"--dbname="_s + connection});
    if (m_process.waitForStarted(patience))
        return {};
    return notStarted(m_process.errorString());
}

Result<> PostgresProgram::finish()
{
    m_process.waitForFinished(-1);
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0)
        return {};
    // Its first line says what is wrong; those below could show rows.
    const QString said = QString::fromUtf8(m_process.readAllStandardError()).section(u'\n', 0, 0);
    return fail(ErrorCode::Unavailable,
                Tr::tr("The program %1 has failed. Please check that its version is that of the database server or newer, "
                       "and that the account owns the database.")
                    .arg(m_name),
                said);
}

Result<QString> PostgresDump::space()
{
    return textFrom(m_database, u"SELECT current_schema()"_s);
}

Result<DatabaseFacts> PostgresDump::take(const StageProgress &progress)
{
    Result<Transaction> moment = Transaction::begin(m_database, Transaction::Writers::None);
    if (!moment)
        return passOn(moment);
    m_moment.emplace(std::move(*moment));
    const Result<QString> snapshot = textFrom(m_database, u"SELECT pg_export_snapshot()"_s);
    if (!snapshot)
        return passOn(snapshot);
    m_snapshot = *snapshot;
    const Result<QString> size =
        textFrom(m_database, u"SELECT coalesce(sum(pg_table_size(oid)), 0)::bigint FROM pg_class WHERE relkind = 'r' "
                             "AND relnamespace = current_schema()::regnamespace"_s);
    if (!size)
        return passOn(size);
    m_size = size->toLongLong();
    if (const Result<> wanted = progress(0, 1); !wanted)
        return passOn(wanted);
    // The server itself watches over foreign keys; pg_dump fails on a page that cannot be read.
    return DatabaseFacts::of(m_database);
}

Result<> PostgresDump::writeTo(const Sink &sink, const StageProgress &progress)
{
    const Result<QString> in = space();
    if (!in)
        return passOn(in);
    PostgresProgram dump(u"pg_dump"_s, m_address);
    if (const Result<> started =
            dump.start({u"--format=custom"_s, u"--compress=1"_s, u"--no-owner"_s, u"--no-privileges"_s,
                        u"--lock-wait-timeout=60000"_s, u"--snapshot="_s + m_snapshot, u"--schema=\"%1\""_s.arg(*in)});
        !started)
        return started;
    qint64 done = 0;
    while (dump.process().waitForReadyRead(lookEvery) || dump.process().state() != QProcess::NotRunning) {
        const QByteArray piece = dump.process().readAllStandardOutput();
        done += piece.size();
        if (const Result<> given = piece.isEmpty() ? Result<>() : sink(piece); !given)
            return given;
        if (const Result<> wanted = progress(std::min(done, m_size), m_size); !wanted)
            return wanted;
    }
    if (const Result<> ended = dump.finish(); !ended)
        return ended;
    if (const QByteArray rest = dump.process().readAllStandardOutput(); !rest.isEmpty()) {
        if (const Result<> given = sink(rest); !given)
            return given;
    }
    m_moment.reset();
    return {};
}

} // namespace shirase
