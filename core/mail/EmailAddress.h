// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace shirase {

/// A mail address, mended and checked once; nothing else in Shirase ever parses one (REQUIREMENTS V6).
///
/// Mended silently: full-width characters, spaces around and inside, a trailing 。 or dot, a leading
/// "mailto:". Accepted beyond RFC 5321: the local parts with doubled, leading or trailing dots that Japanese
/// carriers gave out; they leave quoted. The domain may be international. A comma that stands for a dot in
/// the domain ("docomo.ne,jp") is shown as typed and asked about by likelyMeant(); as no domain has one,
/// every other form has the dot, so that mail arrives whichever way the question is answered.
class EmailAddress
{
public:
    /// The longest address that the world's mail systems carry, in octets (RFC 5321 §4.5.3.1.3 less the
    /// brackets).
    static constexpr int maximumLength = 254;

    /// Fails with Invalid and a translated sentence that says what is missing; the text itself is not
    /// repeated there.
    static Result<EmailAddress> parse(const QString &typed);

    /// As typed after mending, the domain not encoded: "taro..y@docomo.ne.jp". For the owner's eyes.
    [[nodiscard]] const QString &display() const { return m_display; }
    /// The form for SMTP and headers: local part quoted where RFC 5321 needs it, domain as A-label, ASCII
    /// only.
    [[nodiscard]] QByteArray wire() const;
    /// The form by which two typings are the same person: NFKC, trimmed, ASCII-lowercased, domain as A-label.
    /// UTF-8.
    [[nodiscard]] QByteArray canonical() const;
    /// The domain as lowercase A-label: "docomo.ne.jp".
    [[nodiscard]] QByteArray domain() const;
    /// Enough for the owner to recognise it and nobody else: "t…o@d…o.ne.jp"; of words of two letters only
    /// the first is shown, of one letter none.
    [[nodiscard]] QString masked() const;

    /// The address that was probably meant when this one looks like a slip ("gmial.com" → "gmail.com").
    [[nodiscard]] std::optional<EmailAddress> likelyMeant() const;

    bool operator==(const EmailAddress &) const = default;

private:
    EmailAddress(QString local, const QString &domain, QByteArray asciiDomain);

    QString m_display;
    QString m_local;
    QByteArray m_asciiDomain;
};

} // namespace shirase
