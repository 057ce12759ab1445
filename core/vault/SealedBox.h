// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/vault/SecretBytes.h"

#include <QByteArray>

namespace shirase {

/// An X25519 key pair: whoever has the public half can seal, only the secret half opens.
struct KeyPair
{
    QByteArray publicKey; ///< 32 bytes
    SecretBytes secretKey; ///< 32 bytes

    [[nodiscard]] static KeyPair generate();
    /// The pair of a secret key.
    [[nodiscard]] static KeyPair fromSecret(SecretBytes secretKey);
    [[nodiscard]] KeyPair copy() const { return {publicKey, secretKey.copy()}; }
};

/// Seals messages to one public key. The costly key agreement is done once, for an ephemeral key pair that lives as
/// long as the sealer; each message has a random nonce of its own. What was sealed cannot be opened by the sealer.
///
/// Form: version (1) ‖ ephemeral public key (32) ‖ nonce (24) ‖ crypto_box, the message padded to the next of 64, 128
/// or 256 bytes, then to multiples of 256, so that its length says little.
class Sealer
{
public:
    /// @param recipient 32 bytes
    explicit Sealer(const QByteArray &recipient);
    [[nodiscard]] QByteArray seal(QByteArrayView message) const;

private:
    QByteArray m_ephemeralPublicKey;
    SecretBytes m_sharedKey;
};

/// Opens what was sealed to its key pair. It remembers the last key agreement, as the rows of a batch share one.
class Opener
{
public:
    explicit Opener(KeyPair keys) : m_keys(std::move(keys)) {}
    [[nodiscard]] Opener copy() const { return Opener(m_keys.copy()); }
    /// Fails with Corrupt if it was sealed to another key or was changed.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed) const;
    /// The same for a key: it goes to locked memory and is wiped elsewhere.
    [[nodiscard]] Result<SecretBytes> openSecret(QByteArrayView sealed) const;
    [[nodiscard]] const QByteArray &publicKey() const { return m_keys.publicKey; }
    /// Its own secret key, sealed to another one: whoever opens that can open all that this opens.
    [[nodiscard]] QByteArray shareWith(const QByteArray &publicKey) const
    {
        return Sealer(publicKey).seal(m_keys.secretKey.view());
    }

private:
    KeyPair m_keys;
    mutable QByteArray m_lastEphemeral;
    mutable SecretBytes m_sharedKey;
};

} // namespace shirase
