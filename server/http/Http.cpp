// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Http.h"

#include <algorithm>

namespace shirase::http {

QByteArray Request::header(QByteArrayView name) const
{
    const auto found =
        std::ranges::find(headers, name, [](const Header &h) { return QByteArrayView(h.first); });
    return found == headers.end() ? QByteArray() : found->second;
}

} // namespace shirase::http
