// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupDesk.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Trying each by itself would not help, and would block the event loop once for each.
bool concernsEverybody(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::StorageFull || code == ErrorCode::Unavailable;
}

} // namespace

const QString SignupDesk::confirmationLetter = u"confirmation"_s;

SignupDesk::SignupDesk(Stores stores, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
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

Result<> SignupDesk::store(std::vector<Pending *> pending)
{
    m_stores.dayKeys.dropPast(m_stores.clock.now());
    // The days' keys are committed to the vault before the first visit that needs them (DESIGN, Keys).
    for (const Pending *one : pending) {
        if (const auto seal = m_stores.dayKeys.seal(japan::dayOf(one->signup.token.scannedAt)); !seal)
            return passOn(seal);
    }
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    std::map<int, Sealer> sealers;
    OutboxWriter::Batch letters = m_stores.outbox.batch();
    for (Pending *one : pending) {
        if (const Result<> stored = storeOne(*one, sealers, letters); !stored)
            return stored;
    }
    return transaction->commit();
}

Result<> SignupDesk::storeOne(Pending &pending, std::map<int, Sealer> &sealers, OutboxWriter::Batch &letters)
{
    const Signup &signup = pending.signup;
    const QDate day = japan::dayOf(signup.token.scannedAt);
    const Result<const DaySeal *> seal = m_stores.dayKeys.seal(day);
    if (!seal)
        return passOn(seal);
    const VisitKey key{day, signup.token.facility, signup.token.scannedAt,
                       (*seal)->who(signup.token.facility, signup.address.canonical())};
    pending.result = VisitToken{key, signup.language, signup.address.masked()};

    const Result<bool> erased = wasErased(key);
    if (!erased)
        return passOn(erased);
    if (*erased)
        return {};
    auto sealer = sealers.find(japan::toNumber(day));
    if (sealer == sealers.end())
        sealer = sealers.emplace(japan::toNumber(day), (*seal)->sealer()).first;
    const Result<bool> fresh = m_stores.visits.insert(
        {key, signup.language, sealer->second.seal(signup.address.display().toUtf8())});
    if (!fresh)
        return passOn(fresh);
    if (!*fresh)
        return {};
    return letters.put({.kind = confirmationLetter,
                        .recipient = signup.address.display(),
                        .language = signup.language,
                        .content = {}});
}

Result<bool> SignupDesk::wasErased(const VisitKey &key)
{
    Result<Rows> rows = m_stores.vault.run(
        u"SELECT 1 FROM erased_visit WHERE day = ? AND facility_id = ? AND scanned_at = ? AND who = ?"_s,
        {japan::toNumber(key.day), key.facility, key.scannedAt, key.who});
    if (!rows)
        return passOn(rows);
    return rows->next();
}

Result<> SignupDesk::erase(const VisitKey &visit)
{
    // The tombstone first: should the power fail between the two, repeating the erasure completes it, and the scan
    // cannot come back.
    const Result<Rows> marked = m_stores.vault.run(
        u"INSERT INTO erased_visit (day, facility_id, scanned_at, who) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        {japan::toNumber(visit.day), visit.facility, visit.scannedAt, visit.who});
    if (!marked)
        return passOn(marked);
    return m_stores.visits.remove(visit);
}

} // namespace shirase
