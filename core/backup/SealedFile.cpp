// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/SealedFile.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QtEndian>

#include <sodium.h>

namespace shirase {

namespace {

constexpr QByteArrayView mark("shirase sealed\n");
constexpr char version = 1;
constexpr qsizetype officeSize = 16;
constexpr qsizetype keySize = crypto_box_PUBLICKEYBYTES;
constexpr qsizetype sealedSecretSize = 137; // of a key of 32 bytes (Sealer)
constexpr qsizetype headSize = 15 + 1 + 1 + officeSize + 8 + 8 + keySize + 2 * sealedSecretSize;
constexpr qsizetype streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype chunkSize = 65536;
constexpr qsizetype sealedChunkSize = chunkSize + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char finalTag = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
constexpr unsigned char plainTag = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SealedFile)
};

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

auto *streamState(SecretBytes &state)
{
    return reinterpret_cast<crypto_secretstream_xchacha20poly1305_state *>(state.data());
}

QByteArray bigEndian(qint64 number)
{
    QByteArray out(8, Qt::Uninitialized);
    qToBigEndian(number, out.data());
    return out;
}

QByteArray toBytes(const SealedHead &head, const QByteArray &sealedKey)
{
    return mark.toByteArray() + version + char(head.kind) + head.office + bigEndian(head.madeAt)
        + bigEndian(head.officeKey.id) + head.officeKey.publicKey + head.sheetGrant + sealedKey;
}

/// Takes a head apart, from its first byte to its last.
class HeadParts
{
public:
    explicit HeadParts(QByteArrayView head)
        : m_rest(head)
    {}
    QByteArrayView take(qsizetype size)
    {
        const QByteArrayView part = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return part;
    }
    qint64 takeNumber() { return qFromBigEndian<qint64>(take(8).data()); }

private:
    QByteArrayView m_rest;
};

} // namespace

