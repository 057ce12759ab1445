// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/Session.h"

namespace shirase {

/// How the audit log names those who act without an account. No account can be named like one of them.
namespace actors {

/// An operator who acts through a link that was mailed.
inline const QString operators = QStringLiteral("operator");
/// The program, by itself.
inline const QString system = QStringLiteral("system");
/// Whoever works at the command line without a log-in: that takes the data folder, and whoever has that may do
/// anything.
inline const QString commandLine = QStringLiteral("command line");

/// Whether a name could be taken for one of them, in whatever width or case, with look-alike letters or spaces.
[[nodiscard]] bool isReserved(const QString &name);
/// What is the same for all names that look alike. Two accounts never share it.
[[nodiscard]] QString folded(const QString &name);

} // namespace actors

/// Who does something: an account that has logged in, or the command line. What has to be refused without a
/// certain role takes one.
class Actor
{
public:
    Actor(const Session &session) // NOLINT(google-explicit-constructor): a session acts
        : Actor(session.account().name, session.account().roles)
    {}
    [[nodiscard]] static Actor commandLine() { return {actors::commandLine, everyRole}; }

    /// For the audit log.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool has(Role role) const { return m_roles.testFlag(role); }

private:
    Actor(QString name, Roles roles)
        : m_name(std::move(name))
        , m_roles(roles)
    {}

    QString m_name;
    Roles m_roles;
};

} // namespace shirase
