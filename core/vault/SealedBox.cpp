// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SealedBox.h"

#include <QCoreApplication>

#include <sodium.h>

#include <cstring>

namespace shirase {

namespace {

constexpr unsigned char version = 1;
constexpr qsizetype versionSize = 1;
constexpr qsizetype keySize = crypto_box_PUBLICKEYBYTES;
constexpr qsizetype nonceSize = crypto_box_NONCEBYTES;
constexpr qsizetype headSize = versionSize + keySize + nonceSize;
constexpr qsizetype tagSize = crypto_box_MACBYTES;
// An opened box leaves its first 32 bytes on the stack, which is all of a key, at most so deep beneath the
// caller.
constexpr size_t libsodiumsStack = 8192;

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

// One byte is always left for the padding's mark.
qsizetype paddedSize(qsizetype size)
{
    for (const qsizetype step : {64, 128, 256}) {
        if (size < step)
            return step;
    }
    return (size / 256 + 1) * 256;
}

std::unexpected<Error> unreadable()
{
    return fail(ErrorCode::Corrupt,
                QCoreApplication::translate("SealedBox", "A sealed record cannot be opened."));
}

} // namespace

KeyPair KeyPair::generate()
{
    SecretBytes secret = SecretBytes::random(crypto_box_SECRETKEYBYTES);
    // RFC 7748 §5: X25519 sets these bits in its working copy anyway. Set from the start, every copy looks
    // the same and can be searched for in memory.
    secret.data()[0] &= 248;
    secret.data()[31] = (secret.data()[31] & 127) | 64;
    return fromSecret(std::move(secret));
}

KeyPair KeyPair::fromSecret(SecretBytes secretKey)
{
    KeyPair pair{QByteArray(keySize, Qt::Uninitialized), std::move(secretKey)};
    crypto_scalarmult_base(bytes(pair.publicKey), pair.secretKey.data());
    return pair;
}

Sealer::Sealer(const QByteArray &recipient)
    : m_sharedKey(crypto_box_BEFORENMBYTES)
{
    const KeyPair ephemeral = KeyPair::generate();
    m_ephemeralPublicKey = ephemeral.publicKey;
    if (recipient.size() != keySize ||
        crypto_box_beforenm(m_sharedKey.data(), bytes(recipient), ephemeral.secretKey.data()) != 0)
        qFatal("A public key is malformed"); // to seal to nobody would lose what was entrusted to us
}

QByteArray Sealer::seal(QByteArrayView message) const
{
    const qsizetype padded = paddedSize(message.size());
    QByteArray sealed(headSize + tagSize + padded, Qt::Uninitialized);
    unsigned char *out = bytes(sealed);
    out[0] = version;
    std::memcpy(out + versionSize, m_ephemeralPublicKey.constData(), size_t(keySize));
    unsigned char *nonce = out + versionSize + keySize;
    randombytes_buf(nonce, size_t(nonceSize));

    // The message is padded and encrypted where the box will stand, so that no plain copy stays behind.
    unsigned char *plain = out + headSize + tagSize;
    if (!message.isEmpty())
        std::memcpy(plain, message.data(), size_t(message.size()));
    size_t paddedLength = 0;
    sodium_pad(&paddedLength, plain, size_t(message.size()), size_t(padded), size_t(padded));
    crypto_box_easy_afternm(out + headSize, plain, static_cast<unsigned long long>(padded), nonce,
                            m_sharedKey.data());
    return sealed;
}

Result<QByteArray> Opener::open(QByteArrayView sealed) const
{
    if (sealed.size() <= headSize + tagSize || bytes(sealed)[0] != version)
        return unreadable();
    const QByteArrayView ephemeral = sealed.sliced(versionSize, keySize);
    if (m_lastEphemeral != ephemeral) {
        // In the place of the last one: locked memory takes ten system calls, a third of the time of opening (measured).
        if (m_sharedKey.isEmpty())
            m_sharedKey = SecretBytes(crypto_box_BEFORENMBYTES);
        m_lastEphemeral.clear();
        if (crypto_box_beforenm(m_sharedKey.data(), bytes(ephemeral), m_keys.secretKey.data()) != 0)
            return unreadable();
        m_lastEphemeral = ephemeral.toByteArray();
    }
    const QByteArrayView box = sealed.sliced(headSize);
    QByteArray plain(box.size() - tagSize, Qt::Uninitialized);
    const unsigned char *nonce = bytes(sealed.sliced(versionSize + keySize));
    if (crypto_box_open_easy_afternm(bytes(plain), bytes(box), static_cast<unsigned long long>(box.size()),
                                     nonce, m_sharedKey.data()) != 0)
        return unreadable();
    sodium_stackzero(libsodiumsStack);
    size_t length = 0;
    if (sodium_unpad(&length, bytes(plain), size_t(plain.size()), size_t(plain.size())) != 0)
        return unreadable();
    plain.truncate(qsizetype(length));
    return plain;
}

Result<SecretBytes> Opener::openSecret(QByteArrayView sealed) const
{
    Result<QByteArray> plain = open(sealed);
    if (!plain)
        return passOn(plain);
    SecretBytes secret{QByteArrayView(*plain)};
    sodium_memzero(plain->data(), size_t(plain->size()));
    return secret;
}

} // namespace shirase
