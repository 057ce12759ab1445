// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitToken.h"

#include "core/foundation/JapaneseTime.h"
#include "core/vault/TokenBox.h"

#include <QDataStream>
#include <QIODevice>

namespace shirase {

namespace {

constexpr quint8 version = 2; // 1 had no confirmation
// The token key also tags scan tokens; each use gets a key of its own.
constexpr QByteArrayView use("shirase visit token");

} // namespace

QByteArray VisitToken::encode(const SecretBytes &key, qint64 now) const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version << now << qint32(japan::toNumber(visit.day)) << visit.facility << visit.scannedAt << visit.who
        << language.toUtf8() << maskedAddress.toUtf8() << confirmation;
    return sealToken(plain, key, use);
}

std::optional<VisitToken> VisitToken::decode(QByteArrayView text, const SecretBytes &key, qint64 now)
{
    const std::optional<QByteArray> plain = openToken(text, key, use);
    if (!plain)
        return std::nullopt;
    QDataStream in(*plain);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 readVersion = 0;
    qint64 madeAt = 0;
    qint32 day = 0;
    VisitToken token;
    QByteArray language;
    QByteArray masked;
    in >> readVersion >> madeAt >> day >> token.visit.facility >> token.visit.scannedAt >> token.visit.who >> language
        >> masked;
    if (readVersion > 1)
        in >> token.confirmation;
    if (in.status() != QDataStream::Ok || readVersion < 1 || readVersion > version || now < madeAt || now >= madeAt + validSeconds)
        return std::nullopt;
    token.visit.day = japan::fromNumber(day);
    token.language = QString::fromUtf8(language);
    token.maskedAddress = QString::fromUtf8(masked);
    return token;
}

} // namespace shirase
