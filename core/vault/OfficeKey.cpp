// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/OfficeKey.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase::officeKeyChange {

using namespace Qt::StringLiterals;

namespace {

struct SealedDay
{
    qint64 day = 0;
    qint64 officeKeyId = 0;
    QByteArray secret;
    QByteArray index;
};

Result<QList<SealedDay>> daysBefore(Database &vault, qint64 officeKeyId)
{
    Result<Rows> rows = vault.run(
        u"SELECT day, office_key_id, sealed_secret, sealed_index FROM day_key WHERE office_key_id < ?"_s,
        {officeKeyId});
    if (!rows)
        return passOn(rows);
    QList<SealedDay> days;
    while (rows->next())
        days.append({rows->number(0), rows->number(1), rows->bytes(2), rows->bytes(3)});
    return days;
}

/// False if the day cannot be opened.
Result<bool> moveDay(Database &vault, const SealedDay &day, std::span<const OfficeKey> old,
                     const OfficePublicKey &next, const Sealer &sealer)
{
    const auto key = std::ranges::find(old, day.officeKeyId, &OfficeKey::id);
    if (key == old.end())
        return false;
    const Result<SecretBytes> secret = key->opener.openSecret(day.secret);
    const Result<SecretBytes> index = key->opener.openSecret(day.index);
    if (!secret || !index)
        return false;
    const Result<Rows> moved = vault.run(
        u"UPDATE day_key SET office_key_id = ?, sealed_secret = ?, sealed_index = ? WHERE day = ?"_s,
        {next.id, sealer.seal(secret->view()), sealer.seal(index->view()), day.day});
    if (!moved)
        return passOn(moved);
    return true;
}

} // namespace

Result<std::optional<OfficePublicKey>> current(Database &vault)
{
    Result<Rows> rows = vault.run(u"SELECT id, public_key FROM office_key ORDER BY id DESC LIMIT 1"_s);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return std::nullopt;
    return OfficePublicKey{rows->number(0), rows->bytes(1)};
}

Result<int> moveDays(Database &vault, std::span<const OfficeKey> old, const OfficePublicKey &next)
{
    Result<Transaction> transaction = Transaction::begin(vault);
    if (!transaction)
        return passOn(transaction);
    const Result<QList<SealedDay>> days = daysBefore(vault, next.id);
    if (!days)
        return passOn(days);
    const Sealer sealer(next.publicKey);
    int lost = 0;
    for (const SealedDay &day : *days) {
        const Result<bool> moved = moveDay(vault, day, old, next, sealer);
        if (!moved)
            return passOn(moved);
        lost += *moved ? 0 : 1;
    }
    const Result<Rows> announced =
        vault.run(u"INSERT INTO office_key (id, public_key) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                  {next.id, next.publicKey});
    if (!announced)
        return passOn(announced);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return lost;
}

Error outdatedLogIn()
{
    return {ErrorCode::Refused,
            QCoreApplication::translate(
                "OfficeKey", "The office key has been changed since you logged in. Please lock the "
                             "window and log in again."),
            {}};
}

} // namespace shirase::officeKeyChange
