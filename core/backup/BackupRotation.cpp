// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/BackupRotation.h"

#include "core/foundation/JapaneseTime.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace shirase::backupRotation {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daySeconds = 24 * 3600;

} // namespace

QString nameOf(qint64 at)
{
    return u"shirase-%1.backup"_s.arg(japan::dateTimeOf(at).toString(u"yyyyMMdd-HHmmss"_s));
}

std::optional<qint64> momentOf(const QString &name)
{
    static const QRegularExpression form(u"^shirase-(\\d{8})-(\\d\\d)(\\d\\d)(\\d\\d)\\.backup$"_s);
    const QRegularExpressionMatch match = form.match(name);
    const QDate day = QDate::fromString(match.captured(1), u"yyyyMMdd"_s);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (!match.hasMatch() || !day.isValid() || !time.isValid())
        return std::nullopt;
    return japan::startOf(day) + time.msecsSinceStartOfDay() / 1000; // Japan has no summer time
}

QList<qint64> superseded(QList<qint64> moments, qint64 now, int keepDays)
{
    std::ranges::sort(moments, std::greater());
    QList<qint64> gone;
    QSet<QDate> days;
    for (qsizetype i = 0; i < moments.size(); ++i) {
        const QDate day = japan::dayOf(moments[i]);
        const bool newestOfDay = !days.contains(day);
        days.insert(day);
        const bool recent = moments[i] > now - daySeconds;
        const bool kept = newestOfDay && moments[i] > now - keepDays * daySeconds;
        if (i > 0 && !recent && !kept)
            gone.append(moments[i]);
    }
    return gone;
}

} // namespace shirase::backupRotation
