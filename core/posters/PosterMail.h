// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/mail/Outbox.h"
#include "core/settings/Settings.h"

namespace shirase {

/// Composes the mail that brings an operator the poster as PDF and the code as PNG (REQUIREMENTS O2). Its
/// text names nothing that a stranger has typed into the form. Paints, so it belongs into the mail thread,
/// not the web server's.
/// @param facilities and @param settings have to outlive the composer
[[nodiscard]] Outbox::Composer posterMail(FacilityStore &facilities, const Settings &settings);

} // namespace shirase
