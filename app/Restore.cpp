// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Restore.h"

#include "app/Connection.h"
#include "core/backup/DatabaseRestore.h"
#include "core/backup/VaultContent.h"
#include "core/erasure/ClockGuard.h"
#include "core/erasure/Erasure.h"
#include "core/foundation/DiskSync.h"
#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QDir>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Thousandths of the progress at which each stage ends.
constexpr int opened = 350;
constexpr int restored = 850;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

/// Where everything is made before it takes its place in the folder.
constexpr QLatin1StringView stagingName("restoring");
/// What takes its place there, in this order; the server key makes it a Shirase.
const QStringList &placedFiles()
{
    static const QStringList names{u"shirase.sqlite"_s, u"vault.sqlite"_s, u"shirase.conf"_s, u"server.key"_s};
    return names;
}

std::unexpected<Error> notEmpty(const DataFolder &folder)
{
    return fail(ErrorCode::Conflict,
                Tr::tr("The folder %1 is not empty. Please choose an empty one, so that nothing is overwritten.")
                    .arg(QDir::toNativeSeparators(folder.path())));
}

/// The folder in which a restore works, beneath the one that it fills.
class Staging
{
    Q_DISABLE_COPY_MOVE(Staging)
public:
    explicit Staging(const DataFolder &target)
        : folder(target.file(stagingName))
        , m_target(target)
    {}
    /// What does not take its place is removed, and the folder too if it was made for it.
    ~Staging()
    {
        if (!m_made)
            return;
        QDir(folder.path()).removeRecursively();
        m_lock.release();
        if (!m_existed && !m_target.isSetUp())
            QDir().rmdir(m_target.path());
    }

    /// Whether there is room for a Shirase; nothing is changed yet.
    [[nodiscard]] Result<> check() const
    {
        constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        QStringList there = QDir(m_target.path()).entryList(all);
        there.removeOne(FillLock::fileName());
        return isInterrupted() || there.isEmpty() ? Result<>() : notEmpty(m_target);
    }

    [[nodiscard]] Result<> make()
    {
        if (const Result<> ready = m_target.prepare(); !ready)
            return ready;
        if (const Result<> alone = m_lock.take(); !alone)
            return alone;
        if (isInterrupted())
            removeInterrupted();
        if (const Result<> empty = check(); !empty)
            return empty;
        m_made = true;
        return folder.prepare();
    }

    /// Gives the files their places.
    [[nodiscard]] Result<> place()
    {
        syncFolder(folder.path());
        for (const QString &name : placedFiles()) {
            if (!QFile::exists(folder.file(name)))
                continue;
            QFile file(folder.file(name));
            if (!file.open(QIODevice::ReadWrite) || !syncToDisk(file) || !QFile::rename(folder.file(name), m_target.file(name))) {
                removePlaced();
                return fail(ErrorCode::Unavailable, Tr::tr("The folder %1 cannot be written. Please check the disk.")
                                                        .arg(QDir::toNativeSeparators(m_target.path())));
            }
            syncFolder(m_target.path());
        }
        return {};
    }

    DataFolder folder;

private:
    [[nodiscard]] bool isInterrupted() const { return QDir(folder.path()).exists() && !m_target.isSetUp(); }
    void removePlaced()
    {
        for (const QString &name : placedFiles())
            QFile::remove(m_target.file(name));
    }
    /// Of a restore that was killed, as nobody else is at it: nothing else can have put these files beside
    /// its folder.
    void removeInterrupted()
    {
        removePlaced();
        QDir(folder.path()).removeRecursively();
    }

    DataFolder m_target;
    FillLock m_lock{m_target};
    bool m_existed = QDir(m_target.path()).exists();
    bool m_made = false;
};

/// The databases' places: PostgreSQL as asked for, else files.
class Targets
{
public:
    [[nodiscard]] Result<> claim(const std::initializer_list<DatabaseAddress> &addresses)
    {
        for (const DatabaseAddress &address : addresses) {
            if (address.url.startsWith(u"sqlite:"_s))
                continue;
            Result<std::unique_ptr<RestoreTarget>> target = RestoreTarget::claim(address);
            if (!target)
                return passOn(target);
            m_targets.push_back(std::move(*target));
        }
        return {};
    }
    [[nodiscard]] Result<> done()
    {
        for (const auto &target : m_targets) {
            if (const Result<> unmarked = target->done(); !unmarked)
                return unmarked;
        }
        return {};
    }

private:
    std::vector<std::unique_ptr<RestoreTarget>> m_targets;
};

