// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/MailRunner.h"
#include "core/foundation/JapaneseTime.h"
#include "core/mail/FailureTexts.h"
#include "core/mail/SendingMark.h"
#include "core/notices/NoticeHold.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int listed = 1000;

/// CODE@DAY or CODE@FROM/UNTIL, Japanese time.
Result<NoticeTarget> targetOf(Connection &connection, const QString &text)
{
    const auto misread = [&] {
        return fail(ErrorCode::Invalid,
                    Tr::tr("%1 is no target: please give CODE@2026-11-21 or CODE@2026-11-21T18:00/2026-11-22T02:00.")
                        .arg(text));
    };
    const qsizetype at = text.indexOf(u'@');
    const std::optional<FacilityCode> code = FacilityCode::parse(text.left(std::max<qsizetype>(at, 0)));
    if (at < 0 || !code)
        return misread();
    const Result<CodeLookup> found = connection.facilities.findByCode(*code);
    if (!found)
        return passOn(found);
    const QString when = text.sliced(at + 1);
    if (const QDate day = QDate::fromString(when, Qt::ISODate); day.isValid() && when.size() == 10)
        return NoticeTarget::wholeDay(found->facility.id, day);
    const std::optional<qint64> from = japan::parseDateTime(when.section(u'/', 0, 0));
    const std::optional<qint64> until = japan::parseDateTime(when.section(u'/', 1));
    if (!from || !until)
        return misread();
    return NoticeTarget{found->facility.id, *from, *until};
}

Result<Report> draft(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    QList<NoticeTarget> targets;
    for (const QString &text : context.arguments.values(u"target"_s) + context.words()) {
        const Result<NoticeTarget> target = targetOf(**connection, text);
        if (!target)
            return passOn(target);
        targets.append(*target);
    }
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    bool isNumber = false;
    const int infected = context.value(u"infected"_s).toInt(&isNumber);
    const Result<NoticeId> id = (*connection)->noticeDesk.draft(**session, targets, context.value(u"text"_s),
                                                                isNumber ? infected : 0);
    if (!id)
        return passOn(id);
    return Report{{QString::number(*id)}, QJsonObject{{u"id"_s, *id}}};
}

QJsonObject jsonOf(NoticeId id, const NoticeProgress &progress)
{
    QJsonObject failures;
    for (const auto &[kind, number] : progress.failures.asKeyValueRange())
        failures.insert(kind, number);
    return {{u"id"_s, id},
            {u"state"_s, toText(progress.state)},
            {u"recipients"_s, progress.recipients},
            {u"sent"_s, progress.sent},
            {u"failed"_s, progress.failed},
            {u"waiting"_s, progress.waiting},
            {u"failures"_s, failures},
            {u"can_be_tried_again"_s, progress.canBeTriedAgain}};
}

QString lineOf(NoticeId id, const NoticeProgress &progress)
{
    return Tr::tr("notice %1: %2, %3 recipients, %4 sent, %5 failed, %6 waiting")
        .arg(QString::number(id), toText(progress.state), QString::number(progress.recipients),
             QString::number(progress.sent), QString::number(progress.failed), QString::number(progress.waiting));
}

Result<Report> statusOf(Connection &connection, NoticeId id)
{
    const Result<NoticeProgress> progress = connection.notices.progress(id);
    if (!progress)
        return passOn(progress);
    Report report{{lineOf(id, *progress)}, jsonOf(id, *progress)};
    for (const auto &[reply, number] : progress->failures.asKeyValueRange())
        report.lines.append(u"  %1 (%2): %3"_s.arg(failureText(reply), reply, QString::number(number)));
    const Result<QMap<NoticeId, HoldReason>> held = heldNotices(*connection.database);
    if (!held)
        return passOn(held);
    if (const auto reason = held->constFind(id); reason != held->constEnd()) {
        report.lines.append(reason->sentence());
        QJsonObject json = report.json.toObject();
        json.insert(u"held"_s, reason->toText());
        report.json = json;
    }
    return report;
}

