// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/ConnectionBreaker.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace shirase {

namespace {

// Only shut, not closed: the number stays its owner's, who finds the connection ended.
void shut(int socket)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

ConnectionBreaker::~ConnectionBreaker()
{
    if (!m_later.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_gone = true;
    }
    m_over.notify_all();
    m_later.join();
}

void ConnectionBreaker::breakOff()
{
    const std::lock_guard lock(m_mutex);
    m_broken = true;
    for (const int socket : m_sockets)
        shut(socket);
}

void ConnectionBreaker::breakOffAfter(std::chrono::milliseconds time)
{
    Q_ASSERT(!m_later.joinable());
    m_later = std::thread([this, time] {
        std::unique_lock lock(m_mutex);
        const bool gone = m_over.wait_for(lock, time, [this] { return m_gone; });
        lock.unlock();
        if (!gone)
            breakOff();
    });
}

bool ConnectionBreaker::isBroken() const
{
    const std::lock_guard lock(m_mutex);
    return m_broken;
}

bool ConnectionBreaker::add(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (!m_broken)
        m_sockets.insert(socket);
    return !m_broken;
}

void ConnectionBreaker::remove(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_sockets.find(socket); found != m_sockets.end())
        m_sockets.erase(found);
}

} // namespace shirase
