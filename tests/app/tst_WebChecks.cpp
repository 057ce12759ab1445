// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WebChecks.h"

#include "app/SetUp.h"
#include "app/WebHost.h"
#include "tests/support/TestOffice.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

#include <thread>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

Settings settingsWith(const QString &key, const QString &value)
{
    const QTemporaryDir nowhere;
    return must(Settings::load(nowhere.filePath(u"shirase.conf"_s))).with({{.key = key, .value = value}});
}

Result<QString> ask(const QString &url, const std::function<bool()> &isCancelled = {})
{
    return webChecks::publicUrl(settingsWith(u"web.public_url"_s, url), QDateTime::currentSecsSinceEpoch(), isCancelled);
}

/// Answers one request with something, in a thread of its own: the check has an event loop only for itself.
class Stranger
{
    Q_DISABLE_COPY_MOVE(Stranger)
public:
    explicit Stranger(const QByteArray &answer)
        : m_thread([this, answer] { serve(answer); })
    {
        while (m_port == 0)
            std::this_thread::yield();
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_port.load()); }

private:
    void serve(const QByteArray &answer)
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("nothing can listen");
        m_port = server.serverPort();
        if (!server.waitForNewConnection(20'000))
            return;
        const std::unique_ptr<QTcpSocket> visitor(server.nextPendingConnection());
        visitor->waitForReadyRead(20'000);
        visitor->write(answer);
        visitor->waitForBytesWritten(20'000);
        visitor->disconnectFromHost();
        if (visitor->state() != QAbstractSocket::UnconnectedState)
            visitor->waitForDisconnected(20'000);
    }

    std::atomic<quint16> m_port = 0;
    std::jthread m_thread;
};

} // namespace

class tst_WebChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhetherAPortIsFree()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
        VERIFY_FAILS(webChecks::listening(address), ErrorCode::Conflict);
        other.close();
        QVERIFY(must(webChecks::listening(address)).contains(address.section(u':', 1)));
        VERIFY_FAILS(webChecks::listening(u"8080"_s), ErrorCode::Invalid);
        VERIFY_FAILS(webChecks::listening(u"192.0.2.1:8080"_s), ErrorCode::Unavailable); // nobody's (RFC 5737)
    }

    void findsThisShiraseAtItsPublicAddress()
    {
        const QTemporaryDir place;
        const SystemClock clock;
        const DataFolder folder(place.filePath(u"data"_s));
        QVERIFY(initialiseCryptography());
        must(setUp(
            folder,
            {.administrator = u"admin"_s, .password = secret("long-enough"), .cost = PasswordCost::minimal()},
            clock));
        ConnectionBreaker breaker;
        WebHost web(folder, clock, breaker);
        const QString url = must(web.open(u"127.0.0.1:0"_s));
        QVERIFY2(must(ask(url)).contains(url), qPrintable(url));
    }

    void knowsAStrangerWhereItFindsOne()
    {
        const Stranger page("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        const Result<QString> found = ask(page.url());
        VERIFY_FAILS(found, ErrorCode::Unavailable);
        QVERIFY2(found.error().message.contains(u"not Shirase"_s), qPrintable(found.error().message));

        const Stranger full("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        const Result<QString> busy = ask(full.url());
        VERIFY_FAILS(busy, ErrorCode::Unavailable);
        QVERIFY2(busy.error().message.contains(u"cannot be stored"_s), qPrintable(busy.error().message));
    }

    void saysThatNothingAnswers()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        const Result<QString> found = ask(url);
        VERIFY_FAILS(found, ErrorCode::Unavailable);
        QVERIFY2(found.error().message.contains(u"Nothing answers"_s), qPrintable(found.error().message));
    }

    void endsEarlyWhenNobodyWaits()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QElapsedTimer time;
        time.start();
        VERIFY_FAILS(ask(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()), [] { return true; }), ErrorCode::Unavailable);
        QVERIFY2(time.elapsed() < 9'000, "it waited to the end"); // of ten seconds
    }

    void saysThatThereIsNoCertificate()
    {
        QVERIFY(must(webChecks::certificate(settingsWith(u"web.listen"_s, u"127.0.0.1:1"_s), 0)).contains(u"plain HTTP"_s));
        QVERIFY(!webChecks::certificate(settingsWith(u"web.tls_certificate"_s, u"/nowhere.pem"_s), 0));
    }
};

QTEST_GUILESS_MAIN(tst_WebChecks)
#include "tst_WebChecks.moc"
