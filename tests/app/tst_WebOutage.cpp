// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"
#include "app/WebHost.h"
#include "tests/server/http/RawClient.h"
#include "tests/support/FixedClock.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

#include "app/Connection.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The web server with a PostgreSQL that goes away and comes back (REQUIREMENTS D4, DESIGN: an outage never blocks the
/// event loop).
class tst_WebOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void whileTheDatabaseStandsStillPagesAnswer();
    void whileTheDatabaseStandsStillAVisitorIsToldInTimeAndLosesNothing();
    void servesAgainSoonAfter_data();
    void servesAgainSoonAfter();
    void visitorsWhoLeaveMeanwhileDoNoHarm();
    void endsWhileTheDatabaseStandsStill();

private:
    struct Site
    {
        std::unique_ptr<WebHost> host;
        quint16 port = 0;
    };

    void open();
    [[nodiscard]] RawClient::Answer get(const QByteArray &path) const;
    [[nodiscard]] QByteArray postOf(const QByteArray &token, const QByteArray &email) const;
    [[nodiscard]] RawClient::Answer ask(const QByteArray &request) const;
    [[nodiscard]] QByteArray scan() const;
    [[nodiscard]] qint64 visits();

    /// In milliseconds: the time-out, and what a busy machine needs on top.
    static constexpr int inTime = 3000 + 2000;

    std::unique_ptr<PostgresServer> m_server;
    QTemporaryDir m_folder;
    const SystemClock m_clock;
    QByteArray m_code;
    ConnectionBreaker m_breaker;
    Site m_site;
};

void tst_WebOutage::initTestCase()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    m_server = std::make_unique<PostgresServer>();
    SetUpRequest request;
    request.administrator = u"admin"_s;
    request.password = SecretBytes(QByteArrayView("unlock 42 blue herons"));
    request.cost = PasswordCost::minimal();
    request.addresses = {.database = m_server->make(u"shirase"_s), .vault = m_server->make(u"vault"_s)};
    const DataFolder data(m_folder.filePath(u"data"_s));
    must(setUp(data, request, m_clock));
    const auto connection = must(Connection::open(data, m_clock));
    m_code = must(connection->registration.add(TestOffice::details(u"札幌テスト食堂"_s), FacilitySource::Staff, false, u"ja"_s))
                 .code.text()
                 .toLatin1();
    open();
}

void tst_WebOutage::open()
{
    m_site.host = std::make_unique<WebHost>(DataFolder(m_folder.filePath(u"data"_s)), m_clock, m_breaker);
    m_site.port = quint16(QUrl(must(m_site.host->open(u"127.0.0.1:0"_s))).port());
}

void tst_WebOutage::cleanupTestCase()
{
    m_site.host.reset();
    m_server.reset();
}

void tst_WebOutage::cleanup()
{
    m_server->resume(); // whatever a test left behind
}

RawClient::Answer tst_WebOutage::ask(const QByteArray &request) const
{
    RawClient client(m_site.port);
    client.send(request);
    return client.firstAnswer();
}

RawClient::Answer tst_WebOutage::get(const QByteArray &path) const
{
    return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
}

