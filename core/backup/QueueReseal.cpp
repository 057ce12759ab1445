// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/QueueReseal.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeQueue.h"
#include "core/notices/NoticeStore.h"
#include "core/notices/RecipientList.h"

#include <map>
#include <tuple>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500; // recipients

/// A visit as notices remember it: without the time of its scan.
using Place = std::tuple<int, FacilityId, QByteArray>;

/// What stands in the queue for each visit of a notice's targets.
std::map<Place, QByteArray> contentsOf(const RecipientList &list)
{
    std::map<Place, QByteArray> contents;
    for (const auto &[canonical, person] : list.people()) {
        const QByteArray content = recipientToBytes(person.address, person.language);
        for (const VisitKey &visit : person.visits)
            contents.emplace(Place(japan::toNumber(visit.day), visit.facility, visit.who), content);
    }
    return contents;
}


Result<QList<qint64>> nextRecipients(Database &database, NoticeId notice, qint64 after)
{
    return numbersFrom(database,
                       u"SELECT id FROM notice_recipient WHERE notice_id = ? AND sealed IS NOT NULL "
                       "AND id > ? ORDER BY id LIMIT ?"_s,
                       {notice, after, pageSize});
}

Result<QList<Place>> visitsOf(Database &database, qint64 recipient)
{
    Result<Rows> rows =
        database.run(u"SELECT day, facility_id, who FROM notice_visit WHERE recipient_id = ?"_s, {recipient});
    if (!rows)
        return passOn(rows);
    QList<Place> visits;
    while (rows->next())
        visits.append(Place(int(rows->number(0)), rows->number(1), rows->bytes(2)));
    return visits;
}

} // namespace

Result<QList<NoticeId>> QueueReseal::notices()
{
    return numbersFrom(m_database,
                       u"SELECT id FROM notice WHERE state IN ('approved', 'sending', 'paused') ORDER BY id"_s);
}

Result<QueueReseal::Counts> QueueReseal::run()
{
    const Result<QList<NoticeId>> ids = notices();
    if (!ids)
        return passOn(ids);
    for (const NoticeId id : *ids) {
        if (const Result<> done = reseal(id); !done)
            return passOn(done);
    }
    // What was kept of notices that are over cannot be opened any more, and needs not.
    const Result<Rows> dropped = m_database.run(
        u"UPDATE notice_recipient SET sealed = NULL, state = CASE state WHEN 'waiting' THEN 'failed' ELSE state END "
        "WHERE sealed IS NOT NULL AND notice_id IN "
        "(SELECT id FROM notice WHERE state NOT IN ('approved', 'sending', 'paused'))"_s);
    if (!dropped)
        return passOn(dropped);
    return m_counts;
}

Result<> QueueReseal::reseal(NoticeId notice)
{
    const Result<Notice> found = NoticeStore(m_database).find(notice);
    if (!found)
        return passOn(found);
    RecipientList list(m_database, m_vault, m_office);
    if (const Result<> collected = list.collect(found->targets, {}); !collected)
        return collected;
    const std::map<Place, QByteArray> contents = contentsOf(list);
    qint64 last = 0;
    while (true) {
        const Result<QList<qint64>> ids = nextRecipients(m_database, notice, last);
        if (!ids)
            return passOn(ids);
        for (const qint64 id : *ids) {
            const Result<QList<Place>> visits = visitsOf(m_database, id);
            if (!visits)
                return passOn(visits);
            const QByteArray *content = nullptr;
            for (const Place &visit : *visits) {
                if (const auto known = contents.find(visit); known != contents.end())
                    content = &known->second;
            }
            if (const Result<> written = write(id, content); !written)
                return written;
        }
        if (ids->size() < pageSize)
            return {};
        last = ids->last();
    }
}

Result<> QueueReseal::write(qint64 recipient, const QByteArray *content)
{
    ++(content ? m_counts.sealed : m_counts.gone);
    const Result<Rows> written =
        content ? m_database.run(u"UPDATE notice_recipient SET sealed = ? WHERE id = ?"_s,
                                 {m_sealer.seal(*content), recipient})
                : m_database.run(u"UPDATE notice_recipient SET state = 'failed', sealed = NULL, "
                                 "reply = CASE state WHEN 'waiting' THEN 'erased' ELSE reply END WHERE id = ?"_s,
                                 {recipient});
    if (!written)
        return passOn(written);
    return {};
}

} // namespace shirase
