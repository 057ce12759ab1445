// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RecipientList.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <optional>
#include <thread>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t openedAtOnce = 100; // visits; some 5 ms for one processor

struct SealedVisit
{
    const Visit *visit;
    const OpenedDays::Day *day; ///< null where its keys are gone or cannot be opened
};

/// Whether a day will never open: it is erased, or its keys are damaged.
bool isClosed(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Corrupt;
}

std::optional<EmailAddress> addressIn(const SealedVisit &sealed, const Opener &opener)
{
    const Result<QByteArray> opened = opener.open(sealed.visit->sealedAddress);
    const Result<EmailAddress> address =
        opened ? EmailAddress::parse(QString::fromUtf8(*opened)) : Result<EmailAddress>(passOn(opened));
    return address ? std::optional(*address) : std::nullopt;
}

/// The addresses in them; nothing where one cannot be opened. On all processors: a key agreement for each is nine tenths
/// of what counting people takes (measured).
std::vector<std::optional<EmailAddress>> opened(const std::vector<SealedVisit> &sealed)
{
    std::vector<std::optional<EmailAddress>> addresses(sealed.size());
    const auto openPart = [&](size_t first, size_t end) {
        std::map<const OpenedDays::Day *, Opener> openers; // of this thread's own
        for (size_t i = first; i < end; ++i) {
            if (!sealed[i].day)
                continue;
            auto opener = openers.find(sealed[i].day);
            if (opener == openers.end())
                opener = openers.emplace(sealed[i].day, sealed[i].day->opener.copy()).first;
            addresses[i] = addressIn(sealed[i], opener->second);
        }
    };
    const size_t parts = std::max(1U, std::thread::hardware_concurrency());
    const size_t each = (sealed.size() + parts - 1) / parts;
    std::vector<std::future<void>> others;
    for (size_t first = each; first < sealed.size(); first += each)
        others.push_back(std::async(std::launch::async, openPart, first, std::min(first + each, sealed.size())));
    openPart(0, std::min(each, sealed.size()));
    for (std::future<void> &other : others)
        other.get();
    return addresses;
}

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
    std::vector<Visit> waiting;
    Result<> taken;
    const auto takeWaiting = [&] {
        taken = take(std::exchange(waiting, {}));
        return taken.has_value();
    };
    const auto goesOn = [&] {
        if (progress && !progress(std::min(m_visits, total), total))
            taken = fail(ErrorCode::Conflict, QCoreApplication::translate("RecipientList", "Counting was cancelled."));
        return taken.has_value();
    };
    for (const NoticeTarget &target : targets) {
        Result<> read = m_store.forEach(target.facility, target.from, target.until, [&](const Visit &visit) {
            waiting.push_back(visit);
            return waiting.size() < openedAtOnce || (takeWaiting() && goesOn());
        });
        if (!read)
            return read;
        if (!taken)
            return taken;
    }
    return takeWaiting() ? markAlreadyNotified() : taken;
}

Result<> RecipientList::take(const std::vector<Visit> &visits)
{
    std::vector<SealedVisit> sealed;
    sealed.reserve(visits.size());
    for (const Visit &visit : visits) {
        const Result<const OpenedDays::Day *> day = m_days.open(visit.key.day);
        // Of a vault that does not answer, or of another log-in, the record is not to blame: nobody is left out for that.
        if (!day && !isClosed(day.error()))
            return passOn(day);
        sealed.push_back({&visit, day.value_or(nullptr)});
    }
    const std::vector<std::optional<EmailAddress>> addresses = opened(sealed);
    for (size_t i = 0; i < visits.size(); ++i) {
        if (addresses[i])
            add(visits[i], *addresses[i]);
    }
    m_visits += int(visits.size());
    m_unreadable += int(std::ranges::count_if(addresses, [](const auto &address) { return !address; }));
    return {};
}

void RecipientList::add(const Visit &visit, const EmailAddress &address)
{
    NoticeRecipient &person = m_people[address.canonical()];
    person.visits.push_back(visit.key);
    if (person.visits.size() == 1 || visit.key.scannedAt >= person.latestScan) {
        person.latestScan = visit.key.scannedAt;
        person.language = visit.language;
        person.address = address.display();
    }
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

// Somebody whose mail still waits counts as told; somebody whom it did not reach does not, nor whom it never will: where the
// power failed while a notice was being cancelled, they wait in it for nothing.
Result<RecipientList::Told> RecipientList::toldAt(QDate day, FacilityId facility)
{
    Result<Rows> rows = m_database.run(
        u"SELECT v.who FROM notice_visit v JOIN notice_recipient r ON r.id = v.recipient_id "
        "JOIN notice n ON n.id = r.notice_id "
        "WHERE v.day = ? AND v.facility_id = ? AND n.approved_at IS NOT NULL "
        "AND (r.state = 'sent' OR r.state = 'waiting' AND n.state <> 'cancelled')"_s,
        {japan::toNumber(day), facility});
    if (!rows)
        return passOn(rows);
    Told told;
    while (rows->next())
        told.insert(rows->bytes(0));
    return told;
}

} // namespace shirase
