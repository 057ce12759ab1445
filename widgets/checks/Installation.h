// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"
#include "core/staff/SetUpRequest.h"

#include <functional>

namespace shirase {

/// A mail that is sent at once, to see whether it can be.
struct TestMail
{
    Settings settings;         ///< those to try, saved or not (Settings::with)
    SecretBytes password = {}; ///< for the relay, as typed; empty: that of mail.password_file
    QString recipient;         ///< as typed
};

/// What only the program can do for the window, as it knows the data folder and the network: it looks at what settings lead
/// to in the world outside. Any thread may call; each check takes seconds. The sentences are for people: what was found,
/// and what to do.
class Installation
{
public:
    virtual ~Installation() = default;

    /// Asked now and then: true ends a check early.
    using Cancelled = std::function<bool()>;

    /// Sends it past the queue. @param onStep told of each step on the way to a relay, in any thread
    /// Fails with Invalid if an address is none, else with what the relay said.
    [[nodiscard]] virtual Result<QString> sendTestMail(const TestMail &mail, const std::function<void(MailStep)> &onStep,
                                                       const Cancelled &isCancelled) const = 0;
    /// Whether a web server could listen there. @param running where ours does already; that is no hindrance
    [[nodiscard]] virtual Result<QString> checkListening(const QString &listen, const QString &running) const = 0;
    /// Whether visitors reach this Shirase at web.public_url, and for how long the certificate there is good.
    [[nodiscard]] virtual Result<QString> checkPublicUrl(const Settings &settings, const Cancelled &isCancelled) const = 0;
    /// Whether our own certificate (web.tls_certificate, web.tls_key) is good, and for how long.
    [[nodiscard]] virtual Result<QString> checkCertificate(const Settings &settings) const = 0;
    /// Where the data are, with what the settings leave to the data folder.
    [[nodiscard]] virtual DataAddresses dataPlaces(const Settings &settings) const = 0;
    /// Whether both databases can be opened and written.
    [[nodiscard]] virtual Result<QString> checkDatabases(const DataAddresses &addresses) const = 0;

    /// Keeps a password for the relay in a fresh file that only this account can read. Returns what mail.password_file is to
    /// be, which is new each time, so that whoever sends notices the change.
    [[nodiscard]] virtual Result<QString> keepMailPassword(const SecretBytes &password) const = 0;
    /// Removes such a file; leaves one that somebody else has made.
    virtual void forgetMailPassword(const QString &passwordFile) const = 0;
};

} // namespace shirase
