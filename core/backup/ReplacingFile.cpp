// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/ReplacingFile.h"

#include "core/foundation/DiskSync.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestSize = 32;
constexpr qint64 readAtOnce = 1 << 20;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

void add(crypto_generichash_state &hash, QByteArrayView content)
{
    crypto_generichash_update(&hash, reinterpret_cast<const unsigned char *>(content.data()),
                              static_cast<unsigned long long>(content.size()));
}

QByteArray finish(crypto_generichash_state &hash)
{
    QByteArray digest(digestSize, Qt::Uninitialized);
    crypto_generichash_final(&hash, reinterpret_cast<unsigned char *>(digest.data()), size_t(digestSize));
    return digest;
}

/// So that the disk is read, and not the memory in which the system still keeps what was written.
void forgetCached(QFile &file)
{
#ifdef Q_OS_LINUX
    posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
#else
    Q_UNUSED(file)
#endif
}

} // namespace

ReplacingFile::ReplacingFile(const QString &path)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_file(m_path + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + ending)
{
    crypto_generichash_init(&m_hash, nullptr, 0, size_t(digestSize));
}

ReplacingFile::~ReplacingFile()
{
    // Where the disk is full, closing fails for what is still in the buffer, and QFile::remove() gives up with it.
    if (!m_taken && m_file.isOpen() && !m_file.remove())
        QFile::remove(m_file.fileName());
}

std::unexpected<Error> ReplacingFile::failed() const
{
    const QString shown = QDir::toNativeSeparators(m_path);
    if (m_file.error() == QFileDevice::ResourceError) // ENOSPC, EDQUOT and their like
        return fail(ErrorCode::StorageFull,
                    Tr::tr("%1 cannot be written: the disk is full. Please make room there or choose another place. What "
                           "was there before is untouched.")
                        .arg(shown),
                    m_file.errorString());
    return fail(ErrorCode::Unavailable,
                Tr::tr("%1 cannot be written. Please check that its folder exists and may be written.").arg(shown),
                m_file.errorString());
}

Result<> ReplacingFile::open()
{
    if (QFileInfo(m_path).isDir()
        || !m_file.open(QIODevice::ReadWrite | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    return {};
}

Result<> ReplacingFile::write(QByteArrayView content)
{
    if (!writeWhole(m_file, content))
        return failed();
    add(m_hash, content);
    m_size += content.size();
    return {};
}

Result<> ReplacingFile::verify(const StageProgress &progress)
{
    m_digest = finish(m_hash);
    if (!syncToDisk(m_file) || !m_file.seek(0))
        return failed();
    forgetCached(m_file);
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, nullptr, 0, size_t(digestSize));
    qint64 done = 0;
    while (done < m_size) {
        const QByteArray piece = m_file.read(readAtOnce);
        if (piece.isEmpty())
            break;
        add(hash, piece);
        done += piece.size();
        if (const Result<> wanted = progress(done, m_size); !wanted)
            return wanted;
    }
    if (done == m_size && finish(hash) == m_digest)
        return {};
    return fail(ErrorCode::Corrupt,
                Tr::tr("The disk does not give back what was written to %1. Please replace the disk, and choose another "
                       "place for now.")
                    .arg(QDir::toNativeSeparators(m_path)));
}

Result<> ReplacingFile::take(Old old)
{
    QFile before(m_path);
    const bool overwrites = old == Old::Overwrite && before.exists() && before.open(QIODevice::ReadWrite);
    std::error_code error;
    std::filesystem::rename(m_file.fileName().toStdU16String(), m_path.toStdU16String(), error);
    if (error)
        return failed();
    m_taken = true;
    m_file.close();
    syncFolder(QFileInfo(m_path).absolutePath());
    if (overwrites)
        overwriteWithZeros(before);
    return {};
}

} // namespace shirase
