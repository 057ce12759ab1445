// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageFrame.h"

#include "core/foundation/JapaneseTime.h"
#include "server/pages/LanguageChoice.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// What is shown once more, in bytes as it was sent. Our forms are far smaller, and a page of apostrophes is six times as long as
/// the form that held them.
constexpr qsizetype longestSentAgain = 16 * 1024;

/// A phone number for a tel: link.
QString digits(const QString &phone)
{
    QString result;
    for (const QChar c : phone) {
        if (c.isDigit())
            result += QChar(u'0' + c.digitValue());
    }
    return result;
}

/// A path to link back to. "//host" and "/\host" would lead a browser elsewhere.
QString linkable(const QByteArray &path)
{
    const bool local = path.startsWith('/') && !path.startsWith("//") && !path.contains('\\');
    return local ? QString::fromLatin1(path) : u"/"_s;
}

/// "COVID-19" in one piece: WORD JOINER forbids the break that a narrow line would make behind the hyphen.
QString unbroken(QString name)
{
    return name.replace(u'-', u"-\u2060"_s);
}

} // namespace

PageFrame::PageFrame(const Settings &settings)
    : m_settings(settings)
    , m_formStyle(VersionedFile::ofResource(u"/forms.css"_s, "text/css; charset=utf-8",
                                            u":/shirase/pages/forms.css"_s))
{}

// What was made of other settings goes.
void PageFrame::followSettings() const
{
    if (m_settingsSeen == m_settings.revision())
        return;
    m_settingsSeen = m_settings.revision();
    m_common.clear();
    m_moulds.clear();
    m_offered.clear();
}

const QStringList &PageFrame::offered() const
{
    followSettings();
    if (m_offered.isEmpty()) {
        m_offered = m_settings.list(u"web.languages"_s);
        m_offered.removeIf([this](const QString &tag) { return !m_renderer.languages().contains(tag); });
        if (m_offered.isEmpty())
            m_offered = m_renderer.languages();
    }
    return m_offered;
}

PageLanguage PageFrame::languageOf(const http::Request &request, const QString &preferred) const
{
    const QStringList tags = offered();
    const QString asked = request.query.isEmpty()
                              ? QString()
                              : QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(u"lang"_s);
    for (const QString &wish : {asked, preferred}) {
        if (tags.contains(wish))
            return {wish, true};
    }
    const QString accepted = acceptedLanguage(request.header("accept-language"), tags);
    return {accepted.isEmpty() ? tags.first() : accepted, false};
}

QJsonObject PageFrame::profileValues(const QString &language) const
{
    const Profile profile = m_settings.profile(language);
    const auto duration = [&](const QString &setting) {
        const int months = m_settings.number(setting);
        return m_renderer.text(language, months == 1 ? u"language.oneMonth"_s : u"language.months"_s,
                               {{u"months"_s, QString::number(months)}});
    };
    return {{u"organisation"_s, profile.organisation},
            {u"systemName"_s, profile.systemName},
            {u"disease"_s, profile.disease},
            {u"centreName"_s, profile.centreName},
            {u"centrePhone"_s, profile.centrePhone},
            {u"centreTel"_s, digits(profile.centrePhone)},
            {u"contactName"_s, profile.contactName},
            {u"contactPhone"_s, profile.contactPhone},
            {u"contactTel"_s, digits(profile.contactPhone)},
            {u"mailDomain"_s, profile.mailDomain},
            {u"publicUrl"_s, profile.publicUrl},
            {u"retention"_s, duration(u"retention.months"_s)},
            {u"contactRetention"_s, duration(u"retention.contact_months"_s)},
            {u"mailsPerHour"_s, m_settings.value(u"limits.mails_per_address_per_hour"_s)}};
}

QJsonObject PageFrame::commonValues(const PageLanguage &language) const
{
    const QStringList tags = offered();
    QJsonArray languages;
    for (const QString &tag : tags) {
        languages += QJsonObject{{u"tag"_s, tag},
                                 {u"name"_s, m_renderer.text(tag, u"language.name"_s)},
                                 {u"current"_s, tag == language.tag}};
    }
    const QDate lastChange = updated(language);
    QJsonObject values = profileValues(language.tag);
    values.insert(u"updated"_s, lastChange.toString(Qt::ISODate));
    values.insert(u"updatedText"_s, date(language, lastChange));
    values.insert(u"lang"_s, language.tag);
    values.insert(u"langQuery"_s, query(language));
    values.insert(u"languages"_s, languages);
    values.insert(u"severalLanguages"_s, tags.size() > 1);
    values.insert(u"style"_s, styleSheet().file().address());
    values.insert(u"brand"_s, unbroken(values[u"systemName"_s].toString()));
    values.insert(u"disease"_s, unbroken(values[u"disease"_s].toString()));
    return values;
}

