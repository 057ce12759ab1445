// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitToken.h"

#include "core/foundation/JapaneseTime.h"

#include <QDataStream>
#include <QIODevice>

#include <sodium.h>

namespace shirase {

namespace {

constexpr quint8 version = 1;
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

// The token key also tags scan tokens; each use gets a key of its own.
SecretBytes visitTokenKey(const SecretBytes &key)
{
    SecretBytes derived(crypto_secretbox_KEYBYTES);
    constexpr QByteArrayView use("shirase visit token");
    crypto_generichash(derived.data(), derived.size(), bytes(use), static_cast<unsigned long long>(use.size()),
                       key.data(), key.size());
    return derived;
}

} // namespace

QByteArray VisitToken::encode(const SecretBytes &key, qint64 now) const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version << now << qint32(japan::toNumber(visit.day)) << visit.facility << visit.scannedAt << visit.who
        << language.toUtf8() << maskedAddress.toUtf8();
    // Padded, so that the length of the link says nothing of the length of the address.
    const qsizetype size = plain.size();
    plain.resize((size / paddedTo + 1) * paddedTo);
    size_t padded = 0;
    sodium_pad(&padded, bytes(plain), size_t(size), size_t(paddedTo), size_t(plain.size()));

    QByteArray sealed(overhead + plain.size(), Qt::Uninitialized);
    randombytes_buf(sealed.data(), size_t(nonceSize));
    crypto_secretbox_easy(bytes(sealed) + nonceSize, bytes(plain), static_cast<unsigned long long>(plain.size()),
                          bytes(sealed), visitTokenKey(key).data());
    return sealed.toBase64(encoding);
}

std::optional<VisitToken> VisitToken::decode(QByteArrayView text, const SecretBytes &key, qint64 now)
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
                                   visitTokenKey(key).data())
        != 0)
        return std::nullopt;

    QDataStream in(plain);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 readVersion = 0;
    qint64 madeAt = 0;
    qint32 day = 0;
    VisitToken token;
    QByteArray language;
    QByteArray masked;
    in >> readVersion >> madeAt >> day >> token.visit.facility >> token.visit.scannedAt >> token.visit.who >> language
        >> masked;
    if (in.status() != QDataStream::Ok || readVersion != version || now < madeAt || now >= madeAt + validSeconds)
        return std::nullopt;
    token.visit.day = japan::fromNumber(day);
    token.language = QString::fromUtf8(language);
    token.maskedAddress = QString::fromUtf8(masked);
    return token;
}

} // namespace shirase
