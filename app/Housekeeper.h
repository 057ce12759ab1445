// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"

#include <QThread>

namespace shirase {

/// Keeps the promise to erase: at start and after each Japanese midnight, in a thread of its own. It also takes the
/// day's index secret from the server once no token of that day is valid any more, and counts that day for the dashboard.
class Housekeeper final : public QThread
{
    Q_OBJECT
public:
    Housekeeper(DataFolder folder, const Clock &clock, QObject *parent = nullptr);
    ~Housekeeper() override;

Q_SIGNALS:
    /// Why nothing could be erased; empty when all is well again.
    void problemChanged(const QString &problem);

protected:
    void run() override;

private:
    [[nodiscard]] Result<> keepHouse();

    DataFolder m_folder;
    const Clock &m_clock;
};

} // namespace shirase
