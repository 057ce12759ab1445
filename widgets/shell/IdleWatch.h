// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPoint>
#include <QTimer>

#include <chrono>

namespace shirase {

/// Tells when nobody has used keyboard, mouse, pen or touch screen in this program for a while (REQUIREMENTS S7). It
/// sees every event before its receiver does, in every event loop: no dialog, menu or progress keeps it from telling.
/// What the program does by itself is no use, nor is a key that something lies on.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    /// @param clock the machine's: time that it slept through counts
    explicit IdleWatch(const Clock &clock, QObject *parent = nullptr);

    /// Begins to watch, as if somebody had just used the program.
    void start();
    void stop();
    void setLimit(std::chrono::milliseconds limit);
    [[nodiscard]] std::chrono::milliseconds limit() const { return m_limit; }

Q_SIGNALS:
    /// Nobody has used the program for as long as the limit. The watch has stopped.
    void idle();

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    void noteUse();
    [[nodiscard]] bool isOver();
    void tell();

    const Clock &m_clock;
    std::chrono::milliseconds m_limit{std::chrono::minutes(10)};
    QElapsedTimer m_unused;     ///< stands while the machine sleeps
    qint64 m_lastUse = 0;       ///< seconds since the epoch, UTC
    QPoint m_pointer;           ///< where it was: what appears under it moves nothing
    QTimer m_look;
};

} // namespace shirase
