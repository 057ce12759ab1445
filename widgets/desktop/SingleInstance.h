// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QLocalServer>
#include <QLockFile>

namespace shirase {

/// One window for a person and a data folder: a second start brings the first one's window forward, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// @param dataFolder need not exist yet @param runtimeFolder where lock and socket lie; the person's own
    SingleInstance(const QString &dataFolder, const QString &runtimeFolder);

    /// True if this is the first; it has the folder until this object goes. False if there is another one, which has
    /// been asked to come forward. Fails with Unavailable if there is another one that does not answer.
    [[nodiscard]] Result<bool> claim();

Q_SIGNALS:
    /// Somebody has started the program again.
    void startedAgain();

private:
    [[nodiscard]] Result<> askOther();
    void welcome();

    QString m_dataFolder;
    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace shirase
