// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace shirase {

/// What the window shows of the web server, the mail sender and the housekeeper, which it never sees: the program feeds this,
/// in the window's thread.
class ServerStatus : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Starting,
        Running, ///< visitors can register
        Stopped, ///< they cannot; problem() says why
    };

    using QObject::QObject;

    [[nodiscard]] State state() const { return m_state; }
    /// Where the server answers, "http://127.0.0.1:8080"; empty unless it runs.
    [[nodiscard]] const QString &url() const { return m_url; }
    /// One sentence for people; empty while all is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// Why no mail leaves (Sender::relayProblem); empty while all is well.
    [[nodiscard]] const QString &relayProblem() const { return m_relayProblem; }
    /// What has stopped by itself and waits for staff, a sentence on each line; empty if nothing has.
    [[nodiscard]] const QString &held() const { return m_held; }

    /// Until when the web server's certificate is valid: seconds since the epoch, UTC. Nothing where it speaks plain
    /// HTTP, as behind a proxy.
    [[nodiscard]] std::optional<qint64> certificateEnd() const { return m_certificateEnd; }
    /// Why nothing can be erased; empty while all is well.
    [[nodiscard]] const QString &erasureProblem() const { return m_erasureProblem; }
    /// Why the settings file is not taken over as it is; empty while all is well.
    [[nodiscard]] const QString &settingsProblem() const { return m_settingsProblem; }
    /// Why nothing can be stored, so that visitors are told to send again; empty while all is well.
    [[nodiscard]] const QString &storageProblem() const { return m_storageProblem; }
    /// That the disk is nearly full; empty while it is not.
    [[nodiscard]] const QString &diskProblem() const { return m_diskProblem; }

    void setStarting();
    void setRunning(const QString &url);
    void setStopped(const QString &problem);
    /// The server goes on, and something wants attention; empty takes it back.
    void setWarning(const QString &problem);
    void setRelayProblem(const QString &problem);
    void setHeld(const QString &held);
    void setCertificateEnd(std::optional<qint64> end);
    void setErasureProblem(const QString &problem);
    void setSettingsProblem(const QString &problem);
    void setStorageProblem(const QString &problem);
    void setDiskProblem(const QString &problem);

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value);

    State m_state = State::Starting;
    QString m_url;
    QString m_problem;
    QString m_relayProblem;
    QString m_held;
    std::optional<qint64> m_certificateEnd;
    QString m_erasureProblem;
    QString m_settingsProblem;
    QString m_storageProblem;
    QString m_diskProblem;
};

} // namespace shirase
