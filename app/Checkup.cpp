// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Checkup.h"

#include "app/Connection.h"
#include "app/Move.h"
#include "core/database/Answers.h"
#include "core/database/SharedClock.h"
#include "core/foundation/JapaneseTime.h"
#include "server/http/TlsFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSslCertificate>
#include <QTcpSocket>
#include <QUrl>

#include <cstdlib>
#include <filesystem>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fewBytes = 1'000'000'000; // weeks of registrations and their logs
constexpr qint64 erasureGrace = 3600;      // seconds after midnight in which the erasure may be at work
constexpr qint64 certificateNotice = 14 * 24 * 3600; // seconds in which a renewal should have succeeded long since
constexpr qint64 clocksApart = 5;          // seconds between two clocks
constexpr int relayPatience = 10'000;      // ms

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Checkup)
};

Finding good(const QString &check, const QString &sentence)
{
    return {check, true, sentence};
}

Finding wrong(const QString &check, const QString &sentence)
{
    return {check, false, sentence};
}

/// The files of a database; none where it is not SQLite.
QStringList filesOf(const DatabaseAddress &address)
{
    constexpr QLatin1StringView scheme("sqlite:");
    if (!address.url.startsWith(scheme))
        return {};
    const QString path = address.url.sliced(scheme.size());
    return {path, path + u"-wal"_s, path + u"-shm"_s};
}

bool isOpenToOthers(const QString &path)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    return QFileInfo(path).permissions().testAnyFlags(others);
}

} // namespace

