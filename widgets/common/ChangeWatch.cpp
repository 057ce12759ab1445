// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ChangeWatch.h"

namespace shirase {

ChangeWatch::ChangeWatch(Worker &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::look);
}

void ChangeWatch::start()
{
    m_timer.start();
    look();
}

void ChangeWatch::look()
{
    if (m_looking)
        return; // the reader is busy, or the database does not answer
    m_looking = m_reader.run<Seen>(
        this,
        [](Office &office, const Job::Report &) -> Result<Seen> {
            Result<ChangeCounts> counts = ChangeCounts::read(office.database);
            if (!counts)
                return passOn(counts);
            return Seen{*std::move(counts), office.settings.fileTime()};
        },
        [this](const Result<Seen> &seen) {
            if (seen && !m_looking->isCancelled())
                tell(*seen);
            m_looking.clear();
        });
}

void ChangeWatch::tell(const Seen &seen)
{
    const Seen before = std::exchange(m_seen, seen);
    Subjects subjects = seen.counts.since(before.counts);
    if (seen.settingsFile != before.settingsFile)
        subjects.insert(Subject::Settings);
    if (!subjects.isEmpty())
        Q_EMIT changed(subjects);
}

} // namespace shirase
