// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityKeys.h"

#include "core/facilities/PostalArea.h"
#include "core/foundation/TextFolding.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Phone numbers, postal codes, block numbers and check codes are written with hyphens and without.
QString withoutHyphens(QString folded)
{
    return folded.remove(u'-');
}

QString searchKey(const FacilityDetails &details, const QList<FacilityCode> &codes)
{
    QStringList fields{details.name,         details.aliases, details.address,   details.contactName,
                       details.contactEmail, details.phone,   details.postalCode};
    for (const FacilityCode &code : codes)
        fields << code.text() << code.checkCode();
    for (QString &field : fields)
        field = withoutHyphens(FacilityKeys::folded(field));
    return fields.join(u'\n');
}

} // namespace

QString FacilityKeys::folded(const QString &text)
{
    QString result = FoldedText::of(text).text();
    return result.remove(u' ');
}

QString FacilityKeys::duplicateOf(const FacilityDetails &details)
{
    return folded(details.name) + u'\n' + folded(details.address);
}

FacilityKeys FacilityKeys::of(const FacilityDetails &details, const QList<FacilityCode> &codes)
{
    const PostalArea area = PostalArea::of(folded(details.address));
    return {.duplicate = duplicateOf(details),
            .search = searchKey(details, codes),
            .name = folded(details.name),
            .prefecture = area.prefecture,
            .municipality = area.municipality,
            .place = area.rest};
}

QString FacilityKeys::anywhere(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

QStringList FacilityKeys::wordsOf(const QString &typed)
{
    // A code may be typed with spaces and with O for 0.
    if (const std::optional<FacilityCode> code = FacilityCode::parse(typed))
        return {code->text().toLower()};
    QStringList words;
    for (const QString &word : FoldedText::of(typed).text().simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (const QString bare = withoutHyphens(word); !bare.isEmpty())
            words << bare;
    }
    return words;
}

} // namespace shirase
