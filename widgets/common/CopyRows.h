// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QAction;

namespace shirase {

/// Lets the rows that are chosen be copied, by the standard keys and from a menu: a line for each, its columns as they are
/// shown, in their order, with tabs between them, as spreadsheets take them; none of it is executed there (CsvWriter). The
/// action is the view's.
QAction *addCopyAction(QAbstractItemView &view);

} // namespace shirase
