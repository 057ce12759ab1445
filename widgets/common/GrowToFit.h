// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace shirase {

/// Makes room in a dialog for sentences that came after it was opened, or that wrap: in its width they are taller than its
/// size hint knows.
void growToFit(QWidget &dialog);

} // namespace shirase
