// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/ClockGuard.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ClockGuard)
};

QString shown(qint64 at)
{
    return japan::dateTimeOf(at).toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace

QString ClockGuard::Doubt::sentence() const
{
    const QString sentence =
        isBehind() ? Tr::tr("This computer's clock shows %1, but it was %2 already. Nothing is erased until the clock "
                            "is right: please correct it, or confirm that it is right now.")
                   : Tr::tr("This computer's clock shows %1, and Shirase was last at work at %2. Nothing is erased "
                            "until somebody has confirmed the clock: please check that it is right.");
    return sentence.arg(shown(now), shown(seen));
}

Result<std::optional<ClockGuard::Doubt>> ClockGuard::look()
{
    const qint64 now = m_clock.now();
    {
        Result<Rows> rows = m_vault.run(u"SELECT at FROM clock_seen"_s);
        if (!rows)
            return passOn(rows);
        if (rows->next()) {
            const qint64 seen = rows->number(0);
            if (now < seen - mostBehind || now > seen + mostAhead)
                return Doubt{now, seen};
            if (now <= seen)
                return std::nullopt;
        }
    }
    if (const Result<> noted = note(now); !noted)
        return passOn(noted);
    return std::nullopt;
}

Result<> ClockGuard::confirm(const QString &account)
{
    const qint64 now = m_clock.now();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    // First on record: whatever it leads to has somebody who answers for it.
    const QString day = japan::dayOf(now).toString(Qt::ISODate);
    if (const Result<> added = m_audit.add(account, u"clock.confirm"_s, day); !added)
        return added;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    return note(now);
}

Result<> ClockGuard::note(qint64 now)
{
    const Result<Rows> noted = m_vault.run(u"INSERT INTO clock_seen (one, at) VALUES (1, ?) "
                                           "ON CONFLICT (one) DO UPDATE SET at = excluded.at"_s,
                                           {now});
    if (!noted)
        return passOn(noted);
    return {};
}

} // namespace shirase
