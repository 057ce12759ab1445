// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Account.h"

#include "core/foundation/EnumWords.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr EnumWords<Role, 5> names{{
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
        const std::optional<Role> role = valueOf(names, text);
        if (!role)
            return std::nullopt;
        roles |= *role;
    }
    return roles;
}

} // namespace shirase
