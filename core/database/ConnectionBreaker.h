// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <mutex>
#include <set>

namespace shirase {

/// Ends waiting for a database server that does not answer, so that a thread can end while it hangs. Thread-safe; it
/// outlives the connections that were opened with it (Database::open).
class ConnectionBreaker
{
    Q_DISABLE_COPY_MOVE(ConnectionBreaker)
public:
    ConnectionBreaker() = default;

    /// Breaks all connections off, for good: what waits for their server fails with Unavailable, and so does every try to
    /// connect anew. What had not been committed by then is not.
    void breakOff();
    [[nodiscard]] bool isBroken() const;

    /// A connection's socket, for as long as it is open. False, and not taken, once everything is broken off.
    [[nodiscard]] bool add(int socket);
    void remove(int socket);

private:
    mutable std::mutex m_mutex;
    std::set<int> m_sockets;
    bool m_broken = false;
};

} // namespace shirase
