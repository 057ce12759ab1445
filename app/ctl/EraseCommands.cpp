// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeHold.h"
#include "core/staff/Actor.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Report reportOf(const ErasureReport &report)
{
    const QString day = report.untilDay.toString(Qt::ISODate);
    const QString rows = Tr::tr("Up to %1: %2, %3, %4, %5, %6")
                             .arg(day, Tr::tr("%n registrations", "", int(report.visits)),
                                  Tr::tr("%n day keys", "", int(report.dayKeys)),
                                  Tr::tr("%n recipients of notices", "", int(report.recipients)),
                                  Tr::tr("%n mails", "", int(report.letters + report.mails)),
                                  Tr::tr("%n contacts of retired facilities", "", int(report.contacts)));
    return Report{{rows},
                  QJsonObject{{u"until"_s, day},
                              {u"visits"_s, report.visits},
                              {u"day_keys"_s, report.dayKeys},
                              {u"recipients"_s, report.recipients},
                              {u"letters"_s, report.letters},
                              {u"mails"_s, report.mails},
                              {u"contacts"_s, report.contacts},
                              {u"milliseconds"_s, report.milliseconds}}};
}

/// The day that is meant; nothing if it is today's.
Result<std::optional<QDate>> dayGiven(const Context &context)
{
    if (!context.arguments.isSet(u"as-of"_s))
        return std::nullopt;
    const QDate day = QDate::fromString(context.value(u"as-of"_s), Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorCode::Invalid, Tr::tr("--as-of: please give a day such as 2026-11-21."));
    return day;
}

/// Whoever gives today's date has looked at the clock; another day says nothing of it.
Result<> checkClock(Connection &connection, const std::optional<QDate> &given, QDate today)
{
    if (given && *given != today)
        return {};
    const Result<std::optional<ClockGuard::Doubt>> doubt = connection.clockGuard.look();
    if (!doubt)
        return passOn(doubt);
    if (!*doubt)
        return {};
    if (given)
        return connection.clockGuard.confirm(actors::system);
    return fail(ErrorCode::Conflict, (*doubt)->sentence() + u' ' +
                                         Tr::tr("If it is right, \"shirasectl erase --as-of %1\" confirms it.")
                                             .arg(today.toString(Qt::ISODate)));
}

Result<Report> erase(const Context &context)
{
    const Result<std::optional<QDate>> given = dayGiven(context);
    if (!given)
        return passOn(given);
    const auto opened = context.connect();
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const QDate today = japan::dayOf(context.clock.now());
    const QDate day = given->value_or(today);
    const RetentionMonths months = RetentionMonths::of(connection.settings);
    const bool onlyCounts = context.arguments.isSet(u"dry-run"_s);
    if (const Result<> good = onlyCounts ? Result<>() : checkClock(connection, *given, today); !good)
        return passOn(good);
    const Result<ErasureReport> report =
        onlyCounts ? connection.erasure.count(day, months) : connection.erasure.run(day, months);
    if (!report)
        return passOn(report);
    return reportOf(*report);
}

/// The one line of the file: in an argument, others could read it.
Result<EmailAddress> addressIn(const QString &path)
{
    const Result<QByteArray> content = readFile(path);
    if (!content)
        return passOn(content);
    const QString text = QString::fromUtf8(*content).trimmed();
    if (text.isEmpty() || text.contains(u'\n'))
        return fail(ErrorCode::Invalid, Tr::tr("The file %1 has to hold one mail address.").arg(path));
    return EmailAddress::parse(text);
}

QString sentenceOf(const PersonErasure::Report &report)
{
    QString sentence = report == PersonErasure::Report{}
                           ? Tr::tr("Nothing is kept of this address.")
                           : Tr::tr("Erased: %1, %2, %3")
                                 .arg(Tr::tr("%n registrations", "", report.visits),
                                      Tr::tr("%n recipients of notices", "", report.recipients),
                                      Tr::tr("%n waiting confirmations", "", report.confirmations));
    if (report.closedDays > 0) {
        sentence += u' ' + Tr::tr("The registrations of %n days cannot be opened with the office key; what is among "
                                  "them is still there.",
                                  "", report.closedDays);
    }
    return sentence;
}

Result<Report> erasePerson(const Context &context)
{
    const Result<EmailAddress> address = addressIn(context.value(u"email-file"_s));
    if (!address)
        return passOn(address);
    const auto opened = context.connect();
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const Result<std::unique_ptr<Session>> session = context.logIn(connection);
    if (!session)
        return passOn(session);
    const Result<PersonErasure::Report> report = connection.personErasure.erase(**session, *address);
    if (!report)
        return passOn(report);
    return Report{.lines = {sentenceOf(*report)},
                  .json = QJsonObject{{u"visits"_s, report->visits},
                                      {u"recipients"_s, report->recipients},
                                      {u"confirmations"_s, report->confirmations},
                                      {u"closed_days"_s, report->closedDays}},
                  .refused = report->closedDays > 0};
}

} // namespace

QList<Command> eraseCommands()
{
    return {{.name = u"erase"_s,
             .words = {},
             .help = Tr::tr("Erases what is older than the retention."),
             .options = {{u"as-of"_s, Tr::tr("As if it were this day; today's date confirms a clock that is doubted."),
                          u"DAY"_s},
                         {u"dry-run"_s, Tr::tr("Only counts.")}},
             .needed = {},
             .run = erase},
            {.name = u"erase-person"_s,
             .words = {},
             .help = Tr::tr("Erases everything of one person, who has asked for it; says how much it was."),
             .options = QList<QCommandLineOption>{{u"email-file"_s, Tr::tr("A file with the person's mail address."),
                                                   u"FILE"_s}} +
                        identityOptions(),
             .needed = {u"email-file"_s, u"as"_s, u"password-file"_s},
             .run = erasePerson}};
}

} // namespace shirase::ctl
