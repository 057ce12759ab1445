// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"

#include <QByteArray>

#include <optional>

namespace shirase {

/// Seals what a link of ours says under the server key, so that neither the link nor a proxy's log gives
/// anything away and nobody can make one up. Padded: the length of the link says nothing of its content. As
/// base64url.
/// @param key the server's token key, 32 bytes; @param use a name of our own: each use has a key of its own,
/// derived
[[nodiscard]] QByteArray sealToken(QByteArrayView content, const SecretBytes &key, QByteArrayView use);

/// The content again. Nothing if the text was changed, is spelt otherwise, or was sealed under another key or
/// use.
[[nodiscard]] std::optional<QByteArray> openToken(QByteArrayView text, const SecretBytes &key,
                                                  QByteArrayView use);

} // namespace shirase
