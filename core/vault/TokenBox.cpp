// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/TokenBox.h"

#include <sodium.h>

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

SecretBytes keyFor(const SecretBytes &key, QByteArrayView use)
{
    SecretBytes derived(crypto_secretbox_KEYBYTES);
    crypto_generichash(derived.data(), derived.size(), bytes(use),
                       static_cast<unsigned long long>(use.size()), key.data(), key.size());
    return derived;
}

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
                          keyFor(key, use).data());
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
                                   keyFor(key, use).data()) != 0)
        return std::nullopt;
    size_t size = 0;
    if (sodium_unpad(&size, bytes(plain), size_t(plain.size()), size_t(paddedTo)) != 0)
        return std::nullopt;
    plain.truncate(qsizetype(size));
    return plain;
}

} // namespace shirase
