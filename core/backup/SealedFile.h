// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/vault/OfficeKey.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace shirase {

/// What a sealed file says in the clear, so that it is known before it is opened whose it is and which key it takes.
/// All of it is authenticated with the content.
struct SealedHead
{
    enum class Kind {
        Backup = 1, ///< the main database
        Keys = 2,   ///< the vault
    };
    Kind kind = Kind::Backup;
    QByteArray office;         ///< names the office, 16 bytes (officeIdentity)
    qint64 madeAt = 0;         ///< seconds since the epoch, UTC
    OfficePublicKey officeKey; ///< what it is sealed to
    QByteArray sheetGrant;     ///< that key's secret, sealed to the recovery sheet of then
};

/// Writes bytes of any length so that only the office key opens them: libsodium's secretstream
/// (XChaCha20-Poly1305) in chunks, under a random key that is sealed to the office key.
///
/// Form: mark (15) ‖ version (1) ‖ kind (1) ‖ office (16) ‖ made at (8, big endian) ‖ office key's number (8) ‖ its
/// public key (32) ‖ grant (137) ‖ sealed stream key (137) ‖ secretstream header (24) ‖ chunks of 65,536 bytes and 17
/// more, the last one shorter or not, marked as final. The head is the first chunk's additional data.
class SealedWriter
{
public:
    using Sink = std::function<Result<>(QByteArrayView)>;

    SealedWriter(const SealedHead &head, Sink sink);

    [[nodiscard]] Result<> write(QByteArrayView content);
    /// Writes the last chunk. Without it the file cannot be opened.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> push(QByteArrayView chunk, unsigned char tag);

    QByteArray m_head;
    Sink m_sink;
    SecretBytes m_state;
    QByteArray m_waiting; ///< less than a chunk
    bool m_begun = false;
};

/// Reads what SealedWriter wrote, from any device. Nothing it returns is from a file that was changed; that nothing is
/// missing at the end is known when next() has returned an empty piece.
class SealedReader
{
public:
    /// @param shown the file's name in sentences. Fails with Corrupt if it is no such file, NewerSchema if a newer
    /// Shirase wrote it, Unavailable if it cannot be read.
    [[nodiscard]] static Result<SealedReader> open(QIODevice &device, const QString &shown);

    [[nodiscard]] const SealedHead &head() const { return m_head; }
    /// Fails with Refused if it is sealed to another key, with Corrupt if it was changed.
    [[nodiscard]] Result<> unlock(const Opener &office);
    /// The next piece of the content; empty after the last one. Fails with Corrupt if something was changed, cut off or
    /// added.
    [[nodiscard]] Result<QByteArray> next();

private:
    SealedReader(QIODevice &device, QString shown)
        : m_device(&device)
        , m_shown(std::move(shown))
    {}
    [[nodiscard]] std::unexpected<Error> damaged() const;
    [[nodiscard]] Result<QByteArray> read(qsizetype atMost);

    QIODevice *m_device;
    QString m_shown;
    SealedHead m_head;
    QByteArray m_rawHead;
    QByteArray m_sealedKey;
    QByteArray m_streamHeader;
    SecretBytes m_state;
    bool m_first = true;
    bool m_finished = false;
};

/// Opens the office key of a file's head with one of several recovery codes' keys. Fails with Refused if none fits.
[[nodiscard]] Result<OfficeKey> openWithSheet(const SealedHead &head, std::span<const KeyPair> sheets,
                                              const QString &shown);

} // namespace shirase
