// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PlaceFinder.h"

#include <map>
#include <utility>

namespace shirase {

namespace {

struct Found
{
    qint64 revision; ///< of all facilities
    std::map<QString, Result<CodeLookup>> places; ///< by code
};

Result<Found> findAll(const FacilityStore &facilities, const QList<FacilityCode> &codes)
{
    // The revision first: should a facility change before it is read, the next look finds a later one.
    const Result<qint64> revision = facilities.revision();
    if (!revision)
        return passOn(revision);
    Found found{*revision, {}};
    for (const FacilityCode &code : codes) {
        if (!found.places.contains(code.text()))
            found.places.emplace(code.text(), facilities.findByCode(code));
    }
    return found;
}

} // namespace

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
    m_asked.push_back({code, std::move(answer)});
    m_turn.start();
}

void PlaceFinder::askAll()
{
    QList<FacilityCode> codes;
    for (const Asked &one : m_asked)
        codes.append(one.code);
    m_facilities.ask([codes](FacilityStore &facilities) { return findAll(facilities, codes); },
                     [this, askedAt = std::chrono::steady_clock::now(),
                      asked = std::exchange(m_asked, {})](const Result<Found> &found) mutable {
                         if (found) {
                             m_revision = found->revision;
                             m_lookedAt = askedAt;
                         }
                         m_looksAhead = false;
                         for (Asked &one : asked) {
                             const QString code = one.code.text();
                             Result<CodeLookup> place = remembered(code, found ? found->places.at(code) : passOn(found));
                             if (one.answer)
                                 one.answer(std::move(place));
                         }
                     });
}

Result<CodeLookup> PlaceFinder::remembered(const QString &code, Result<CodeLookup> found)
{
    if (found)
        m_known.insert(code, new Known{*found, m_revision});
    else if (found.error().code == ErrorCode::NotFound)
        m_known.remove(code);
    else if (const Known *known = m_known.object(code))
        return known->place;
    return found;
}

} // namespace shirase
