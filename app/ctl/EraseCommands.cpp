// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/erasure/Erasure.h"
#include "core/foundation/JapaneseTime.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> erase(const Context &context)
{
    QDate today = japan::dayOf(context.clock.now());
    if (context.arguments.isSet(u"as-of"_s)) {
        today = QDate::fromString(context.value(u"as-of"_s), Qt::ISODate);
        if (!today.isValid())
            return fail(ErrorCode::Invalid, Tr::tr("--as-of: please give a day such as 2026-11-21."));
    }
    const auto opened = context.connect();
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const Result<ErasureReport> report
        = Erasure(*connection.database, *connection.vault, context.clock)
              .run(today, RetentionMonths::of(connection.settings), context.arguments.isSet(u"dry-run"_s));
    if (!report)
        return passOn(report);
    const QString day = report->untilDay.toString(Qt::ISODate);
    return Report{{Tr::tr("Up to %1: %2 registrations, %3 day keys, %4 contacts of retired facilities")
                        .arg(day)
                        .arg(report->visits)
                        .arg(report->dayKeys)
                        .arg(report->contacts)},
                  QJsonObject{{u"until"_s, day},
                              {u"visits"_s, report->visits},
                              {u"day_keys"_s, report->dayKeys},
                              {u"recipients"_s, report->recipients},
                              {u"contacts"_s, report->contacts}}};
}

} // namespace

QList<Command> eraseCommands()
{
    return {{.name = u"erase"_s, .words = {}, .help = Tr::tr("Erases what is older than the retention."),
             .options = {{u"as-of"_s, Tr::tr("As if it were this day."), u"DAY"_s},
                         {u"dry-run"_s, Tr::tr("Only counts.")}},
             .needed = {}, .run = erase}};
}

} // namespace shirase::ctl
