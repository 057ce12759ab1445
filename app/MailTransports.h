// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"
#include "core/mail/MailTransport.h"

#include <memory>

namespace shirase {

/// The way out for mail that the settings ask for. Fails with Invalid or Unavailable if they are not complete.
[[nodiscard]] Result<std::unique_ptr<MailTransport>> makeMailTransport(const Connection &connection);

} // namespace shirase
