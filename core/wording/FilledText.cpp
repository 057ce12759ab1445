// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/FilledText.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, QString Profile::*>, 4> values{{
    {u"organisation", &Profile::organisation},
    {u"systemName", &Profile::systemName},
    {u"disease", &Profile::disease},
    {u"centreName", &Profile::centreName},
}};

} // namespace

QStringList FilledText::placeholders()
{
    QStringList names;
    for (const auto &[name, value] : values)
        names.append(name.toString());
    return names;
}

FilledText FilledText::of(const QString &wording, const Profile &profile)
{
    static const QRegularExpression placeholder(
        u"\\{\\{ {0,3}(%1) {0,3}\\}\\}"_s.arg(placeholders().join(u'|')));
    FilledText filled;
    qsizetype done = 0;
    QRegularExpressionMatchIterator matches = placeholder.globalMatch(wording);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        filled.m_text += QStringView(wording).sliced(done, match.capturedStart() - done);
        done = match.capturedEnd();
        for (const auto &[name, member] : values) {
            if (match.capturedView(1) != name)
                continue;
            const QString &value = profile.*member;
            filled.m_values.push_back({name.toString(),
                                       {filled.m_text.size(), value.size()},
                                       {match.capturedStart(), match.capturedLength()}});
            filled.m_text += value;
        }
    }
    filled.m_text += QStringView(wording).sliced(done);
    return filled;
}

TextSpan FilledText::inWording(TextSpan place) const
{
    qsizetype begin = place.offset;
    qsizetype end = place.end();
    for (const Value &value : m_values) {
        const qsizetype grown = value.wording.length - value.filled.length;
        if (place.offset >= value.filled.end())
            begin += grown;
        else if (place.offset >= value.filled.offset)
            begin = value.wording.offset;
        if (place.end() >= value.filled.end())
            end += grown;
        else if (place.end() > value.filled.offset)
            end = value.wording.end();
    }
    return {begin, end - begin};
}

QString FilledText::placeholderAt(TextSpan place) const
{
    for (const Value &value : m_values) {
        if (place.offset < value.filled.end() && place.end() > value.filled.offset)
            return value.name;
    }
    return {};
}

} // namespace shirase
