// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingCheck.h"

#include "core/foundation/JapaneseTime.h"
#include "core/settings/Logo.h"
#include "core/settings/NewsItem.h"
#include "core/settings/RelatedService.h"

#include <QColor>
#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SettingCheck)
};

std::unexpected<Error> refused(const QString &sentence)
{
    return fail(ErrorCode::Invalid, sentence);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Result<QString> checkedColour(const QString &text)
{
    const QColor colour = QColor::isValidColorName(text) ? QColor(text) : QColor();
    if (!colour.isValid() || colour.alpha() != 255)
        return refused(Tr::tr("please give a colour such as #0a3b8c that stands out on white."));
    const double contrast = contrastOnWhite(colour);
    if (contrast < readableContrast)
        return refused(Tr::tr("on white, %1 has a contrast of %2 to 1, which is hard to read. Please give a darker "
                              "colour: at least %3 to 1.")
                           .arg(text)
                           .arg(std::floor(contrast * 10) / 10, 0, 'f', 1)
                           .arg(readableContrast, 0, 'f', 1));
    return colour.name();
}

Result<QString> checkedNumber(const SettingDefinition &definition, const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < definition.minimum || number > definition.maximum)
        return refused(Tr::tr("please give a number from %1 to %2.").arg(definition.minimum).arg(definition.maximum));
    return QString::number(number);
}

Result<QString> checkedUrl(const SettingDefinition &definition, QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    const QUrl url(text, QUrl::StrictMode);
    const bool mail = definition.key.startsWith(u"mail."_s);
    const QStringList schemes = mail ? QStringList{u"smtp"_s, u"smtps"_s} : QStringList{u"http"_s, u"https"_s};
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()) || !url.path().isEmpty()
        || url.hasQuery() || url.hasFragment())
        return refused(Tr::tr("please give an address such as %1.")
                           .arg(mail ? u"smtp://mail.example.jp:587"_s : u"https://shirase.example.jp"_s));
    if (!url.userInfo().isEmpty())
        return refused(Tr::tr("an address carries no user name and no password here."));
    return text;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

Result<QString> checkedLanguages(const SettingDefinition &definition, QStringList languages)
{
    for (const QString &language : std::as_const(languages)) {
        if (!definition.choices.contains(language))
            return refused(Tr::tr("%1 is none of the languages that there are: %2.")
                               .arg(language, definition.choices.join(u", "_s)));
    }
    if (!languages.contains(u"ja"_s))
        return refused(Tr::tr("Japanese, \"ja\", has to be among them."));
    languages.removeDuplicates();
    return languages.join(u' ');
}

Result<QString> checkedHosts(const QStringList &hosts)
{
    // RFC 1123 §2.1; an international name as its A-labels, which is how it comes in a request.
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"_s);
    static const QRegularExpression address(u"^\\[[0-9A-Fa-f:.]+\\]$"_s);
    for (const QString &host : hosts) {
        if (!name.match(host).hasMatch() && !address.match(host).hasMatch())
            return refused(Tr::tr("%1 is no name of a computer, such as shirase.example.jp (without http:// and port).").arg(host));
    }
    return hosts.join(u' ');
}

Result<QString> checkedSubnets(const QStringList &subnets)
{
    for (const QString &subnet : subnets) {
        // QHostAddress reads "10.1" as the whole of 10.1.0.0/16: who has mistyped an address would trust
        // strangers. Whoever says how large the network is, as in "10/8" or "10.0.0.0/255.0.0.0", means one.
        const bool cutOff = !subnet.contains(u':') && !subnet.contains(u'/') && subnet.count(u'.') != 3;
        if (cutOff || QHostAddress::parseSubnet(subnet).first.isNull())
            return refused(Tr::tr("%1 is no IP address or network, such as 192.0.2.1 or 192.0.2.0/24.").arg(subnet));
    }
    return subnets.join(u' ');
}

