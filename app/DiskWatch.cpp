// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DiskWatch.h"

#include "app/Checkup.h"

namespace shirase {

using namespace std::chrono_literals;

DiskWatch::DiskWatch(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::look);
    m_timer.start(1min);
}

void DiskWatch::look()
{
    const Finding disk = checkup::diskSpace(m_folder);
    const QString problem = disk.good ? QString() : disk.sentence;
    if (problem == std::exchange(m_said, problem))
        return;
    Q_EMIT problemChanged(problem);
}

} // namespace shirase
