// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace shirase {

/// Adds an entry for each button that is in sight within an area, in the order in which Tab reaches them: what an
/// entry does is what its button does, and it can be chosen when that can be pressed. So a menu offers neither more
/// nor less than the page. Buttons that belong to a field, such as the cross that clears it, are none.
void addButtons(QMenu &menu, const QWidget &area);

} // namespace shirase
