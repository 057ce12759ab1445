// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/database/ConnectionBreaker.h"
#include "core/database/DatabaseThread.h"
#include "core/foundation/Clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace shirase {

/// Sees whether anything can be stored before a visitor does: every 5 s it commits something for the committing's sake, in
/// a thread of its own with a connection of its own, so that nothing else that waits for the database holds it up. It says
/// within 15 s what is wrong, also where the database does not answer at all.
///
/// For the one thread that made it, which needs an event loop.
class StorageWatch final : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        std::chrono::milliseconds interval{5000}; ///< between two looks
        std::chrono::milliseconds forLocks{3000}; ///< as long as a visitor is kept waiting (app/WebHost)
        std::chrono::milliseconds forAnswer{6000}; ///< longer, so that a database which can say what is wrong is heard
    };

    /// Begins to watch.
    /// @param breaker ends waiting for a database that hangs; outlives this
    StorageWatch(const DataFolder &folder, const Clock &clock, ConnectionBreaker &breaker)
        : StorageWatch(folder, clock, breaker, Pace())
    {}
    StorageWatch(const DataFolder &folder, const Clock &clock, ConnectionBreaker &breaker, const Pace &pace);
    ~StorageWatch() override;

Q_SIGNALS:
    /// Why registrations cannot be stored at the moment: a full disk, a file that cannot be written, a database that is
    /// locked or away; a sentence for people, empty when all is well again.
    void problemChanged(const QString &problem);

private:
    class Rehearsal;

    void look();
    void say(const QString &problem);

    DatabaseThread m_thread;
    Remote<Rehearsal> m_rehearsal;
    QTimer m_timer;
    bool m_looking = false;
    QString m_said;
};

} // namespace shirase
