// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/database/ConnectionBreaker.h"
#include "core/foundation/Clock.h"
#include "server/http/TlsFiles.h"

#include <QThread>

#include <functional>
#include <future>
#include <optional>

namespace shirase {

struct WebServices;
class ServerKey;
template <typename Object>
class Remote;

/// Runs the web server in a thread of its own, and what it asks of the database in another, with its own connection.
class WebHost final : public QThread
{
    Q_OBJECT
public:
    /// @param breaker ends waiting for a database that hangs; outlives this
    WebHost(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent = nullptr);
    /// Stops: answers what is under way, then closes.
    ~WebHost() override;

    /// Starts the thread and waits until the server listens. @param listen "127.0.0.1:8080", port 0 picks one; empty
    /// for the setting web.listen. Returns where it answers: "http://127.0.0.1:8080".
    [[nodiscard]] Result<QString> open(const QString &listen);
    /// Reads changed settings and a renewed certificate at once; both are looked for every second anyhow.
    void reload();

Q_SIGNALS:
    /// Why a renewed certificate is not in use; empty when all is well again. The server goes on meanwhile.
    void problemChanged(const QString &problem);
    /// The server has begun to use a certificate. @param until its end: seconds since the epoch, UTC. Emitted in the
    /// web thread.
    void certificateTaken(qint64 until);
    /// Each second, from the web's thread, while its event loop turns.
    void alive();
    /// What reload() asked for is in force.
    void reloaded();

protected:
    void run() override;

private:
    [[nodiscard]] Result<> serve();
    [[nodiscard]] Result<> serve(Remote<WebServices> services, Settings &settings, const ServerKey &key);
    /// @param then when they have been taken over, or could not be read; may be empty
    static void askForSettings(Remote<WebServices> services, std::function<void(const Settings &)> takeOver,
                               std::function<void()> then);
    void renew(http::TlsFiles &tls);

    /// Asks the web's thread, which answers with reloaded().
    Q_SIGNAL void reloadRequested();

    DataFolder m_folder;
    const Clock &m_clock;
    ConnectionBreaker &m_breaker;
    QString m_listen;
    std::promise<Result<QString>> m_opened;
};

} // namespace shirase
