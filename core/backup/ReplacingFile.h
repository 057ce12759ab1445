// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/Stages.h"

#include <QFile>

#include <sodium.h>

namespace shirase {

/// A file that takes its name only once it is whole: written beside its place, for its owner only, put on the disk, read
/// back and compared, then renamed over what was there. Until then what was there stays as it is.
class ReplacingFile
{
    Q_DISABLE_COPY_MOVE(ReplacingFile)
public:
    explicit ReplacingFile(const QString &path);
    /// Removes what did not come to its end.
    ~ReplacingFile();

    /// Errors of all of these: StorageFull, Unavailable.
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> write(QByteArrayView content);
    /// Waits for the disk, then reads everything back. Fails with Corrupt if it is not what was written.
    [[nodiscard]] Result<> verify(const StageProgress &progress);
    /// What becomes of the bytes of a file that was there: other files are only forgotten by the folder.
    enum class Old { Forget, Overwrite };
    [[nodiscard]] Result<> take(Old old);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes written
    /// BLAKE2b-256 of what was written, once verify() is done.
    [[nodiscard]] const QByteArray &digest() const { return m_digest; }

    /// How the files that it writes end, before they have their names. A killed program may leave one.
    static constexpr QLatin1StringView ending{".part"};

private:
    [[nodiscard]] std::unexpected<Error> failed() const;

    QString m_path;
    QFile m_file;
    crypto_generichash_state m_hash;
    QByteArray m_digest;
    qint64 m_size = 0;
    bool m_taken = false;
};

} // namespace shirase
