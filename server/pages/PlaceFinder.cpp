// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PlaceFinder.h"

namespace shirase {

void PlaceFinder::find(const FacilityCode &code, Answer answer)
{
    m_facilities.ask([code](FacilityStore &facilities) { return facilities.findByCode(code); },
                     [this, code, answer = std::move(answer)](Result<CodeLookup> found) mutable {
                         answer(remembered(code.text(), std::move(found)));
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
