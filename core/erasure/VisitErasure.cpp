// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/VisitErasure.h"

#include "core/mail/Outbox.h"
#include "core/mail/SendingMark.h"
#include "core/visits/SignupsUnderWay.h"

#include <algorithm>

namespace shirase {

namespace {

constexpr qsizetype atOnce = 10; // each looks through the visits of a facility and day: a few milliseconds together

} // namespace

Result<VisitErasure::Erased> VisitErasure::erase(const QList<ErasableVisit> &visits)
{
    QList<VisitKey> keys;
    for (const ErasableVisit &visit : visits)
        keys.append(visit.key);
    if (const Result<> marked = m_tombstones.add(keys); !marked)
        return passOn(marked);
    return removeAll(visits, Mark::Advances);
}

Result<VisitErasure::Erased> VisitErasure::complete(int atMost)
{
    QList<ErasableVisit> left;
    Result<bool> there = false;
    const Result<> read = m_tombstones.forEach([&](const VisitKey &visit) {
        there = m_visits.contains(visit);
        if (there && *there)
            left.append(ErasableVisit{visit});
        return there && left.size() < atMost;
    });
    if (!read)
        return passOn(read);
    if (!there)
        return passOn(there);
    // RestoreGuard may not have looked at this database yet, and knows it by the mark.
    return left.isEmpty() ? Erased() : removeAll(left, Mark::Stays);
}

Result<VisitErasure::Erased> VisitErasure::applyTombstones()
{
    QList<ErasableVisit> erased;
    const Result<> read = m_tombstones.forEach([&](const VisitKey &visit) {
        erased.append(ErasableVisit{visit});
        return true;
    });
    if (!read)
        return passOn(read);
    return removeAll(erased, Mark::Stays); // by it RestoreGuard knows this database, and it comes afterwards
}

Result<VisitErasure::Erased> VisitErasure::removeAll(const QList<ErasableVisit> &visits, Mark mark)
{
    if (const Result<> ended = SignupsUnderWay::await(m_database); !ended)
        return passOn(ended);
    Erased all;
    for (qsizetype first = 0; first < visits.size(); first += atOnce) {
        if (first > 0)
            letOthersWrite();
        Result<Erased> some = removeSome(visits.mid(first, atOnce), mark);
        if (!some)
            return some;
        all.visits += some->visits;
        all.recipients += some->recipients;
        all.confirmations += some->confirmations;
    }
    return all;
}

Result<VisitErasure::Erased> VisitErasure::removeSome(const QList<ErasableVisit> &visits, Mark mark)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Erased erased;
    for (const ErasableVisit &visit : visits) {
        if (const Result<> removed = remove(visit, erased); !removed)
            return passOn(removed);
    }
    for (const ErasableVisit &visit : visits) {
        const Result<NoticeTraces::Forgotten> forgotten = m_notices.forget(visit.key);
        if (!forgotten)
            return passOn(forgotten);
        erased.recipients += forgotten->recipients;
    }
    if (erased.recipients > 0) {
        if (const Result<int> closed = m_notices.closeEnded(m_clock.now()); !closed)
            return passOn(closed);
    }
    if (mark == Mark::Advances) {
        if (const Result<> advanced = SendingMark::advance(m_database); !advanced)
            return passOn(advanced);
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return erased;
}

Result<> VisitErasure::remove(const ErasableVisit &visit, Erased &erased)
{
    const Result<bool> removed = m_visits.remove(visit.key);
    if (!removed)
        return passOn(removed);
    erased.visits += *removed ? 1 : 0;
    if (visit.confirmation.isEmpty())
        return {};
    const Result<bool> withdrawn = withdrawLetter(m_database, visit.confirmation, visit.key.scannedAt);
    if (!withdrawn)
        return passOn(withdrawn);
    erased.confirmations += *withdrawn ? 1 : 0;
    return {};
}

} // namespace shirase
