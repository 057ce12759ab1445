// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Tables.h"

#include <QString>

#include <array>

namespace shirase {

/// A digest of rows in any order, as two databases sort texts differently: BLAKE2b-256 of each row, added up in four
/// lanes of 64 bits. It finds what went wrong on the way, not what somebody forged.
class RowDigest
{
public:
    void add(const TableRow &row);
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] QString toHex() const;
    bool operator==(const RowDigest &) const = default;

private:
    std::array<quint64, 4> m_lanes{};
    qint64 m_rows = 0;
};

} // namespace shirase
