// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/JapaneseDateTimeEdit.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"

#include <QTimeZone>

namespace shirase {

namespace {

// The field counts in UTC, which has every hour of every day; what it shows is the wall clock in Japan.
QDateTime wallClock(qint64 at)
{
    const QDateTime japanese = japan::dateTimeOf(at);
    return QDateTime(japanese.date(), japanese.time(), QTimeZone::utc()).toUTC();
}

/// By the name that this release of Qt has for it: from 6.7 on an edit has a zone.
template <typename Edit>
void countInUtc(Edit &edit)
{
    if constexpr (requires { edit.setTimeZone(QTimeZone::utc()); })
        edit.setTimeZone(QTimeZone::utc());
    else
        edit.setTimeSpec(Qt::UTC);
}

} // namespace

JapaneseDateTimeEdit::JapaneseDateTimeEdit(QWidget *parent)
    : QDateTimeEdit(parent)
{
    countInUtc<QDateTimeEdit>(*this);
    setCalendarPopup(true);
    setDisplayFormat(Texts::timeFormat());
}

qint64 JapaneseDateTimeEdit::at() const
{
    const QDateTime shown = dateTime();
    return japan::startOf(shown.date()) + shown.time().msecsSinceStartOfDay() / 1000;
}

void JapaneseDateTimeEdit::setAt(qint64 at)
{
    setDateTime(wallClock(at));
}

// Qt counts the letters but not the margins of the field that holds them: without more the last minute is cut off.
QSize JapaneseDateTimeEdit::sizeHint() const
{
    return QDateTimeEdit::sizeHint() + QSize(2 * fontMetrics().horizontalAdvance(u'0'), 0);
}

QSize JapaneseDateTimeEdit::minimumSizeHint() const
{
    return QDateTimeEdit::minimumSizeHint() + QSize(2 * fontMetrics().horizontalAdvance(u'0'), 0);
}

} // namespace shirase
