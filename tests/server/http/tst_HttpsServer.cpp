// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "Requests.h"
#include "ServerUnderTest.h"
#include "TestAuthority.h"

#include "server/http/TlsFiles.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace shirase;
using namespace shirase::http;
using namespace requests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Speaks TLS as a browser does: checks the certificate and its name.
class TlsClient
{
public:
    TlsClient(quint16 port, const QList<QSslCertificate> &authorities,
              QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(authorities);
        configuration.setProtocol(protocol);
        socket.setSslConfiguration(configuration);
        socket.setPeerVerifyName(u"a.example"_s);
        QObject::connect(&socket, &QSslSocket::readyRead, [this] { received += socket.readAll(); });
        socket.connectToHostEncrypted(u"127.0.0.1"_s, port, u"a.example"_s);
    }

    QSslSocket socket;
    QByteArray received;
};

} // namespace

/// The web server with TLS of its own: what the tests of HttpServer show holds behind the handshake too.
class tst_HttpsServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_authority = std::make_unique<TestAuthority>();
        m_authority->issue(u"one"_s);
        m_authority->issue(u"two"_s);
        m_one = configurationOf(u"one"_s);
        m_two = configurationOf(u"two"_s);
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_current = m_one;
    }

    void aRequestIsAnsweredAndSaysToStayWithTls()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        client.socket.write(get("/a"));
        QTRY_VERIFY(client.received.endsWith("/a||"));
        QVERIFY(client.received.contains("\r\nStrict-Transport-Security: max-age="));
        QVERIFY(web.requests.front().secure);
        QCOMPARE(web.requests.front().client, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(client.socket.sessionProtocol() >= QSsl::TlsV1_2);
        QCOMPARE(web.counters().handshakesFailed, 0U);
        client.socket.write(get("/b"));
        QTRY_VERIFY(client.received.endsWith("/b||"));
    }

    void refusalsSayToStayWithTlsToo()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        client.socket.write("nonsense\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 400"));
        QVERIFY(client.received.contains("\r\nStrict-Transport-Security: max-age="));
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
    }

    void theLimitsHoldBehindTheHandshake()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        client.socket.write("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 100000000\r\n\r\n");
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 413"));
        TlsClient smuggler(web.port, m_authority->authorities());
        smuggler.socket.write(
            "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx");
        QTRY_VERIFY(smuggler.received.startsWith("HTTP/1.1 400"));
        QVERIFY(web.requests.empty());
    }

    void aBodyMayComeInPieces()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        client.socket.write("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 60000\r\n\r\n");
        for (int piece = 0; piece < 6; ++piece) {
            client.socket.write(QByteArray(10'000, 'b'));
            client.socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.received.startsWith("HTTP/1.1 200"));
        QCOMPARE(web.requests.front().body.size(), 60'000);
        QCOMPARE(web.counters().misread, 0U);
    }

    void aPipelineLongerThanTheBufferIsServedInOrder()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        constexpr int requests = 200;
        QByteArray pipeline;
        for (int i = 0; i < requests; ++i)
            pipeline += "POST /" + QByteArray::number(i) +
                        " HTTP/1.1\r\nHost: a.example\r\nContent-Length: 2000\r\n\r\n" +
                        QByteArray(2000, 'x');
        client.socket.write(pipeline);
        QTRY_COMPARE_WITH_TIMEOUT(web.requests.size(), std::size_t(requests), 20'000);
        QTRY_COMPARE(client.received.count("HTTP/1.1 200 OK"), requests);
        for (int i = 0; i < requests; ++i)
            QCOMPARE(web.requests[std::size_t(i)].path, '/' + QByteArray::number(i));
        QCOMPARE(web.counters().misread, 0U);
    }

    // A record of TLS each, so that there is always one to decrypt while an answer goes out.
    void noRequestIsHandledWithinTheAnswerToAnother()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        QTRY_VERIFY(client.socket.isEncrypted());
        constexpr int requests = 300;
        for (int i = 0; i < requests; ++i) {
            client.socket.write(get('/' + QByteArray::number(i)));
            client.socket.flush();
        }
        QTRY_COMPARE_WITH_TIMEOUT(client.received.count("HTTP/1.1 200 OK"), requests, 20'000);
        QCOMPARE(web.deepest, 1);
        QCOMPARE(web.counters().misread, 0U);
    }

    void aLongAnswerArrivesWhole()
    {
        ServerUnderTest web(options());
        TlsClient client(web.port, m_authority->authorities());
        client.socket.write(get("/big") + get("/after"));
        QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("/after||"), 20'000);
        QVERIFY(client.received.contains("\r\n\r\n" + QByteArray(8 * 1024 * 1024, 'x') + "HTTP/1.1 200"));
    }

    void whoDoesNotReadGetsNoSecondAnswer()
    {
        HttpOptions limited = options();
        limited.sendTimeout = 100ms;
        ServerUnderTest web(limited);
        TlsClient client(web.port, m_authority->authorities());
        QTRY_VERIFY(client.socket.isEncrypted());
        client.socket.setReadBufferSize(1);
        client.socket.disconnect(SIGNAL(readyRead()));
        client.socket.write(get("/big").repeated(10)); // the system's buffers hold one or two of the answers
        QTRY_COMPARE(web.counters().slowReaders, 1U);
        QVERIFY(web.requests.size() < 5);
    }

    void whoAsksAheadFillsNoMemory()
    {
        ServerUnderTest web(options());
        TlsClient hasty(web.port, m_authority->authorities());
        hasty.socket.write(get("/late") + get("/next").repeated(1'000'000)); // 39 MB; the system's buffers hold 10
        QTRY_COMPARE(web.kept.size(), 1U);
        TlsClient other(web.port, m_authority->authorities());
        for (int answers = 1; answers <= 10; ++answers) { // meanwhile the server has read what it wants
            other.socket.write(get("/"));
            QTRY_COMPARE(other.received.count("HTTP/1.1 200 OK"), answers);
        }
        QCOMPARE_GT(hasty.socket.encryptedBytesToWrite(), 16 * 1024 * 1024);
        QCOMPARE(web.requests.size(), 11U);
    }

    void aRenewedCertificateIsShownToTheNextVisitor()
    {
        ServerUnderTest web(options());
        TlsClient before(web.port, m_authority->authorities());
        QTRY_VERIFY(before.socket.isEncrypted());
        QCOMPARE(nameOf(before), u"one"_s);
        m_current = m_two;
        TlsClient after(web.port, m_authority->authorities());
        QTRY_VERIFY(after.socket.isEncrypted());
        QCOMPARE(nameOf(after), u"two"_s);
        before.socket.write(get("/still"));
        QTRY_VERIFY(before.received.endsWith("/still||"));
    }

    void oldProtocolsAreRefused()
    {
        ServerUnderTest web(options());
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        TlsClient client(web.port, m_authority->authorities(), QSsl::TlsV1_1);
        QT_WARNING_POP
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!client.socket.isEncrypted());
        QVERIFY(web.requests.empty());
    }

    void aPlainRequestGetsNoPage()
    {
        ServerUnderTest web(options());
        RawClient client(web.port);
        client.send(get("/"));
        QTRY_VERIFY(client.isClosed());
        QVERIFY(!client.received().contains("HTTP/"));
        QCOMPARE(web.counters().handshakesFailed, 1U);
        QVERIFY(web.requests.empty());
    }

    void aSilentVisitorIsCutOff()
    {
        HttpOptions impatient = options();
        impatient.handshakeTimeout = 50ms;
        ServerUnderTest web(impatient);
        RawClient client(web.port);
        QTRY_COMPARE(web.server->connectionCount(), 1);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(web.server->connectionCount(), 0);
        QCOMPARE(web.counters().handshakesFailed, 1U);
    }

    void handshakesCountForTheCaps()
    {
        HttpOptions few = options();
        few.maxConnections = 2;
        ServerUnderTest web(few);
        RawClient first(web.port);
        QTRY_COMPARE(web.server->connectionCount(), 1);
        RawClient second(web.port);
        QTRY_COMPARE(web.server->connectionCount(), 2);
        RawClient third(web.port);
        QTRY_VERIFY(first.isClosed()); // who has waited longest with his handshake gives way
        QCOMPARE(web.server->connectionCount(), 2);
        QCOMPARE(web.counters().gaveWay, 1U);
    }

    void closingDoesNotWaitForAHandshake()
    {
        ServerUnderTest web(options());
        RawClient silent(web.port);
        QTRY_COMPARE(web.server->connectionCount(), 1);
        QSignalSpy closed(web.server.get(), &HttpServer::closed);
        web.server->close();
        QTRY_COMPARE(closed.count(), 1);
    }

private:
    [[nodiscard]] QSslConfiguration configurationOf(const QString &name) const
    {
        const auto files =
            TlsFiles::load(m_authority->path(name + u".pem"_s), m_authority->path(name + u".key"_s),
                           QDateTime::currentSecsSinceEpoch() + 60);
        if (!files)
            qFatal("%s", qPrintable(files.error().message));
        return files->configuration();
    }
    [[nodiscard]] HttpOptions options()
    {
        HttpOptions options;
        options.tls = [this] { return m_current; };
        return options;
    }
    [[nodiscard]] static QString nameOf(const TlsClient &client)
    {
        return client.socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    }

    std::unique_ptr<TestAuthority> m_authority;
    QSslConfiguration m_one;
    QSslConfiguration m_two;
    QSslConfiguration m_current;
};

QTEST_GUILESS_MAIN(tst_HttpsServer)
#include "tst_HttpsServer.moc"
