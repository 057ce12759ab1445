// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "Requests.h"
#include "ServerUnderTest.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <vector>

using namespace shirase::http;
using namespace requests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Answers that come late, twice, never, in a row, or when somebody has gone: each request gets its own, once and in its turn.
class tst_HttpAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pipelinedRequestsAreAnsweredInOrder();
    void aBadRequestInAPipelineIsReachedInItsTurn();
    void aPipelineLongerThanTheBufferIsServed();
    void aVisitorMayLeaveBeforeTheAnswer();
    void anAnswerTwiceGoesOutOnce();
    void aDroppedAnswerBecomes503();
    void aLateAnswerAfterTheServerIsGoneGoesNowhere();
    void closingFinishesWhatIsUnderWay();
    void closingDoesNotWaitForIdleConnections();
    void theServerMayGoRightAfterItsVisitors();
};

void tst_HttpAnswers::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s)); // as in tst_HttpServer
}

void tst_HttpAnswers::pipelinedRequestsAreAnsweredInOrder()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(get("/late?first") + post("/second", "body") + get("/third"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    QCOMPARE(web.requests.size(), std::size_t(1)); // the others wait for their turn
    web.answerKept(0, "first");
    QTRY_COMPARE(client.answers().size(), 3);
    QCOMPARE(client.answers()[0].body, "first");
    QCOMPARE(client.answers()[1].body, "/second||body");
    QCOMPARE(client.answers()[2].body, "/third||");
    QVERIFY(client.isConnected());
    QCOMPARE(web.counters().misread, 0U);
}

void tst_HttpAnswers::aBadRequestInAPipelineIsReachedInItsTurn()
{
    ServerUnderTest web({.lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send(get("/1") + get("/late") + "GET / HTTP/1.1\r\nHost : x\r\n\r\n" + get("/4"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.answerKept(0, "two");
    QTRY_VERIFY(client.isClosed() && client.answers().size() == 3);
    QCOMPARE(client.answers()[0].body, "/1||");
    QCOMPARE(client.answers()[1].body, "two");
    QCOMPARE(client.answers()[2].status, 400);
    QCOMPARE(web.requests.size(), std::size_t(2));
}

void tst_HttpAnswers::aPipelineLongerThanTheBufferIsServed()
{
    ServerUnderTest web;
    RawClient client(web.port);
    constexpr int count = 40;
    QByteArray pipeline = get("/late");
    for (int i = 1; i < count; ++i)
        pipeline += post("/" + QByteArray::number(i), QByteArray(20'000, 'x'));
    client.send(pipeline);
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    QTRY_COMPARE(client.unsent(), 0); // it is in the system's buffers, and ours is full
    web.answerKept(0, "go");
    QTRY_COMPARE(client.answers().size(), count);
    for (int i = 1; i < count; ++i)
        QVERIFY(client.answers()[i].body.startsWith("/" + QByteArray::number(i) + "||x"));
}

void tst_HttpAnswers::aVisitorMayLeaveBeforeTheAnswer()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(get("/late"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    client.leave();
    QTRY_COMPARE(web.server->connectionCount(), 0);
    QCOMPARE(web.counters().abandoned, 1U);
    web.answerKept(0, "too late");
    RawClient other(web.port);
    other.send(get("/"));
    QCOMPARE(other.firstAnswer().status, 200);
}

void tst_HttpAnswers::anAnswerTwiceGoesOutOnce()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(get("/twice") + get("/late"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.answerKept(0, "once");
    web.answerKept(0, "twice");
    client.send(get("/end"));
    QTRY_COMPARE(client.answers().size(), 3);
    QCOMPARE(client.answers()[1].body, "once");
    QCOMPARE(client.answers()[2].body, "/end||");
}

void tst_HttpAnswers::aDroppedAnswerBecomes503()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(get("/drop") + get("/late"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.kept.clear();
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(client.answers()[0].status, 503);
    QVERIFY(client.answers()[0].head.contains("\r\nRetry-After: "));
    QCOMPARE(client.answers()[1].status, 503);
    QVERIFY(isHardened(client.answers()[1]));
    QCOMPARE(web.counters().unanswered, 2U);
}

void tst_HttpAnswers::aLateAnswerAfterTheServerIsGoneGoesNowhere()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(get("/late"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.server.reset();
    web.answerKept(0, "nobody");
    web.kept.clear();
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().isEmpty());
}

void tst_HttpAnswers::closingFinishesWhatIsUnderWay()
{
    ServerUnderTest web;
    QSignalSpy closed(web.server.get(), &HttpServer::closed);
    RawClient client(web.port);
    client.send(get("/late") + get("/not-any-more"));
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.server->close();
    RawClient newcomer(web.port);
    QTRY_VERIFY(newcomer.isClosed());
    QCOMPARE(closed.count(), 0);
    web.answerKept(0, "last");
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QCOMPARE(client.answers().first().body, "last");
    QVERIFY(client.answers().first().has("Connection: close"));
}

void tst_HttpAnswers::closingDoesNotWaitForIdleConnections()
{
    ServerUnderTest web;
    QSignalSpy closed(web.server.get(), &HttpServer::closed);
    RawClient idle(web.port);
    idle.send(get("/"));
    QCOMPARE(idle.firstAnswer().status, 200);
    web.server->close();
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(idle.isClosed());

    ServerUnderTest empty;
    QSignalSpy emptyClosed(empty.server.get(), &HttpServer::closed);
    empty.server->close();
    QTRY_COMPARE(emptyClosed.count(), 1);
}

void tst_HttpAnswers::theServerMayGoRightAfterItsVisitors()
{
    for (int time = 0; time < 20; ++time) {
        ServerUnderTest web;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(web.port));
            clients.back()->send(get("/"));
        }
        for (const auto &client : clients)
            QTRY_COMPARE(client->answers().size(), 1);
        for (const auto &client : clients)
            client->leave();
        while (web.server->connectionCount() > 0)
            QCoreApplication::processEvents(); // which leaves the sockets to be deleted later
        web.server.reset();
    }
}

QTEST_GUILESS_MAIN(tst_HttpAnswers)
#include "tst_HttpAnswers.moc"
