// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"

namespace shirase {

/// A right that one process at a time holds, kept in the database: to deliver mail, to approve a notice. It
/// lapses by itself when its holder dies, by the clock that all share who take turns (sharedNow).
class Lease
{
public:
    /// @param name what the right is for, such as "sender"
    Lease(Database &database, QString name, const Clock &clock);
    /// Gives the lease back.
    ~Lease();
    Q_DISABLE_COPY_MOVE(Lease)

    /// Takes the lease, or renews it, for that many seconds. False while somebody else holds it.
    [[nodiscard]] Result<bool> take(qint64 seconds);
    /// Lets others have it at once. Should this fail, it lapses by itself.
    [[nodiscard]] Result<> giveBack();

private:
    Database &m_database;
    QString m_name;
    QString m_holder;
    const Clock &m_clock;
    bool m_held = false;
};

} // namespace shirase