namespace checkup {

QList<Finding> permissions(const DataFolder &folder, const Settings &settings)
{
    QList<Finding> findings;
    const auto look = [&](const QString &path, const QString &mode) {
        if (!path.isEmpty() && QFileInfo::exists(path) && isOpenToOthers(path)) {
            findings.append(wrong(u"permissions"_s,
                                  Tr::tr("Others may read or write %1. Please set its permissions to %2.")
                                      .arg(QDir::toNativeSeparators(path), mode)));
        }
    };
    look(folder.path(), u"0700"_s);
    look(folder.mailFolder(settings), u"0700"_s);
    for (const QString &path : QStringList{folder.serverKeyFile(), folder.mailPassword(settings), folder.databasePassword(settings)} +
                                   filesOf(folder.database(settings)) + filesOf(folder.vault(settings)))
        look(path, u"0600"_s);
    if (findings.isEmpty())
        findings.append(good(u"permissions"_s, Tr::tr("Nobody else may read the keys and the databases.")));
    return findings;
}

Finding diskSpace(const QString &folder, qint64 bytesFree)
{
    const QString size = QLocale().formattedDataSize(bytesFree, 1, QLocale::DataSizeSIFormat);
    if (bytesFree < fewBytes)
        return wrong(u"disk"_s,
                     Tr::tr("Only %1 are free on the disk of %2. Please make room: registrations are refused "
                            "once it is full.")
                         .arg(size, QDir::toNativeSeparators(folder)));
    return good(u"disk"_s, Tr::tr("%1 are free on the disk.").arg(size));
}

Finding diskSpace(const QString &folder)
{
    // Not QStorageInfo: it knows no disk where the list of mounts is another one's, as in a container.
    std::error_code error;
    const auto space = std::filesystem::space(folder.toStdU16String(), error);
    return diskSpace(folder, error ? 0 : qint64(space.available));
}

Finding schema(const QString &name, Database &database, Migrations::Schema schema)
{
    const Result<int> version = Migrations::current(database);
    if (!version)
        return wrong(name, version.error().message);
    const int newest = Migrations::newest(schema);
    const QString shown = schema == Migrations::Schema::Main ? Tr::tr("database") : Tr::tr("vault");
    if (*version > newest)
        return wrong(
            name,
            Tr::tr("The %1 was written by a newer Shirase (schema %2, this program knows %3). Please update "
                   "Shirase.")
                .arg(shown)
                .arg(*version)
                .arg(newest));
    if (*version < newest)
        return wrong(
            name, Tr::tr("The %1 is at schema %2 of %3. Please start Shirase once: it brings it up to date.")
                      .arg(shown)
                      .arg(*version)
                      .arg(newest));
    return good(name, Tr::tr("The %1 is at the newest schema, %2.").arg(shown).arg(newest));
}

Finding serverKey(Database &database, const ServerKey &key)
{
    if (const Result<> checked = checkFingerprint(database, key); !checked)
        return wrong(u"server_key"_s, checked.error().message);
    return good(u"server_key"_s, Tr::tr("The server key is the one of this database."));
}

Finding officeKey(Database &database, Database &vault, bool changeDue)
{
    const Result<qint64> newest = numberFrom(database, u"SELECT max(id) FROM office_key"_s);
    if (!newest)
        return wrong(u"office_key"_s, newest.error().message);
    const Result<qint64> between =
        numberFrom(database, u"SELECT count(*) FROM office_key_grant WHERE office_key_id <> ?"_s, {*newest});
    const Result<qint64> lost =
        numberFrom(vault, u"SELECT count(*) FROM day_key WHERE office_key_id <> ?"_s, {*newest});
    for (const Result<qint64> *count : {&between, &lost}) {
        if (!*count)
            return wrong(u"office_key"_s, count->error().message);
    }
    if (changeDue || *between > 0)
        return wrong(u"office_key"_s,
                     Tr::tr("The office key has to be changed, as somebody who held it no longer may. "
                            "Please let an account that holds it log in."));
    if (*lost > 0)
        return wrong(u"office_key"_s,
                     Tr::tr("The registrations of %n days cannot be opened with the office key. Please "
                            "restore the vault that belongs to this database.",
                            "", int(*lost)));
    return good(u"office_key"_s, Tr::tr("Every day's key is sealed to the current office key."));
}

Finding audit(const Result<AuditLog::State> &state)
{
    if (!state)
        return wrong(u"audit"_s, state.error().message);
    if (state->firstBroken != 0)
        return wrong(
            u"audit"_s,
            Tr::tr("The record of actions was changed: entry %1 does not follow from the one before. "
                   "Please compare it with a backup and find out who could write the database.")
                .arg(state->firstBroken));
    if (state->missingEnd != 0)
        return wrong(u"audit"_s,
                     Tr::tr("The record of actions was cut off, or the database was restored from an older "
                            "copy: entry %1 is missing. Please compare it with the newest backup.")
                         .arg(state->missingEnd));
    return good(u"audit"_s, Tr::tr("The record of actions is unbroken (%n entries).", "", int(state->entries)));
}

Finding clock(qint64 now, const AuditLog::State &state)
{
    if (now < state.newestAt)
        return wrong(u"clock"_s,
                     Tr::tr("This computer's clock shows %1, but the newest recorded action is of %2. Please "
                            "correct the clock: visits and erasure go by it.")
                         .arg(japan::dateTimeOf(now).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                              japan::dateTimeOf(state.newestAt).toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    return good(u"clock"_s, Tr::tr("The clock is not behind the newest recorded action."));
}

Finding databaseClock(qint64 here, const Result<qint64> &there)
{
    if (!there)
        return wrong(u"database_clock"_s, there.error().message);
    if (std::abs(here - *there) > clocksApart)
        return wrong(u"database_clock"_s,
                     Tr::tr("This computer's clock shows %1, and that of the database server %2. Please let both follow a time "
                            "server (NTP): each computer dates visits, mails and erasures by its own clock.")
                         .arg(japan::dateTimeOf(here).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                              japan::dateTimeOf(*there).toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    return good(u"database_clock"_s, Tr::tr("The clocks of this computer and of the database server agree."));
}

Finding erasure(const Result<ErasureReport> &due)
{
    if (!due)
        return wrong(u"erasure"_s, due.error().message);
    if (due->visits > 0 || due->dayKeys > 0 || due->recipients > 0 || due->contacts > 0)
        return wrong(u"erasure"_s,
                     Tr::tr("This should have been erased, up to %1: %2, %3. Please start Shirase, which erases it by itself, or run "
                            "\"shirasectl erase\".")
                         .arg(due->untilDay.toString(Qt::ISODate), Tr::tr("%n registrations", "", int(due->visits)),
                              Tr::tr("%n contacts of retired facilities", "", int(due->contacts))));
    return good(u"erasure"_s,
                Tr::tr("Everything up to %1 has been erased.").arg(due->untilDay.toString(Qt::ISODate)));
}

Finding backup(const Result<BackupState> &state)
{
    if (!state)
        return wrong(u"backup"_s, state.error().message);
    const QString last =
        state->last ? japan::dateTimeOf(state->last->at).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
    if (state->keyChanged)
        return wrong(u"backup"_s,
                     Tr::tr("The office key has been changed since the last backup, of %1: that opens only with the recovery "
                            "sheet of then. Please make a new backup before you destroy the old sheet.")
                         .arg(last));
    if (state->overdue && state->last)
        return wrong(u"backup"_s, Tr::tr("The last backup is of %1. Please make a new one with \"shirasectl backup\", or let "
                                         "it be made by itself with the setting backup.folder.")
                                      .arg(last));
    if (state->overdue)
        return wrong(u"backup"_s, Tr::tr("No backup has ever been made. Please make one with \"shirasectl backup\", or let it "
                                         "be made by itself with the setting backup.folder."));
    return good(u"backup"_s, state->last ? Tr::tr("The last backup is of %1.").arg(last)
                                         : Tr::tr("No backup has been made yet."));
}

Finding certificate(const Settings &settings, qint64 now)
{
    const Result<http::TlsFiles> files =
        http::TlsFiles::load(settings.value(u"web.tls_certificate"_s), settings.value(u"web.tls_key"_s), now);
    if (!files)
        return wrong(u"certificate"_s, files.error().message);
    const QDateTime expiry = files->configuration().localCertificate().expiryDate();
    const QString shown = japan::dateTimeOf(expiry.toSecsSinceEpoch()).toString(u"yyyy-MM-dd HH:mm"_s);
    if (expiry.toSecsSinceEpoch() - now < certificateNotice)
        return wrong(u"certificate"_s, Tr::tr("The web server's certificate runs out on %1. Please renew it: afterwards nobody "
                                              "can register.")
                                           .arg(shown));
    return good(u"certificate"_s, Tr::tr("The web server's certificate is valid until %1.").arg(shown));
}

Finding oldData(const DataFolder &folder, const Settings &settings)
{
    const QStringList old = oldDatabases(folder, settings);
    if (old.isEmpty())
        return good(u"old_data"_s, Tr::tr("No databases lie in the folder that are no longer used."));
    return wrong(u"old_data"_s, Tr::tr("%1 is no longer used, and erasure does not reach it. Please remove it with \"shirasectl "
                                       "move --remove-old\".")
                                    .arg(QDir::toNativeSeparators(old.join(u", "_s))));
}

Finding relay(const DataFolder &folder, const Settings &settings)
{
    if (settings.value(u"mail.transport"_s) == u"folder") {
        const QString path = folder.mailFolder(settings);
        if (QFileInfo::exists(path) && !QFileInfo(path).isWritable())
            return wrong(u"relay"_s,
                         Tr::tr("The mail folder %1 cannot be written. Please correct its permissions.")
                             .arg(QDir::toNativeSeparators(path)));
        return good(u"relay"_s,
                    Tr::tr("Mail is put into the folder %1.").arg(QDir::toNativeSeparators(path)));
    }
    const QUrl url(settings.value(u"mail.url"_s));
    const bool tls = url.scheme() == u"smtps";
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port(tls ? 465 : 25)));
    // Behind TLS the greeting is encrypted; that something listens has to do.
    const bool answers = socket.waitForConnected(relayPatience) &&
                         (tls || (socket.waitForReadyRead(relayPatience) && socket.peek(3) == "220"));
    if (!answers)
        return wrong(
            u"relay"_s,
            Tr::tr("The mail server %1 does not answer. Please check mail.url, the network and the mail "
                   "server; what waits is kept and tried again.")
                .arg(url.toString(QUrl::RemoveUserInfo)));
    return good(u"relay"_s, Tr::tr("The mail server %1 answers.").arg(url.toString(QUrl::RemoveUserInfo)));
}

} // namespace checkup

namespace {

/// What takes both databases at the newest schema.
QList<Finding> lookInside(const DataFolder &folder, Database &database, Database &vault, Settings &settings,
                          const Clock &clock)
{
    QList<Finding> findings;
    StaffDesk staff(database, vault, clock, PasswordCost::standard(), LogInPlace::here());
    findings.append(checkup::officeKey(database, vault, staff.isKeyChangeDue().value_or(true)));
    const Result<AuditLog::State> state = staff.audit().check();
    findings.append(checkup::audit(state));
    if (state)
        findings.append(checkup::clock(clock.now(), *state));
    if (database.dialect() == Dialect::PostgreSql) {
        findings.append(checkup::databaseClock(clock.now(), sharedNow(database, clock)));
    }
    const Result<> attached = settings.attach(database);
    const QDate today = japan::dayOf(clock.now() - erasureGrace);
    findings.append(checkup::erasure(
        attached ? Erasure(database, vault, clock).count(today, RetentionMonths::of(settings))
                 : passOn(attached)));
    BackupDesk backups({database, vault, folder.database(settings), folder.path(), staff, settings, clock});
    findings.append(checkup::backup(backups.state()));
    return findings;
}

} // namespace

Result<QList<Finding>> checkUp(const DataFolder &folder, const Clock &clock, bool withRelay)
{
    if (!folder.isSetUp())
        return fail(ErrorCode::NotFound,
                    Tr::tr("The folder %1 holds no Shirase. Please run the set-up first.")
                        .arg(QDir::toNativeSeparators(folder.path())));
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    QList<Finding> findings = checkup::permissions(folder, *settings);
    findings.append(checkup::diskSpace(folder.path()));
    const auto database = Database::open(folder.database(*settings));
    const auto vault = Database::open(folder.vault(*settings));
    const Result<ServerKey> key = ServerKey::load(folder.serverKeyFile());
    if (!database)
        findings.append(wrong(u"database"_s, database.error().message));
    else
        findings.append(checkup::schema(u"database"_s, **database, Migrations::Schema::Main));
    if (!vault)
        findings.append(wrong(u"vault"_s, vault.error().message));
    else
        findings.append(checkup::schema(u"vault"_s, **vault, Migrations::Schema::Vault));
    const bool readable = findings.last().good && findings[findings.size() - 2].good;
    if (!key)
        findings.append(wrong(u"server_key"_s, key.error().message));
    else if (readable)
        findings.append(checkup::serverKey(**database, *key));
    if (readable)
        findings.append(lookInside(folder, **database, **vault, *settings, clock));
    if (const Finding old = checkup::oldData(folder, *settings); !old.good)
        findings.append(old);
    if (!settings->value(u"web.tls_certificate"_s).isEmpty())
        findings.append(checkup::certificate(*settings, clock.now()));
    if (withRelay)
        findings.append(checkup::relay(folder, *settings));
    return findings;
}

} // namespace shirase
