// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/PostalArea.h"

#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString firstMatch(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).captured(0);
}

// Names of municipalities hold the words for city, town, village and district themselves: 四日市市, 余市町,
// 郡山市.
QString municipalityOf(const QString &text)
{
    static const QRegularExpression awkward(u"^(?:東村山|武蔵村山|大和郡山)市"_s);
    static const QRegularExpression tokyoWard(u"^[^市町村区郡\\d]{1,3}区"_s);
    static const QRegularExpression inDistrict(u"^.{1,4}?郡(?![山上]?市)[^\\d]{1,5}?[町村]町?"_s);
    static const QRegularExpression plain(u"^[^\\d][^市町村\\d]{0,5}[市町村][市町]?"_s);
    static const QRegularExpression ward(u"^[^市町村区\\d]{1,4}区"_s);
    for (const QRegularExpression *pattern : {&awkward, &tokyoWard, &inDistrict}) {
        if (const QString name = firstMatch(*pattern, text); !name.isEmpty())
            return name;
    }
    const QString name = firstMatch(plain, text);
    return name.endsWith(u'市') ? name + firstMatch(ward, text.sliced(name.size())) : name;
}

} // namespace

PostalArea PostalArea::of(const QString &address)
{
    static const QRegularExpression prefecture(
        u"^(?:北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島)県|[^市町村区郡\\d]{2}県)"_s);
    PostalArea area;
    area.prefecture = firstMatch(prefecture, address);
    area.rest = address.sliced(area.prefecture.size());
    area.municipality = municipalityOf(area.rest);
    return area;
}

} // namespace shirase
