// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"

#include <QTimeZone>

namespace shirase::japan {

using namespace Qt::StringLiterals;

namespace {
constexpr int offsetSeconds = 9 * 3600;
} // namespace

QDateTime dateTimeOf(qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, Qt::OffsetFromUTC, offsetSeconds);
}

QDate dayOf(qint64 at)
{
    return dateTimeOf(at).date();
}

qint64 startOf(QDate day)
{
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, offsetSeconds).toSecsSinceEpoch();
}

std::optional<qint64> parseDateTime(const QString &text)
{
    for (const QString &format : {u"yyyy-MM-dd'T'HH:mm"_s, u"yyyy-MM-dd HH:mm"_s}) {
        const QDateTime local = QDateTime::fromString(text, format);
        if (local.isValid())
            return QDateTime(local.date(), local.time(), Qt::OffsetFromUTC, offsetSeconds).toSecsSinceEpoch();
    }
    return std::nullopt;
}

int toNumber(QDate day)
{
    return day.year() * 10000 + day.month() * 100 + day.day();
}

QDate fromNumber(int number)
{
    return QDate(number / 10000, number / 100 % 100, number % 100);
}

} // namespace shirase::japan
