// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PlaceFinder.h"

#include <map>

namespace shirase {

namespace {

using Found = std::map<QString, Result<CodeLookup>>; ///< by code

Result<Found> findAll(const FacilityStore &facilities, const QList<FacilityCode> &codes)
{
    Found found;
    for (const FacilityCode &code : codes) {
        if (!found.contains(code.text()))
            found.emplace(code.text(), facilities.findByCode(code));
    }
    return found;
}

} // namespace

PlaceFinder::PlaceFinder(Remote<FacilityStore> facilities)
    : m_facilities(facilities)
{
    // Fires when the loop has handled every socket that was ready.
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    m_turn.callOnTimeout([this] { askAll(); });
}

void PlaceFinder::find(const FacilityCode &code, Answer answer)
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
                     [this, asked = std::exchange(m_asked, {})](const Result<Found> &found) mutable {
                         for (Asked &one : asked)
                             one.answer(remembered(one.code.text(), found ? found->at(one.code.text()) : passOn(found)));
                     });
}

Result<CodeLookup> PlaceFinder::remembered(const QString &code, Result<CodeLookup> found)
{
    if (found)
        m_known.insert(code, new CodeLookup(*found));
    else if (found.error().code == ErrorCode::NotFound)
        m_known.remove(code);
    else if (const CodeLookup *known = m_known.object(code))
        return *known;
    return found;
}

} // namespace shirase
