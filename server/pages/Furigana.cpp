// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/Furigana.h"

#include <QRegularExpression>

namespace shirase::furigana {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t baseMark = 0xe000;
constexpr char16_t readingMark = 0xe001;
constexpr char16_t endMark = 0xe002;
constexpr char16_t wordJoiner = 0x2060;

const QString &markedPattern()
{
    static const QString pattern = u"\\x{E000}([^<\\x{E000}-\\x{E002}]*)\\x{E001}([^<\\x{E000}-\\x{E002}]*)\\x{E002}"_s;
    return pattern;
}

/// Browsers end lines before a <ruby>, even within a word: お|知らせ.
bool isWithinWord(QStringView before)
{
    return before.endsWith(u"</ruby>") || (!before.empty() && before.back().isLetterOrNumber());
}

} // namespace

bool isMarked(const QString &text)
{
    return text.contains(QChar(endMark));
}

QString withoutReadings(const QString &text)
{
    static const QRegularExpression expression(markedPattern());
    return QString(text).replace(expression, u"\\1"_s);
}

QString marked(const QString &text)
{
    // Not \p{Han}, which newer versions of PCRE take for whatever is used with Chinese characters: 、 and 。 too.
    static const QRegularExpression written(u"(?:｜([^｜《》]+)|([\\x{4E00}-\\x{9FFF}々]+))《([^《》]+)》"_s);
    return QString(text).replace(written, baseMark + u"\\1\\2"_s + readingMark + u"\\3"_s + endMark);
}

QByteArray asRuby(const QByteArray &html)
{
    if (!html.contains(QString(QChar(endMark)).toUtf8()))
        return html;
    static const QRegularExpression parts(u"<title>[^<]*</title>|<[^>]*>|"_s + markedPattern());
    const QString page = QString::fromUtf8(html);
    QString out;
    out.reserve(page.size() * 2);
    qsizetype done = 0;
    for (auto matches = parts.globalMatch(page); matches.hasNext();) {
        const QRegularExpressionMatch part = matches.next();
        out += QStringView(page).sliced(done, part.capturedStart() - done);
        done = part.capturedEnd();
        if (part.capturedView().startsWith(u'<'))
            out += withoutReadings(part.captured());
        else
            out += (isWithinWord(out) ? QString(QChar(wordJoiner)) : QString()) + u"<ruby>"_s + part.captured(1) + u"<rt>"_s + part.captured(2) + u"</rt></ruby>"_s;
    }
    out += QStringView(page).sliced(done);
    return out.toUtf8();
}

} // namespace shirase::furigana
