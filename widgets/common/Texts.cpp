// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Texts.h"

#include "core/foundation/JapaneseTime.h"

#include <QLocale>

namespace shirase {

using namespace Qt::StringLiterals;

QString Texts::number(qint64 number)
{
    return QLocale().toString(number);
}

QString Texts::people(int count)
{
    // "%n" would write the number without separators: %L1 has them, and the count only chooses the plural.
    return tr("%L1 people", "", count).arg(count);
}

QString Texts::dayFormat()
{
    return tr("d MMM yyyy", "format of a date: d day, M or MMM month, yyyy year");
}

QString Texts::timeFormat()
{
    return tr("d MMM yyyy HH:mm", "format of a date and a time of day");
}

QString Texts::day(QDate day)
{
    return QLocale().toString(day, dayFormat());
}

QString Texts::time(qint64 at)
{
    return QLocale().toString(japan::dateTimeOf(at), timeFormat());
}

QString Texts::shortDay(QDate day)
{
    return QLocale().toString(day, tr("d MMM", "format of a date without its year"));
}

QString Texts::recentTime(qint64 at, qint64 now)
{
    const qint64 days = japan::dayOf(at).daysTo(japan::dayOf(now));
    const QString hour = QLocale().toString(japan::dateTimeOf(at), u"HH:mm"_s);
    return days == 0 ? tr("Today %1", "a time of day").arg(hour)
                     : days == 1 ? tr("Yesterday %1", "a time of day").arg(hour) : time(at);
}

QString Texts::window(const NoticeTarget &target)
{
    const QDate first = japan::dayOf(target.from);
    if (NoticeTarget::wholeDay(target.facility, first) == target)
        return tr("%1, all day").arg(day(first));
    return tr("%1 to %2", "a window of time").arg(time(target.from), time(target.until));
}

QString Texts::systemName(const Settings &settings)
{
    const bool japanese = QLocale().language() == QLocale::Japanese;
    return settings.profile(japanese ? u"ja"_s : u"en"_s).systemName;
}

QString Texts::name(const FacilityDetails &facility)
{
    return facility.exercise ? tr("[Exercise] %1", "name of a facility").arg(facility.name) : facility.name;
}

QString Texts::of(FacilityKind kind)
{
    switch (kind) {
    case FacilityKind::Store:
        return tr("Shop");
    case FacilityKind::Event:
        return tr("Event");
    case FacilityKind::Facility:
        return tr("Public facility");
    }
    Q_UNREACHABLE();
}

QString Texts::of(FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return tr("In use", "a facility");
    case FacilityState::Suspended:
        return tr("Suspended", "a facility");
    case FacilityState::Retired:
        return tr("Retired", "a facility");
    }
    Q_UNREACHABLE();
}

QString Texts::of(NoticeState state)
{
    switch (state) {
    case NoticeState::Draft:
        return tr("Draft", "a notice");
    case NoticeState::Waiting:
        return tr("Waiting for approval", "a notice");
    case NoticeState::Approved:
        return tr("Approved", "a notice");
    case NoticeState::Sending:
        return tr("Sending", "a notice");
    case NoticeState::Paused:
        return tr("Paused", "a notice");
    case NoticeState::Sent:
        return tr("Sent", "a notice");
    case NoticeState::Withheld:
        return tr("Withheld", "a notice");
    case NoticeState::Cancelled:
        return tr("Cancelled", "a notice");
    }
    Q_UNREACHABLE();
}

QString Texts::of(Recommendation recommendation)
{
    switch (recommendation) {
    case Recommendation::None:
        return tr("None", "a recommendation");
    case Recommendation::Consider:
        return tr("Consider", "a recommendation");
    case Recommendation::Send:
        return tr("Send", "a recommendation");
    }
    Q_UNREACHABLE();
}

QString Texts::of(Roles roles)
{
    const std::pair<Role, QString> names[]{{Role::Administrator, tr("administrator", "a role")},
                                           {Role::Facilities, tr("facilities", "a role")},
                                           {Role::Notices, tr("notices", "a role")},
                                           {Role::Approval, tr("approval", "a role")},
                                           {Role::Audit, tr("audit", "a role")}};
    QStringList texts;
    for (const auto &[role, name] : names) {
        if (roles.testFlag(role))
            texts.append(name);
    }
    return texts.isEmpty() ? u"–"_s : texts.join(tr(", ", "between the words of a list"));
}

QString Texts::language(const QString &code)
{
    // The names of the six languages as their readers write them; they are the same in every translation.
    static const QMap<QString, QString> names{
        {u"ja"_s, u"日本語"_s},        {u"ja-x-easy"_s, u"やさしい日本語"_s}, {u"en"_s, u"English"_s},
        {u"zh-Hans"_s, u"简体中文"_s}, {u"zh-Hant"_s, u"繁體中文"_s},         {u"ko"_s, u"한국어"_s},
    };
    const auto known = names.constFind(code);
    return known == names.constEnd() ? QLocale(code).nativeLanguageName() : *known;
}

} // namespace shirase
