// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "core/mail/MailTransport.h"
#include "core/vault/SecretBytes.h"

#include <functional>

namespace shirase {

/// How somebody who waits for a test mail is kept informed, and ends it.
struct TestMailWatch
{
    std::function<void(MailStep)> onStep = {};  ///< in any thread; may be empty
    std::function<bool()> isCancelled = {};     ///< asked several times a second; may be empty
};

/// Sends one mail at once, past the queue and whatever quiet hours there are. Returns what the relay said of it.
/// @param typedPassword for the relay; empty: that of the setting mail.password_file
/// Fails with Invalid if the recipient or an address of the settings is none, Unavailable with what the relay said,
/// Conflict if it was cancelled.
[[nodiscard]] Result<QString> sendTestMail(const DataFolder &folder, const Settings &settings,
                                           const SecretBytes &typedPassword, const QString &recipient, const Clock &clock,
                                           const TestMailWatch &watch);

} // namespace shirase
