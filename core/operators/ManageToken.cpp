// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/ManageToken.h"

#include "core/foundation/JapaneseTime.h"
#include "core/foundation/TokenLife.h"
#include "core/vault/Digest.h"
#include "core/vault/TokenBox.h"

#include <QDataStream>
#include <QIODevice>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 version = 1;
constexpr QByteArrayView use("shirase manage token");

QByteArray numberOf(const std::optional<QDate> &day)
{
    return day ? QByteArray::number(japan::toNumber(*day)) : QByteArray();
}

QByteArray recordOf(const Facility &facility)
{
    const FacilityDetails &details = facility.details;
    return digest({toText(details.kind).toLatin1(), details.name.toUtf8(), details.aliases.toUtf8(),
                   details.contactName.toUtf8(), details.contactEmail.toUtf8(), details.phone.toUtf8(),
                   details.postalCode.toUtf8(), details.address.toUtf8(), numberOf(details.from),
                   numberOf(details.until), toText(facility.state).toLatin1(),
                   facility.code.text().toLatin1(), QByteArray::number(facility.changedAt)});
}

} // namespace

ManageToken ManageToken::of(const Facility &facility, const QString &newContact)
{
    return {facility.id, recordOf(facility), newContact};
}

bool ManageToken::fits(const Facility &other) const
{
    return other.id == facility && recordOf(other) == record;
}

QByteArray ManageToken::encode(const SecretBytes &key, qint64 now) const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version << now << facility << record << newContact.toUtf8();
    return sealToken(plain, key, use);
}

std::optional<ManageToken> ManageToken::decode(QByteArrayView text, const SecretBytes &key, qint64 now)
{
    const std::optional<QByteArray> plain = openToken(text, key, use);
    if (!plain)
        return std::nullopt;
    QDataStream in(*plain);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 readVersion = 0;
    qint64 madeAt = 0;
    ManageToken token;
    QByteArray newContact;
    in >> readVersion >> madeAt >> token.facility >> token.record >> newContact;
    if (in.status() != QDataStream::Ok || readVersion != version || !isAlive(madeAt, validSeconds, now))
        return std::nullopt;
    token.newContact = QString::fromUtf8(newContact);
    return token;
}

} // namespace shirase
