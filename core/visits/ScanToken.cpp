// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/ScanToken.h"

#include "core/foundation/TokenLife.h"

#include <QtEndian>

#include <sodium.h>

namespace shirase {

namespace {

constexpr char version = 1;
constexpr qsizetype randomSize = 8;
constexpr qsizetype payloadSize = 1 + 8 + 8 + randomSize;
constexpr qsizetype tagSize = 16;
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray tagOf(QByteArrayView payload, const SecretBytes &key)
{
    QByteArray tag(tagSize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(tag.data()), size_t(tag.size()),
                       reinterpret_cast<const unsigned char *>(payload.data()),
                       static_cast<unsigned long long>(payload.size()), key.data(), key.size());
    return tag;
}

void append(QByteArray &bytes, qint64 number)
{
    const qint64 little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

ScanToken ScanToken::make(FacilityId facility, qint64 now)
{
    ScanToken token{facility, now, QByteArray(randomSize, Qt::Uninitialized)};
    randombytes_buf(token.random.data(), size_t(randomSize));
    return token;
}

QByteArray ScanToken::encode(const SecretBytes &key) const
{
    QByteArray bytes(1, version);
    bytes.reserve(payloadSize + tagSize);
    append(bytes, facility);
    append(bytes, scannedAt);
    bytes += random;
    bytes += tagOf(bytes, key);
    return bytes.toBase64(encoding);
}

std::expected<ScanToken, ScanToken::Fault> ScanToken::decode(QByteArrayView text, const SecretBytes &key, qint64 now)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toByteArray(),
                                                        encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArrayView bytes(decoded.decoded);
    // One token has one spelling: Base64 leaves bits over that nobody reads.
    if (!decoded || bytes.size() != payloadSize + tagSize || bytes.front() != version
        || decoded.decoded.toBase64(encoding) != text)
        return std::unexpected(Fault::Malformed);
    if (sodium_memcmp(tagOf(bytes.first(payloadSize), key).constData(), bytes.sliced(payloadSize).data(),
                      size_t(tagSize))
        != 0)
        return std::unexpected(Fault::Forged);
    ScanToken token{qFromLittleEndian<qint64>(bytes.data() + 1), qFromLittleEndian<qint64>(bytes.data() + 9),
                    bytes.sliced(17, randomSize).toByteArray()};
    if (!isAlive(token.scannedAt, validSeconds, now))
        return std::unexpected(Fault::Expired);
    return token;
}

} // namespace shirase
