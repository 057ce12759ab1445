// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpBook.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QXmlStreamReader>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView root(":/shirase/help/");
constexpr qsizetype lettersAround = 40;

/// Reads one file: its sections, and the chapters that it links to in order.
class ChapterReader
{
public:
    explicit ChapterReader(QString chapter)
        : m_chapter(std::move(chapter))
    {}

    void read(QIODevice &file)
    {
        m_sections.append({m_chapter, {}, {}, {}});
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement())
                begin(xml);
            else if (xml.isEndElement())
                end(xml.name());
            else if (xml.isCharacters() && m_inBody)
                m_text += xml.text();
        }
        if (xml.hasError())
            qFatal("%s:%lld: %s", qPrintable(m_chapter), xml.lineNumber(), qPrintable(xml.errorString()));
        close();
    }

    [[nodiscard]] const QList<HelpSection> &sections() const { return m_sections; }
    [[nodiscard]] const QStringList &links() const { return m_links; }

private:
    void begin(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        m_inBody = m_inBody || name == "body"_L1;
        if (name == "h2"_L1) {
            close();
            m_sections.append({m_chapter, {}, {}, {}});
        }
        if (name == "h1"_L1 || name == "h2"_L1)
            m_text.clear();
        // The only anchor that QTextBrowser knows: <h2><a name="import">…</a></h2>
        if (const QStringView anchor = xml.attributes().value("name"_L1); name == "a"_L1 && !anchor.isEmpty())
            m_sections.last().anchor = anchor.toString();
        if (const QStringView link = xml.attributes().value("href"_L1); name == "a"_L1 && link.endsWith(".html"_L1))
            m_links << link.chopped(5).toString();
        if (isBlock(name))
            m_text += u' ';
    }

    void end(QStringView name)
    {
        if (name == "h1"_L1 || name == "h2"_L1) {
            m_sections.last().title = m_text.simplified();
            m_text.clear();
        }
        if (isBlock(name))
            m_text += u' ';
    }

    void close() { m_sections.last().text = std::exchange(m_text, {}).simplified(); }

    [[nodiscard]] static bool isBlock(QStringView name)
    {
        return name == "p"_L1 || name == "li"_L1 || name == "td"_L1 || name == "th"_L1 || name == "br"_L1;
    }

    QString m_chapter;
    QString m_text;
    bool m_inBody = false;
    QList<HelpSection> m_sections;
    QStringList m_links;
};

} // namespace

QString HelpSection::topic() const
{
    return anchor.isEmpty() ? chapter : chapter + u'#' + anchor;
}

HelpBook::HelpBook(const QString &language)
    : m_language(language)
{
    read(firstPage);
    for (const HelpSection &section : std::as_const(m_sections))
        m_folded << FoldedText::of(section.title + u'\n' + section.text);
}

QString HelpBook::languageOfWindow()
{
    const QString own = QLocale::languageToCode(QLocale().language());
    return languages().contains(own) ? own : u"en"_s;
}

QStringList HelpBook::languages()
{
    return QDir(root).entryList(QDir::Dirs, QDir::Name);
}

void HelpBook::read(const QString &chapter)
{
    const bool known = std::ranges::any_of(m_sections, [&](const HelpSection &section) { return section.chapter == chapter; });
    QFile file(fileOf(chapter));
    if (known || !file.open(QIODevice::ReadOnly))
        return; // a link that leads nowhere is found by a test
    ChapterReader reader(chapter);
    reader.read(file);
    m_sections << reader.sections();
    if (chapter == firstPage) {
        for (const QString &next : reader.links())
            read(next);
    }
}

QString HelpBook::fileOf(const QString &chapter) const
{
    return root + m_language + u'/' + chapter + u".html"_s;
}

bool HelpBook::has(const QString &topic) const
{
    return std::ranges::any_of(m_sections, [&](const HelpSection &section) { return section.topic() == topic; });
}

QString HelpBook::address(const QString &topic) const
{
    const QString anchor = topic.section(u'#', 1);
    return u"qrc"_s + fileOf(topic.section(u'#', 0, 0)) + (anchor.isEmpty() ? QString() : u'#' + anchor);
}

QString HelpBook::topicOf(const QString &address) const
{
    const QString before = u"qrc"_s + root + m_language + u'/';
    if (!address.startsWith(before))
        return {};
    return address.sliced(before.size()).remove(u".html"_s);
}

QStringList HelpBook::wordsOf(const QString &typed)
{
    return FoldedText::of(typed).text().split(u' ', Qt::SkipEmptyParts);
}

QList<HelpHit> HelpBook::find(const QString &typed) const
{
    const QStringList words = wordsOf(typed);
    if (words.isEmpty())
        return {};
    QList<HelpHit> inTitle;
    QList<HelpHit> inText;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const FoldedText &folded = m_folded[i];
        if (m_sections[i].chapter == firstPage ||
            !std::ranges::all_of(words, [&](const QString &word) { return folded.text().contains(word); }))
            continue;
        const qsizetype titleEnd = folded.text().indexOf(u'\n');
        qsizetype at = folded.text().indexOf(words.first(), titleEnd + 1);
        if (at < 0)
            at = titleEnd + 1;
        const QString whole = m_sections[i].title + u'\n' + m_sections[i].text;
        const qsizetype place = at < folded.size() ? folded.original({at, 1}).offset : whole.size();
        const qsizetype begin = std::max(place - lettersAround / 2, m_sections[i].title.size() + 1);
        QString surroundings = whole.mid(begin, 2 * lettersAround);
        if (begin > m_sections[i].title.size() + 1)
            surroundings.prepend(u'…');
        const bool titled = std::ranges::all_of(words, [&](const QString &word) {
            const qsizetype there = folded.text().indexOf(word);
            return there >= 0 && there < titleEnd;
        });
        (titled ? inTitle : inText).append({m_sections[i], surroundings});
    }
    return inTitle + inText;
}

} // namespace shirase
