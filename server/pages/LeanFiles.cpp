// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/LeanFiles.h"

#include <QFile>
#include <QRegularExpression>

namespace shirase::lean {

using namespace Qt::StringLiterals;

QByteArray styleSheet(const QByteArray &css)
{
    static const QRegularExpression remark(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression spaces(u"\\s+"_s);
    static const QRegularExpression aroundMarks(u" ?([{};,>]) ?"_s);
    QString text = QString::fromUtf8(css).remove(remark).replace(spaces, u" "_s).replace(aroundMarks, u"\\1"_s);
    // In a selector a colon has no space behind it.
    return text.replace(u": "_s, u":"_s).replace(u";}"_s, u"}"_s).trimmed().toUtf8();
}

QByteArray script(const QByteArray &javaScript)
{
    static const QRegularExpression remark(u"^\\s*(//.*|/\\*.*\\*/\\s*)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression lineEnds(u"\\s*\\n\\s*"_s);
    return QString::fromUtf8(javaScript).remove(remark).replace(lineEnds, u"\n"_s).trimmed().toUtf8();
}

QByteArray drawing(const QByteArray &svg)
{
    static const QRegularExpression remark(u"<!--.*?-->"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression between(u">\\s+<"_s);
    return QString::fromUtf8(svg).remove(remark).replace(between, u"><"_s).trimmed().toUtf8();
}

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    return path.endsWith(u".css") ? styleSheet(content) : path.endsWith(u".js") ? script(content) : drawing(content);
}

} // namespace shirase::lean
