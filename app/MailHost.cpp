// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailHost.h"

#include "app/MailRunner.h"

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MailHost::MailHost(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent)
    : QThread(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_breaker(breaker)
{
    setObjectName(u"mail"_s);
}

MailHost::~MailHost()
{
    m_stop = true;
    {
        const std::lock_guard lock(m_runnerMutex);
        if (m_runner)
            m_runner->wake();
    }
    wait();
}

void MailHost::run()
{
    while (!m_stop) {
        const auto connection = Connection::open(m_folder, m_clock, &m_breaker);
        if (!connection) {
            say(connection.error().message);
            QThread::msleep(200);
            continue;
        }
        MailRunner runner(**connection);
        {
            const std::lock_guard lock(m_runnerMutex);
            m_runner = &runner;
        }
        while (!m_stop) {
            // New mail is found by looking: a turn is short, and an empty look costs one index probe.
            const Result<> turned = runner.turn(300ms);
            say(turned ? runner.problem() : turned.error().message);
            sayHeld(runner.held());
            if (!turned)
                QThread::msleep(200);
        }
        {
            const std::lock_guard lock(m_runnerMutex);
            m_runner = nullptr;
        }
        runner.finish(5s);
    }
}

void MailHost::say(const QString &problem)
{
    if (problem == m_said)
        return;
    m_said = problem;
    Q_EMIT problemChanged(problem);
}

void MailHost::sayHeld(const QString &held)
{
    if (held == m_saidHeld)
        return;
    m_saidHeld = held;
    Q_EMIT heldChanged(held);
}

} // namespace shirase