SealedWriter::SealedWriter(const SealedHead &head, Sink sink)
    : m_sink(std::move(sink))
    , m_state(sizeof(crypto_secretstream_xchacha20poly1305_state))
{
    const SecretBytes key = SecretBytes::random(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    m_head = toBytes(head, Sealer(head.officeKey.publicKey).seal(key.view()));
    if (m_head.size() != headSize)
        qFatal("The head of a sealed file is malformed"); // nobody could open it
    QByteArray streamHeader(streamHeaderSize, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(streamState(m_state), bytes(streamHeader), key.data());
    m_head += streamHeader;
}

Result<> SealedWriter::write(QByteArrayView content)
{
    m_waiting += content;
    qsizetype at = 0;
    for (; m_waiting.size() - at > chunkSize; at += chunkSize) {
        if (const Result<> pushed = push(QByteArrayView(m_waiting).sliced(at, chunkSize), plainTag); !pushed)
            return pushed;
    }
    m_waiting.remove(0, at);
    return {};
}

Result<> SealedWriter::finish()
{
    return push(m_waiting, finalTag);
}

Result<> SealedWriter::push(QByteArrayView chunk, unsigned char tag)
{
    const QByteArrayView additional = m_begun ? QByteArrayView() : QByteArrayView(m_head).first(headSize);
    if (!m_begun) {
        if (const Result<> written = m_sink(m_head); !written)
            return written;
        m_begun = true;
    }
    QByteArray sealed(chunk.size() + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(streamState(m_state), bytes(sealed), nullptr, bytes(chunk),
                                               static_cast<unsigned long long>(chunk.size()), bytes(additional),
                                               static_cast<unsigned long long>(additional.size()), tag);
    return m_sink(sealed);
}

std::unexpected<Error> SealedReader::damaged() const
{
    return fail(ErrorCode::Corrupt,
                Tr::tr("%1 is damaged: it was changed or cut off after it was written. Please take another copy of it, "
                       "or an older backup.")
                    .arg(m_shown));
}

Result<QByteArray> SealedReader::read(qsizetype atMost)
{
    QByteArray content(atMost, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < atMost) {
        const qint64 got = m_device->read(content.data() + filled, atMost - filled);
        if (got < 0)
            return fail(ErrorCode::Unavailable, Tr::tr("%1 cannot be read. Please check the disk.").arg(m_shown),
                        m_device->errorString());
        if (got == 0)
            break;
        filled += got;
    }
    content.truncate(filled);
    return content;
}

Result<SealedReader> SealedReader::open(QIODevice &device, const QString &shown)
{
    SealedReader reader(device, shown);
    Result<QByteArray> raw = reader.read(headSize);
    if (!raw)
        return passOn(raw);
    if (!raw->startsWith(mark) || raw->size() <= mark.size())
        return fail(ErrorCode::Corrupt, Tr::tr("%1 is no backup and no key file of Shirase.").arg(shown));
    if (raw->at(mark.size()) > version)
        return fail(ErrorCode::NewerSchema,
                    Tr::tr("%1 was written by a newer version of Shirase. Please update Shirase first.").arg(shown));
    Result<QByteArray> streamHeader = reader.read(streamHeaderSize);
    if (!streamHeader)
        return passOn(streamHeader);
    if (raw->size() != headSize || streamHeader->size() != streamHeaderSize)
        return reader.damaged();
    HeadParts parts(*raw);
    parts.take(mark.size() + 1);
    const auto kind = quint8(parts.take(1).front());
    reader.m_head.kind = SealedHead::Kind(kind);
    reader.m_head.office = parts.take(officeSize).toByteArray();
    reader.m_head.madeAt = parts.takeNumber();
    reader.m_head.officeKey.id = parts.takeNumber();
    reader.m_head.officeKey.publicKey = parts.take(keySize).toByteArray();
    reader.m_head.sheetGrant = parts.take(sealedSecretSize).toByteArray();
    reader.m_sealedKey = parts.take(sealedSecretSize).toByteArray();
    reader.m_rawHead = std::move(*raw);
    reader.m_streamHeader = std::move(*streamHeader);
    if (kind != quint8(SealedHead::Kind::Backup) && kind != quint8(SealedHead::Kind::Keys))
        return reader.damaged();
    return reader;
}

Result<> SealedReader::unlock(const Opener &office)
{
    if (office.publicKey() != m_head.officeKey.publicKey)
        return fail(ErrorCode::Refused, Tr::tr("%1 is sealed to another office key.").arg(m_shown));
    const Result<SecretBytes> key = office.openSecret(m_sealedKey);
    if (!key || key->size() != crypto_secretstream_xchacha20poly1305_KEYBYTES)
        return damaged();
    m_state = SecretBytes(sizeof(crypto_secretstream_xchacha20poly1305_state));
    if (crypto_secretstream_xchacha20poly1305_init_pull(streamState(m_state), bytes(m_streamHeader), key->data()) != 0)
        return damaged();
    return {};
}

Result<QByteArray> SealedReader::next()
{
    if (m_finished)
        return QByteArray();
    Result<QByteArray> sealed = read(sealedChunkSize);
    if (!sealed)
        return sealed;
    if (sealed->size() < qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES))
        return damaged();
    const QByteArrayView additional = m_first ? QByteArrayView(m_rawHead) : QByteArrayView();
    m_first = false;
    QByteArray content(sealed->size() - qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), Qt::Uninitialized);
    unsigned char tag = plainTag;
    if (crypto_secretstream_xchacha20poly1305_pull(streamState(m_state), bytes(content), nullptr, &tag, bytes(*sealed),
                                                   static_cast<unsigned long long>(sealed->size()), bytes(additional),
                                                   static_cast<unsigned long long>(additional.size()))
        != 0)
        return damaged();
    if (tag != finalTag)
        return content.isEmpty() ? Result<QByteArray>(damaged()) : content;
    m_finished = true;
    Result<QByteArray> beyond = read(1);
    if (!beyond)
        return beyond;
    return beyond->isEmpty() ? Result<QByteArray>(content) : damaged();
}

Result<OfficeKey> openWithSheet(const SealedHead &head, std::span<const KeyPair> sheets, const QString &shown)
{
    for (const KeyPair &sheet : sheets) {
        Result<SecretBytes> secret = Opener(sheet.copy()).openSecret(head.sheetGrant);
        if (!secret || secret->size() != crypto_box_SECRETKEYBYTES)
            continue;
        OfficeKey key{head.officeKey.id, Opener(KeyPair::fromSecret(std::move(*secret)))};
        if (key.opener.publicKey() == head.officeKey.publicKey)
            return key;
    }
    return fail(ErrorCode::Refused,
                Tr::tr("The recovery code does not open %1. Please give the code of the recovery sheet that was valid "
                       "when it was written.")
                    .arg(shown));
}

} // namespace shirase
