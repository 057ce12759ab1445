// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/ConnectionBreaker.h"

#include <QTest>

#include <array>
#include <sys/socket.h>
#include <unistd.h>

using namespace shirase;
using namespace std::chrono_literals;

namespace {

/// A connection whose server says nothing.
class SilentConnection
{
public:
    SilentConnection()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()) != 0)
            qFatal("There is no socket.");
    }
    ~SilentConnection()
    {
        for (const int end : m_ends)
            ::close(end);
    }
    Q_DISABLE_COPY_MOVE(SilentConnection)

    [[nodiscard]] int socket() const { return m_ends[0]; }
    [[nodiscard]] bool isEnded() const
    {
        char byte = 0;
        return ::recv(socket(), &byte, 1, MSG_DONTWAIT) == 0;
    }
    /// Until it is ended.
    void wait() const
    {
        char byte = 0;
        QCOMPARE(::recv(socket(), &byte, 1, 0), 0);
    }

private:
    std::array<int, 2> m_ends{};
};

} // namespace

class tst_ConnectionBreaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsIsLetGo()
    {
        const SilentConnection connection;
        ConnectionBreaker breaker;
        QVERIFY(breaker.add(connection.socket()));
        breaker.breakOffAfter(1ms);
        connection.wait();
        QVERIFY(breaker.isBroken());
    }

    void whatIsRemovedIsLeftAlone()
    {
        const SilentConnection connection;
        ConnectionBreaker breaker;
        QVERIFY(breaker.add(connection.socket()));
        breaker.remove(connection.socket());
        breaker.breakOff();
        QVERIFY(!connection.isEnded());
    }

    // libpq closes a socket that broke; its number is the next connection's before the first one is removed.
    void aNumberThatHasGoneToAnotherStaysKnown()
    {
        const SilentConnection connection;
        ConnectionBreaker breaker;
        QVERIFY(breaker.add(connection.socket()));
        QVERIFY(breaker.add(connection.socket()));
        breaker.remove(connection.socket());
        breaker.breakOff();
        QVERIFY(connection.isEnded());
    }

    void nothingIsTakenAfterwards()
    {
        const SilentConnection connection;
        ConnectionBreaker breaker;
        breaker.breakOff();
        QVERIFY(!breaker.add(connection.socket()));
    }
};

QTEST_APPLESS_MAIN(tst_ConnectionBreaker)
#include "tst_ConnectionBreaker.moc"
