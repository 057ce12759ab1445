// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/mail/MailTransport.h"

#include <functional>
#include <memory>

namespace shirase {

/// What the settings do not say of a way out for mail.
struct MailTransportExtras
{
    QByteArrayView password = {};                ///< for the relay; empty: that of the setting mail.password_file
    std::function<void(MailStep)> onStep = {};   ///< SmtpOptions::onStep
};

/// The way out for mail that the settings name. Fails with Invalid if they name none, Unavailable if the password file
/// cannot be read.
[[nodiscard]] Result<std::unique_ptr<MailTransport>> makeMailTransport(const DataFolder &folder, const Settings &settings,
                                                                       const MailTransportExtras &extras = {});

} // namespace shirase
