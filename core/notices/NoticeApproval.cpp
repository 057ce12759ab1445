// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeApproval.h"

#include "core/database/InsertMany.h"
#include "core/database/Lease.h"
#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeQueue.h"
#include "core/notices/NoticeStore.h"
#include "core/notices/NoticeTraces.h"
#include "core/visits/Tombstones.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseSeconds = 60;
constexpr int longestTurn = 15; // ms of writing before others get their turn (DESIGN: 20)
constexpr size_t insertedAtOnce = 50; // people or visits

// By their index values, which are keyed hashes: the order of sending says nothing of who they are, and no mail domain is
// hit in a row. So are the rows of notice_visit, and each takes its place behind the last one.
std::vector<const NoticeRecipient *> inOrder(const RecipientList &list)
{
    std::vector<const NoticeRecipient *> people;
    for (const auto &[canonical, person] : list.people()) {
        if (!person.alreadyNotified)
            people.push_back(&person);
    }
    std::ranges::sort(people, {}, [](const NoticeRecipient *person) -> const QByteArray & {
        return person->visits.front().who;
    });
    return people;
}

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

} // namespace

Result<> NoticeApproval::freeze(NoticeId id, NoticeState from, const RecipientList &list, Lease &lease,
                                const Progress &progress)
{
    {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return passOn(transaction);
        if (const Result<> turn = checkTurn(id, from, lease); !turn)
            return turn;
        if (const Result<> removed = remove(id); !removed)
            return removed;
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
    }
    const std::vector<const NoticeRecipient *> people = inOrder(list);
    const QList<QByteArray> messageIds = m_outbox.newMessageIds(qsizetype(people.size()));
    const Sealer sealer(m_outbox.queuePublicKey());
    size_t next = 0;
    while (next < people.size()) {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return passOn(transaction);
        if (const Result<> turn = checkTurn(id, from, lease); !turn)
            return turn;
        QElapsedTimer timer;
        timer.start();
        while (next < people.size() && !timer.hasExpired(longestTurn)) {
            const People some = People(people).subspan(next, std::min(insertedAtOnce, people.size() - next));
            if (const Result<> inserted = insert(id, some, messageIds.mid(qsizetype(next), qsizetype(some.size())), sealer);
                !inserted)
                return inserted;
            next += some.size();
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        if (progress && !progress(int(next), int(people.size())))
            return fail(ErrorCode::Conflict, Tr::tr("The approval was cancelled."));
        if (next < people.size())
            letOthersWrite();
    }
    return {};
}

// Whoever was stopped for longer than the lease lasts must not write among the rows of another approval, nor touch those of
// one that has ended meanwhile and given the lease back.
Result<> NoticeApproval::checkTurn(NoticeId id, NoticeState from, Lease &lease)
{
    if (const Result<> held = renew(lease); !held)
        return held;
    return NoticeStore(m_database).expect(id, from);
}

Result<> NoticeApproval::renew(Lease &lease)
{
    const Result<bool> held = lease.take(leaseSeconds);
    if (!held)
        return passOn(held);
    if (!*held)
        return fail(ErrorCode::Busy,
                    Tr::tr("Another notice is being approved at this moment. Please try again."));
    return {};
}

Result<> NoticeApproval::insert(NoticeId id, People people, const QList<QByteArray> &messageIds, const Sealer &sealer)
{
    const Result<std::vector<qint64>> recipients = insertRecipients(id, people, messageIds, sealer);
    if (!recipients)
        return passOn(recipients);
    return insertVisits(people, *recipients);
}

// Returns their ids, in their order.
Result<std::vector<qint64>> NoticeApproval::insertRecipients(NoticeId id, People people,
                                                             const QList<QByteArray> &messageIds, const Sealer &sealer)
{
    QVariantList values;
    for (size_t i = 0; i < people.size(); ++i) {
        values << id << QString::fromLatin1(messageIds[qsizetype(i)])
               << sealer.seal(recipientToBytes(people[i]->address, people[i]->language));
    }
    Result<Rows> rows = m_database.run(
        insertMany(m_database.dialect(), u"notice_recipient (notice_id, message_id, state, due_at, attempts, reply, sealed)"_s,
                   u"(?, ?, 'waiting', 0, 0, '', ?)"_s, qsizetype(people.size())) +
            u" RETURNING id, message_id"_s,
        values);
    if (!rows)
        return passOn(rows);
    std::vector<qint64> recipients(people.size(), 0);
    while (rows->next()) {
        const auto place = std::ranges::lower_bound(messageIds, rows->text(1).toLatin1());
        recipients[size_t(place - messageIds.begin())] = rows->number(0);
    }
    return recipients;
}

Result<> NoticeApproval::insertVisits(People people, const std::vector<qint64> &recipients)
{
    QVariantList values;
    size_t waiting = 0;
    const auto write = [&]() -> Result<> {
        const Result<Rows> inserted =
            m_database.run(insertMany(m_database.dialect(), u"notice_visit (recipient_id, day, facility_id, who)"_s,
                                      u"(?, ?, ?, ?)"_s, qsizetype(std::exchange(waiting, 0))) +
                               u" ON CONFLICT DO NOTHING"_s,
                           std::exchange(values, {}));
        return inserted ? Result<>() : passOn(inserted);
    };
    for (size_t i = 0; i < people.size(); ++i) {
        for (const VisitKey &visit : people[i]->visits) {
            values << recipients[i] << japan::toNumber(visit.day) << visit.facility << visit.who;
            if (++waiting < insertedAtOnce)
                continue;
            if (const Result<> written = write(); !written)
                return written;
        }
    }
    return waiting > 0 ? write() : Result<>();
}

// A visit's tombstone is there before the visit goes, and whoever takes a visit away after this commit takes what notices know
// of it (VisitErasure).
Result<> NoticeApproval::leaveOutErased(const QList<NoticeTarget> &targets)
{
    Tombstones tombstones(m_vault);
    NoticeTraces traces(m_database);
    for (const NoticeTarget &target : targets) {
        for (QDate day = japan::dayOf(target.from); japan::startOf(day) < target.until; day = day.addDays(1)) {
            const Result<QList<VisitKey>> erased = tombstones.at(target.facility, day);
            if (!erased)
                return passOn(erased);
            for (const VisitKey &visit : *erased) {
                if (const Result<NoticeTraces::Forgotten> forgotten = traces.forget(visit); !forgotten)
                    return passOn(forgotten);
            }
        }
    }
    return {};
}

Result<> NoticeApproval::clear(NoticeId id)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> removed = remove(id); !removed)
        return removed;
    return transaction->commit();
}

Result<> NoticeApproval::remove(NoticeId id)
{
    const QString recipients =
        u" FROM notice_recipient WHERE notice_id = (SELECT id FROM notice WHERE id = ? AND approved_at IS NULL)"_s;
    for (const QString &sql : {u"DELETE FROM notice_visit WHERE recipient_id IN (SELECT id"_s + recipients + u')',
                               u"DELETE"_s + recipients}) {
        if (const Result<Rows> deleted = m_database.run(sql, {id}); !deleted)
            return passOn(deleted);
    }
    return {};
}

} // namespace shirase
