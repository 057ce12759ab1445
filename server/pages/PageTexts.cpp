// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageTexts.h"

#include "server/pages/Furigana.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString folder = u":/shirase/pages/text/"_s;
const QString ending = u".json"_s;
constexpr QChar zeroWidthSpace(0x200b);

/// "|" stands where a line may break; "《》" are readings.
QString asShown(const QJsonValue &line)
{
    return furigana::marked(line.toString().replace(u'|', zeroWidthSpace));
}

} // namespace

QStringList PageTexts::languages()
{
    QStringList tags;
    for (const QString &name : QDir(folder).entryList({u'*' + ending}, QDir::Files, QDir::Name))
        tags += name.chopped(ending.size());
    tags.sort();
    return tags;
}

Result<PageTexts> PageTexts::load(const QString &language)
{
    QFile file(folder + language + ending);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, language);
    const QJsonObject sections = QJsonDocument::fromJson(file.readAll()).object();
    if (sections.isEmpty())
        return fail(ErrorCode::Corrupt, language);
    PageTexts texts;
    for (auto section = sections.begin(); section != sections.end(); ++section) {
        const QJsonObject lines = section->toObject();
        for (auto line = lines.begin(); line != lines.end(); ++line)
            texts.m_texts.insert(section.key() + u'.' + line.key(), asShown(*line));
    }
    return texts;
}

QSet<QString> PageTexts::placeholders(const QString &text)
{
    static const QRegularExpression braces(u"\\{\\{([A-Za-z]+)\\}\\}"_s);
    QSet<QString> names;
    for (auto matches = braces.globalMatch(text); matches.hasNext();)
        names += matches.next().captured(1);
    return names;
}

} // namespace shirase
