// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/desktop/Notifier.h"

#include <QSystemTrayIcon>

namespace shirase {

/// By the desktop's notifications (org.freedesktop.Notifications), or by the notification area where there are none,
/// as on Windows. Where there is neither it shows nothing.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    void show(const QString &title, const QString &text) override;

private Q_SLOTS: // by name: QtDBus has no other way
    void onActionInvoked(uint id, const QString &action);

private:
    void showInTray(const QString &title, const QString &text);

    QSystemTrayIcon m_tray;
    uint m_last = 0; ///< what the desktop calls the one that is shown
};

} // namespace shirase