Result<Report> status(const Context &context)
{
    const Result<NoticeId> id = noticeIdOf(context.words().first());
    if (!id)
        return passOn(id);
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    return statusOf(**connection, *id);
}

Result<Report> list(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<QList<Notice>> notices = (*connection)->notices.newest(listed);
    if (!notices)
        return passOn(notices);
    Report report;
    QJsonArray json;
    for (const Notice &notice : *notices) {
        const Result<NoticeProgress> progress = (*connection)->notices.progress(notice.id);
        if (!progress)
            return passOn(progress);
        report.lines.append(lineOf(notice.id, *progress));
        json.append(jsonOf(notice.id, *progress));
    }
    report.json = json;
    return report;
}

/// Watches a notice that is being sent, and delivers it if nobody else does.
Result<> deliver(const Context &context, Connection &connection, NoticeId id)
{
    MailRunner runner(connection);
    QString said;
    qint64 lookedAt = 0;
    while (true) {
        // Once a second: counting takes its time where there are many recipients.
        if (connection.clock.now() == lookedAt) {
            if (const Result<> turned = runner.turn(std::chrono::milliseconds(200)); !turned)
                return turned;
            continue;
        }
        lookedAt = connection.clock.now();
        const Result<NoticeProgress> progress = connection.notices.progress(id);
        if (!progress)
            return passOn(progress);
        if (progress->state != NoticeState::Sending)
            break;
        const QString problem = runner.problem();
        const QString line = lineOf(id, *progress) + (problem.isEmpty() ? QString() : u"; "_s + problem);
        if (line != said)
            context.say(line);
        said = line;
    }
    runner.finish(std::chrono::seconds(5));
    return {};
}

Result<Report> send(const Context &context)
{
    const Result<NoticeId> id = noticeIdOf(context.words().first());
    if (!id)
        return passOn(id);
    std::optional<qint64> at;
    if (context.arguments.isSet(u"at"_s)) {
        at = japan::parseDateTime(context.value(u"at"_s));
        if (!at)
            return fail(ErrorCode::Invalid, Tr::tr("--at: please give a Japanese time such as 2026-11-21T18:00."));
    }
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    {
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        if (const Result<> sent = (*connection)->noticeDesk.send(**session, *id, at); !sent)
            return passOn(sent);
    }
    if (context.arguments.isSet(u"wait"_s)) {
        if (const Result<> delivered = deliver(context, **connection, *id); !delivered)
            return passOn(delivered);
    }
    return statusOf(**connection, *id);
}

using Act = std::function<Result<>(const Context &, NoticeDesk &, const Session &, NoticeId)>;

/// A command that takes the number of a notice and somebody who may do it.
std::function<Result<Report>(const Context &)> withNotice(Act act)
{
    return [act = std::move(act)](const Context &context) -> Result<Report> {
        const Result<NoticeId> id = noticeIdOf(context.words().first());
        if (!id)
            return passOn(id);
        const auto connection = context.connect();
        if (!connection)
            return passOn(connection);
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        if (const Result<> done = act(context, (*connection)->noticeDesk, **session, *id); !done)
            return passOn(done);
        // Where no server runs to do it. Should it fail, the next that sends makes up for it.
        std::ignore = SendingMark(*(*connection)->database, *(*connection)->vault).note(context.clock.now());
        return statusOf(**connection, *id);
    };
}

Command onNotice(const QString &name, const QString &help, Act act)
{
    return {.name = name, .words = u"ID"_s, .help = help, .fewestWords = 1, .mostWords = 1,
            .options = identityOptions(), .needed = {u"as"_s, u"password-file"_s}, .run = withNotice(std::move(act))};
}

} // namespace