/// JSON comes out of a file as often as not, and is kept in one line.
template <typename Items>
Result<QString> checkedItems(const QString &text, const Result<Items> &items)
{
    if (!items)
        return refused(items.error().message);
    return QString::fromUtf8(QJsonDocument::fromJson(text.toUtf8()).toJson(QJsonDocument::Compact));
}

} // namespace

double contrastOnWhite(const QColor &colour)
{
    const double luminance = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
    return 1.05 / (luminance + 0.05);
}

std::optional<HostPort> hostPortOf(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const quint16 port = text.sliced(colon + 1).toUShort(&isNumber);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (colon < 0 || !isNumber || QHostAddress(host).isNull())
        return std::nullopt;
    return HostPort{host, port};
}

std::optional<QuietHours> quietHoursOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,2})-(\\d{1,2})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QuietHours hours{match.captured(1).toInt(), match.captured(2).toInt()};
    const bool always = hours.from == 0 && hours.until == 24; // then nothing would ever leave
    if (hours.from > 23 || hours.until > 24 || hours.from == hours.until || always)
        return std::nullopt;
    return hours;
}

qint64 QuietHours::endsAfter(qint64 at) const
{
    const QDate today = japan::dayOf(at);
    for (int offset = -1; offset <= 1; ++offset) {
        const qint64 midnight = japan::startOf(today.addDays(offset));
        const qint64 begins = midnight + from * hour;
        const qint64 ends = midnight + (until > from ? until : until + 24) * hour;
        if (at >= begins && at < ends)
            return ends;
    }
    return at;
}

Result<QString> checkedSetting(const SettingDefinition &definition, const QString &typed)
{
    Result<QString> value = checkedValue(definition, typed);
    if (!value)
        value.error().message = Tr::tr("%1: %2").arg(definition.key, value.error().message);
    return value;
}

Result<QString> checkedValue(const SettingDefinition &definition, const QString &typed)
{
    QString text = typed.trimmed();
    using Kind = SettingDefinition::Kind;
    if (definition.kind == Kind::News)
        return checkedItems(text, newsOf(text));
    if (definition.kind == Kind::Services)
        return checkedItems(text, servicesOf(text));
    if (text.contains(u'\n') || text.contains(u'\r') || text.contains(QChar(0)))
        return refused(Tr::tr("please give one line."));
    if (definition.kind == Kind::Number)
        return checkedNumber(definition, text);
    if (text.isEmpty())
        return definition.optional ? Result<QString>(text) : refused(Tr::tr("please give a value."));
    switch (definition.kind) {
    case Kind::Choice:
        if (!definition.choices.contains(text))
            return refused(Tr::tr("please give one of: %1.").arg(definition.choices.join(u", "_s)));
        return text;
    case Kind::HostPort:
        if (!hostPortOf(text))
            return refused(Tr::tr("please give an IP address and a port, such as 127.0.0.1:8080."));
        return text;
    case Kind::Url:
        return checkedUrl(definition, text);
    case Kind::Address: {
        static const QRegularExpression form(u"^[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+$"_s);
        if (!form.match(text).hasMatch())
            return refused(Tr::tr("please give a mail address."));
        return text;
    }
    case Kind::Hours:
        if (text != u"none" && !quietHoursOf(text))
            return refused(Tr::tr("please give hours such as 21-8, or none."));
        return text;
    case Kind::Colour:
        return checkedColour(text);
    case Kind::Picture:
        if (const Result<QByteArray> file = logo::fromSetting(text); !file)
            return refused(file.error().message);
        return text;
    case Kind::Languages:
        return checkedLanguages(definition, wordsOf(text));
    case Kind::Hosts:
        return checkedHosts(wordsOf(text));
    case Kind::Subnets:
        return checkedSubnets(wordsOf(text));
    case Kind::Text:
    case Kind::Number:
    case Kind::News:
    case Kind::Services:
        return text;
    }
    Q_UNREACHABLE();
}

} // namespace shirase
