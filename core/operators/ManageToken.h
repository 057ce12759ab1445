// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/vault/SecretBytes.h"

#include <QByteArray>

#include <optional>

namespace shirase {

/// What a link that was mailed to an operator allows: to manage one facility, or to confirm that its contact
/// reads another mailbox (REQUIREMENTS O6). Sealed under the server key; nothing about it is stored. It lives
/// for 24 hours and dies with the first change of the facility's record, whoever makes it: so it serves once,
/// and a link to a mailbox that is no longer the contact's is of no use.
struct ManageToken
{
    static constexpr qint64 validSeconds = 24 * 60 * 60;

    FacilityId facility = 0;
    QByteArray record; ///< which state of the facility's record it is for
    QString
        newContact; ///< the mailbox that it confirms (EmailAddress::display()); empty if it allows to manage

    [[nodiscard]] static ManageToken of(const Facility &facility, const QString &newContact = {});
    /// Whether the facility is still as it was when the token was made.
    [[nodiscard]] bool fits(const Facility &facility) const;

    /// As base64url. @param key the server's token key; @param now seconds since the epoch, UTC
    [[nodiscard]] QByteArray encode(const SecretBytes &key, qint64 now) const;
    /// Nothing if it was changed, is older than 24 hours or not ours.
    [[nodiscard]] static std::optional<ManageToken> decode(QByteArrayView text, const SecretBytes &key,
                                                           qint64 now);

    bool operator==(const ManageToken &) const = default;
};

} // namespace shirase
