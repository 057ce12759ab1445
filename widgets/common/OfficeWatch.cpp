// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/OfficeWatch.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Takes the value of a result; the error of the first that failed is kept.
template <typename T>
void take(T &into, Result<T> result, std::optional<Error> &error)
{
    if (result)
        into = *std::move(result);
    else if (!error)
        error = std::move(result.error());
}

} // namespace

Result<OfficeFigures> OfficeFigures::read(Office &office, const QString &account, bool mayApprove)
{
    std::optional<Error> error;
    OfficeFigures figures;
    figures.at = office.clock.now();
    take(figures.mail, outboxState(office.database), error);
    take(figures.overdueSince, oldestOverdue(office.database, figures.at), error);
    take(figures.erasure, ErasureReports(office.database).lastFinished(), error);
    if (mayApprove)
        take(figures.waitingForMe, office.notices.countWaiting(account), error);
    take(figures.waitingForAll, office.notices.countWaiting(), error);
    take(figures.heldNotices, shirase::heldNotices(office.database), error);
    QList<Facility> first;
    take(first, office.facilities.list(0, 1), error);
    figures.hasFacilities = !first.isEmpty();
    if (error)
        return std::unexpected(*std::move(error));
    return figures;
}

OfficeWatch::OfficeWatch(Worker &watcher, QObject *parent)
    : QObject(parent)
    , m_watcher(watcher)
{
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &OfficeWatch::look);
}

void OfficeWatch::start(const Session &session)
{
    m_account = session.account().name;
    m_mayApprove = session.has(Role::Approval);
    m_timer.start();
    refresh();
}

void OfficeWatch::stop()
{
    m_timer.stop();
    m_account.clear();
    m_reading.clear();
    m_again = false;
    ++m_session;
}

void OfficeWatch::refresh()
{
    m_again = m_reading;
    look();
}

void OfficeWatch::look()
{
    // A database that answers slowly is not asked faster than it answers.
    if (m_account.isEmpty() || m_reading)
        return;
    m_reading = m_watcher.run<OfficeFigures>(
        this,
        [account = m_account, mayApprove = m_mayApprove](Office &office, const Job::Report &) {
            return OfficeFigures::read(office, account, mayApprove);
        },
        [this, session = m_session](const Result<OfficeFigures> &figures) {
            if (session != m_session)
                return; // somebody else is logged in by now
            m_reading.clear();
            if (figures)
                Q_EMIT read(*figures);
            else
                Q_EMIT failed(figures.error());
            if (std::exchange(m_again, false))
                look();
        });
}

} // namespace shirase
