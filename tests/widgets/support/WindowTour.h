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
    QStringList shows = {}; ///< the classes of the page or dialog that is seen there, each at one stop at least
    bool blocks = false; ///< open comes back only when it is closed again
    QString window = {}; ///< the object name of what it opens beside the main window, if that is no dialog
};

/// Every page, dialog and step, so that what holds for all of them is tested for all of them. Pages join by
/// themselves; a dialog takes a line.
[[nodiscard]] QList<TourStop> windowTour();

/// What is done at a stop. @param front the window in front
using Look = std::function<void(WindowTest &test, QWidget &front)>;

/// What the stops count on: facilities with visits, an event, and colleagues.
void fillForTour(TestSite &site);
/// Leads to a stop in a window where somebody is logged in, over a site that is filled for the tour, and has it looked at.
/// Whatever was opened is closed afterwards.
void visitStop(WindowTest &test, const TourStop &stop, const Look &look);
/// The same over a site of its own.
void visitStop(const TourStop &stop, const Look &look);

} // namespace shirase
