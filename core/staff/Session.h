// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/Account.h"
#include "core/vault/OfficeKey.h"

#include <memory>
#include <optional>

namespace shirase {

/// An account that has logged in, as it was then. While it lives, the account's right to the office key is
/// open in locked memory; destroying it wipes the key.
class Session
{
public:
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] bool has(Role role) const { return m_account.roles.testFlag(role); }
    /// The office key, for those whom it was granted to (notices or approval); else null.
    [[nodiscard]] const Opener *office() const { return m_officeKey ? &m_officeKey->opener : nullptr; }

    /// The same once more, for an act that changes the office key while others still use this one.
    [[nodiscard]] std::unique_ptr<Session> copy() const
    {
        auto session = std::make_unique<Session>();
        session->m_account = m_account;
        session->m_publicKey = m_publicKey;
        if (m_officeKey)
            session->m_officeKey = m_officeKey->copy();
        return session;
    }

private:
    friend class StaffDesk;
    Account m_account;
    QByteArray m_publicKey; ///< the account's
    std::optional<OfficeKey> m_officeKey;
};

} // namespace shirase
