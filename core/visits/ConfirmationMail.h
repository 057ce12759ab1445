// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Outbox.h"
#include "core/settings/Settings.h"

namespace shirase {

/// Composes the mail that confirms a registration (REQUIREMENTS V3, V4). It has no link, no phone number and nothing
/// that tells where the visitor was.
/// @param settings has to outlive the composer
[[nodiscard]] Outbox::Composer confirmationMail(const Settings &settings);

} // namespace shirase
