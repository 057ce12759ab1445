// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

#include <QCache>

namespace shirase::http {

/// Gives what is the same for everybody (Response::shared) in the form that a request asks for: with a strong
/// ETag, as 304 where the browser has it already, and compressed where it may be. For one thread.
///
/// Nothing else is compressed. A page that holds a token beside something that its visitor sent would tell
/// the token by its compressed length (the BREACH attack), and a page that reaches the phone in the first
/// flight of packets either way gains nothing by it.
class SharedContent
{
public:
    SharedContent();

    /// Any other answer passes as it is.
    [[nodiscard]] Response represented(const Request &request, Response response);

private:
    /// Whether compressing has made it smaller; then its body is the compressed one.
    [[nodiscard]] bool compress(Response &response, const QByteArray &hash);

    QCache<QByteArray, QByteArray> m_compressed; ///< by the content's hash; weighed in bytes
};

} // namespace shirase::http
