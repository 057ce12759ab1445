// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "widgets/common/Worker.h"

#include <QTimer>

#include <optional>

namespace shirase {

/// Reads again and again how far a notice that is being sent has come. A database that does not answer holds nobody up, and
/// is asked again until it does.
class ProgressWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds every{500};

    /// @param watcher reads; outlives the watch
    explicit ProgressWatch(Worker &watcher, QObject *parent = nullptr);

    /// Follows this notice from now on, and no other.
    void follow(NoticeId id);
    void stop();

Q_SIGNALS:
    void read(const shirase::NoticeProgress &progress);
    /// Once, until it can be read again.
    void failed(const shirase::Error &error);
    /// What had failed so can be read again.
    void recovered(const shirase::Error &error);

private:
    void look();
    void tell(const Result<NoticeProgress> &progress);

    Worker &m_watcher;
    QTimer m_timer;
    QPointer<Job> m_reading;
    NoticeId m_notice = 0;
    int m_generation = 0; ///< what was asked before the last stop is not listened to
    std::optional<Error> m_error;
};

} // namespace shirase
