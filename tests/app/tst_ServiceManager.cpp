// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceManager.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

/// What systemd has at the other end: a datagram socket in the file system (sd_notify(3)).
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_path(QFile::encodeName(path))
        , m_socket(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, m_path.constData(), sizeof address.sun_path - 1);
        m_bound = bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~NotifySocket() { close(m_socket); }
    Q_DISABLE_COPY_MOVE(NotifySocket)

    [[nodiscard]] bool isBound() const { return m_bound; }
    [[nodiscard]] QByteArray path() const { return m_path; }
    /// Reads what has come; everything so far.
    const QByteArrayList &messages()
    {
        char buffer[4096];
        for (ssize_t size = 0; (size = recv(m_socket, buffer, sizeof buffer, 0)) > 0;)
            m_messages.append(QByteArray(buffer, size));
        return m_messages;
    }
    [[nodiscard]] qsizetype count(QByteArrayView beginning)
    {
        return std::ranges::count_if(messages(), [&](const QByteArray &message) { return message.startsWith(beginning); });
    }

private:
    QByteArray m_path;
    int m_socket = -1;
    bool m_bound = false;
    QByteArrayList m_messages;
};

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class tst_ServiceManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        m_socket.emplace(m_folder.filePath(u"notify"_s));
        QVERIFY(m_socket->isBound());
        qputenv("NOTIFY_SOCKET", m_socket->path());
    }
    void cleanup()
    {
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        QFile::remove(m_folder.filePath(u"notify"_s));
    }

    void saysThatItIsReadyOnOneLine()
    {
        ServiceManager().ready(u"Listening on\nREADY=0"_s);
        QCOMPARE(m_socket->messages(), QByteArrayList{"READY=1\nSTATUS=Listening on READY=0"});
    }

    void saysThatItReloads()
    {
        ServiceManager().reloading();
        QCOMPARE(m_socket->messages().size(), 1);
        QVERIFY(m_socket->messages().first().startsWith("RELOADING=1\nMONOTONIC_USEC="));
    }

    void feedsNoWatchdogWhereThereIsNone()
    {
        ServiceManager manager;
        manager.alive();
        QCOMPARE(m_socket->messages(), QByteArrayList{});
    }

    void feedsTheWatchdogNoMoreOftenThanNeeded()
    {
        qputenv("WATCHDOG_USEC", "60000000");
        ServiceManager manager;
        manager.alive();
        manager.alive();
        QCOMPARE(m_socket->messages(), QByteArrayList{"WATCHDOG=1"});
    }

    void isSilentWhereNobodyListens()
    {
        qunsetenv("NOTIFY_SOCKET");
        ServiceManager manager;
        QVERIFY(!manager.listens());
        manager.ready({});
        manager.stopping();
        QCOMPARE(m_socket->messages(), QByteArrayList{});
    }

    void theServerIsReadyReloadsAndStops();

private:
    QTemporaryDir m_folder;
    std::optional<NotifySocket> m_socket;
};

// The whole life of the service, as systemd sees it.
void tst_ServiceManager::theServerIsReadyReloadsAndStops()
{
    const QString data = m_folder.filePath(u"data"_s);
    const QString password = m_folder.filePath(u"password"_s);
    writeFile(password, "correct horse battery staple\n");
    const QString ctl = QStringLiteral(SHIRASE_CTL);
    QCOMPARE(QProcess::execute(ctl, {u"--data"_s, data, u"setup"_s, u"--admin"_s, u"sato"_s, u"--password-file"_s, password}), 0);

    QProcess server;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WATCHDOG_USEC"_s, u"200000"_s);
    server.setProcessEnvironment(environment);
    server.start(ctl, {u"--data"_s, data, u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_socket->count("READY=1\nSTATUS="), 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_socket->count("WATCHDOG=1") >= 2, 60'000);

    QCOMPARE(kill(pid_t(server.processId()), SIGHUP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_socket->count("RELOADING=1"), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_socket->count("READY=1\nSTATUS="), 2, 60'000);
    QCOMPARE(server.state(), QProcess::Running);

    server.terminate();
    QVERIFY(server.waitForFinished(60'000));
    QCOMPARE(server.exitCode(), 0);
    QCOMPARE(m_socket->count("STOPPING=1"), 1);
}

QTEST_GUILESS_MAIN(tst_ServiceManager)
#include "tst_ServiceManager.moc"
