// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/BackupDesk.h"

#include "core/backup/OfficeIdentity.h"
#include "core/backup/ReplacingFile.h"
#include "core/backup/SqliteCopy.h"
#include "core/backup/VaultContent.h"
#include "core/database/Answers.h"
#include "core/foundation/FileLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdlib>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daySeconds = 24 * 3600;

// Thousandths of the progress at which each stage ends.
constexpr int copied = 450;
constexpr int sealed = 800;
constexpr int readBack = 990;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// One backup at a time in a data folder, also of two programs.
FileLock oneAtATime(const QString &folder)
{
    return FileLock(QDir(folder).filePath(u"backup.lock"_s));
}

/// Settings that say where the data are: a restored Shirase has its own.
bool namesData(const QString &key)
{
    return key.startsWith(u"database."_s) || key.startsWith(u"vault."_s);
}

} // namespace

void BackupDesk::removeLeftovers() const
{
    FileLock one = oneAtATime(m_parts.folder);
    if (one.take() == FileLock::Outcome::Taken)
        SqliteCopy::removeLeftovers(m_parts.folder);
}

Result<BackupRecord> BackupDesk::make(const BackupPlace &place, const Progress &progress)
{
    if (QFileInfo(place.file).absoluteFilePath() == QFileInfo(place.keys).absoluteFilePath())
        return fail(ErrorCode::Invalid, Tr::tr("Please give two different files: one for the backup and one for the keys."));
    FileLock one = oneAtATime(m_parts.folder);
    // Where no file can be made, the copy says so in its own words.
    if (one.take() == FileLock::Outcome::Held)
        return fail(ErrorCode::Busy, Tr::tr("Another backup is being made at this moment. Please try again when it is done."));
    SqliteCopy::removeLeftovers(m_parts.folder);
    QElapsedTimer timer;
    timer.start();
    const Stages stages(progress);
    const Result<SealedHead> head = currentHead(m_parts.database, SealedHead::Kind::Backup, m_parts.clock.now());
    if (!head)
        return passOn(head);
    BackupRecord record{.at = head->madeAt, .officeKeyId = head->officeKey.id};
    ReplacingFile file(place.file);
    if (const Result<> done = sealDatabase(file, *head, record, stages); !done)
        return passOn(done);
    // The keys are read after the database, so that none of its days lacks its own; and take their name before it.
    ReplacingFile keys(place.keys);
    if (const Result<> done = sealVault(keys, *head); !done)
        return passOn(done);
    if (const Result<> wanted = stages.stage(readBack, 1000)(0, 1); !wanted)
        return passOn(wanted);
    if (const Result<> taken = keys.take(ReplacingFile::Old::Overwrite); !taken)
        return passOn(taken);
    if (const Result<> taken = file.take(ReplacingFile::Old::Forget); !taken)
        return passOn(taken);
    record.file = file.path();
    record.bytes = file.size();
    record.digest = file.digest();
    record.milliseconds = timer.elapsed();
    if (const Result<> noted = m_records.add(record); !noted)
        return passOn(noted);
    return record;
}

Result<BackupRecord> BackupDesk::make(const Session &by, const BackupPlace &place, const Progress &progress)
{
    if (!by.has(Role::Administrator))
        return fail(ErrorCode::Refused, Tr::tr("Only an administrator may make a backup."));
    Result<BackupRecord> made = make(place, progress);
    if (!made)
        return made;
    Result<Transaction> transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> noted = m_parts.staff.audit().add(by.account().name, u"backup.make"_s, u"backup"_s); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return made;
}

Result<> BackupDesk::sealDatabase(ReplacingFile &file, const SealedHead &head, BackupRecord &record, const Stages &stages)
{
    // Before anything takes long: whether there is a place to write to.
    if (const Result<> opened = file.open(); !opened)
        return opened;
    Result<std::unique_ptr<DatabaseCopy>> copy =
        DatabaseCopy::of(m_parts.database, m_parts.address, m_parts.folder);
    if (!copy)
        return passOn(copy);
    const Result<DatabaseFacts> facts = (*copy)->take(stages.stage(0, copied));
    if (!facts)
        return passOn(facts);
    const Result<QString> space = (*copy)->space();
    if (!space)
        return passOn(space);
    record.newestAudit = facts->newestAudit;
    SealedWriter writer(head, [&](QByteArrayView piece) { return file.write(piece); });
    const Manifest manifest{(*copy)->engine(), *space, head.madeAt, *facts, configuration()};
    if (const Result<> begun = writer.write(manifest.toBytes()); !begun)
        return begun;
    if (const Result<> written =
            (*copy)->writeTo([&](QByteArrayView piece) { return writer.write(piece); }, stages.stage(copied, sealed));
        !written)
        return written;
    if (const Result<> finished = writer.finish(); !finished)
        return finished;
    return file.verify(stages.stage(sealed, readBack));
}

Result<> BackupDesk::sealVault(ReplacingFile &file, SealedHead head)
{
    if (const Result<> opened = file.open(); !opened)
        return opened;
    head.kind = SealedHead::Kind::Keys;
    head.madeAt = m_parts.clock.now();
    const Result<QByteArray> content = vaultContent::read(m_parts.vault);
    if (!content)
        return passOn(content);
    if (const Result<> same = checkKey(head); !same)
        return same;
    SealedWriter writer(head, [&](QByteArrayView piece) { return file.write(piece); });
    if (const Result<> written = writer.write(*content); !written)
        return written;
    if (const Result<> finished = writer.finish(); !finished)
        return finished;
    return file.verify([](qint64, qint64) { return Result<>(); });
}

// The days in the vault must not be sealed to a key that the head does not name.
Result<> BackupDesk::checkKey(const SealedHead &head)
{
    const Result<OfficePublicKey> current = m_parts.staff.officePublicKey();
    if (!current)
        return passOn(current);
    if (current->id == head.officeKey.id)
        return {};
    return fail(ErrorCode::Busy, Tr::tr("The office key was changed while the backup was made. Please try again."));
}

QMap<QString, QString> BackupDesk::configuration() const
{
    QMap<QString, QString> values;
    for (const SettingDefinition &definition : Settings::definitions()) {
        const QString value = m_parts.settings.value(definition.key);
        if (definition.place == SettingDefinition::Place::File && value != definition.standard
            && !namesData(definition.key))
            values.insert(definition.key, value);
    }
    return values;
}

Result<BackupState> BackupDesk::state()
{
    Result<std::optional<BackupRecord>> last = m_records.last();
    if (!last)
        return passOn(last);
    const Result<OfficePublicKey> office = m_parts.staff.officePublicKey();
    if (!office)
        return passOn(office);
    const Result<qint64> setUpAt =
        numberFrom(m_parts.database, u"SELECT created_at FROM office_key ORDER BY id LIMIT 1"_s);
    if (!setUpAt)
        return passOn(setUpAt);
    BackupState state{.last = std::move(*last)};
    const qint64 since = state.last ? state.last->at : *setUpAt;
    // One of the future was made while the clock was ahead: it says nothing about these days.
    const qint64 age = std::abs(m_parts.clock.now() - since);
    state.overdue = age > m_parts.settings.number(u"backup.warn_days"_s) * daySeconds;
    state.keyChanged = state.last && state.last->officeKeyId != office->id;
    return state;
}

} // namespace shirase
