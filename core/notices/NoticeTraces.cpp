// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeTraces.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeStore.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString withoutVisits = u"id = ? AND NOT EXISTS (SELECT 1 FROM notice_visit WHERE recipient_id = "
                              "notice_recipient.id)"_s;

const QString intoTally =
    u"INSERT INTO notice_tally (notice_id, state, reply, number, first_at, last_at) "
    "SELECT notice_id, CASE state WHEN 'sent' THEN 'sent' ELSE 'failed' END, "
    "CASE state WHEN 'sent' THEN '' WHEN 'waiting' THEN 'erased' ELSE reply END, 1, finished_at, finished_at "
    "FROM notice_recipient WHERE "_s
    + withoutVisits
    + u" ON CONFLICT (notice_id, state, reply) DO UPDATE SET number = notice_tally.number + 1, "
      "first_at = CASE WHEN excluded.first_at < notice_tally.first_at THEN excluded.first_at "
      "ELSE COALESCE(notice_tally.first_at, excluded.first_at) END, "
      "last_at = CASE WHEN excluded.last_at > notice_tally.last_at THEN excluded.last_at "
      "ELSE COALESCE(notice_tally.last_at, excluded.last_at) END"_s;

} // namespace

Result<NoticeTraces::Forgotten> NoticeTraces::forget(QDate until, int atMost)
{
    Q_ASSERT(m_database.inTransaction());
    const QString oldest = u" FROM notice_visit WHERE day <= ? ORDER BY day, facility_id, who, recipient_id LIMIT ?"_s;
    const QVariantList values{japan::toNumber(until), atMost};
    const Result<QList<qint64>> recipients = numbersFrom(m_database, u"SELECT recipient_id"_s + oldest, values);
    if (!recipients)
        return passOn(recipients);
    const Result<int> visits = changedBy(m_database,
                                         u"DELETE FROM notice_visit WHERE (day, facility_id, who, recipient_id) IN "
                                         "(SELECT day, facility_id, who, recipient_id"_s
                                             + oldest + u')',
                                         values);
    if (!visits)
        return passOn(visits);
    const Result<int> erased = eraseThoseWithoutVisits({recipients->begin(), recipients->end()});
    if (!erased)
        return passOn(erased);
    return Forgotten{*visits, *erased};
}

Result<NoticeTraces::Forgotten> NoticeTraces::forget(const VisitKey &visit)
{
    Q_ASSERT(m_database.inTransaction());
    const Result<bool> there = isThere(visit);
    if (!there)
        return passOn(there);
    if (*there)
        return Forgotten{};
    const QString ofVisit = u" FROM notice_visit WHERE day = ? AND facility_id = ? AND who = ?"_s;
    const QVariantList values{japan::toNumber(visit.day), visit.facility, visit.who};
    const Result<QList<qint64>> recipients = numbersFrom(m_database, u"SELECT recipient_id"_s + ofVisit, values);
    if (!recipients)
        return passOn(recipients);
    const Result<int> visits = changedBy(m_database, u"DELETE"_s + ofVisit, values);
    if (!visits)
        return passOn(visits);
    const Result<int> erased = eraseThoseWithoutVisits({recipients->begin(), recipients->end()});
    if (!erased)
        return passOn(erased);
    return Forgotten{*visits, *erased};
}

Result<bool> NoticeTraces::isThere(const VisitKey &visit)
{
    Result<Rows> rows = m_database.run(u"SELECT 1 FROM visit WHERE day = ? AND facility_id = ? AND who = ? LIMIT 1"_s,
                                       {japan::toNumber(visit.day), visit.facility, visit.who});
    if (!rows)
        return passOn(rows);
    return rows->next();
}

Result<int> NoticeTraces::eraseThoseWithoutVisits(const QSet<qint64> &recipients)
{
    int erased = 0;
    for (const qint64 id : recipients) {
        Result<int> counted = changedBy(m_database, intoTally, {id});
        if (!counted)
            return counted;
        if (*counted == 0)
            continue;
        Result<int> gone = changedBy(m_database, u"DELETE FROM notice_recipient WHERE "_s + withoutVisits, {id});
        if (!gone)
            return gone;
        erased += *gone;
    }
    return erased;
}

Result<int> NoticeTraces::giveUpWaiting(int atMost)
{
    return changedBy(m_database,
                     u"UPDATE notice_recipient SET state = 'failed', reply = 'cancelled', sealed = NULL WHERE id IN "
                     "(SELECT r.id FROM notice n JOIN notice_recipient r ON r.notice_id = n.id "
                     "WHERE n.state IN ('cancelled', 'withheld') AND r.state = 'waiting' LIMIT ?)"_s,
                     {atMost});
}

Result<int> NoticeTraces::closeEnded(qint64 now)
{
    Q_ASSERT(m_database.inTransaction());
    const Result<QList<NoticeId>> sending = numbersFrom(m_database, u"SELECT id FROM notice WHERE state = 'sending'"_s);
    if (!sending)
        return passOn(sending);
    int closed = 0;
    NoticeStore notices(m_database);
    for (const NoticeId id : *sending) {
        const Result<bool> ended = notices.closeIfDone(id, now);
        if (!ended)
            return passOn(ended);
        closed += *ended ? 1 : 0;
    }
    return closed;
}

Result<int> NoticeTraces::countRecipients(QDate until)
{
    const int day = japan::toNumber(until);
    return countFrom(
        m_database,
        u"SELECT count(DISTINCT v.recipient_id) FROM notice_visit v WHERE v.day <= ? AND NOT EXISTS "
        "(SELECT 1 FROM notice_visit later WHERE later.recipient_id = v.recipient_id AND later.day > ?)"_s,
        {day, day});
}

} // namespace shirase
