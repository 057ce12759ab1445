// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupsUnderWay.h"

#include "core/visits/VisitLock.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

Result<> lock(Database &database, const QString &function)
{
    if (database.dialect() == Dialect::Sqlite)
        return {};
    const Result<Rows> locked = database.run(VisitLock::ofSignups().takenBy(function));
    if (!locked)
        return passOn(locked);
    return {};
}

} // namespace

Result<> SignupsUnderWay::join(Database &database)
{
    Q_ASSERT(database.inTransaction());
    return lock(database, u"pg_advisory_xact_lock_shared"_s);
}

Result<> SignupsUnderWay::await(Database &database)
{
    Q_ASSERT(!database.inTransaction()); // else the lock would stay
    return lock(database, u"pg_advisory_xact_lock"_s);
}

} // namespace shirase
