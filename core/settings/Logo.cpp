// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Logo.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>

namespace shirase::logo {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n"); // PNG (ISO/IEC 15948) §5.2
constexpr QLatin1StringView pngUrl("data:image/png;base64,");
constexpr QLatin1StringView svgUrl("data:image/svg+xml;base64,");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Logo)
};

std::unexpected<Error> noPicture()
{
    return fail(ErrorCode::Invalid, Tr::tr("please give a picture in the format PNG or SVG."));
}

Result<> checkPng(const QByteArray &file)
{
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size(); // from its header: nothing is unpacked yet
    if (size.width() > largestSide || size.height() > largestSide)
        return fail(ErrorCode::Invalid,
                    Tr::tr("the picture has %1 by %2 pixels; please give one of at most %3 along each side.")
                        .arg(size.width())
                        .arg(size.height())
                        .arg(largestSide));
    if (reader.read().isNull())
        return noPicture();
    return {};
}

/// A style that fetches something from elsewhere.
bool fetches(QStringView style)
{
    for (qsizetype at = style.indexOf(u"url("); at >= 0; at = style.indexOf(u"url(", at + 1)) {
        if (!style.sliced(at + 4).trimmed().startsWith(u'#'))
            return true;
    }
    return style.contains(u"@import");
}

/// An attribute that runs something, or fetches what neither is in the file nor comes along as data.
bool leadsOut(const QXmlStreamAttribute &attribute)
{
    const QStringView value = attribute.value().trimmed();
    if (attribute.name() == u"href")
        return !value.startsWith(u'#') && !value.startsWith(u"data:image/");
    return attribute.name().startsWith(u"on") || fetches(value);
}

/// The same of an element that has just begun. Reads a style sheet to its end.
bool leadsOut(QXmlStreamReader &reader)
{
    if (reader.name() == u"script" || reader.name() == u"foreignObject")
        return true;
    const QXmlStreamAttributes attributes = reader.attributes();
    if (std::ranges::any_of(attributes, [](const QXmlStreamAttribute &attribute) { return leadsOut(attribute); }))
        return true;
    return reader.name() == u"style" && fetches(reader.readElementText());
}

Result<> checkSvg(const QByteArray &file)
{
    QXmlStreamReader reader(file);
    bool isSvg = false;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        const bool opens = token == QXmlStreamReader::StartElement;
        if (opens && !isSvg && reader.name() != u"svg")
            return noPicture();
        isSvg = isSvg || opens;
        // A document type may define entities, which unfold without end.
        const bool defines = token == QXmlStreamReader::DTD && reader.text().contains(u'[');
        if (defines || (opens && leadsOut(reader)))
            return fail(ErrorCode::Invalid,
                        Tr::tr("the drawing holds a script, a link to elsewhere or a definition of its own. Please "
                               "save it as \"plain SVG\", or give a PNG."));
    }
    if (reader.hasError() || !isSvg)
        return noPicture();
    const QSvgRenderer drawing(file);
    if (!drawing.isValid() || drawing.viewBoxF().isEmpty())
        return noPicture();
    return {};
}

} // namespace

bool isSvg(const QByteArray &file)
{
    return !file.startsWith(pngSignature);
}

Result<QString> toSetting(const QByteArray &file)
{
    if (file.size() > largestFile)
        return fail(ErrorCode::Invalid, Tr::tr("the file has %1 kB; please give one of at most %2 kB.")
                                            .arg((file.size() + 1023) / 1024)
                                            .arg(largestFile / 1024));
    const bool svg = isSvg(file);
    if (const Result<> checked = svg ? checkSvg(file) : checkPng(file); !checked)
        return passOn(checked);
    return (svg ? svgUrl : pngUrl) + QLatin1StringView(file.toBase64());
}

Result<QByteArray> fromSetting(const QString &value)
{
    if (value.isEmpty())
        return QByteArray();
    const bool svg = value.startsWith(svgUrl);
    if (!svg && !value.startsWith(pngUrl))
        return noPicture();
    const auto file = QByteArray::fromBase64Encoding(value.sliced((svg ? svgUrl : pngUrl).size()).toLatin1(),
                                                     QByteArray::AbortOnBase64DecodingErrors);
    if (!file || isSvg(*file) != svg)
        return noPicture();
    if (const Result<QString> checked = toSetting(*file); !checked)
        return passOn(checked);
    return *file;
}

} // namespace shirase::logo
