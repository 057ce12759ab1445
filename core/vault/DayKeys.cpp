// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DayKeys.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QtEndian>

#include <sodium.h>

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype indexSecretSize = 32;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DayKeys)
};

/// BLAKE2b-128 keyed with BLAKE2b-256(secret, use): each use has a key of its own.
QByteArray digest(const SecretBytes &secret, QByteArrayView use, QByteArrayView what)
{
    std::array<unsigned char, 32> key{};
    crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char *>(use.data()),
                       static_cast<unsigned long long>(use.size()), secret.data(), secret.size());
    QByteArray digest(16, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(what.data()),
                       static_cast<unsigned long long>(what.size()), key.data(), key.size());
    sodium_memzero(key.data(), key.size());
    return digest;
}

int firstKeptDay(qint64 now)
{
    return japan::toNumber(japan::dayOf(now - DayKeys::graceSeconds));
}

} // namespace

DaySeal::DaySeal(QByteArray publicKey, SecretBytes indexSecret)
    : m_publicKey(std::move(publicKey))
    , m_indexSecret(std::move(indexSecret))
{
}

QByteArray DaySeal::who(qint64 facility, QByteArrayView canonicalAddress) const
{
    const qint64 facilityBytes = qToLittleEndian(facility);
    return digest(m_indexSecret, QByteArrayView(reinterpret_cast<const char *>(&facilityBytes), sizeof facilityBytes),
                  canonicalAddress);
}

QByteArray DaySeal::confirmation(qint64 facility, qint64 scannedAt, QByteArrayView who) const
{
    const std::array<qint64, 2> numbers{qToLittleEndian(facility), qToLittleEndian(scannedAt)};
    QByteArray visit(reinterpret_cast<const char *>(numbers.data()), sizeof numbers);
    visit.append(who);
    return digest(m_indexSecret, "confirmation", visit);
}

DayKeys::DayKeys(Database &vault, const ServerKey &serverKey, OfficePublicKey office)
    : m_vault(vault)
    , m_serverKey(serverKey)
    , m_opener(serverKey.queueOpener())
    , m_office(std::move(office))
{
}

Result<const DaySeal *> DayKeys::seal(QDate date)
{
    const int day = japan::toNumber(date);
    if (const auto known = m_seals.find(day); known != m_seals.end())
        return &known->second;

    if (const Result<> made = create(day); !made)
        return passOn(made);
    // Read back: another server may have been first, and its keys are the day's then.
    Result<Rows> rows = m_vault.run(u"SELECT public_key, server_index FROM day_key WHERE day = ?"_s, {day});
    if (!rows)
        return passOn(rows);
    if (!rows->next() || rows->isNull(1))
        return fail(ErrorCode::Conflict, Tr::tr("This day is over; nobody can be registered for it any more."));
    Result<SecretBytes> index = m_opener.openSecret(rows->bytes(1));
    if (!index)
        return passOn(index);
    return &m_seals.emplace(day, DaySeal(rows->bytes(0), std::move(*index))).first->second;
}

Result<> DayKeys::create(int day)
{
    {
        Result<Rows> existing = m_vault.run(u"SELECT 1 FROM day_key WHERE day = ?"_s, {day});
        if (!existing)
            return passOn(existing);
        if (existing->next())
            return {};
    }
    // In one transaction with the question which office key is current: a day sealed to one that is being replaced at
    // this moment could never be opened.
    Result<Transaction> transaction = Transaction::begin(m_vault);
    if (!transaction)
        return passOn(transaction);
    const Result<std::optional<OfficePublicKey>> current = officeKeyChange::current(m_vault);
    if (!current)
        return passOn(current);
    m_office = current->value_or(m_office);
    const KeyPair keys = KeyPair::generate();
    const SecretBytes index = SecretBytes::random(indexSecretSize);
    const Sealer toOffice(m_office.publicKey);
    const Sealer toServer(m_serverKey.queuePublicKey());
    const Result<Rows> inserted = m_vault.run(
        u"INSERT INTO day_key (day, office_key_id, public_key, sealed_secret, sealed_index, server_index) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {day, m_office.id, keys.publicKey, toOffice.seal(keys.secretKey.view()), toOffice.seal(index.view()),
         toServer.seal(index.view())});
    if (!inserted)
        return passOn(inserted);
    return transaction->commit();
}

void DayKeys::dropPast(qint64 now)
{
    m_seals.erase(m_seals.begin(), m_seals.lower_bound(firstKeptDay(now)));
    std::erase_if(m_seals, [this](const auto &entry) { return isErased(entry.first, entry.second); });
}

// While the vault cannot be read, nothing is known to be erased.
bool DayKeys::isErased(int day, const DaySeal &seal)
{
    Result<Rows> rows = m_vault.run(u"SELECT public_key FROM day_key WHERE day = ?"_s, {day});
    return rows && (!rows->next() || rows->bytes(0) != seal.publicKey());
}

Result<> DayKeys::forgetPast(qint64 now)
{
    dropPast(now);
    const int firstKept = firstKeptDay(now);
    const Result<Rows> done = m_vault.run(
        u"UPDATE day_key SET server_index = NULL WHERE day < ? AND server_index IS NOT NULL"_s, {firstKept});
    if (!done)
        return passOn(done);
    return {};
}

Result<const OpenedDays::Day *> OpenedDays::open(QDate date)
{
    const int day = japan::toNumber(date);
    if (const auto known = m_days.find(day); known != m_days.end())
        return &known->second;
    Result<Rows> rows
        = m_vault.run(u"SELECT public_key, sealed_secret, sealed_index FROM day_key WHERE day = ?"_s, {day});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return fail(ErrorCode::NotFound, Tr::tr("Nobody is registered for this day, or it has been erased."));
    Result<SecretBytes> secret = m_office.openSecret(rows->bytes(1));
    Result<SecretBytes> index = m_office.openSecret(rows->bytes(2));
    if (!secret || !index)
        return std::unexpected(unopened(secret ? index.error() : secret.error()));
    Day opened{Opener(KeyPair::fromSecret(std::move(*secret))), DaySeal(rows->bytes(0), std::move(*index))};
    return &m_days.emplace(day, std::move(opened)).first->second;
}

Error OpenedDays::unopened(const Error &why)
{
    const Result<std::optional<OfficePublicKey>> current = officeKeyChange::current(m_vault);
    if (!current)
        return current.error();
    if (!*current || (*current)->publicKey == m_office.publicKey())
        return why;
    return officeKeyChange::outdatedLogIn();
}

} // namespace shirase
