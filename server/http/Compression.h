// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace shirase::http {

/// Whether an Accept-Encoding header allows gzip (RFC 9110 §12.5.3): by name, or by "*" without being named,
/// and not with weight 0.
[[nodiscard]] bool acceptsGzip(QByteArrayView acceptEncoding);

/// In the gzip format (RFC 1952), as small as zlib makes it. Empty if there is no memory for it.
[[nodiscard]] QByteArray gzipped(QByteArrayView content);

} // namespace shirase::http
