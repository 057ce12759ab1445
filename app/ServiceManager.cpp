// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceManager.h"

#include <systemd/sd-daemon.h>

#include <ctime>
#include <tuple>

namespace shirase {

namespace {

// sd_notify keeps a state per line, so a line break must not come in by a text.
QByteArray oneLine(const QString &text)
{
    return text.simplified().toUtf8();
}

qint64 monotonicMicroseconds()
{
    timespec now = {};
    std::ignore = clock_gettime(CLOCK_MONOTONIC, &now); // it always exists
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

ServiceManager::ServiceManager(QObject *parent)
    : QObject(parent)
{
    uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) > 0)
        m_pause = qint64(microseconds / 2000);
}

bool ServiceManager::listens() const
{
    return qEnvironmentVariableIsSet("NOTIFY_SOCKET");
}

void ServiceManager::ready(const QString &status)
{
    sd_notify(0, QByteArray("READY=1\nSTATUS=" + oneLine(status)).constData());
}

void ServiceManager::reloading()
{
    sd_notify(0, QByteArray("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(monotonicMicroseconds())).constData());
}

void ServiceManager::stopping()
{
    sd_notify(0, "STOPPING=1");
}

void ServiceManager::alive()
{
    if (m_pause == 0 || (m_sinceFed.isValid() && m_sinceFed.elapsed() < m_pause))
        return;
    m_sinceFed.start();
    sd_notify(0, "WATCHDOG=1");
}

} // namespace shirase
