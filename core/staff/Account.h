// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>
#include <QStringList>

#include <optional>

namespace shirase {

/// What an account may do (REQUIREMENTS S7). The administrator of a fresh set-up has every role.
enum class Role {
    Administrator = 0x01,
    Facilities = 0x02,
    Notices = 0x04,
    Approval = 0x08,
    Audit = 0x10,
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

inline constexpr Roles everyRole{Role::Administrator, Role::Facilities, Role::Notices, Role::Approval, Role::Audit};

struct Account
{
    qint64 id = 0;
    QString name;
    Roles roles;
    bool disabled = false;
    bool hasOfficeKey = false; ///< the office key has been granted to it

    bool operator==(const Account &) const = default;
};

/// Whether these roles take the office key, which opens addresses.
[[nodiscard]] inline bool needsOfficeKey(Roles roles)
{
    return roles.testAnyFlags(Role::Notices | Role::Approval);
}

/// "administrator facilities": names as the command line takes them, separated by spaces.
[[nodiscard]] QString toText(Roles roles);
/// Nothing if a name is unknown.
[[nodiscard]] std::optional<Roles> rolesOf(const QStringList &names);

} // namespace shirase
