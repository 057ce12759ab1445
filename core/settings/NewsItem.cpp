// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/NewsItem.h"

#include "core/settings/JsonItems.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 300; // characters

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NewsItem)
};

Result<NewsItem> newsItem(const QJsonObject &object, int number)
{
    NewsItem item{.day = QDate::fromString(object[u"date"_s].toString(), Qt::ISODate), .text = {}};
    if (!item.day.isValid())
        return fail(ErrorCode::Invalid, Tr::tr("item %1 needs a \"date\" such as 2026-11-20.").arg(number));
    const Result<QStringList> languages = languagesOf(object, u"date"_s, number);
    if (!languages)
        return passOn(languages);
    for (const QString &language : *languages) {
        const Result<QString> text = itemText(object[language], language, number, longestText);
        if (!text)
            return passOn(text);
        item.text.insert(language, *text);
    }
    return item;
}

} // namespace

Result<QList<NewsItem>> newsOf(const QString &json)
{
    const Result<QList<QJsonObject>> objects = jsonItems(json);
    if (!objects)
        return passOn(objects);
    QList<NewsItem> news;
    for (const QJsonObject &object : *objects) {
        Result<NewsItem> item = newsItem(object, int(news.size()) + 1);
        if (!item)
            return passOn(item);
        news.append(*std::move(item));
    }
    std::ranges::stable_sort(news, std::greater(), &NewsItem::day);
    return news;
}

} // namespace shirase
