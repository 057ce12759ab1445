// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// A name within what may have a letter underlined: of a menu, or of a label with its field.
[[nodiscard]] inline QString amongLetters(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace shirase
