// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/LogInGuard.h"

#include "core/foundation/JapaneseTime.h"
#include "core/staff/AccountStore.h"
#include "core/vault/Digest.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rememberedSeconds = 24 * 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(LogInGuard)
};

QByteArray hashOf(const QString &name)
{
    return digest({AccountStore::normalized(name).toUtf8()});
}

qint64 pauseAfter(int tries)
{
    if (tries < LogInGuard::freeTries)
        return 0;
    return std::min(LogInGuard::firstPause << std::min(tries - LogInGuard::freeTries, 20), LogInGuard::longestPause);
}

Result<> done(const Result<Rows> &rows)
{
    if (!rows)
        return passOn(rows);
    return {};
}

} // namespace

QString LogInGuard::sentence(qint64 now, qint64 until)
{
    const int seconds = int(until - now);
    const QString duration = seconds < 60 ? Tr::tr("%n seconds", nullptr, seconds)
                                          : Tr::tr("%n minutes", nullptr, (seconds + 59) / 60);
    const QString time = QLocale().toString(japan::dateTimeOf(until).time(), u"HH:mm:ss"_s);
    return Tr::tr("After too many wrong tries, logging in with this name takes a pause of %1, until %2. Please wait, "
                  "or ask an administrator to end the pause.")
        .arg(duration, time);
}

Result<LogInGuard::Tries> LogInGuard::triesOf(const QString &name)
{
    Result<Rows> rows =
        m_database.run(u"SELECT tries, locked_until FROM login_try WHERE name_hash = ? AND place = ?"_s,
                       {hashOf(name), m_place.id});
    if (!rows)
        return passOn(rows);
    return rows->next() ? Tries{int(rows->number(0)), rows->number(1)} : Tries();
}

Result<> LogInGuard::put(const QString &name, const Tries &tries)
{
    return done(m_database.run(
        u"INSERT INTO login_try (name_hash, place, tries, locked_until, tried_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (name_hash, place) DO UPDATE SET tries = excluded.tries, "
        "locked_until = excluded.locked_until, tried_at = excluded.tried_at"_s,
        {hashOf(name), m_place.id, tries.count, tries.lockedUntil, m_clock.now()}));
}

Result<> LogInGuard::begin(const QString &name)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const qint64 now = m_clock.now();
    Result<Tries> tries = triesOf(name);
    if (!tries)
        return passOn(tries);
    if (isLocked(now, tries->lockedUntil))
        return fail(ErrorCode::Refused, sentence(now, tries->lockedUntil));
    ++tries->count;
    const qint64 pause = pauseAfter(tries->count);
    tries->lockedUntil = pause > 0 ? now + pause : 0;
    if (const Result<> kept = put(name, *tries); !kept)
        return kept;
    // Whatever names somebody makes up, the table stays small.
    const Result<Rows> cleared =
        m_database.run(u"DELETE FROM login_try WHERE tried_at < ?"_s, {now - rememberedSeconds});
    if (!cleared)
        return passOn(cleared);
    return transaction->commit();
}

Result<qint64> LogInGuard::pauseOf(const QString &name)
{
    const Result<Tries> tries = triesOf(name);
    if (!tries)
        return passOn(tries);
    return std::max<qint64>(0, tries->lockedUntil - m_clock.now());
}

Result<> LogInGuard::takeBack(const QString &name)
{
    return done(m_database.run(u"UPDATE login_try SET tries = tries - 1, locked_until = 0 "
                               "WHERE name_hash = ? AND place = ? AND tries > 0"_s,
                               {hashOf(name), m_place.id}));
}

Result<> LogInGuard::forgetHere(const QString &name)
{
    return done(m_database.run(u"DELETE FROM login_try WHERE name_hash = ? AND place = ?"_s,
                               {hashOf(name), m_place.id}));
}

Result<> LogInGuard::forgetEverywhere(const QString &name)
{
    return done(m_database.run(u"DELETE FROM login_try WHERE name_hash = ?"_s, {hashOf(name)}));
}

Result<QHash<QString, qint64>> LogInGuard::lockedUntil(const QStringList &names)
{
    const qint64 now = m_clock.now();
    QHash<QByteArray, qint64> pauses;
    {
        Result<Rows> rows =
            m_database.run(u"SELECT name_hash, locked_until FROM login_try WHERE locked_until > ?"_s, {now});
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            if (isLocked(now, rows->number(1)))
                pauses.insert(rows->bytes(0), std::max(pauses.value(rows->bytes(0)), rows->number(1)));
        }
    }
    QHash<QString, qint64> locked;
    for (const QString &name : names) {
        if (const auto pause = pauses.constFind(hashOf(name)); pause != pauses.constEnd())
            locked.insert(name, *pause);
    }
    return locked;
}

} // namespace shirase
