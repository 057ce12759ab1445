// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace shirase {

/// Closes whatever is open over a window: menus, lists that hang beneath a field, tooltips, what's-this, a drag,
/// dialogs of every kind, other windows. Dialogs are answered with "Cancel"; nested event loops end by that.
void closeOpenWindows(const QWidget *window);

} // namespace shirase