QByteArray tst_WebOutage::postOf(const QByteArray &token, const QByteArray &email) const
{
    const QByteArray body = "token=" + token + "&email=" + email + "&agree=1";
    return "POST /f/" + m_code +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray tst_WebOutage::scan() const
{
    const QByteArray page = get("/f/" + m_code).body;
    const qsizetype at = page.indexOf("value=\"", page.indexOf("name=\"token\"")) + 7;
    return page.sliced(at, page.indexOf('"', at) - at);
}

qint64 tst_WebOutage::visits()
{
    const auto connection = must(Connection::open(DataFolder(m_folder.filePath(u"data"_s)), m_clock));
    Rows rows = must(connection->database->run(u"SELECT count(*) FROM visit"_s));
    return rows.next() ? rows.number(0) : -1;
}

void tst_WebOutage::whileTheDatabaseStandsStillPagesAnswer()
{
    const QByteArray token = scan();
    m_server->pause();
    RawClient visitor(m_site.port);
    visitor.send(postOf(token, "taro@example.jp")); // hangs in the database
    QElapsedTimer timer;
    timer.start();
    for (const char *path : {"/", "/faq", "/terms", "/privacy", "/facilities/new", "/facilities/manage"})
        QCOMPARE(get(path).status, 200);
    QVERIFY2(visitor.received().isEmpty(), "The database did not hang.");
    QVERIFY2(timer.elapsed() < inTime, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(get("/healthz").status, 503);
    QCOMPARE(get("/metrics").status, 200);
    QCOMPARE(visitor.firstAnswer().status, 503);
}

void tst_WebOutage::whileTheDatabaseStandsStillAVisitorIsToldInTimeAndLosesNothing()
{
    const QByteArray token = scan();
    m_server->pause();
    QElapsedTimer timer;
    timer.start();
    const RawClient::Answer answer = ask(postOf(token, "hanako@example.jp"));
    QCOMPARE(answer.status, 503);
    QVERIFY2(timer.elapsed() < inTime, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(answer.head.contains("Retry-After"));
    QVERIFY(answer.body.contains("hanako@example.jp"));
    QVERIFY(answer.body.contains(token));
    // Who scans now gets the form: the visit counts from the scan (REQUIREMENTS V1).
    const QByteArray later = scan();
    QVERIFY(!later.isEmpty());
    timer.restart();
    QCOMPARE(ask(postOf(later, "jiro@example.jp")).status, 503);
    QVERIFY2(timer.elapsed() < 1000, "It is known by now that the database hangs.");
    m_server->resume();
    QTRY_COMPARE(ask(postOf(token, "hanako@example.jp")).status, 303);
    QCOMPARE(ask(postOf(later, "jiro@example.jp")).status, 303);
}

void tst_WebOutage::servesAgainSoonAfter_data()
{
    QTest::addColumn<bool>("standsStill");
    QTest::addColumn<bool>("crashes");
    QTest::newRow("standing still") << true << false;
    QTest::newRow("a shutdown") << false << false;
    QTest::newRow("a crash") << false << true;
}

void tst_WebOutage::servesAgainSoonAfter()
{
    QFETCH(bool, standsStill);
    QFETCH(bool, crashes);
    const qint64 before = visits();
    const QByteArray token = scan();
    if (standsStill)
        m_server->pause();
    else
        crashes ? m_server->crash() : m_server->halt();
    const QByteArray email = QByteArray(QTest::currentDataTag()).replace(' ', '-') + "@example.jp";
    QCOMPARE(ask(postOf(token, email)).status, 503);
    standsStill ? m_server->resume() : m_server->startAgain();
    QElapsedTimer timer;
    timer.start();
    while (ask(postOf(token, email)).status != 303)
        QVERIFY2(timer.elapsed() < 5000, "It does not serve again within 5 s.");
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(visits(), before + 1); // repeating is harmless
}

void tst_WebOutage::visitorsWhoLeaveMeanwhileDoNoHarm()
{
    const QByteArray token = scan();
    const QByteArray another = scan(); // one scan is for five people at most
    m_server->pause();
    std::vector<std::unique_ptr<RawClient>> visitors;
    for (int i = 0; i < 40; ++i) {
        auto &visitor = visitors.emplace_back(std::make_unique<RawClient>(m_site.port));
        visitor->send(i % 2 == 0 ? postOf(token, "visitor" + QByteArray::number(i) + "@example.jp")
                                 : "GET /f/" + m_code + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }
    QCOMPARE(get("/faq").status, 200); // all of them were heard by now
    for (int i = 0; i < 40; i += 2)
        visitors[size_t(i)]->leave();
    m_server->resume();
    for (int i = 1; i < 40; i += 2)
        QCOMPARE(visitors[size_t(i)]->firstAnswer().status, 200);
    QCOMPARE(ask(postOf(another, "stays@example.jp")).status, 303);
}

// The last one: what is broken off stays so.
void tst_WebOutage::endsWhileTheDatabaseStandsStill()
{
    const QByteArray token = scan();
    m_server->pause();
    QCOMPARE(ask(postOf(token, "taro@example.jp")).status, 503);
    m_breaker.breakOffAfter(std::chrono::milliseconds(100));
    QElapsedTimer timer;
    timer.start();
    m_site.host.reset();
    QVERIFY2(timer.elapsed() < inTime, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(tst_WebOutage)
#include "tst_WebOutage.moc"
