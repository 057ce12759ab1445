// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeApproval.h"

#include "core/database/Lease.h"
#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeQueue.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <random>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseSeconds = 60;
constexpr int longestTurn = 15; // ms of writing before others get their turn (DESIGN: 20)

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

} // namespace

Result<> NoticeApproval::freeze(NoticeId id, const RecipientList &list, Lease &lease,
                                const Progress &progress)
{
    if (const Result<> held = renew(lease); !held)
        return held;
    if (const Result<> cleared = clear(id); !cleared)
        return cleared;
    std::vector<const NoticeRecipient *> people;
    for (const auto &[canonical, person] : list.people()) {
        if (!person.alreadyNotified)
            people.push_back(&person);
    }
    // So that the order of sending says nothing of who they are, and no mail domain is hit in a row.
    std::ranges::shuffle(people, std::random_device());

    const Sealer sealer(m_outbox.queuePublicKey());
    size_t next = 0;
    while (next < people.size()) {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return passOn(transaction);
        if (const Result<> held = renew(lease); !held)
            return held;
        QElapsedTimer turn;
        turn.start();
        while (next < people.size() && !turn.hasExpired(longestTurn)) {
            if (const Result<> inserted = insert(id, *people[next], sealer); !inserted)
                return inserted;
            ++next;
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

// Whoever was stopped for longer than the lease lasts must not write among the rows of another approval.
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

Result<> NoticeApproval::insert(NoticeId id, const NoticeRecipient &person, const Sealer &sealer)
{
    qint64 recipient = 0;
    {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply, sealed) "
            "VALUES (?, ?, 'waiting', 0, 0, '', ?)"_s,
            {id, QString::fromLatin1(m_outbox.newMessageId()),
             sealer.seal(recipientToBytes(person.address, person.language))});
        if (!inserted)
            return passOn(inserted);
        recipient = inserted->insertedId();
    }
    for (const VisitKey &visit : person.visits) {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO notice_visit (recipient_id, day, facility_id, who) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING"_s,
            {recipient, japan::toNumber(visit.day), visit.facility, visit.who});
        if (!inserted)
            return passOn(inserted);
    }
    return {};
}

Result<> NoticeApproval::clear(NoticeId id)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    for (
        const QString &sql :
        {u"DELETE FROM notice_visit WHERE recipient_id IN (SELECT id FROM notice_recipient WHERE notice_id = ?)"_s,
         u"DELETE FROM notice_recipient WHERE notice_id = ?"_s}) {
        if (const Result<Rows> deleted = m_database.run(sql, {id}); !deleted)
            return passOn(deleted);
    }
    return transaction->commit();
}

} // namespace shirase
