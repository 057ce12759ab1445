// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace shirase {

/// Looks every minute whether the disk of a folder has room, in the thread of its event loop.
class DiskWatch final : public QObject
{
    Q_OBJECT
public:
    explicit DiskWatch(QString folder, QObject *parent = nullptr);

    /// Looks now.
    void look();

Q_SIGNALS:
    /// That the disk is nearly full, a sentence for people; empty when there is room again.
    void problemChanged(const QString &problem);

private:
    QString m_folder;
    QString m_said;
    QTimer m_timer;
};

} // namespace shirase
