// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace shirase {

/// Tells systemd how the service stands (sd_notify(3)): ready, reloading, stopping, and that it is alive. Where no
/// service manager listens, every call does nothing. For the main thread.
class ServiceManager final : public QObject
{
    Q_OBJECT
public:
    explicit ServiceManager(QObject *parent = nullptr);

    [[nodiscard]] bool listens() const;

    void ready(const QString &status);
    void reloading();
    void stopping();

public Q_SLOTS:
    /// To be called while all is well, as often as one likes: the watchdog is fed at half of WatchdogSec=.
    void alive();

private:
    qint64 m_pause = 0; ///< milliseconds between two meals of the watchdog; 0 without one
    QElapsedTimer m_sinceFed;
};

} // namespace shirase
