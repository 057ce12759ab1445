// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

#include <memory>

namespace shirase {

/// Asks whoever has logged in whether the clock is right, if it is doubted: until somebody says so nothing is erased.
class ClockQuestion : public QObject
{
    Q_OBJECT
public:
    /// @param window over which it asks
    ClockQuestion(PageContext context, QWidget *window);

    /// Looks at the clock, and asks if it is doubted. Nothing happens if the window is locked meanwhile.
    void ask(const SharedSession &session);

Q_SIGNALS:
    /// Somebody has confirmed the clock.
    void confirmed();

private:
    void put(const ClockGuard::Doubt &doubt, const std::weak_ptr<const Session> &asked);
    void confirm(const QString &account);

    PageContext m_context;
    QWidget *m_window;
};

} // namespace shirase
