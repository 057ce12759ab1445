// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/WindowTest.h"

#include <functional>

namespace shirase {

using WorkStep = std::function<void(WindowTest &)>;

/// A page or dialog with what somebody does there, by keyboard alone.
struct WorkPlace
{
    QString name;
    WorkStep open;    ///< the way there
    WorkStep prepare; ///< what is typed before anything is asked of the database
    WorkStep act;     ///< the key that does it
    std::function<bool(WindowTest &)> isDone;
    WorkStep leave = {};     ///< if closing it is not enough
    bool blocks = false; ///< open comes back only when the dialog is closed again
};

/// What people do in the window, each in its place.
[[nodiscard]] const QList<WorkPlace> &workPlaces();

/// What the places count on: facilities with visitors, colleagues, and mails that are held.
void fillWorkPlaces(TestSite &site);

} // namespace shirase
