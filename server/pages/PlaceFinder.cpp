// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PlaceFinder.h"

#include <map>
#include <utility>

namespace shirase {

struct PlaceFinder::Found
{
    qint64 revision;                              ///< of all facilities
    std::map<QString, Result<CodeLookup>> places; ///< by code; without those that are known as they are

    [[nodiscard]] static Result<Found> read(const FacilityStore &facilities, const QList<FacilityCode> &unknown,
                                            const QList<FacilityCode> &known, qint64 knownAt);
};

/// @param knownAt the revision at which the known ones were read
Result<PlaceFinder::Found> PlaceFinder::Found::read(const FacilityStore &facilities, const QList<FacilityCode> &unknown,
                                                    const QList<FacilityCode> &known, qint64 knownAt)
{
    // The revision first: should a facility change before it is read, the next look finds a later one.
    const Result<qint64> revision = facilities.revision();
    if (!revision)
        return passOn(revision);
    Found found{*revision, {}};
    for (const FacilityCode &code : *revision == knownAt ? unknown : unknown + known) {
        if (!found.places.contains(code.text()))
            found.places.emplace(code.text(), facilities.findByCode(code));
    }
    return found;
}

PlaceFinder::PlaceFinder(Remote<FacilityStore> facilities, std::chrono::milliseconds trust)
    : m_facilities(facilities)
    , m_trust(trust)
{
    // Fires when the loop has handled every socket that was ready.
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    m_turn.callOnTimeout([this] { askAll(); });
}

void PlaceFinder::find(const FacilityCode &code, Answer answer)
{
    const Known *known = m_known.object(code.text());
    const auto age = std::chrono::steady_clock::now() - m_lookedAt;
    if (!known || known->revision != m_revision || age >= m_trust) {
        ask(code, std::move(answer));
        return;
    }
    // In good time, so that nobody has to wait for the next look.
    if (age >= m_trust / 2 && !std::exchange(m_looksAhead, true))
        ask(code, {});
    answer(known->place);
}

void PlaceFinder::ask(const FacilityCode &code, Answer answer)
{
    m_asked.push_back({code, std::move(answer), std::nullopt});
    m_turn.start();
}

void PlaceFinder::askAll()
{
    QList<FacilityCode> unknown;
    QList<FacilityCode> known;
    for (Asked &one : m_asked) {
        const Known *before = m_known.object(one.code.text());
        if (before && before->revision == m_revision)
            one.known = before->place;
        (one.known ? known : unknown).append(one.code);
    }
    m_facilities.ask(
        [unknown, known, knownAt = m_revision](FacilityStore &facilities) {
            return Found::read(facilities, unknown, known, knownAt);
        },
        [this, askedAt = std::chrono::steady_clock::now(),
         asked = std::exchange(m_asked, {})](const Result<Found> &found) mutable {
            if (found) {
                m_revision = found->revision;
                m_lookedAt = askedAt;
            }
            m_looksAhead = false;
            for (Asked &one : asked) {
                Result<CodeLookup> place = placeOf(one, found);
                if (one.answer)
                    one.answer(std::move(place));
            }
        });
}

Result<CodeLookup> PlaceFinder::placeOf(const Asked &one, const Result<Found> &found)
{
    const QString code = one.code.text();
    if (found && !found->places.contains(code))
        return *one.known; // and is as it was
    const Result<CodeLookup> place = found ? found->places.at(code) : passOn(found);
    if (place)
        m_known.insert(code, new Known{*place, m_revision});
    else if (place.error().code == ErrorCode::NotFound)
        m_known.remove(code);
    else if (const Known *before = m_known.object(code))
        return before->place;
    return place;
}

} // namespace shirase
