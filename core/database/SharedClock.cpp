// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/SharedClock.h"

#include "core/database/Answers.h"

#include <cstdlib>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 looksEvery = 60; // seconds
constexpr qint64 negligible = 1;  // what two clocks differ by that are both right, as whole seconds show it

} // namespace

Result<qint64> sharedNow(Database &database, const Clock &own)
{
    if (database.dialect() == Dialect::Sqlite)
        return own.now();
    // Not now(), which stands still in a transaction.
    return numberFrom(database, u"SELECT CAST(extract(epoch FROM clock_timestamp()) AS bigint)"_s);
}

bool SharedClock::mayHaveChanged(qint64 own) const
{
    return !m_lookedAt || own < *m_lookedAt || own >= *m_lookedAt + looksEvery;
}

qint64 SharedClock::now() const
{
    const qint64 own = m_own.now();
    if (mayHaveChanged(own)) {
        m_lookedAt = own;
        if (const Result<qint64> shared = sharedNow(m_database, m_own))
            m_ahead = std::abs(*shared - own) > negligible ? *shared - own : 0;
    }
    return own + m_ahead;
}

} // namespace shirase
