// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

namespace shirase::http {

/// The policy of a page that does not bring its own (REQUIREMENTS V8: no JavaScript). A page brings its own
/// by a "Content-Security-Policy" among Response::headers, as the kiosk does.
inline constexpr QByteArrayView defaultContentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

/// The one place in which answers get their security headers: pages, errors and the guard's refusals alike.
/// Appends whole lines to `head`, among them Cache-Control: no-store unless the response sets another.
/// @param secure the visitor came by TLS, so that HSTS may be said
void appendSecurityHeaders(QByteArray &head, const QList<Header> &own, bool secure);

/// Whether appendSecurityHeaders alone writes this header, so that a response's own is left out.
[[nodiscard]] bool isSecurityHeader(QByteArrayView name);

} // namespace shirase::http
