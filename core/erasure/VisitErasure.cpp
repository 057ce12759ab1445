// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/VisitErasure.h"

#include <algorithm>

namespace shirase {

namespace {

constexpr qsizetype atOnce = 10; // each looks through the visits of a facility and day: a few milliseconds together

} // namespace

Result<VisitErasure::Erased> VisitErasure::erase(const QList<VisitKey> &visits)
{
    if (const Result<> marked = m_tombstones.add(visits); !marked)
        return passOn(marked);
    return removeAll(visits);
}

Result<VisitErasure::Erased> VisitErasure::applyTombstones()
{
    QList<VisitKey> erased;
    const Result<> read = m_tombstones.forEach([&](const VisitKey &visit) {
        erased.append(visit);
        return true;
    });
    if (!read)
        return passOn(read);
    return removeAll(erased);
}

Result<VisitErasure::Erased> VisitErasure::removeAll(const QList<VisitKey> &visits)
{
    Erased all;
    for (qsizetype first = 0; first < visits.size(); first += atOnce) {
        if (first > 0)
            letOthersWrite();
        const Result<Erased> some = removeSome(visits.mid(first, atOnce));
        if (!some)
            return some;
        all.visits += some->visits;
        all.recipients += some->recipients;
    }
    return all;
}

Result<VisitErasure::Erased> VisitErasure::removeSome(const QList<VisitKey> &visits)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Erased erased;
    for (const VisitKey &visit : visits) {
        const Result<bool> removed = m_visits.remove(visit);
        if (!removed)
            return passOn(removed);
        erased.visits += *removed ? 1 : 0;
    }
    for (const VisitKey &visit : visits) {
        const Result<NoticeTraces::Forgotten> forgotten = m_notices.forget(visit);
        if (!forgotten)
            return passOn(forgotten);
        erased.recipients += forgotten->recipients;
    }
    if (erased.recipients > 0) {
        if (const Result<int> closed = m_notices.closeEnded(m_clock.now()); !closed)
            return passOn(closed);
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return erased;
}

} // namespace shirase
