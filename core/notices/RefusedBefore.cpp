// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RefusedBefore.h"

#include "core/foundation/JapaneseTime.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

Result<int> RefusedBefore::countAmong(const std::map<QByteArray, NoticeRecipient> &people)
{
    // RFC 5321 §4.2.1: only a reply that begins with 5 is a refusal for good.
    const Result<Ends> refused = read(u"r.state = 'failed' AND r.reply LIKE '5%'"_s);
    if (!refused)
        return passOn(refused);
    if (refused->empty())
        return 0;
    const Result<Ends> sent = read(u"r.state = 'sent'"_s);
    if (!sent)
        return passOn(sent);
    return int(std::ranges::count_if(people, [&](const auto &entry) {
        const auto &[canonical, person] = entry;
        if (person.alreadyNotified)
            return false;
        const qint64 refusedAt = latest(*refused, canonical);
        return refusedAt > 0 && refusedAt >= latest(*sent, canonical);
    }));
}

Result<RefusedBefore::Ends> RefusedBefore::read(const QString &condition)
{
    Result<Rows> rows =
        m_database.run(u"SELECT v.day, v.facility_id, v.who, max(r.finished_at) FROM notice_visit v "
                       "JOIN notice_recipient r ON r.id = v.recipient_id WHERE "_s +
                       condition + u" GROUP BY v.day, v.facility_id, v.who"_s);
    if (!rows)
        return passOn(rows);
    Ends ends;
    while (rows->next())
        ends[{japan::fromNumber(int(rows->number(0))), rows->number(1)}][rows->bytes(2)] = rows->number(3);
    return ends;
}

qint64 RefusedBefore::latest(const Ends &ends, const QByteArray &canonical)
{
    qint64 at = 0;
    for (const auto &[place, times] : ends) {
        const Result<const OpenedDays::Day *> day = m_days.open(place.first);
        if (!day)
            continue; // erased meanwhile: nothing is known of it any more
        const auto found = times.find((*day)->seal.who(place.second, canonical));
        if (found != times.end())
            at = std::max(at, found->second);
    }
    return at;
}

} // namespace shirase
