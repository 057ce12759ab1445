// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/ChangeCounts.h"
#include "widgets/common/Worker.h"

#include <QDateTime>
#include <QTimer>

namespace shirase {

/// Notices within two seconds what other windows, servers and commands have done (REQUIREMENTS D4). It looks over the
/// reader: a database that does not answer holds nobody up, and is asked again until it does.
class ChangeWatch : public QObject
{
    Q_OBJECT
public:
    /// @param reader outlives the watch
    explicit ChangeWatch(Worker &reader, QObject *parent = nullptr);

    /// Looks now, and every second. What was not seen before counts as changed.
    void start();

Q_SIGNALS:
    void changed(const shirase::Subjects &subjects);

private:
    struct Seen
    {
        ChangeCounts counts;
        QDateTime settingsFile; ///< some settings are kept in a file, which counts nothing
    };

    void look();
    void tell(const Seen &seen);

    Worker &m_reader;
    QPointer<Job> m_looking;
    Seen m_seen; ///< at the last look
    QTimer m_timer;
};

} // namespace shirase
