// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageMould.h"

#include "server/pages/Furigana.h"

#include <kainjow/mustache.hpp>

namespace shirase {

namespace {

// Around the name of a value: Mustache does not escape them, and no template has them.
constexpr char markBegin = '\x02';
constexpr char markEnd = '\x03';

bool isText(const QJsonValue &value)
{
    return value.isString() && !value.toString().isEmpty();
}

} // namespace

std::optional<QByteArray> PageMould::shapeOf(const QJsonObject &values)
{
    QByteArray shape;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it->isArray() || it->isObject() || furigana::isMarked(it->toString()))
            return std::nullopt;
        shape += it.key().toUtf8() + (isText(*it) ? '"' : it->toBool() ? '+' : '-');
    }
    return shape;
}

QJsonObject PageMould::marked(const QJsonObject &values)
{
    QJsonObject marks = values;
    for (auto it = marks.begin(); it != marks.end(); ++it) {
        if (isText(*it))
            *it = QLatin1Char(markBegin) + it.key() + QLatin1Char(markEnd);
    }
    return marks;
}

PageMould::PageMould(const QByteArray &html, const QJsonObject &values)
    : m_size(html.size())
{
    qsizetype done = 0;
    for (qsizetype begin = html.indexOf(markBegin); begin >= 0; begin = html.indexOf(markBegin, begin + 1)) {
        const qsizetype end = html.indexOf(markEnd, begin);
        const QString name = QString::fromUtf8(html.sliced(begin + 1, std::max(end, begin + 1) - begin - 1));
        if (!values.contains(name))
            continue; // no mark of ours
        m_holes.push_back({html.sliced(done, begin - done), name});
        done = end + 1;
    }
    m_rest = html.sliced(done);
}

QByteArray PageMould::filled(const QJsonObject &values) const
{
    QByteArray html;
    html.reserve(m_size + 1024);
    for (const Hole &hole : m_holes) {
        html += hole.before;
        html += kainjow::mustache::html_escape(values[hole.value].toString().toStdString());
    }
    return html + m_rest;
}

} // namespace shirase
