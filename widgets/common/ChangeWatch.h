// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/ChangeCounts.h"
#include "core/mail/Outbox.h"
#include "widgets/common/Worker.h"

#include <QTimer>

namespace shirase {

/// Notices within two seconds what other windows, servers and commands have done (REQUIREMENTS D4). It looks over the
/// reader: a database that does not answer holds nobody up.
class ChangeWatch : public QObject
{
    Q_OBJECT
public:
    explicit ChangeWatch(Worker &reader, QObject *parent = nullptr);

    /// Looks now, and every second. What was not seen before counts as changed.
    void start();

Q_SIGNALS:
    void changed(const shirase::Subjects &subjects);
    /// How the single mails stand, at each look.
    void mailSeen(const shirase::OutboxState &state);
    /// The database could not be read; the next look tries again.
    void failed(const shirase::Error &error);

private:
    struct Seen
    {
        ChangeCounts counts;
        OutboxState mail;
    };

    void look();
    void tell(const Result<Seen> &seen);

    Worker &m_reader;
    QPointer<Job> m_looking;
    ChangeCounts m_counts; ///< of the last look
    QTimer m_timer;
};

} // namespace shirase
