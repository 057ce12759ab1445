// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/vault/SecretBytes.h"

#include <QByteArray>

#include <expected>

namespace shirase {

/// What the registration page's form carries, so that a visit counts at the time of the scan (REQUIREMENTS V1) and
/// nobody registers without having opened the page: facility, time, a random part, and a keyed BLAKE2b tag over all.
struct ScanToken
{
    static constexpr qint64 validSeconds = 60 * 60;

    FacilityId facility = 0;
    qint64 scannedAt = 0; ///< seconds since the epoch, UTC
    QByteArray random;    ///< 8 bytes; one token is one phone's, or a few people's who share it

    enum class Fault { Malformed, Forged, Expired };

    [[nodiscard]] static ScanToken make(FacilityId facility, qint64 now);
    /// As base64url. @param key 32 bytes
    [[nodiscard]] QByteArray encode(const SecretBytes &key) const;
    /// A token from the future (a clock that jumped back) is Expired too, apart from what another server's clock may be ahead.
    [[nodiscard]] static std::expected<ScanToken, Fault> decode(QByteArrayView text, const SecretBytes &key, qint64 now);

    bool operator==(const ScanToken &) const = default;
};

} // namespace shirase
