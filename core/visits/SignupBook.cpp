// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupBook.h"

#include "core/database/Rehearsal.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/SignupsUnderWay.h"
#include "core/visits/Tombstones.h"

#include <QElapsedTimer>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString rehearser = u"web"_s;

// Trying each by itself would not help, and would take as long once for each.
bool concernsEverybody(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::StorageFull || code == ErrorCode::Unavailable;
}

} // namespace

struct SignupBook::Turn
{
    SignupLimits::Attempt limits;
    std::vector<Pending *> wanted; ///< those whose visits are to be inserted
    std::vector<Visit> visits;     ///< these, in the same order
};

const QString SignupBook::confirmationLetter = u"confirmation"_s;

SignupBook::SignupBook(Stores stores)
    : m_stores(stores)
    , m_limits(stores.settings)
{}

std::vector<Result<VisitToken>> SignupBook::store(std::vector<Signup> signups)
{
    std::vector<Pending> turn;
    turn.reserve(signups.size());
    for (Signup &signup : signups)
        turn.push_back({std::move(signup), {}});
    std::vector<Pending *> all;
    all.reserve(turn.size());
    for (Pending &pending : turn)
        all.push_back(&pending);

    const Result<> stored = storeCounted(all);
    const bool oneMayBeBad = !stored && all.size() > 1 && !concernsEverybody(stored.error().code);
    std::vector<Result<VisitToken>> results;
    for (Pending *pending : all) {
        // One bad row never fails its batch: each by itself finds it.
        const Result<> alone = oneMayBeBad ? storeCounted({pending}) : stored;
        results.push_back(alone ? std::move(pending->result) : passOn(alone));
    }
    return results;
}

Result<> SignupBook::storeCounted(const std::vector<Pending *> &pending)
{
    QElapsedTimer timer;
    timer.start();
    Result<> stored = storeTogether(pending);
    ++m_counts.commits;
    m_counts.commitSeconds += double(timer.nsecsElapsed()) * 1e-9;
    if (stored)
        m_counts.registrations += quint64(std::ranges::count_if(pending, &Pending::fresh));
    return stored;
}

Result<> SignupBook::storeTogether(const std::vector<Pending *> &pending)
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
    if (const Result<> joined = SignupsUnderWay::join(m_stores.database); !joined)
        return joined;
    Turn turn{{m_limits, m_stores.clock.now()}, {}, {}};
    if (const Result<> chosen = choose(pending, turn); !chosen)
        return chosen;
    if (const Result<> stored = insert(turn); !stored)
        return stored;
    // What changes nothing costs the disk what a new visit does: else the time would tell who is registered.
    const bool nothingNew = std::ranges::none_of(pending, &Pending::fresh);
    if (const Result<> written = nothingNew ? writeForItsSake(m_stores.database, rehearser, m_stores.clock.now()) : Result<>();
        !written)
        return written;
    Result<> committed = transaction->commit();
    if (committed)
        turn.limits.keep();
    return committed;
}

// Which of them are to be inserted: not those that were erased, nor a crowd with one scan.
Result<> SignupBook::choose(const std::vector<Pending *> &pending, Turn &turn)
{
    QList<VisitKey> keys;
    for (Pending *one : pending) {
        const Signup &signup = one->signup;
        const QDate day = japan::dayOf(signup.token.scannedAt);
        const Result<const DaySeal *> seal = m_stores.dayKeys.seal(day);
        if (!seal)
            return passOn(seal);
        const VisitKey key{day, signup.token.facility, signup.token.scannedAt,
                           (*seal)->who(signup.token.facility, signup.address.canonical())};
        keys.append(key);
        one->fresh = false;
        one->result = VisitToken{key, signup.language, signup.address.masked(),
                                 (*seal)->confirmation(key.facility, key.scannedAt, key.who)};
    }
    const Result<QList<VisitKey>> erased = Tombstones(m_stores.vault).among(keys);
    if (!erased)
        return passOn(erased);
    for (size_t i = 0; i < pending.size(); ++i) {
        const VisitKey &key = keys[qsizetype(i)];
        if (erased->contains(key))
            continue;
        if (const Result<> taken = take(*pending[i], key, turn); !taken)
            return taken;
    }
    return {};
}

Result<> SignupBook::take(Pending &pending, const VisitKey &key, Turn &turn)
{
    const Signup &signup = pending.signup;
    // An answer to this one, and no reason for its batch to fail.
    if (!turn.limits.mayShare(signup.token, key.who)) {
        ++m_counts.sharedScans;
        pending.result = fail(ErrorCode::Refused, u"Too many people have registered with this scan."_s);
        return {};
    }
    const Result<const DaySeal *> seal = m_stores.dayKeys.seal(key.day);
    if (!seal)
        return passOn(seal);
    const Sealer &sealer = m_sealers.to((*seal)->publicKey());
    turn.visits.push_back({key, signup.language, sealer.seal(signup.address.display().toUtf8())});
    turn.wanted.push_back(&pending);
    return {};
}

Result<> SignupBook::insert(Turn &turn)
{
    const Result<std::vector<bool>> fresh = m_stores.visits.insertAll(turn.visits);
    if (!fresh)
        return passOn(fresh);
    QList<Letter> letters;
    for (size_t i = 0; i < turn.wanted.size(); ++i) {
        Pending &pending = *turn.wanted[i];
        pending.fresh = (*fresh)[i];
        if (!pending.fresh)
            continue;
        const Signup &signup = pending.signup;
        if (!turn.limits.mayMail(signup.address)) {
            ++m_counts.mailsLeftOut;
            continue;
        }
        letters.append({.kind = confirmationLetter,
                        .recipient = signup.address.display(),
                        .language = signup.language,
                        .content = {},
                        .reference = pending.result->confirmation,
                        .referenceTime = pending.result->visit.scannedAt});
    }
    return m_stores.outbox.putAll(letters);
}

Result<> SignupBook::rehearse()
{
    const qint64 now = m_stores.clock.now();
    if (const auto seal = m_stores.dayKeys.seal(japan::dayOf(now)); !seal)
        return passOn(seal);
    return rehearseCommit(m_stores.database, rehearser, now);
}

Result<ErasureState> SignupBook::erasureOf(const VisitKey &key)
{
    const Result<bool> begun = Tombstones(m_stores.vault).contains(key);
    if (!begun)
        return passOn(begun);
    if (!*begun)
        return ErasureState::None;
    const Result<bool> there = m_stores.visits.contains(key);
    if (!there)
        return passOn(there);
    return *there ? ErasureState::Begun : ErasureState::Done;
}

} // namespace shirase
