// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// Where somebody logs in.
struct LogInPlace
{
    QString id;   ///< the same for one person's desktop on one machine, another for every other
    QString name; ///< for people: the machine's name

    /// This machine, and whoever runs this program on it.
    [[nodiscard]] static LogInPlace here();
};

} // namespace shirase
