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

template <typename T>
void ServerStatus::set(T &member, const T &value)
{
    if (member == value)
        return;
    member = value;
    Q_EMIT changed();
}

void ServerStatus::setWarning(const QString &problem)
{
    set(m_problem, problem);
}

void ServerStatus::setRelayProblem(const QString &problem)
{
    set(m_relayProblem, problem);
}

void ServerStatus::setHeld(const QString &held)
{
    set(m_held, held);
}

void ServerStatus::setCertificateEnd(std::optional<qint64> end)
{
    set(m_certificateEnd, end);
}

void ServerStatus::setErasureProblem(const QString &problem)
{
    set(m_erasureProblem, problem);
}

void ServerStatus::setSettingsProblem(const QString &problem)
{
    set(m_settingsProblem, problem);
}

void ServerStatus::setStorageProblem(const QString &problem)
{
    set(m_storageProblem, problem);
}

void ServerStatus::setDiskProblem(const QString &problem)
{
    set(m_diskProblem, problem);
}

} // namespace shirase
