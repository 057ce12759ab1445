// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/database/ConnectionBreaker.h"
#include "core/foundation/Clock.h"

#include <QThread>

#include <atomic>
#include <mutex>

namespace shirase {

class MailRunner;

/// Runs a MailRunner in a thread of its own.
class MailHost final : public QThread
{
    Q_OBJECT
public:
    /// @param breaker ends waiting for a database that hangs; outlives this
    MailHost(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent = nullptr);
    /// Stops: brings home what is under way, for at most 5 s.
    ~MailHost() override;

Q_SIGNALS:
    /// Why nothing leaves; empty when all is well again. Emitted in the mail thread.
    void problemChanged(const QString &problem);
    /// What has stopped by itself and waits for staff; empty if nothing has. Emitted in the mail thread.
    void heldChanged(const QString &held);

protected:
    void run() override;

private:
    void say(const QString &problem);
    void sayHeld(const QString &held);

    DataFolder m_folder;
    const Clock &m_clock;
    ConnectionBreaker &m_breaker;
    std::atomic<bool> m_stop = false;
    std::mutex m_runnerMutex;
    MailRunner *m_runner = nullptr;
    QString m_said;
    QString m_saidHeld;
};

} // namespace shirase
