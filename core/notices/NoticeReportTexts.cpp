// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeReportTexts.h"

#include "core/foundation/JapaneseTime.h"
#include "core/staff/Actor.h"

#include <QHash>
#include <QLocale>

namespace shirase {

using namespace Qt::StringLiterals;

QString NoticeReportTexts::day(QDate day)
{
    return QLocale().toString(day, tr("d MMM yyyy", "format of a date: d day, M or MMM month, yyyy year"));
}

QString NoticeReportTexts::time(qint64 at)
{
    return QLocale().toString(japan::dateTimeOf(at),
                              tr("d MMM yyyy HH:mm", "format of a date and a time of day"));
}

QString NoticeReportTexts::of(NoticeState state)
{
    switch (state) {
    case NoticeState::Draft:
        return tr("Draft");
    case NoticeState::Waiting:
        return tr("Waiting for approval");
    case NoticeState::Approved:
        return tr("Approved");
    case NoticeState::Sending:
        return tr("Sending");
    case NoticeState::Paused:
        return tr("Paused");
    case NoticeState::Sent:
        return tr("Sent");
    case NoticeState::Withheld:
        return tr("Withheld");
    case NoticeState::Cancelled:
        return tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString NoticeReportTexts::of(Recommendation recommendation)
{
    switch (recommendation) {
    case Recommendation::None:
        return tr("None: below the thresholds");
    case Recommendation::Consider:
        return tr("Consider sending");
    case Recommendation::Send:
        return tr("Send");
    }
    Q_UNREACHABLE();
}

QString NoticeReportTexts::action(const QString &action)
{
    const QHash<QString, QString> texts{
        {u"notice.draft"_s, tr("Drafted")},
        {u"notice.follow_up"_s, tr("Drafted by itself as a follow-up")},
        {u"notice.text"_s, tr("Changed the texts")},
        {u"notice.submit"_s, tr("Submitted for approval")},
        {u"notice.send_back"_s, tr("Sent back to the author")},
        {u"notice.approve"_s, tr("Approved")},
        {u"notice.override"_s, tr("Decided against the recommendation")},
        {u"notice.withhold"_s, tr("Decided not to notify")},
        {u"notice.send"_s, tr("Put into the queue")},
        {u"notice.pause"_s, tr("Paused")},
        {u"notice.resume"_s, tr("Resumed")},
        {u"notice.retry"_s, tr("Resumed, with another try for those who were refused")},
        {u"notice.hold.refusals"_s, tr("Paused: the relay refused many in a row")},
        {u"notice.hold.text"_s, tr("Paused: the texts were no longer the approved ones")},
        {u"notice.hold.restored"_s, tr("Paused: the database came from a backup")},
        {u"notice.cancel"_s, tr("Cancelled")},
    };
    return texts.value(action, action);
}

QString NoticeReportTexts::account(const QString &account)
{
    return account == actors::system ? tr("The system") : account;
}

} // namespace shirase
