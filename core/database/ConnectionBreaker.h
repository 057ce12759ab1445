// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace shirase {

/// Ends waiting for a database server that does not answer, so that a thread can end while it hangs. Thread-safe; it
/// outlives the connections that were opened with it (Database::open).
class ConnectionBreaker
{
    Q_DISABLE_COPY_MOVE(ConnectionBreaker)
public:
    ConnectionBreaker() = default;
    ~ConnectionBreaker();

    /// Breaks all connections off, for good: what waits for their server fails with Unavailable, and so does every try to
    /// connect anew. What had not been committed by then is not.
    void breakOff();
    /// The same after some time, unless the breaker goes before: a program that ends gives its threads that long.
    void breakOffAfter(std::chrono::milliseconds time);
    [[nodiscard]] bool isBroken() const;

    /// A connection's socket, for as long as it is open. False, and not taken, once everything is broken off.
    [[nodiscard]] bool add(int socket);
    void remove(int socket);

private:
    mutable std::mutex m_mutex;
    /// A number twice, as long as two name it: libpq closes a socket that broke, and another connection may be given its
    /// number before the first one is removed.
    std::multiset<int> m_sockets;
    bool m_broken = false;
    std::condition_variable m_over;
    bool m_gone = false;
    std::thread m_later;
};

} // namespace shirase
