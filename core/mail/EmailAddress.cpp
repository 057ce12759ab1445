// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/EmailAddress.h"

#include "core/mail/MailTypos.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumLocalLength = 64; // RFC 5321 §4.5.3.1.1
constexpr int maximumDomainLength = 253;
constexpr int maximumLabelLength = 63;
constexpr qsizetype maximumTyped = 1024; // nothing that mends to 254 octets is typed with more

bool isAsciiLetterOrDigit(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// RFC 5322 §3.2.3
bool isAtomCharacter(QChar c)
{
    return isAsciiLetterOrDigit(c.unicode()) || u"!#$%&'*+-/=?^_`{|}~"_s.contains(c);
}

/// Spaces that are seen, and the ones that only copying brings along.
bool isStraySpace(QChar c)
{
    constexpr QStringView invisible = u"\u00AD\u200B\u200C\u200D\u2060\uFEFF";
    return c.category() == QChar::Separator_Space || invisible.contains(c);
}

/// Characters that would make an address look like another one, or break out of a header.
bool isForbidden(QChar c)
{
    constexpr QStringView directions =
        u"\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph || directions.contains(c);
}

/// Nothing in it is forbidden, a stray space, or more than one character's width wide: so are most that are typed.
bool isVisibleAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

/// What is beyond doubt: width, spaces, the ideographic full stop, "mailto:" and a full stop at the end.
QString mended(const QString &typed)
{
    QString text = typed;
    if (!isVisibleAscii(typed)) {
        text = typed.normalized(QString::NormalizationForm_KC);
        text.removeIf(isStraySpace);
        text.replace(u'。', u'.');
        text.replace(u'、', u',');
    }
    if (text.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        text.remove(0, QStringView(u"mailto:").size());
    while (text.endsWith(u'.') || text.endsWith(u','))
        text.chop(1);
    return text;
}

/// Dots may be doubled, leading or trailing: Japanese carriers gave such addresses out (REQUIREMENTS V6).
bool isLocalPart(QStringView local)
{
    return std::ranges::all_of(local, [](QChar c) { return c == u'.' || isAtomCharacter(c); }) &&
           std::ranges::any_of(local, isAtomCharacter);
}

bool isLabel(const QByteArray &label)
{
    return !label.isEmpty() && label.size() <= maximumLabelLength && !label.startsWith('-') &&
           !label.endsWith('-') && std::ranges::all_of(label, [](char c) {
               return c == '-' || isAsciiLetterOrDigit(QLatin1Char(c).unicode());
           });
}

/// The domain as lowercase A-label; empty if it is none that mail can be sent to.
QByteArray asciiDomainOf(const QString &domain)
{
    QByteArray ascii = QUrl::toAce(domain).toLower();
    const QList<QByteArray> labels = ascii.split('.');
    if (ascii.size() > maximumDomainLength || labels.size() < 2 || !std::ranges::all_of(labels, isLabel))
        return {};
    // No top-level domain is a number (RFC 3696 §2): this would be an IP address.
    const QByteArray &top = labels.last();
    if (top.size() < 2 || std::ranges::all_of(top, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    return ascii;
}

/// First and last character, and nothing between them; less where that would be all there is.
void appendMasked(QString &masked, QStringView word)
{
    const auto isPair = [word](qsizetype at) {
        return at >= 0 && at + 1 < word.size() && word[at].isHighSurrogate() && word[at + 1].isLowSurrogate();
    };
    const QStringView first = word.first(std::min<qsizetype>(word.size(), isPair(0) ? 2 : 1));
    const QStringView rest = word.sliced(first.size());
    const QStringView last = rest.last(std::min<qsizetype>(rest.size(), isPair(word.size() - 2) ? 2 : 1));
    if (!rest.isEmpty())
        masked += first;
    masked += u'…';
    if (rest != last)
        masked += last;
}

std::unexpected<Error> invalid(const QString &message)
{
    return fail(ErrorCode::Invalid, message);
}

} // namespace

EmailAddress::EmailAddress(QString local, const QString &domain, QByteArray asciiDomain)
    : m_display(local + u'@' + domain)
    , m_local(std::move(local))
    , m_asciiDomain(std::move(asciiDomain))
{}

Result<EmailAddress> EmailAddress::parse(const QString &typed)
{
    if (!isVisibleAscii(typed) && std::ranges::any_of(typed, isForbidden))
        return invalid(QCoreApplication::translate(
            "EmailAddress",
            "The mail address holds a character that cannot be seen. Please type the address by hand."));
    const QString text = typed.size() <= maximumTyped ? mended(typed) : typed;
    if (text.isEmpty())
        return invalid(QCoreApplication::translate("EmailAddress", "Please enter your mail address."));
    if (text.size() > maximumLength)
        return invalid(QCoreApplication::translate(
            "EmailAddress", "The mail address is too long. Please enter one address only."));
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return invalid(QCoreApplication::translate(
            "EmailAddress",
            "There is no @ in the mail address. Please check it: it looks like name@example.jp."));
    if (text.count(u'@') > 1)
        return invalid(QCoreApplication::translate(
            "EmailAddress", "There is more than one @ in the mail address. Please enter one address only."));

    const QString local = text.left(at);
    const QString domain = text.mid(at + 1);
    if (!isLocalPart(local))
        return invalid(
            QCoreApplication::translate("EmailAddress", "The part before the @ is empty or holds a character "
                                                        "that no mail address has. Please check it."));
    if (local.size() > maximumLocalLength)
        return invalid(QCoreApplication::translate(
            "EmailAddress", "The part before the @ is too long. Please check the mail address."));
    QByteArray ascii = asciiDomainOf(QString(domain).replace(u',', u'.'));
    if (ascii.isEmpty())
        return invalid(QCoreApplication::translate(
            "EmailAddress",
            "The part after the @ is not complete or not right. Please check it: it looks like example.jp."));
    constexpr qsizetype quotesAndAt = 3;
    const bool mayBeTooLong = local.size() + ascii.size() + quotesAndAt > maximumLength;
    EmailAddress address(local, domain, std::move(ascii));
    if (mayBeTooLong && address.wire().size() > maximumLength)
        return invalid(QCoreApplication::translate(
            "EmailAddress", "The mail address is too long. Please enter one address only."));
    return address;
}

QByteArray EmailAddress::wire() const
{
    const bool dotAtom = !m_local.startsWith(u'.') && !m_local.endsWith(u'.') && !m_local.contains(".."_L1);
    const QByteArray local = m_local.toLatin1();
    return (dotAtom ? local : '"' + local + '"') + '@' + m_asciiDomain;
}

QByteArray EmailAddress::canonical() const
{
    return m_local.toLatin1().toLower() + '@' + m_asciiDomain;
}

QByteArray EmailAddress::domain() const
{
    return m_asciiDomain;
}

QString EmailAddress::masked() const
{
    const QStringView domain = QStringView(m_display).sliced(m_local.size() + 1);
    const qsizetype end =
        std::ranges::find_if(domain, [](QChar c) { return c == u'.' || c == u','; }) - domain.begin();
    QString masked;
    masked.reserve(m_display.size() + 2); // a short word becomes longer
    appendMasked(masked, m_local);
    masked += u'@';
    appendMasked(masked, domain.first(end));
    masked += domain.sliced(end);
    return masked;
}

std::optional<EmailAddress> EmailAddress::likelyMeant() const
{
    if (const std::optional<QByteArray> meant = likelyMailDomain(m_asciiDomain))
        return EmailAddress(m_local, QString::fromLatin1(*meant), *meant);
    if (m_display.contains(u','))
        return EmailAddress(m_local, m_display.mid(m_local.size() + 1).replace(u',', u'.'), m_asciiDomain);
    return std::nullopt;
}

} // namespace shirase
