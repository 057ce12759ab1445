// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visits/Visit.h"
#include "core/vault/SecretBytes.h"

#include <QByteArray>

#include <optional>

namespace shirase {

/// The unguessable name of one visit in the address of its confirmation page: encrypted under the server key, so that
/// neither the page's address nor a proxy's log says who was where. Valid for 24 hours.
struct VisitToken
{
    static constexpr qint64 validSeconds = 24 * 60 * 60;

    VisitKey visit;
    QString language;
    QString maskedAddress; ///< EmailAddress::masked()
    QByteArray confirmation = {}; ///< Letter::reference of its mail; empty in a token of an older Shirase

    /// As base64url. @param key 32 bytes
    [[nodiscard]] QByteArray encode(const SecretBytes &key, qint64 now) const;
    /// Nothing if it was changed, is older than 24 hours or not ours.
    [[nodiscard]] static std::optional<VisitToken> decode(QByteArrayView text, const SecretBytes &key, qint64 now);

    bool operator==(const VisitToken &) const = default;
};

} // namespace shirase
