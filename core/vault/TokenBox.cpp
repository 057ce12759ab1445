// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/TokenBox.h"

#include <sodium.h>

#include <array>

namespace shirase {

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
constexpr qsizetype overhead = nonceSize + crypto_secretbox_MACBYTES;
constexpr qsizetype paddedTo = 64;

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(QByteArrayView array)
{
    return reinterpret_cast<const unsigned char *>(array.data());
}

/// The key of one use, as long as a token takes: wiped when it goes. Not a SecretBytes, whose locked page costs ten
/// system calls for each token (measured).
class UseKey
{
    Q_DISABLE_COPY_MOVE(UseKey)
public:
    UseKey(const SecretBytes &key, QByteArrayView use)
    {
        crypto_generichash(m_bytes.data(), m_bytes.size(), bytes(use), static_cast<unsigned long long>(use.size()),
                           key.data(), key.size());
    }
    ~UseKey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

    [[nodiscard]] const unsigned char *data() const { return m_bytes.data(); }

private:
    std::array<unsigned char, crypto_secretbox_KEYBYTES> m_bytes;
};

} // namespace

QByteArray sealToken(QByteArrayView content, const SecretBytes &key, QByteArrayView use)
{
    QByteArray plain = content.toByteArray();
    plain.resize((content.size() / paddedTo + 1) * paddedTo);
    size_t padded = 0;
    sodium_pad(&padded, bytes(plain), size_t(content.size()), size_t(paddedTo), size_t(plain.size()));

    QByteArray sealed(overhead + plain.size(), Qt::Uninitialized);
    randombytes_buf(sealed.data(), size_t(nonceSize));
    crypto_secretbox_easy(bytes(sealed) + nonceSize, bytes(plain),
                          static_cast<unsigned long long>(plain.size()), bytes(sealed),
                          UseKey(key, use).data());
    return sealed.toBase64(encoding);
}

std::optional<QByteArray> openToken(QByteArrayView text, const SecretBytes &key, QByteArrayView use)
{
    const auto sealed = QByteArray::fromBase64Encoding(text.toByteArray(),
                                                       encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArrayView box(sealed.decoded);
    // One token has one spelling: Base64 leaves bits over that nobody reads.
    if (!sealed || box.size() <= overhead || sealed.decoded.toBase64(encoding) != text)
        return std::nullopt;
    QByteArray plain(box.size() - overhead, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytes(plain), bytes(box) + nonceSize,
                                   static_cast<unsigned long long>(box.size() - nonceSize), bytes(box),
                                   UseKey(key, use).data()) != 0)
        return std::nullopt;
    size_t size = 0;
    if (sodium_unpad(&size, bytes(plain), size_t(plain.size()), size_t(paddedTo)) != 0)
        return std::nullopt;
    plain.truncate(qsizetype(size));
    return plain;
}

} // namespace shirase
