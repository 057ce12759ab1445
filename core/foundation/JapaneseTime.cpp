// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"

#include <QTimeZone>

namespace shirase::japan {

using namespace Qt::StringLiterals;

namespace {

constexpr int offsetSeconds = 9 * 3600;
constexpr qint64 daySeconds = 86400;
constexpr qint64 epochDay = 2'440'588; ///< the Julian day of 1970-01-01

} // namespace

QDateTime dateTimeOf(qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, QTimeZone::utc()).toOffsetFromUtc(offsetSeconds);
}

QDate dayOf(qint64 at)
{
    // Rounded towards the past, also before 1970; the offset is added to what is left of a day, which cannot overflow.
    qint64 days = at / daySeconds;
    const qint64 seconds = at % daySeconds + offsetSeconds;
    if (seconds < 0)
        --days;
    else if (seconds >= daySeconds)
        ++days;
    return QDate::fromJulianDay(epochDay + days);
}

qint64 startOf(QDate day)
{
    return day.isValid() ? (day.toJulianDay() - epochDay) * daySeconds - offsetSeconds : 0;
}

std::optional<qint64> parseDateTime(const QString &text)
{
    // Day and time each by itself: together they would be a time of the host's zone, where summer time skips an hour.
    constexpr qsizetype dayLength = 10; // "2026-11-21"
    if (text.size() <= dayLength || (text[dayLength] != u'T' && text[dayLength] != u' '))
        return std::nullopt;
    const QDate day = QDate::fromString(text.left(dayLength), u"yyyy-MM-dd"_s);
    const QTime time = QTime::fromString(text.sliced(dayLength + 1), u"HH:mm"_s);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return startOf(day) + time.msecsSinceStartOfDay() / 1000;
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
