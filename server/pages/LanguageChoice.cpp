// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/LanguageChoice.h"

#include <QList>
#include <QLocale>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRanges = 32; // no browser sends more; the rest is not looked at

struct Range
{
    QString tag;
    int weight = 1000; ///< thousandths
};

/// RFC 9110 §12.4.2; what is malformed weighs nothing.
int weightOf(QStringView parameter)
{
    const QStringView text = parameter.trimmed();
    if (!text.startsWith("q="_L1, Qt::CaseInsensitive))
        return 0;
    bool isNumber = false;
    const double weight = text.sliced(2).toDouble(&isNumber);
    return isNumber && weight >= 0 && weight <= 1 ? qRound(weight * 1000) : 0;
}

QList<Range> rangesOf(QByteArrayView header)
{
    QList<Range> ranges;
    const QString text = QString::fromLatin1(header);
    for (const QStringView item :
         QStringView(text).split(u',').first(std::min(text.count(u',') + 1, mostRanges))) {
        const QList<QStringView> parts = item.split(u';');
        const Range range{parts.first().trimmed().toString(), parts.size() > 1 ? weightOf(parts[1]) : 1000};
        if (!range.tag.isEmpty() && range.weight > 0)
            ranges += range;
    }
    std::ranges::stable_sort(ranges, std::greater(), &Range::weight);
    return ranges;
}

bool same(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool sameLanguageAndScript(const QString &left, const QString &right)
{
    const QLocale a(left);
    const QLocale b(right);
    return a.language() != QLocale::C && a.language() == b.language() && a.script() == b.script();
}

} // namespace

QString acceptedLanguage(QByteArrayView acceptLanguage, const QStringList &offered)
{
    for (const Range &range : rangesOf(acceptLanguage)) {
        if (range.tag == u'*')
            return offered.value(0);
        for (const auto &fits : {same, sameLanguageAndScript}) {
            const auto found =
                std::ranges::find_if(offered, [&](const QString &tag) { return fits(range.tag, tag); });
            if (found != offered.end())
                return *found;
        }
    }
    return {};
}

} // namespace shirase
