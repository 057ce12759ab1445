// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/vault/OfficeKey.h"
#include "core/vault/ServerKey.h"

#include <QDate>

#include <map>
#include <memory>

namespace shirase {

/// What the web side can do for one day: seal an address to its key, and compute by which index value a person is known there.
class DaySeal
{
public:
    DaySeal(QByteArray publicKey, SecretBytes indexSecret);

    /// The index value of a person at a facility on this day: BLAKE2b-128 keyed with BLAKE2b-256(day's index secret,
    /// facility id) over the canonical address. 16 bytes; cannot be joined across facilities or days.
    [[nodiscard]] QByteArray who(qint64 facility, QByteArrayView canonicalAddress) const;
    /// What names the confirmation mail of a visit, so that it can be withdrawn before it has left: BLAKE2b-128 keyed with
    /// BLAKE2b-256(day's index secret, "confirmation") over facility, scan and person. 16 bytes; without the index secret
    /// nobody can tell whose visit it is.
    /// @param scannedAt seconds since the epoch, UTC @param who as above
    [[nodiscard]] QByteArray confirmation(qint64 facility, qint64 scannedAt, QByteArrayView who) const;
    /// To which the day's addresses are sealed.
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; }

private:
    QByteArray m_publicKey;
    SecretBytes m_indexSecret;
};

/// The web side's view of the day keys. One object per thread and vault connection.
class DayKeys
{
public:
    /// For a token's 60 minutes and a minute of grace after the day's end the server keeps the index secret.
    static constexpr qint64 graceSeconds = 61 * 60;

    /// @param office what days are sealed to until the vault moves to another office key; that is noticed by itself
    DayKeys(Database &vault, const ServerKey &serverKey, OfficePublicKey office);

    /// The seal of a Japanese day, made and committed at the first need. Kept in memory.
    /// Fails with Conflict once the day's index secret is gone from the server.
    [[nodiscard]] Result<const DaySeal *> seal(QDate day);

    /// Forgets the index secrets of days that are over as far as this object holds them in memory, and of days whose
    /// keys have been erased meanwhile: what is sealed to those nobody could open. What seal() returned for them is gone
    /// then. One look into the vault for each day in memory, so once for each batch of visits.
    void dropPast(qint64 now);
    /// Forgets the server's copy of the index secrets of days that are over for good.
    [[nodiscard]] Result<> forgetPast(qint64 now);

private:
    [[nodiscard]] Result<> create(int day);
    [[nodiscard]] bool isErased(int day, const DaySeal &seal);

    Database &m_vault;
    const ServerKey &m_serverKey;
    Opener m_opener;
    OfficePublicKey m_office;
    std::map<int, DaySeal> m_seals;
};

/// The staff's view: with the office key every day that is not erased opens.
class OpenedDays
{
public:
    /// @param office the opener of the office key, which has to outlive this
    OpenedDays(Database &vault, const Opener &office) : m_vault(vault), m_office(office) {}

    struct Day
    {
        Opener opener;
        DaySeal seal;
    };
    /// Fails with NotFound once the day has been erased, or if nobody was registered that day; with Refused if the
    /// office key has been changed since; with Corrupt if the day's keys cannot be opened.
    [[nodiscard]] Result<const Day *> open(QDate day);

private:
    [[nodiscard]] Error unopened(const Error &why);

    Database &m_vault;
    const Opener &m_office;
    std::map<int, Day> m_days;
};

} // namespace shirase
