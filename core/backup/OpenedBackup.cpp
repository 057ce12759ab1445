// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/OpenedBackup.h"

#include "core/backup/VaultContent.h"
#include "core/database/Migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace shirase {

namespace {

constexpr qint64 largestVault = 1 << 30; // far beyond two months of tombstones

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// A sealed file on the disk, with its reader.
struct SealedInput
{
    QString shown;
    std::unique_ptr<QFile> file;
    SealedReader reader;

    [[nodiscard]] static Result<SealedInput> open(const QString &path)
    {
        const QString shown = QDir::toNativeSeparators(path);
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return fail(ErrorCode::Unavailable, Tr::tr("The file %1 cannot be read.").arg(shown), file->errorString());
        Result<SealedReader> reader = SealedReader::open(*file, shown);
        if (!reader)
            return passOn(reader);
        return SealedInput{shown, std::move(file), std::move(*reader)};
    }

    /// Gives each piece away, to the end.
    [[nodiscard]] Result<> readAll(const std::function<Result<>(QByteArray)> &take, const StageProgress &progress)
    {
        while (true) {
            Result<QByteArray> piece = reader.next();
            if (!piece)
                return passOn(piece);
            if (piece->isEmpty())
                return {};
            if (const Result<> taken = take(std::move(*piece)); !taken)
                return taken;
            if (const Result<> wanted = progress(file->pos(), file->size()); !wanted)
                return wanted;
        }
    }
};

Result<> checkKinds(const SealedInput &database, const SealedInput &keys)
{
    if (database.reader.head().kind != SealedHead::Kind::Backup)
        return fail(ErrorCode::Invalid, Tr::tr("%1 is a key file. Please give the backup here, and the key file with --keys.")
                                            .arg(database.shown));
    if (keys.reader.head().kind != SealedHead::Kind::Keys)
        return fail(ErrorCode::Invalid, Tr::tr("%1 is a backup and no key file.").arg(keys.shown));
    if (database.reader.head().office != keys.reader.head().office)
        return fail(ErrorCode::Refused,
                    Tr::tr("The key file %1 belongs to another Shirase than the backup %2. Please give the one that was "
                           "written with it.")
                        .arg(keys.shown, database.shown));
    return {};
}

/// Takes the manifest off the front of what is read, whatever pieces it comes in.
class ManifestTaker
{
public:
    /// What is left of the piece after the manifest.
    [[nodiscard]] Result<QByteArray> take(QByteArray piece)
    {
        if (manifest)
            return piece;
        m_begin += piece;
        Result<std::optional<Manifest>> taken = Manifest::takeFrom(m_begin);
        if (!taken)
            return passOn(taken);
        if (!*taken)
            return QByteArray();
        manifest = std::move(*taken);
        return std::exchange(m_begin, {});
    }
    std::optional<Manifest> manifest;

private:
    QByteArray m_begin;
};

Result<> checkSchema(const std::optional<Manifest> &manifest, const QString &shown)
{
    if (!manifest)
        return fail(ErrorCode::Corrupt, Tr::tr("The backup's content cannot be read. Please take an older backup."));
    const int newest = Migrations::newest(Migrations::Schema::Main);
    if (manifest->facts.schema <= newest)
        return {};
    return fail(ErrorCode::NewerSchema,
                Tr::tr("%1 was made by a newer version of Shirase (schema %2, this program knows %3). Please update Shirase "
                       "first.")
                    .arg(shown)
                    .arg(manifest->facts.schema)
                    .arg(newest));
}

} // namespace

Result<OpenedBackup> OpenedBackup::open(const BackupPlace &place, std::span<const KeyPair> sheets,
                                        const StageProgress &progress)
{
    Result<SealedInput> database = SealedInput::open(place.file);
    if (!database)
        return passOn(database);
    Result<SealedInput> keys = SealedInput::open(place.keys);
    if (!keys)
        return passOn(keys);
    if (const Result<> good = checkKinds(*database, *keys); !good)
        return passOn(good);
    Result<OfficeKey> databaseKey = openWithSheet(database->reader.head(), sheets, database->shown);
    if (!databaseKey)
        return passOn(databaseKey);
    Result<OfficeKey> vaultKey = openWithSheet(keys->reader.head(), sheets, keys->shown);
    if (!vaultKey)
        return passOn(vaultKey);
    if (const Result<> unlocked = database->reader.unlock(databaseKey->opener); !unlocked)
        return passOn(unlocked);
    if (const Result<> unlocked = keys->reader.unlock(vaultKey->opener); !unlocked)
        return passOn(unlocked);

    OpenedBackup opened(place, std::move(*databaseKey), std::move(*vaultKey));
    opened.m_keysHead = keys->reader.head();
    ManifestTaker taker;
    const Result<> read = database->readAll(
        [&](QByteArray piece) -> Result<> {
            const Result<QByteArray> rest = taker.take(std::move(piece));
            return rest ? Result<>() : passOn(rest);
        },
        progress);
    if (!read)
        return passOn(read);
    if (const Result<> known = checkSchema(taker.manifest, database->shown); !known)
        return passOn(known);
    opened.m_manifest = std::move(*taker.manifest);
    const Result<> vault = keys->readAll(
        [&](const QByteArray &piece) -> Result<> {
            opened.m_vault += piece;
            return opened.m_vault.size() <= largestVault
                       ? Result<>()
                       : fail(ErrorCode::Corrupt, Tr::tr("The key file's content cannot be read."));
        },
        progress);
    if (!vault)
        return passOn(vault);
    if (const Result<int> schema = vaultContent::schemaOf(opened.m_vault); !schema)
        return passOn(schema);
    return opened;
}

Result<> OpenedBackup::readDatabase(const DatabaseCopy::Sink &sink, const StageProgress &progress) const
{
    Result<SealedInput> input = SealedInput::open(m_place.file);
    if (!input)
        return passOn(input);
    if (const Result<> unlocked = input->reader.unlock(m_databaseKey.opener); !unlocked)
        return unlocked;
    ManifestTaker taker;
    return input->readAll(
        [&](QByteArray piece) -> Result<> {
            const Result<QByteArray> rest = taker.take(std::move(piece));
            if (!rest)
                return passOn(rest);
            return rest->isEmpty() ? Result<>() : sink(*rest);
        },
        progress);
}

} // namespace shirase
