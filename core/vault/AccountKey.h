// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SealedBox.h"

namespace shirase {

/// How much work a password guess costs (Argon2id).
struct PasswordCost
{
    quint64 operations;
    quint64 memory; ///< bytes

    /// libsodium's "moderate": 256 MiB and about 0.7 s a guess.
    [[nodiscard]] static PasswordCost standard();
    /// As cheap as possible, for tests only.
    [[nodiscard]] static PasswordCost minimal();
};

/// An account's secret key as it is stored: opened by the password and nothing else.
struct WrappedKey
{
    QByteArray publicKey;
    QByteArray salt;
    PasswordCost cost;
    QByteArray box; ///< nonce ‖ crypto_secretbox
};

namespace accountKey {

/// Wraps a key pair by Argon2id of a password. Fails with Unavailable if there is not memory enough.
[[nodiscard]] Result<WrappedKey> wrap(const KeyPair &keys, const SecretBytes &password, PasswordCost cost);

/// Fails with Refused if the password is wrong.
[[nodiscard]] Result<KeyPair> unwrap(const WrappedKey &wrapped, const SecretBytes &password);

} // namespace accountKey

/// The code on the recovery sheet: 160 random bits that stand for a key pair.
namespace recoveryCode {

/// Eight groups of four characters of Crockford's Base32: "7KQ2-…".
[[nodiscard]] QString generate();
/// The key pair of a code as typed: any case, any separators. Fails with Invalid if it is no code.
[[nodiscard]] Result<KeyPair> keys(const QString &typed);

} // namespace recoveryCode

} // namespace shirase
