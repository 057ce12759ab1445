// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/HomePage.h"

#include "core/mail/MailTemplate.h"
#include "core/settings/NewsItem.h"
#include "core/settings/RelatedService.h"

#include <QJsonArray>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNews = 5; // older ones would bury what a visitor came for

/// What not every language has is shown in a near one: やさしい日本語 has the Japanese, others the English.
template <typename Words>
QString languageShown(const QMap<QString, Words> &words, const QString &language)
{
    for (const QString &tag : {language, language.startsWith(u"ja"_s) ? u"ja"_s : u"en"_s}) {
        if (words.contains(tag))
            return tag;
    }
    return u"ja"_s;
}

/// For the lang attribute of a text that is not in the page's language; otherwise empty.
QString foreign(const QString &shown, const PageLanguage &language)
{
    return shown == language.tag ? QString() : shown;
}

} // namespace

void HomePage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(show(request));
               });
}

http::Response HomePage::show(const http::Request &request) const
{
    const PageLanguage language = m_frame.languageOf(request);
    QJsonObject values{{u"mailFrom"_s, PageFrame::addressParts(m_settings.value(u"mail.from"_s))}};
    addNews(values, language);
    addServices(values, language);
    addSample(values, language);
    return m_frame.page(request, language, Page::Home, values);
}

void HomePage::addNews(QJsonObject &values, const PageLanguage &language) const
{
    const QList<NewsItem> news =
        newsOf(m_settings.value(u"organisation.news"_s)).value_or(QList<NewsItem>()).mid(0, mostNews);
    if (news.isEmpty())
        return;
    QJsonArray list;
    for (const NewsItem &item : news) {
        const QString shown = languageShown(item.text, language.tag);
        list += QJsonObject{{u"day"_s, item.day.toString(Qt::ISODate)},
                            {u"dayText"_s, m_frame.date(language, item.day)},
                            {u"text"_s, item.text[shown]},
                            {u"foreign"_s, foreign(shown, language)}};
    }
    values.insert(u"hasNews"_s, true);
    values.insert(u"news"_s, list);
    const QDate texts = m_frame.updated(language);
    values.insert(u"updated"_s, std::max(texts, news.first().day).toString(Qt::ISODate));
}

void HomePage::addServices(QJsonObject &values, const PageLanguage &language) const
{
    QJsonArray list;
    for (const RelatedService &service : relatedServices(m_settings)) {
        const QString shown = languageShown(service.words, language.tag);
        list += QJsonObject{{u"url"_s, service.url.toString(QUrl::FullyEncoded)},
                            {u"serviceName"_s, service.words[shown].name},
                            {u"text"_s, service.words[shown].text},
                            {u"foreign"_s, foreign(shown, language)}};
    }
    values.insert(u"hasServices"_s, !list.isEmpty());
    values.insert(u"services"_s, list);
}

void HomePage::addSample(QJsonObject &values, const PageLanguage &language) const
{
    const Result<MailText> mail = renderMail(u"notice-standard"_s, m_settings.profile(language.tag));
    if (!mail)
        return;
    QJsonArray paragraphs;
    for (const QString &paragraph : mail->body.split(u"\n\n"_s, Qt::SkipEmptyParts))
        paragraphs += QJsonObject{{u"text"_s, paragraph.trimmed()}};
    values.insert(u"sampleSubject"_s, mail->subject);
    values.insert(u"sampleParagraphs"_s, paragraphs);
}

} // namespace shirase
