// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QCoreApplication>

namespace shirase {

/// What ends with the window, and what does not.
struct QuitQuestion
{
    Q_DECLARE_TR_FUNCTIONS(QuitQuestion)

public:
    bool webRuns = false;    ///< visitors can register
    int mailsWaiting = 0;
    bool taskRuns = false;   ///< a long one of the window
    bool noticeIsBegun = false; ///< and no draft yet

    /// Nothing if nobody misses anything.
    [[nodiscard]] std::optional<Question> question() const;
};

} // namespace shirase
