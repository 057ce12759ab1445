// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupDesk.h"

#include "core/foundation/JapaneseTime.h"
#include "core/visits/Tombstones.h"

#include <QElapsedTimer>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Trying each by itself would not help, and would block the event loop once for each.
bool concernsEverybody(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::StorageFull || code == ErrorCode::Unavailable;
}

} // namespace

struct SignupDesk::Turn
{
    std::map<int, Sealer> sealers; ///< by day
    OutboxWriter::Batch letters;
    SignupLimits::Attempt limits;
};

const QString SignupDesk::confirmationLetter = u"confirmation"_s;

SignupDesk::SignupDesk(Stores stores, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_limits(stores.settings)
{
    // Fires when the loop has handled every socket that was ready: all their requests share one transaction.
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SignupDesk::commitTurn);
}

void SignupDesk::submit(Signup signup, Answer answer)
{
    m_pending.push_back({std::move(signup), std::move(answer), {}});
    m_turn.start();
}

void SignupDesk::commitTurn()
{
    std::vector<Pending> turn = std::exchange(m_pending, {});
    std::vector<Pending *> all;
    for (Pending &pending : turn)
        all.push_back(&pending);

    const Result<> stored = store(all);
    const bool oneMayBeBad = !stored && all.size() > 1 && !concernsEverybody(stored.error().code);
    for (Pending *pending : all) {
        // One bad row never fails its batch: each by itself finds it.
        const Result<> alone = oneMayBeBad ? store({pending}) : stored;
        if (!alone)
            pending->result = passOn(alone);
    }
    for (Pending &pending : turn)
        pending.answer(std::move(pending.result));
}

Result<> SignupDesk::store(const std::vector<Pending *> &pending)
{
    QElapsedTimer timer;
    timer.start();
    const Result<> stored = storeTogether(pending);
    ++m_counts.commits;
    m_counts.commitSeconds += double(timer.nsecsElapsed()) * 1e-9;
    if (stored)
        m_counts.registrations += quint64(std::ranges::count_if(pending, &Pending::fresh));
    return stored;
}

Result<> SignupDesk::storeTogether(const std::vector<Pending *> &pending)
{
    m_stores.dayKeys.dropPast(m_stores.clock.now());
    // The days' keys are committed to the vault before the first visit that needs them (DESIGN, Keys).
    for (const Pending *one : pending) {
        if (const auto seal = m_stores.dayKeys.seal(japan::dayOf(one->signup.token.scannedAt)); !seal)
            return passOn(seal);
    }
    Result<Transaction> transaction = Transaction::begin(m_stores.database, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    Turn turn{{}, m_stores.outbox.batch(), {m_limits, m_stores.clock.now()}};
    for (Pending *one : pending) {
        if (const Result<> stored = storeOne(*one, turn); !stored)
            return stored;
    }
    // What changes nothing costs the disk what a new visit does: else the time would tell who is registered.
    const bool nothingNew = std::ranges::none_of(pending, &Pending::fresh);
    if (const Result<> written = nothingNew ? writeAnyway() : Result<>(); !written)
        return written;
    const Result<> committed = transaction->commit();
    if (committed)
        turn.limits.keep();
    return committed;
}

Result<> SignupDesk::storeOne(Pending &pending, Turn &turn)
{
    const Signup &signup = pending.signup;
    const QDate day = japan::dayOf(signup.token.scannedAt);
    const Result<const DaySeal *> seal = m_stores.dayKeys.seal(day);
    if (!seal)
        return passOn(seal);
    const VisitKey key{day, signup.token.facility, signup.token.scannedAt,
                       (*seal)->who(signup.token.facility, signup.address.canonical())};
    pending.fresh = false;
    pending.result = VisitToken{key, signup.language, signup.address.masked()};

    const Result<bool> erased = wasErased(key);
    if (!erased)
        return passOn(erased);
    if (*erased)
        return {};
    // An answer to this one, and no reason for its batch to fail.
    if (!turn.limits.mayShare(signup.token, key.who)) {
        ++m_counts.sharedScans;
        pending.result = fail(ErrorCode::Refused, u"Too many people have registered with this scan."_s);
        return {};
    }
    auto sealer = turn.sealers.find(japan::toNumber(day));
    if (sealer == turn.sealers.end())
        sealer = turn.sealers.emplace(japan::toNumber(day), (*seal)->sealer()).first;
    const Result<bool> fresh = m_stores.visits.insert(
        {key, signup.language, sealer->second.seal(signup.address.display().toUtf8())});
    if (!fresh)
        return passOn(fresh);
    pending.fresh = *fresh;
    if (!*fresh)
        return {};
    if (!turn.limits.mayMail(signup.address)) {
        ++m_counts.mailsLeftOut;
        return {};
    }
    return turn.letters.put({.kind = confirmationLetter,
                             .recipient = signup.address.display(),
                             .language = signup.language,
                             .content = {}});
}

Result<> SignupDesk::rehearse()
{
    const qint64 now = m_stores.clock.now();
    if (const auto seal = m_stores.dayKeys.seal(japan::dayOf(now)); !seal)
        return passOn(seal);
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> written = writeAnyway(); !written)
        return written;
    return transaction->commit();
}

Result<> SignupDesk::writeAnyway()
{
    // In the table of things that lapse by themselves.
    const Result<Rows> written =
        m_stores.database.run(u"INSERT INTO lease (name, holder, until_at) VALUES ('rehearsal', 'web', ?) "
                              "ON CONFLICT (name) DO UPDATE SET until_at = excluded.until_at"_s,
                              {m_stores.clock.now()});
    return written ? Result<>() : passOn(written);
}

Result<bool> SignupDesk::wasErased(const VisitKey &key)
{
    return Tombstones(m_stores.vault).contains(key);
}

Result<> SignupDesk::erase(const VisitKey &visit)
{
    // The tombstone first: should the power fail between the two, repeating the erasure completes it, and the scan
    // cannot come back.
    if (const Result<> marked = Tombstones(m_stores.vault).add({visit}); !marked)
        return marked;
    if (const Result<bool> removed = m_stores.visits.remove(visit); !removed)
        return passOn(removed);
    return {};
}

} // namespace shirase
