// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace shirase {

/// One visit is one person at one facility at one scan. The person is an index value, not an address.
struct VisitKey
{
    QDate day;             ///< Japanese date of scannedAt
    FacilityId facility = 0;
    qint64 scannedAt = 0;  ///< seconds since the epoch, UTC
    QByteArray who;        ///< 16 bytes, see DaySeal::who

    bool operator==(const VisitKey &) const = default;
};

/// A visit as it is stored: the address is sealed to the day's key.
struct Visit
{
    VisitKey key;
    QString language; ///< BCP 47: of the confirmation and a later notice
    QByteArray sealedAddress;

    bool operator==(const Visit &) const = default;
};

} // namespace shirase
