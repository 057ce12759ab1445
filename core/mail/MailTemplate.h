// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/settings/Profile.h"

#include <QString>

namespace shirase {

/// A mail's text as its template gives it.
struct MailText
{
    QString subject;
    QString body; ///< lines end in \n

    bool operator==(const MailText &) const = default;
};

/// Renders resources/mails/NAME.LANGUAGE.txt (first line the subject, then an empty line, then the body) with what the
/// profile says, and with {{link}}; no other value can get into a mail's text. Which language is mailTemplate()'s choice.
/// @param link an address of our own pages that holds nothing that anybody has typed
[[nodiscard]] Result<MailText> renderMail(const QString &name, const Profile &profile, const QString &link = {});

/// The same with its placeholders unfilled. A language without a template gets that of the language it is a kind of
/// ("ja-x-easy": "ja"), else English. Fails with Internal if there is no such template.
[[nodiscard]] Result<MailText> mailTemplate(const QString &name, const QString &language);

/// The languages that have a template of this name, sorted.
[[nodiscard]] QStringList mailLanguages(const QString &name);

} // namespace shirase
