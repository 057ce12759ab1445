// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"

#include <QString>

namespace shirase {

/// What became of a mail at the relay, as a sentence for staff: what happened, and what to do. Never holds the recipient's
/// address.
[[nodiscard]] QString relayText(const DeliveryOutcome &outcome);

} // namespace shirase
