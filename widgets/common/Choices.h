// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStringList>

namespace shirase {

/// What a box offers, from top to bottom. Where it is what should be offered, it is left alone: whoever has the list open goes
/// on choosing.
inline QStringList choicesOf(const QComboBox &box)
{
    QStringList texts;
    for (int i = 0; i < box.count(); ++i)
        texts << box.itemText(i);
    return texts;
}

} // namespace shirase
