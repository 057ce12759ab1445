// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Rehearsal.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<> rehearseCommit(Database &database, const QString &who, qint64 now)
{
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> written = writeForItsSake(database, who, now); !written)
        return written;
    return transaction->commit();
}

Result<> writeForItsSake(Database &database, const QString &who, qint64 now)
{
    // In the table of things that lapse by themselves.
    const Result<Rows> written =
        database.run(u"INSERT INTO lease (name, holder, until_at) VALUES (?, ?, ?) "
                     "ON CONFLICT (name) DO UPDATE SET until_at = excluded.until_at"_s,
                     {u"rehearsal "_s + who, who, now});
    if (!written)
        return passOn(written);
    return {};
}

} // namespace shirase
