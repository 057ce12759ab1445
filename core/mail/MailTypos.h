// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace shirase {

/// The mail domain that was probably meant when this one looks like a slip, from a table of slips that people
/// make and from being one slip of the finger away from a large provider. Nothing for the providers that
/// exist, however close to each other they are. @param domain lowercase A-label (REQUIREMENTS V6)
[[nodiscard]] std::optional<QByteArray> likelyMailDomain(const QByteArray &domain);

} // namespace shirase
