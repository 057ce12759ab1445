// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Account.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<Role, QStringView>, 5> names{{
    {Role::Administrator, u"administrator"},
    {Role::Facilities, u"facilities"},
    {Role::Notices, u"notices"},
    {Role::Approval, u"approval"},
    {Role::Audit, u"audit"},
}};

} // namespace

QString toText(Roles roles)
{
    QStringList texts;
    for (const auto &[role, name] : names) {
        if (roles.testFlag(role))
            texts.append(name.toString());
    }
    return texts.join(u' ');
}

std::optional<Roles> rolesOf(const QStringList &texts)
{
    Roles roles;
    for (const QString &text : texts) {
        const auto found = std::ranges::find(names, QStringView(text), &std::pair<Role, QStringView>::second);
        if (found == names.end())
            return std::nullopt;
        roles |= found->first;
    }
    return roles;
}

} // namespace shirase
