// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace shirase {

/// Tells when the desktop locks its screen or the machine goes to sleep, where a D-Bus says so.
class DesktopSession : public QObject
{
    Q_OBJECT
public:
    explicit DesktopSession(QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS: // by name: QtDBus has no other way
    void onActiveChanged(bool active);

private:
    void watchLoginSession();
};

} // namespace shirase
