// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/DesktopNotifier.h"
#include "widgets/desktop/DesktopSession.h"

#include <QApplication>
#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString login1 = u"org.freedesktop.login1"_s;
const QString manager = u"org.freedesktop.login1.Manager"_s;

/// A real bus of the test's own, for the session and for the system: no desktop is needed, and none is disturbed. It starts
/// nothing of what this machine has installed.
class PrivateBus
{
    Q_DISABLE_COPY_MOVE(PrivateBus)
public:
    PrivateBus()
    {
        QTemporaryFile configuration; // dbus-daemon(1); no <servicedir>, no <standard_session_servicedirs>
        if (!configuration.open())
            qFatal("The configuration of the bus cannot be written.");
        configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
                            "<policy context='default'><allow send_destination='*'/><allow receive_sender='*'/>"
                            "<allow own='*'/></policy></busconfig>");
        configuration.close();
        const QByteArray command =
            "dbus-daemon --config-file=" + configuration.fileName().toLocal8Bit() + " --fork --print-address=1 --print-pid=1";
        FILE *daemon = popen(command.constData(), "r");
        char address[1000] = {};
        if (!daemon || fscanf(daemon, "%999s %d", address, &m_pid) != 2)
            qFatal("dbus-daemon does not start.");
        pclose(daemon);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
    }
    ~PrivateBus() { kill(m_pid, SIGTERM); }

private:
    int m_pid = 0;
};

/// The side of the desktop, with a connection of its own.
QDBusConnection desktop()
{
    static const QDBusConnection connection =
        QDBusConnection::connectToBus(QString::fromLocal8Bit(qgetenv("DBUS_SESSION_BUS_ADDRESS")), u"desktop"_s);
    return connection;
}

} // namespace

/// Shows nothing, and remembers what it was to show.
class Notifications : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    explicit Notifications(QObject *server) : QDBusAbstractAdaptor(server) {}

    QStringList bodies;
    QList<uint> replaced;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &, const QString &body, const QStringList &,
                const QVariantMap &, int)
    {
        replaced << replaces;
        bodies << body;
        return 7;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

/// Knows one session.
class Logins : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    explicit Logins(QObject *server) : QDBusAbstractAdaptor(server) {}

    bool wasAsked = false;

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &)
    {
        wasAsked = true;
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_31"_s);
    }
};

/// What the window has to do with the desktop around it, over a real D-Bus (REQUIREMENTS S7, S10).
class tst_Desktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_said_goes_to_the_desktop_and_brings_the_window_forward_at_a_click()
    {
        QObject server;
        auto *shown = new Notifications(&server);
        QVERIFY(desktop().registerObject(u"/org/freedesktop/Notifications"_s, &server));
        QVERIFY(desktop().registerService(notifications));
        DesktopNotifier notifier;
        const QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.show(u"しらせ"_s, u"承認待ち <b>1</b> 件"_s);
        QTRY_COMPARE(shown->bodies, QStringList(u"承認待ち &lt;b&gt;1&lt;/b&gt; 件"_s)); // a body may be read as markup
        Q_EMIT shown->ActionInvoked(3, u"default"_s); // another program's
        Q_EMIT shown->ActionInvoked(7, u"default"_s);
        QTRY_COMPARE(activated.size(), 1);
        notifier.show(u"しらせ"_s, u"承認待ち 2 件"_s);
        QTRY_COMPARE(shown->replaced, QList<uint>({0, 7})); // in the place of the one before
        desktop().unregisterService(notifications);
    }

    void a_desktop_without_notifications_is_no_failure()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        DesktopNotifier notifier;
        const QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.show(u"しらせ"_s, u"承認待ち 1 件"_s);
        QVERIFY(notifier.findChild<QDBusPendingCallWatcher *>());
        QTRY_VERIFY(!notifier.findChild<QDBusPendingCallWatcher *>()); // the bus has said that there are none
        QVERIFY(activated.isEmpty());
        // They may come later, and get what is said from then on.
        QObject server;
        auto *shown = new Notifications(&server);
        QVERIFY(desktop().registerObject(u"/org/freedesktop/Notifications"_s, &server));
        QVERIFY(desktop().registerService(notifications));
        notifier.show(u"しらせ"_s, u"承認待ち 2 件"_s);
        QTRY_COMPARE(shown->bodies, QStringList(u"承認待ち 2 件"_s));
        QCOMPARE(shown->replaced, QList<uint>({0}));
        desktop().unregisterService(notifications);
    }

    void the_window_locks_together_with_the_screen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("interface");
        QTest::addColumn<QString>("name");
        QTest::newRow("freedesktop") << u"/org/freedesktop/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s << u"ActiveChanged"_s;
        QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s << u"ActiveChanged"_s;
        QTest::newRow("going to sleep") << u"/org/freedesktop/login1"_s << manager << u"PrepareForSleep"_s;
    }
    void the_window_locks_together_with_the_screen()
    {
        QFETCH(QString, path);
        QFETCH(QString, interface);
        QFETCH(QString, name);
        QVERIFY(desktop().registerService(login1));
        const DesktopSession session;
        const QSignalSpy locked(&session, &DesktopSession::locked);
        for (const bool active : {false, true}) { // what ends is no reason to lock
            QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
            QVERIFY(desktop().send(signal << active));
        }
        QTRY_COMPARE(locked.size(), 1);
        desktop().unregisterService(login1);
    }

    void the_window_locks_with_the_log_in_session()
    {
        QObject server;
        auto *logins = new Logins(&server);
        QVERIFY(desktop().registerObject(u"/org/freedesktop/login1"_s, &server));
        QVERIFY(desktop().registerService(login1));
        const DesktopSession session;
        const QSignalSpy locked(&session, &DesktopSession::locked);
        QTRY_VERIFY(logins->wasAsked);
        const QDBusMessage lock = QDBusMessage::createSignal(u"/org/freedesktop/login1/session/_31"_s,
                                                             u"org.freedesktop.login1.Session"_s, u"Lock"_s);
        // Said again until the answer to the question has come back.
        QTRY_VERIFY(desktop().send(lock) && !locked.isEmpty());
        desktop().unregisterService(login1);
    }
};

int main(int argc, char *argv[])
{
    const PrivateBus bus; // before anything of Qt asks for one
    QApplication application(argc, argv);
    tst_Desktop test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Desktop.moc"
