// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SealedBox.h"

#include <QString>

namespace shirase {

/// What the web side holds: the key of the scan and confirmation tokens, and the key pair of the mail queue. It lives
/// in DIR/server.key (0600), never in the database or a backup.
class ServerKey
{
public:
    [[nodiscard]] static ServerKey generate();
    /// Fails with NotFound if there is no such file, Refused if others may read it, Corrupt if it is no server key.
    [[nodiscard]] static Result<ServerKey> load(const QString &path);
    /// Writes a new file, readable by its owner only. Fails with Conflict if it exists.
    [[nodiscard]] Result<> save(const QString &path) const;

    [[nodiscard]] const SecretBytes &tokenKey() const { return m_tokenKey; }
    [[nodiscard]] const QByteArray &queuePublicKey() const { return m_queue.publicKey; }
    [[nodiscard]] Opener queueOpener() const { return Opener(m_queue.copy()); }
    /// Names the key without revealing it; the database remembers it, so that a server with another key is refused.
    [[nodiscard]] QString fingerprint() const;

private:
    ServerKey(SecretBytes tokenKey, KeyPair queue) : m_tokenKey(std::move(tokenKey)), m_queue(std::move(queue)) {}
    SecretBytes m_tokenKey; ///< 32 bytes
    KeyPair m_queue;
};

} // namespace shirase
