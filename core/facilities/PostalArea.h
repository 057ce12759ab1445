// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// A Japanese postal address in the parts by which people look for it.
struct PostalArea
{
    QString prefecture;   ///< "北海道"; empty where the address begins with its municipality
    QString municipality; ///< "札幌市中央区", "余市郡余市町"; empty if none is recognised
    QString rest;         ///< everything behind the prefecture, the municipality too

    /// @param address folded: NFKC, without spaces
    [[nodiscard]] static PostalArea of(const QString &address);

    bool operator==(const PostalArea &) const = default;
};

} // namespace shirase
