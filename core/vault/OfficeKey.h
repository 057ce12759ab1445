// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/vault/SealedBox.h"

#include <optional>
#include <span>

namespace shirase {

/// The office key's public half and its number, by which day keys name it.
struct OfficePublicKey
{
    qint64 id = 0;
    QByteArray publicKey;
};

/// An office key that its holder has opened.
struct OfficeKey
{
    qint64 id = 0;
    Opener opener;

    [[nodiscard]] OfficePublicKey publicHalf() const { return {id, opener.publicKey()}; }
    [[nodiscard]] OfficeKey copy() const { return {id, opener.copy()}; }
};

/// How the vault moves from one office key to the next. Everything that writes day keys asks here which one
/// is current, inside its own transaction on the vault.
namespace officeKeyChange {

/// The office key that the vault has moved to last; nothing if it is still the one of the set-up.
[[nodiscard]] Result<std::optional<OfficePublicKey>> current(Database &vault);

/// Moves the vault to a new office key in one transaction (about 0.1 ms a day): every day that one of the old
/// keys opens is sealed to the new one, and days made from then on are too. Doing it again changes nothing.
/// Returns how many days none of the old keys opens: nobody can any more.
[[nodiscard]] Result<int> moveDays(Database &vault, std::span<const OfficeKey> old,
                                   const OfficePublicKey &next);

/// What somebody is told whose log-in is older than the office key: Refused.
[[nodiscard]] Error outdatedLogIn();

} // namespace officeKeyChange

} // namespace shirase