Result<Settings> writeSettings(const DataFolder &folder, const OpenedBackup &backup, const DataAddresses &addresses)
{
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return settings;
    for (const auto &[key, value] : backup.manifest().configuration.asKeyValueRange()) {
        // One that this program does not know is of a newer one, whose data it would have refused.
        if (const Result<> set = settings->set(key, value); !set && set.error().code != ErrorCode::NotFound)
            return passOn(set);
    }
    if (const Result<> written = writeAddresses(*settings, addresses); !written)
        return passOn(written);
    return settings;
}

/// Erases what is due; or says why the clock has to be confirmed first, as what is erased by a wrong one is gone.
Result<QString> erase(Database &database, Database &vault, const Settings &settings, const Clock &clock)
{
    AuditLog audit(database, vault, clock);
    const Result<std::optional<ClockGuard::Doubt>> doubt = ClockGuard(database, vault, audit, clock).look();
    if (!doubt)
        return passOn(doubt);
    if (*doubt)
        return (*doubt)->sentence();
    const Result<ErasureReport> erased =
        Erasure(database, vault, clock).run(japan::dayOf(clock.now()), RetentionMonths::of(settings));
    if (!erased)
        return passOn(erased);
    return QString();
}

Result<RestoreReport> fill(const DataFolder &folder, const OpenedBackup &backup, const RestoreRequest &request,
                           Settings settings, const Clock &clock)
{
    auto database = openMigrated(folder.database(settings), Migrations::Schema::Main);
    if (!database)
        return passOn(database);
    auto vault = Database::open(folder.vault(settings));
    if (!vault)
        return passOn(vault);
    if (const Result<> written = vaultContent::write(**vault, backup.vault()); !written)
        return passOn(written);
    const ServerKey key = ServerKey::generate();
    Result<RestoreReport> report =
        Restoration(**database, **vault, clock, backup, request.sheets).finish(key, fingerprintKey);
    if (!report)
        return report;
    if (const Result<> attached = settings.attach(**database); !attached)
        return passOn(attached);
    const Result<QString> erased = erase(**database, **vault, settings, clock);
    if (!erased)
        return passOn(erased);
    report->erasureProblem = *erased;
    if (const Result<> saved = key.save(folder.serverKeyFile()); !saved)
        return passOn(saved);
    return report;
}

} // namespace

Result<BackupContent> inspectBackup(const RestoreRequest &request, const Progress &progress)
{
    const Stages stages(progress);
    const Result<OpenedBackup> backup = OpenedBackup::open(request.from, request.sheets, stages.stage(0, 1000));
    if (!backup)
        return passOn(backup);
    return BackupContent{backup->manifest(), backup->keysMadeAt()};
}

Result<RestoreReport> restore(const DataFolder &folder, const RestoreRequest &request, const Clock &clock,
                              const Progress &progress)
{
    const Stages stages(progress);
    Staging staging(folder);
    if (const Result<> empty = staging.check(); !empty)
        return passOn(empty);
    const Result<OpenedBackup> backup =
        OpenedBackup::open(request.from, request.sheets, stages.stage(0, opened));
    if (!backup)
        return passOn(backup);
    if (const Result<> made = staging.make(); !made)
        return passOn(made);
    Result<Settings> settings = writeSettings(staging.folder, *backup, request.addresses);
    if (!settings)
        return passOn(settings);
    const DatabaseAddress database = staging.folder.database(*settings);
    const DatabaseRestore restoring(*backup, staging.folder.path());
    if (const Result<> possible = restoring.check(database); !possible)
        return passOn(possible);
    Targets targets;
    if (const Result<> claimed = targets.claim({database, staging.folder.vault(*settings)}); !claimed)
        return passOn(claimed);
    if (const Result<> done = restoring.run(database, stages.stage(opened, restored)); !done)
        return passOn(done);
    Result<RestoreReport> report = fill(staging.folder, *backup, request, *settings, clock);
    if (!report)
        return report;
    if (const Result<> done = targets.done(); !done)
        return passOn(done);
    if (const Result<> placed = staging.place(); !placed)
        return passOn(placed);
    return report;
}

} // namespace shirase
