// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RecipientList.h"

#include "core/foundation/JapaneseTime.h"
#include "core/mail/EmailAddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int reportEvery = 100; // visits; about 5 ms of opening

} // namespace

RecipientList::RecipientList(Database &database, Database &vault, const Opener &office)
    : m_database(database)
    , m_store(database)
    , m_days(vault, office)
{
}

Result<> RecipientList::collect(const QList<NoticeTarget> &wanted, const Progress &progress)
{
    const QList<NoticeTarget> targets = joined(wanted);
    int total = 0;
    for (const NoticeTarget &target : targets) {
        const Result<int> people = m_store.countPeople(target.facility, target.from, target.until);
        if (!people)
            return passOn(people);
        total += *people;
    }
    bool cancelled = false;
    Result<> taken;
    for (const NoticeTarget &target : targets) {
        Result<> read = m_store.forEach(target.facility, target.from, target.until, [&](const Visit &visit) {
            taken = take(visit);
            cancelled = progress && m_visits % reportEvery == 0 && !progress(std::min(m_visits, total), total);
            return taken && !cancelled;
        });
        if (!read)
            return read;
        if (!taken)
            return taken;
        if (cancelled)
            return fail(ErrorCode::Conflict, QCoreApplication::translate("RecipientList", "Counting was cancelled."));
    }
    return markAlreadyNotified();
}

Result<> RecipientList::take(const Visit &visit)
{
    ++m_visits;
    const Result<const OpenedDays::Day *> day = m_days.open(visit.key.day);
    // Nothing is wrong with the record: another log-in opens it.
    if (!day && day.error().code == ErrorCode::Refused)
        return passOn(day);
    const Result<QByteArray> opened = day ? (*day)->opener.open(visit.sealedAddress) : Result<QByteArray>(passOn(day));
    const Result<EmailAddress> address
        = opened ? EmailAddress::parse(QString::fromUtf8(*opened)) : Result<EmailAddress>(passOn(opened));
    if (!address) {
        ++m_unreadable;
        return {};
    }
    NoticeRecipient &person = m_people[address->canonical()];
    person.visits.push_back(visit.key);
    if (person.visits.size() == 1 || visit.key.scannedAt >= person.latestScan) {
        person.latestScan = visit.key.scannedAt;
        person.language = visit.language;
        person.address = address->display();
    }
    return {};
}

Result<> RecipientList::markAlreadyNotified()
{
    std::map<std::pair<QDate, FacilityId>, Told> told;
    for (auto &[canonical, person] : m_people) {
        person.alreadyNotified = true;
        for (const VisitKey &visit : person.visits) {
            const auto place = std::pair(visit.day, visit.facility);
            auto known = told.find(place);
            if (known == told.end()) {
                Result<Told> read = toldAt(visit.day, visit.facility);
                if (!read)
                    return passOn(read);
                known = told.emplace(place, std::move(*read)).first;
            }
            if (!known->second.contains(visit.who)) {
                person.alreadyNotified = false;
                break;
            }
        }
    }
    return {};
}

// Somebody whose mail still waits counts as told; somebody whom it did not reach does not.
Result<RecipientList::Told> RecipientList::toldAt(QDate day, FacilityId facility)
{
    Result<Rows> rows = m_database.run(
        u"SELECT v.who FROM notice_visit v JOIN notice_recipient r ON r.id = v.recipient_id "
        "JOIN notice n ON n.id = r.notice_id "
        "WHERE v.day = ? AND v.facility_id = ? AND n.approved_at IS NOT NULL AND r.state <> 'failed'"_s,
        {japan::toNumber(day), facility});
    if (!rows)
        return passOn(rows);
    Told told;
    while (rows->next())
        told.insert(rows->bytes(0));
    return told;
}

} // namespace shirase