const QJsonObject &PageFrame::common(const PageLanguage &language) const
{
    followSettings();
    const QString key = language.tag + query(language);
    auto known = m_common.constFind(key);
    if (known == m_common.constEnd())
        known = m_common.insert(key, commonValues(language));
    return *known;
}

QByteArray PageFrame::written(Page page, const PageLanguage &language, const QJsonObject &own) const
{
    const QJsonObject &shared = common(language);
    const auto all = [&shared](const QJsonObject &values) {
        QJsonObject together = shared;
        for (auto it = values.begin(); it != values.end(); ++it)
            together.insert(it.key(), *it);
        return together;
    };
    const std::optional<QByteArray> shape = PageMould::shapeOf(own);
    if (!shape)
        return m_renderer.render(page, language.tag, all(own));
    const QByteArray key = QByteArray::number(int(page)) + ' ' + language.tag.toLatin1() +
                           (language.chosen ? '+' : '-') + *shape;
    if (const PageMould *known = m_moulds.object(key))
        return known->filled(own);
    auto *mould = new PageMould(m_renderer.render(page, language.tag, all(PageMould::marked(own))), own);
    QByteArray html = mould->filled(own);
    m_moulds.insert(key, mould, mould->size()); // which deletes what is too large to keep
    return html;
}

http::Response PageFrame::page(const http::Request &request, const PageLanguage &language, Page page,
                               const QJsonObject &values, int status) const
{
    const PageParts &parts = partsOf(page);
    const bool searchable = parts.searchable && status == 200;
    QJsonObject own = values;
    own.insert(u"private"_s, !searchable);
    if (!parts.sameForAll) // what all may store has no form
        own.insert(u"formStyle"_s, m_formStyle.address());
    if (!own.contains(u"path"_s))
        own.insert(u"path"_s, linkable(request.path));
    if (own.contains(u"updated"_s)) {
        const QDate lastChange = QDate::fromString(own[u"updated"_s].toString(), Qt::ISODate);
        own.insert(u"updatedText"_s, date(language, lastChange));
    }

    http::Response response;
    response.status = status;
    response.body = written(page, language, own);
    response.headers = {{"Content-Language", language.tag.toLatin1()}, {"Vary", "Accept-Language"}};
    if (status == 503)
        response.headers.emplace_back("Retry-After", "5"); // seconds
    if (!searchable)
        response.headers.emplace_back("X-Robots-Tag", "noindex");
    response.shared = parts.sameForAll && status == 200;
    response.headers.emplace_back("Cache-Control", response.shared ? "no-cache" : "no-store");
    return response;
}

QJsonObject PageFrame::toSendAgain(const http::Request &request, const http::Form &sent)
{
    if (sent.fields().isEmpty() || request.body.size() > longestSentAgain)
        return {};
    QJsonArray fields;
    for (const auto &[name, value] : sent.fields())
        fields += QJsonObject{{u"name"_s, name}, {u"value"_s, value}};
    return {{u"sent"_s, QJsonObject{{u"fields"_s, fields}}}};
}

http::Response PageFrame::seeOther(const QString &path)
{
    http::Response response;
    response.status = 303;
    response.headers = {{"Location", path.toLatin1()}, {"Cache-Control", "no-store"}};
    return response;
}

QString PageFrame::text(const PageLanguage &language, const QString &key, const QJsonObject &values) const
{
    QJsonObject all = common(language);
    for (auto it = values.begin(); it != values.end(); ++it)
        all.insert(it.key(), *it);
    return m_renderer.text(language.tag, key, all);
}

QDate PageFrame::updated(const PageLanguage &language) const
{
    return QDate::fromString(m_renderer.text(language.tag, u"home.updatedOn"_s), Qt::ISODate);
}

QString PageFrame::date(const PageLanguage &language, QDate day) const
{
    return QLocale(language.tag).toString(day, m_renderer.text(language.tag, u"language.date"_s));
}

QString PageFrame::dateTime(const PageLanguage &language, qint64 at) const
{
    return QLocale(language.tag)
        .toString(japan::dateTimeOf(at), m_renderer.text(language.tag, u"language.time"_s));
}

QJsonObject PageFrame::addressParts(const QString &address)
{
    const qsizetype at = std::max<qsizetype>(address.lastIndexOf(u'@'), 0);
    return {{u"local"_s, address.left(at)}, {u"domain"_s, address.sliced(at)}};
}

QString PageFrame::query(const PageLanguage &language)
{
    return language.chosen ? u"?lang="_s + language.tag : QString();
}

const StyleSheet &PageFrame::styleSheet() const
{
    const QString accent = m_settings.value(u"organisation.accent"_s);
    if (!m_style || m_accent != accent) {
        m_style.emplace(QColor(accent));
        m_accent = accent;
    }
    return *m_style;
}

} // namespace shirase
