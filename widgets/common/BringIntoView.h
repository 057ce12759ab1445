// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace shirase {

/// Scrolls whatever scrolls around a widget so far that it is seen.
void bringIntoView(QWidget &widget);

} // namespace shirase
