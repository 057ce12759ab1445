// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityDesk.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityDesk)
};

Result<> need(const Actor &by)
{
    if (FacilityDesk::may(by))
        return {};
    return fail(ErrorCode::Refused,
                Tr::tr("Only an account with the facilities role may do this. Please ask a colleague who has it, or "
                       "an administrator for the role."));
}

QString subjectOf(FacilityId id)
{
    return u"facility %1"_s.arg(id);
}

QString subjectOf(const Result<Facility> &facility)
{
    return subjectOf(facility->id);
}

QString actionOf(FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return u"facility.activate"_s;
    case FacilityState::Suspended:
        return u"facility.suspend"_s;
    case FacilityState::Retired:
        return u"facility.retire"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

template <typename T>
Result<T> FacilityDesk::change(const Actor &by, const QString &action, const std::function<Result<T>()> &step,
                               const std::function<QString(const Result<T> &)> &subject)
{
    if (const Result<> allowed = need(by); !allowed)
        return passOn(allowed);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Result<T> done = step();
    if (!done)
        return done;
    if (const Result<> noted = m_audit.add(by.name(), action, subject(done)); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return done;
}

Result<Facility> FacilityDesk::add(const Actor &by, const FacilityDetails &details, bool sendPoster,
                                   const QString &language)
{
    return change<Facility>(
        by, u"facility.add"_s,
        [&] { return m_registration.addWithin(details, FacilitySource::Staff, sendPoster, language); },
        [](const Result<Facility> &added) { return subjectOf(added); });
}

Result<> FacilityDesk::sendPoster(const Actor &by, const Facility &facility, const QString &language)
{
    return change<void>(
        by, u"facility.poster"_s, [&] { return m_registration.sendPosterWithin(facility, language); },
        [&](const Result<> &) { return subjectOf(facility.id); });
}

Result<Facility> FacilityDesk::reissue(const Actor &by, FacilityId id, int graceDays)
{
    return change<Facility>(
        by, u"facility.reissue"_s, [&] { return m_store.reissueWithin(id, graceDays); },
        [](const Result<Facility> &fresh) { return subjectOf(fresh); });
}

Result<> FacilityDesk::setState(const Actor &by, FacilityId id, FacilityState state)
{
    return change<void>(
        by, actionOf(state), [&] { return m_store.setState(id, state); },
        [id](const Result<> &) { return subjectOf(id); });
}

Result<FacilityAct::Outcome> FacilityDesk::perform(const Actor &by, FacilityAct &act,
                                                   FacilityAct::Direction direction,
                                                   const FacilityAct::Progress &progress)
{
    if (const Result<> allowed = need(by); !allowed)
        return passOn(allowed);
    const std::optional<FacilityState> state = act.stateAfter(direction);
    const QString action = state ? actionOf(*state) : u"facility.correct"_s;
    const auto note = [&](FacilityId id) { return m_audit.add(by.name(), action, subjectOf(id)); };
    return act.perform(direction, m_database, m_store, note, progress);
}

Result<FacilityImport::Check> FacilityDesk::checkImport(const Actor &by, const QList<CsvRow> &rows,
                                                        const FacilityImport::Progress &progress)
{
    if (const Result<> allowed = need(by); !allowed)
        return passOn(allowed);
    return FacilityImport(m_database, m_store, m_registration).check(rows, progress);
}

Result<FacilityImport::Outcome> FacilityDesk::import(const Actor &by, const QList<CsvRow> &rows,
                                                     bool sendPosters,
                                                     const FacilityImport::Progress &progress)
{
    QString all = u"%1 facilities"_s.arg(rows.size());
    const auto nothing = [] { return Result<>(); };
    const Result<> begun =
        change<void>(by, u"facility.import"_s, nothing, [&](const Result<> &) { return all; });
    if (!begun)
        return passOn(begun);
    int added = 0;
    const auto counted = [&](int done, int total) {
        added = done;
        return !progress || progress(done, total);
    };
    Result<FacilityImport::Outcome> outcome =
        FacilityImport(m_database, m_store, m_registration).run(rows, sendPosters, counted);
    if (outcome && !outcome->cancelled)
        return outcome;
    // Should this not be noted either, the first entry still says that there was an import.
    std::ignore = change<void>(by, u"facility.import.stop"_s, nothing,
                               [&](const Result<> &) { return u"%1 of %2"_s.arg(added).arg(all); });
    return outcome;
}

Result<> FacilityDesk::noteExport(const Actor &by, int facilities)
{
    return change<void>(
        by, u"facility.export"_s, [] { return Result<>(); },
        [facilities](const Result<> &) { return u"%1 facilities"_s.arg(facilities); });
}

} // namespace shirase
