// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeThresholds.h"

#include "core/visits/VisitStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeThresholds)
};

Result<> check(const NoticeThreshold &threshold)
{
    if (threshold.infected < 1 || threshold.infected > NoticeThresholds::most ||
        threshold.registrations < 0 || threshold.registrations > NoticeThresholds::most) {
        return fail(ErrorCode::Invalid,
                    Tr::tr("A threshold takes at least one infected person, and no more than %L1.")
                        .arg(NoticeThresholds::most));
    }
    if (threshold.recommendation == Recommendation::None)
        return fail(ErrorCode::Invalid, Tr::tr("A threshold recommends \"send\" or \"consider\"."));
    return {};
}

} // namespace

Result<QList<NoticeThreshold>> NoticeThresholds::list()
{
    Result<Rows> rows =
        m_database.run(u"SELECT kind, infected, registrations, recommendation FROM notice_threshold "
                       "ORDER BY kind, infected, registrations"_s);
    if (!rows)
        return passOn(rows);
    QList<NoticeThreshold> thresholds;
    while (rows->next()) {
        thresholds.append(
            {.kind = facilityKindOf(rows->text(0)).value_or(FacilityKind::Store),
             .infected = int(rows->number(1)),
             .registrations = int(rows->number(2)),
             .recommendation = recommendationOf(rows->text(3)).value_or(Recommendation::Consider)});
    }
    return thresholds;
}

bool NoticeThresholds::mayEdit(const Session &by)
{
    return by.has(Role::Administrator) || by.has(Role::Approval);
}

Result<> NoticeThresholds::set(const Session &by, const NoticeThreshold &threshold, const Seen &seen)
{
    if (const Result<> good = check(threshold); !good)
        return good;
    return change(
        by, u"threshold.set"_s, threshold,
        u"INSERT INTO notice_threshold (kind, infected, registrations, recommendation) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (kind, infected, registrations) DO UPDATE SET recommendation = excluded.recommendation"_s,
        {toText(threshold.kind), threshold.infected, threshold.registrations,
         toText(threshold.recommendation)},
        seen);
}

Result<> NoticeThresholds::remove(const Session &by, const NoticeThreshold &threshold, const Seen &seen)
{
    return change(by, u"threshold.remove"_s, threshold,
                  u"DELETE FROM notice_threshold WHERE kind = ? AND infected = ? AND registrations = ?"_s,
                  {toText(threshold.kind), threshold.infected, threshold.registrations}, seen);
}

Result<> NoticeThresholds::change(const Session &by, const QString &action, const NoticeThreshold &threshold,
                                  const QString &sql, const QVariantList &values, const Seen &seen)
{
    if (!mayEdit(by)) {
        return fail(
            ErrorCode::Refused,
            Tr::tr("You need an account with the administrator or approval role to change the thresholds."));
    }
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (seen) {
        const Result<QList<NoticeThreshold>> now = list();
        if (!now)
            return passOn(now);
        if (*now != *seen)
            return fail(ErrorCode::Conflict,
                        Tr::tr("Somebody else has changed the thresholds meanwhile, so nothing was changed. Please look "
                               "at them again; what you have entered is still there."));
    }
    {
        const Result<Rows> changed = m_database.run(sql, values);
        if (!changed)
            return passOn(changed);
        if (changed->changed() == 0)
            return fail(ErrorCode::NotFound, Tr::tr("There is no such threshold."));
    }
    const QString subject = u"threshold %1 %2 %3 %4"_s.arg(
        toText(threshold.kind), QString::number(threshold.infected), QString::number(threshold.registrations),
        toText(threshold.recommendation));
    if (const Result<> noted = m_audit.add(by.account().name, action, subject); !noted)
        return noted;
    return transaction->commit();
}

Result<Recommendation> NoticeThresholds::recommend(const QList<NoticeTarget> &targets, int infected)
{
    const Result<QList<NoticeThreshold>> thresholds = list();
    if (!thresholds)
        return passOn(thresholds);
    VisitStore visits(m_database);
    QMap<FacilityId, int> registrations;
    for (const NoticeTarget &target : joined(targets)) {
        const Result<int> people = visits.countPeople(target.facility, target.from, target.until);
        if (!people)
            return passOn(people);
        registrations[target.facility] += *people;
    }
    Recommendation strongest = Recommendation::None;
    for (const auto &[id, people] : registrations.asKeyValueRange()) {
        const Result<Facility> facility = m_facilities.find(id);
        if (!facility)
            return passOn(facility);
        const FacilityKind kind = facility->details.kind;
        if (std::ranges::find(*thresholds, kind, &NoticeThreshold::kind) == thresholds->end())
            strongest = std::max(strongest, Recommendation::Consider);
        for (const NoticeThreshold &threshold : *thresholds) {
            if (threshold.kind == kind && infected >= threshold.infected && people >= threshold.registrations)
                strongest = std::max(strongest, threshold.recommendation);
        }
    }
    return strongest;
}

} // namespace shirase
