// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Lease.h"

#include "core/database/SharedClock.h"

#include <QUuid>

#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// By so much a clock may be set back while somebody holds a lease. What lasts beyond was taken by a clock that was wrong and
// has been set right since: nobody would hold the right until that time has come.
constexpr qint64 mostAhead = 10 * 60;

} // namespace

Lease::Lease(Database &database, QString name, const Clock &clock)
    : m_database(database)
    , m_name(std::move(name))
    , m_holder(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_clock(clock)
{}

Lease::~Lease()
{
    std::ignore = giveBack();
}

Result<> Lease::giveBack()
{
    if (!std::exchange(m_held, false))
        return {};
    const Result<Rows> given = m_database.run(u"DELETE FROM lease WHERE name = ? AND holder = ?"_s, {m_name, m_holder});
    return given ? Result<>() : passOn(given);
}

Result<bool> Lease::take(qint64 seconds)
{
    const Result<qint64> now = sharedNow(m_database, m_clock);
    if (!now)
        return passOn(now);
    const Result<Rows> taken = m_database.run(
        u"INSERT INTO lease (name, holder, until_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
        "SET holder = excluded.holder, until_at = excluded.until_at "
        "WHERE lease.holder = excluded.holder OR lease.until_at <= ? OR lease.until_at > ?"_s,
        {m_name, m_holder, *now + seconds, *now, *now + seconds + mostAhead});
    if (!taken)
        return passOn(taken);
    m_held = taken->changed() > 0;
    return m_held;
}

} // namespace shirase
