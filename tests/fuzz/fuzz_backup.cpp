// SPDX-License-Identifier: GPL-3.0-or-later
// A backup and a key file as somebody may have changed them on the disk, and what stands in them, as somebody who holds the
// office key may have written it.
#include "core/backup/Manifest.h"
#include "core/backup/SealedFile.h"
#include "core/backup/VaultContent.h"
#include "core/database/Migrations.h"
#include "tests/fuzz/Fuzz.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

/// One key pair for all runs, so that the corpus holds files that it opens.
Opener keyOf(char secret)
{
    return Opener(KeyPair::fromSecret(SecretBytes(QByteArray(32, secret))));
}

void openSealed(QByteArray file)
{
    static const Opener office = keyOf('o');
    QBuffer device(&file);
    fuzz::require(device.open(QIODevice::ReadOnly), "a buffer can be read");
    Result<SealedReader> reader = SealedReader::open(device, u"the file"_s);
    if (!reader || !reader->unlock(office))
        return;
    qsizetype given = 0;
    Result<QByteArray> piece = reader->next();
    for (; piece && !piece->isEmpty(); piece = reader->next())
        given += piece->size();
    fuzz::require(given < file.size(), "a file gives no more than it holds");
    if (piece)
        fuzz::require(reader->next().value_or("more").isEmpty(), "what has ended stays so");
}

void readManifest(const QByteArray &bytes)
{
    QByteArray content = bytes;
    const Result<std::optional<Manifest>> taken = Manifest::takeFrom(content);
    if (!taken || !*taken) {
        fuzz::require(content == bytes, "what holds no manifest is left as it is");
        return;
    }
    fuzz::require(bytes.endsWith(content) && content.size() < bytes.size(), "a manifest is taken off the front");
    QByteArray again = (*taken)->toBytes();
    const Result<std::optional<Manifest>> read = Manifest::takeFrom(again);
    fuzz::require(read && *read == *taken && again.isEmpty(), "a manifest is understood as it was meant");
}

std::unique_ptr<Database> emptyVault()
{
    const auto vault = Database::open({u"sqlite::memory:"_s});
    fuzz::require(vault.has_value(), "a vault can be opened");
    return std::move(const_cast<std::unique_ptr<Database> &>(*vault));
}

void readVault(const QByteArray &content)
{
    if (!vaultContent::schemaOf(content))
        return;
    const std::unique_ptr<Database> vault = emptyVault();
    if (!vaultContent::write(*vault, content))
        return;
    const Result<QByteArray> stored = vaultContent::read(*vault);
    fuzz::require(stored.has_value(), "a vault that was filled can be read");
    const std::unique_ptr<Database> second = emptyVault();
    fuzz::require(vaultContent::write(*second, *stored) && vaultContent::read(*second) == stored,
                  "a vault comes out of its copy as it was");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::needApplication();
    static const bool ready = initialiseCryptography();
    fuzz::require(ready, "there is randomness");
    const QByteArray bytes = fuzz::bytesOf(data, size);
    openSealed(bytes);
    readManifest(bytes);
    readVault(bytes);
    return 0;
}
