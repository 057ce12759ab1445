// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/DesktopSession.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString login1 = QStringLiteral("org.freedesktop.login1");
const QString login1Manager = QStringLiteral("org.freedesktop.login1.Manager");
const QString login1Path = QStringLiteral("/org/freedesktop/login1");

} // namespace

DesktopSession::DesktopSession(QObject *parent)
    : QObject(parent)
{
    QDBusConnection session = QDBusConnection::sessionBus();
    const QString changed = u"ActiveChanged"_s;
    session.connect({}, u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, changed, this,
                    SLOT(onActiveChanged(bool)));
    session.connect({}, u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, changed, this,
                    SLOT(onActiveChanged(bool)));
    QDBusConnection::systemBus().connect(login1, login1Path, login1Manager, u"PrepareForSleep"_s, this,
                                         SLOT(onActiveChanged(bool)));
    watchLoginSession();
}

// "loginctl lock-session", and desktops that lock by it.
void DesktopSession::watchLoginSession()
{
    QDBusConnection system = QDBusConnection::systemBus();
    if (!system.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(login1, login1Path, login1Manager, u"GetSession"_s);
    call << u"auto"_s;
    auto *watcher = new QDBusPendingCallWatcher(system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!reply.isError()) {
            QDBusConnection::systemBus().connect(login1, reply.value().path(), u"org.freedesktop.login1.Session"_s,
                                                 u"Lock"_s, this, SIGNAL(locked()));
        }
        watcher->deleteLater();
    });
}

void DesktopSession::onActiveChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}

} // namespace shirase
