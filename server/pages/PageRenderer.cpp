// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageRenderer.h"

#include "server/pages/Furigana.h"

#include <QFile>
#include <QJsonArray>

#include <kainjow/mustache.hpp>

namespace shirase {

using namespace Qt::StringLiterals;

struct PageRenderer::Template
{
    explicit Template(const std::string &source)
        : mustache(source)
    {}
    kainjow::mustache::mustache mustache;
};

namespace {

using Data = kainjow::mustache::data;

Data toData(const QJsonObject &object);

Data toData(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Data::type::bool_true : Data::type::bool_false;
    case QJsonValue::Array: {
        Data list(Data::type::list);
        for (const QJsonValue item : value.toArray())
            list << toData(item);
        return list;
    }
    case QJsonValue::Object:
        return toData(value.toObject());
    default:
        // Mustache takes an empty text for true; in our templates a text that is not there is none.
        return value.toString().isEmpty() ? Data(Data::type::bool_false)
                                          : Data(value.toString().toStdString());
    }
}

Data toData(const QJsonObject &object)
{
    Data data(Data::type::object);
    for (auto it = object.begin(); it != object.end(); ++it)
        data.set(it.key().toStdString(), toData(*it));
    return data;
}

/// A phone number in a text is one touch away, and never broken at its hyphens.
QString withPhoneLinks(QString html)
{
    for (const QString &who : {u"centre"_s, u"contact"_s})
        html.replace(u"{{%1Phone}}"_s.arg(who),
                     uR"(<a class="phone" href="tel:{{%1Tel}}">{{%1Phone}}</a>)"_s.arg(who));
    return html;
}

} // namespace

PageRenderer::PageRenderer()
{
    for (const QString &language : PageTexts::languages()) {
        Result<PageTexts> texts = PageTexts::load(language);
        if (texts)
            m_texts[language] = std::move(*texts);
        else
            m_faults += u"%1: unreadable"_s.arg(language);
    }
}

QStringList PageRenderer::faults() const
{
    for (const QString &language : languages()) {
        for (const PageParts &parts : pages)
            std::ignore = templateOf(parts.page, language);
    }
    return m_faults;
}

PageRenderer::Template &PageRenderer::templateOf(Page page, const QString &language) const
{
    std::unique_ptr<Template> &known = m_templates[{page, language}];
    if (!known) {
        const PageParts &parts = partsOf(page);
        known = std::make_unique<Template>(assembled(parts, language).toStdString());
        if (!known->mustache.is_valid())
            m_faults += u"%1: %2"_s.arg(parts.name, QString::fromStdString(known->mustache.error_message()));
    }
    return *known;
}

PageRenderer::~PageRenderer() = default;

QString PageRenderer::assembled(const PageParts &parts, const QString &language) const
{
    QString html = included(parts.layout);
    html.replace("[[>content]]"_L1, included(parts.file));
    for (qsizetype start = html.indexOf("[[>"_L1); start >= 0; start = html.indexOf("[[>"_L1, start)) {
        const qsizetype end = html.indexOf("]]"_L1, start);
        html.replace(start, end + 2 - start, included(html.sliced(start + 3, end - start - 3)));
    }
    withTexts(html, parts, language);
    return html;
}

QString PageRenderer::included(const QString &name) const
{
    QFile file(u":/shirase/pages/"_s + name + u".html"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        m_faults += u"%1.html: missing"_s.arg(name);
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

void PageRenderer::withTexts(QString &html, const PageParts &parts, const QString &language) const
{
    const PageTexts texts = m_texts.value(language);
    for (qsizetype start = html.indexOf("[["_L1); start >= 0; start = html.indexOf("[["_L1, start)) {
        const qsizetype end = html.indexOf("]]"_L1, start);
        QString key = html.sliced(start + 2, end - start - 2);
        if (key.startsWith(u'.'))
            key.prepend(parts.name);
        if (!texts.contains(key) && !(key.endsWith(".description"_L1) && !parts.searchable))
            m_faults += u"%1: no text %2"_s.arg(language, key);
        QString text = withPhoneLinks(texts.text(key).toHtmlEscaped());
        text.replace("e-mail"_L1, u"e-\u2060mail"_s); // no line ends at its hyphen
        text.replace("{{systemName}}"_L1, "{{brand}}"_L1); // nor at one in the system's name
        html.replace(start, end + 2 - start, text);
        start += text.size();
    }
}

QString PageRenderer::text(const QString &language, const QString &key, const QJsonObject &values) const
{
    QString text = m_texts.value(language).text(key);
    if (!text.contains("{{"_L1))
        return text;
    for (const QString &name : PageTexts::placeholders(text))
        text.replace(u"{{"_s + name + u"}}"_s, values[name].toString());
    return text;
}

QByteArray PageRenderer::render(Page page, const QString &language, const QJsonObject &values) const
{
    if (!m_texts.contains(language))
        return {};
    const std::string html = templateOf(page, language).mustache.render(toData(values));
    return furigana::asRuby(QByteArray::fromStdString(html));
}

} // namespace shirase
