// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/DesktopNotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// https://specifications.freedesktop.org/notification-spec/1.2/
const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : Notifier(parent)
{
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &Notifier::activated);
    connect(&m_tray, &QSystemTrayIcon::activated, this, &Notifier::activated);
    QDBusConnection::sessionBus().connect(service, path, service, u"ActionInvoked"_s, this,
                                          SLOT(onActionInvoked(uint, QString)));
}

void DesktopNotifier::show(const QString &title, const QString &text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return showInTray(title, text);
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The body may be read as markup.
    call << QGuiApplication::applicationDisplayName() << m_last << QGuiApplication::desktopFileName() << title << text.toHtmlEscaped()
         << QStringList{u"default"_s, title} << QVariantMap{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}} << -1;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            showInTray(title, text);
        else
            m_last = reply.value();
        watcher->deleteLater();
    });
}

void DesktopNotifier::showInTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_tray.setIcon(QGuiApplication::windowIcon());
    m_tray.show();
    m_tray.showMessage(title, text, QGuiApplication::windowIcon());
}

void DesktopNotifier::onActionInvoked(uint id, const QString &)
{
    if (id == m_last)
        Q_EMIT activated();
}

} // namespace shirase
