// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/ProgressWatch.h"

#include <utility>

namespace shirase {

ProgressWatch::ProgressWatch(Worker &watcher, QObject *parent)
    : QObject(parent)
    , m_watcher(watcher)
{
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &ProgressWatch::look);
}

void ProgressWatch::follow(NoticeId id)
{
    if (m_timer.isActive() && id == m_notice)
        return;
    stop();
    m_notice = id;
    m_timer.start();
}

void ProgressWatch::stop()
{
    m_timer.stop();
    m_reading.clear();
    m_error.reset();
    ++m_generation;
}

void ProgressWatch::look()
{
    if (m_reading)
        return; // a database that answers slowly is not asked faster than it answers
    m_reading = m_watcher.run<NoticeProgress>(
        this, [id = m_notice](Office &office, const Job::Report &) { return office.notices.progress(id); },
        [this, generation = m_generation](const Result<NoticeProgress> &progress) {
            if (generation != m_generation)
                return;
            m_reading.clear();
            tell(progress);
        });
}

void ProgressWatch::tell(const Result<NoticeProgress> &progress)
{
    if (!progress) {
        if (!std::exchange(m_error, progress.error()))
            Q_EMIT failed(progress.error());
        return;
    }
    if (const std::optional<Error> error = std::exchange(m_error, std::nullopt))
        Q_EMIT recovered(*error);
    Q_EMIT read(*progress);
}

} // namespace shirase
