// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <functional>

namespace shirase::webChecks {

/// Whether a web server could listen there: "127.0.0.1:8080". Fails with Invalid if that is no such address, Conflict
/// if the port is in use, Refused if this account may not open it, Unavailable otherwise.
[[nodiscard]] Result<QString> listening(const QString &listen);

/// Asks this Shirase for /healthz at web.public_url as a visitor would, for at most 10 s: is it there, is it ours, and how
/// long is the certificate good? @param now seconds since the epoch, UTC @param isCancelled asked several times a second
[[nodiscard]] Result<QString> publicUrl(const Settings &settings, qint64 now, const std::function<bool()> &isCancelled);

/// Whether web.tls_certificate and web.tls_key are good now, and for how long. Fails as http::TlsFiles::load() does.
[[nodiscard]] Result<QString> certificate(const Settings &settings, qint64 now);

} // namespace shirase::webChecks
