// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ServerStatus.h"

namespace shirase {

void ServerStatus::setStarting()
{
    m_state = State::Starting;
    m_url.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void ServerStatus::setRunning(const QString &url)
{
    m_state = State::Running;
    m_url = url;
    m_problem.clear();
    Q_EMIT changed();
}

void ServerStatus::setStopped(const QString &problem)
{
    m_state = State::Stopped;
    m_url.clear();
    m_problem = problem;
    Q_EMIT changed();
}

void ServerStatus::setWarning(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void ServerStatus::setRelayProblem(const QString &problem)
{
    if (m_relayProblem == problem)
        return;
    m_relayProblem = problem;
    Q_EMIT changed();
}

void ServerStatus::setStorageProblem(const QString &problem)
{
    if (m_storageProblem == problem)
        return;
    m_storageProblem = problem;
    Q_EMIT changed();
}

void ServerStatus::setHeld(const QString &held)
{
    if (m_held == held)
        return;
    m_held = held;
    Q_EMIT changed();
}

} // namespace shirase
