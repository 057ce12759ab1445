// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SiteUnderTest.h"

namespace shirase {

/// The site with one place, at whose page people register.
class SiteWithPlace : public SiteUnderTest
{
public:
    QString scan() { return get(path).field(u"token"_s); }
    Answered signUp(const QString &token, const QString &email)
    {
        return post(path, {{u"token"_s, token}, {u"email"_s, email}, {u"agree"_s, u"1"_s}});
    }

    Facility place = addFacility();
    QString path = u"/f/"_s + place.code.text();
};

} // namespace shirase
