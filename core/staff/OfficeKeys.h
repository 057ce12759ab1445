// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/staff/Account.h"
#include "core/staff/AuditLog.h"
#include "core/vault/OfficeKey.h"

#include <optional>
#include <span>

namespace shirase {

/// Who holds the office key: it is sealed to each holder's public key, and to that of the recovery sheet.
/// Whether somebody may hold it is for StaffDesk to say.
///
/// A change of the key crosses two databases in three steps, each safe to be interrupted after: new key and
/// new grants beside the old ones (main), every day sealed to the new key (vault), old grants gone (main). In
/// between, a holder opens both keys; the next one who does goes on by itself.
class OfficeKeys
{
public:
    OfficeKeys(Database &database, Database &vault, AuditLog &audit, const Clock &clock)
        : m_database(database)
        , m_vault(vault)
        , m_audit(audit)
        , m_clock(clock)
    {}

    /// The holder that is no account.
    static constexpr qint64 recoverySheet = 0;

    /// The newest office key's public half. Fails with NotFound before the set-up.
    [[nodiscard]] Result<OfficePublicKey> current();

    /// The first office key, granted to a recovery sheet only. In the caller's transaction.
    [[nodiscard]] Result<OfficeKey> found(const QByteArray &sheetPublicKey);

    /// Grants a key to an account. In the caller's transaction. Fails with Refused if it is not the current
    /// one any more.
    [[nodiscard]] Result<> grant(const OfficeKey &key, qint64 account, const QByteArray &publicKey);
    /// Takes every grant from an account. In the caller's transaction.
    [[nodiscard]] Result<> withdraw(qint64 account);

    /// Opens the office key with a holder's own one, and brings to its end a change that was interrupted.
    /// Nothing if it has not been granted to this holder. Fails with Corrupt if the grant was made to another
    /// key.
    [[nodiscard]] Result<std::optional<OfficeKey>> open(qint64 holder, KeyPair keys);

    /// Whether somebody has a grant who may not hold the key any more: then it has to be changed.
    [[nodiscard]] Result<bool> isChangeDue();
    /// A new office key for those who hold the old one and still may, and for the recovery sheet; the old one
    /// opens nothing then. Fails with Refused if the key is not the current one any more.
    /// @param by the account's name, for the audit log @param freshSheet a new recovery sheet's public key
    [[nodiscard]] Result<OfficeKey> change(const QString &by, const OfficeKey &old,
                                           const std::optional<QByteArray> &freshSheet = {});
    /// What somebody is told whose new sheet is kept, where the change for it has failed: perhaps after the sheets have
    /// changed places.
    [[nodiscard]] static Error keepBothSheets(const Error &cause);

private:
    [[nodiscard]] Result<OfficeKey> insertKey();
    [[nodiscard]] Result<> checkCurrent(const OfficeKey &key);
    [[nodiscard]] Result<> insertGrant(const OfficeKey &key, qint64 holder, const QByteArray &publicKey);
    [[nodiscard]] Result<> grantAnew(const OfficeKey &old, const OfficeKey &next,
                                     const std::optional<QByteArray> &freshSheet);
    [[nodiscard]] Result<> finish(std::span<const OfficeKey> old, const OfficePublicKey &next);

    Database &m_database;
    Database &m_vault;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace shirase