QList<Command> noticeCommands()
{
    const QStringList identified{u"as"_s, u"password-file"_s};
    Command approve = onNotice(u"notice approve"_s, Tr::tr("Freezes the recipients and the text of a notice."),
                               [](const Context &context, NoticeDesk &desk, const Session &by, NoticeId id) {
                                   return desk.approve(by, id, {context.arguments.isSet(u"now"_s),
                                                                context.value(u"reason"_s)});
                               });
    approve.options << QCommandLineOption{u"now"_s, Tr::tr("Even though people can still register for its window.")}
                    << QCommandLineOption{u"reason"_s, Tr::tr("Why, where the thresholds recommend nothing."), u"R"_s};
    Command withhold = onNotice(u"notice withhold"_s, Tr::tr("Decides not to notify."),
                                [](const Context &context, NoticeDesk &desk, const Session &by, NoticeId id) {
                                    return desk.withhold(by, id, context.value(u"reason"_s));
                                });
    withhold.options << QCommandLineOption{u"reason"_s, Tr::tr("Why nobody is notified."), u"R"_s};
    withhold.needed << u"reason"_s;
    Command sendBack = onNotice(u"notice return"_s, Tr::tr("Gives a submitted notice back to its author."),
                                [](const Context &context, NoticeDesk &desk, const Session &by, NoticeId id) {
                                    return desk.sendBack(by, id, context.value(u"remark"_s));
                                });
    sendBack.options << QCommandLineOption{u"remark"_s, Tr::tr("What the author should change."), u"R"_s};
    sendBack.needed << u"remark"_s;
    Command resume = onNotice(u"notice resume"_s, Tr::tr("Goes on with the sending."),
                              [](const Context &context, NoticeDesk &desk, const Session &by, NoticeId id) {
                                  return desk.resume(by, id,
                                                     context.arguments.isSet(u"refused"_s)
                                                         ? NoticeSending::Refused::TryAgain
                                                         : NoticeSending::Refused::Stay);
                              });
    resume.options << QCommandLineOption{u"refused"_s, Tr::tr("Tries those again whom the relay has refused.")};

    return {
        {.name = u"notice draft"_s, .words = u"[TARGET...]"_s,
         .help = Tr::tr("Drafts a notice and prints its number."), .fewestWords = 0,
         .mostWords = std::numeric_limits<int>::max(),
         .options = identityOptions()
             << QCommandLineOption{u"target"_s,
                                   Tr::tr("A facility and its day or window, Japanese time; may be given several times."),
                                   u"CODE@DAY|CODE@FROM/UNTIL"_s}
             << QCommandLineOption{u"text"_s, Tr::tr("Which text to send."), u"KEY"_s, u"standard"_s}
             << QCommandLineOption{u"infected"_s, Tr::tr("How many infected people the case has (default: 1)."), u"N"_s,
                                   u"1"_s},
         .needed = identified + QStringList{u"target"_s}, .run = draft},
        onNotice(u"notice submit"_s, Tr::tr("Puts a draft before the approver."),
                 [](const Context &, NoticeDesk &desk, const Session &by, NoticeId id) { return desk.submit(by, id); }),
        sendBack,
        approve,
        withhold,
        {.name = u"notice send"_s, .words = u"ID"_s, .help = Tr::tr("Sends an approved notice."), .fewestWords = 1,
         .mostWords = 1,
         .options = identityOptions()
             << QCommandLineOption{u"at"_s, Tr::tr("When, in Japanese time (default: now)."), u"TIME"_s}
             << QCommandLineOption{u"wait"_s, Tr::tr("Waits until all are sent, and delivers if nobody else does.")},
         .needed = identified, .run = send},
        onNotice(u"notice pause"_s, Tr::tr("Pauses the sending."),
                 [](const Context &, NoticeDesk &desk, const Session &by, NoticeId id) { return desk.pause(by, id); }),
        resume,
        onNotice(u"notice cancel"_s, Tr::tr("Ends the sending for good."),
                 [](const Context &, NoticeDesk &desk, const Session &by, NoticeId id) { return desk.cancel(by, id); }),
        {.name = u"notice status"_s, .words = u"ID"_s, .help = Tr::tr("Shows how the sending stands."), .fewestWords = 1,
         .mostWords = 1, .options = {}, .needed = {}, .run = status},
        {.name = u"notice list"_s, .words = {}, .help = Tr::tr("Lists the notices, the newest first."), .options = {},
         .needed = {}, .run = list},
    };
}

} // namespace shirase::ctl
