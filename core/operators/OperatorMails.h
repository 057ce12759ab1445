// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/mail/Outbox.h"
#include "core/settings/Settings.h"

namespace shirase {

/// The kinds of mails to operators, which are also the names of their texts. The content of each letter has
/// "facility" (its id); those with a link of their own also have "token".
namespace operatorMail {
inline const QString newPoster = QStringLiteral("poster-new"); ///< after a re-issue, with the poster
inline const QString registeredAgain =
    QStringLiteral("registered-again");                    ///< with the poster and a link to manage
inline const QString link = QStringLiteral("manage-link"); ///< with a link to manage
inline const QString confirmContact = QStringLiteral("contact-confirm"); ///< to the new mailbox, with a link
inline const QString contactChanged = QStringLiteral("contact-changed"); ///< to the old one
inline const QString closed = QStringLiteral("facility-closed");
} // namespace operatorMail

/// Composes the mails to operators: posters as PDF and the code as PNG (REQUIREMENTS O2), and links (O6).
///
/// Anybody can type anybody's address into a form, so whoever gets such a mail has confirmed nothing.
/// Subject, text, headers and the names of attachments therefore hold our own words and nothing that was
/// typed: no name, no person, no address. The one place where a facility's name appears is the painted
/// poster, where it can be neither markup nor header, and which is mailed unasked only where the name is
/// nothing but a name (NameOnPosters.h).
///
/// Paints, so it belongs into the mail thread, not the web server's.
/// @param facilities and @param settings have to outlive the composers
[[nodiscard]] std::map<QString, Outbox::Composer> operatorMails(FacilityStore &facilities,
                                                                const Settings &settings);

} // namespace shirase
