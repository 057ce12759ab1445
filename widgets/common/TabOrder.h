// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace shirase {

/// Lets Tab go through a dialog in the order in which its layout shows what is in it. Qt's own order is that in which the
/// parts came into the dialog, and Qt 6.4 goes past some that came with others inside.
void tabAsLaidOut(const QWidget &dialog);

} // namespace shirase
