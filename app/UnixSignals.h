// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace shirase {

/// Turns SIGTERM and SIGINT into a Qt signal, so that the program ends in good order, and SIGHUP into another. One
/// object per program.
class UnixSignals final : public QObject
{
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endRequested();
    void reloadRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace shirase
