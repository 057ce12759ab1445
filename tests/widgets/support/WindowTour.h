// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/WindowTest.h"

#include <functional>

namespace shirase {

/// Something of the window that people get to see.
struct TourStop
{
    QString name; ///< good for a file's name
    /// Opens it in a window where somebody is logged in.
    std::function<void(WindowTest &test)> open;
    bool blocks = false; ///< open comes back only when it is closed again
    QString window = {}; ///< the object name of what it opens beside the main window, if that is no dialog
};

/// Every page, dialog and step, so that what holds for all of them is tested for all of them. Pages join by
/// themselves; a dialog takes a line.
[[nodiscard]] QList<TourStop> windowTour();

/// Leads to a stop over a site with facilities, visits, accounts and notices, and has it looked at. Whatever was opened
/// is closed afterwards. @param look is given the window in front
void visitStop(const TourStop &stop, const std::function<void(WindowTest &test, QWidget &front)> &look);

} // namespace shirase
