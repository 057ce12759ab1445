// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/notices/Notice.h"
#include "core/vault/SealedBox.h"

namespace shirase {

/// Brings the addresses that wait in the queue of notices over to a new queue key. The old one died with its server; but
/// whoever waits was there, and the office key opens the visits. One object per connection.
class QueueReseal
{
public:
    struct Counts
    {
        int sealed = 0; ///< recipients who wait again, as they did
        int gone = 0;   ///< whose visits have been erased, or whose days cannot be opened any more: they are not told
    };

    /// @param office the opener of the current office key @param queuePublicKey of the new server
    QueueReseal(Database &database, Database &vault, const Opener &office, const QByteArray &queuePublicKey)
        : m_database(database)
        , m_vault(vault)
        , m_office(office)
        , m_sealer(queuePublicKey)
    {}

    /// Every notice that is not over, inside the caller's transaction.
    [[nodiscard]] Result<Counts> run();

private:
    [[nodiscard]] Result<QList<NoticeId>> notices();
    [[nodiscard]] Result<> reseal(NoticeId notice);
    [[nodiscard]] Result<> write(qint64 recipient, const QByteArray *content);

    Database &m_database;
    Database &m_vault;
    const Opener &m_office;
    Sealer m_sealer;
    Counts m_counts;
};

} // namespace shirase
