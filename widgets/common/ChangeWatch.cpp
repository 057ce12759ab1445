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
            const Result<ChangeCounts> counts = ChangeCounts::read(office.database);
            if (!counts)
                return passOn(counts);
            const Result<OutboxState> mail = outboxState(office.database);
            if (!mail)
                return passOn(mail);
            return Seen{*counts, *mail};
        },
        [this](const Result<Seen> &seen) {
            if (!m_looking->isCancelled())
                tell(seen);
            m_looking.clear();
        });
}

void ChangeWatch::tell(const Result<Seen> &seen)
{
    if (!seen) {
        Q_EMIT failed(seen.error());
        return;
    }
    Q_EMIT mailSeen(seen->mail);
    const Subjects subjects = seen->counts.since(std::exchange(m_counts, seen->counts));
    if (!subjects.isEmpty())
        Q_EMIT changed(subjects);
}

} // namespace shirase
