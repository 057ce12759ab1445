// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/foundation/JapaneseTime.h"
#include "core/notices/NoticeReportFile.h"
#include "core/notices/NoticeThresholds.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> preview(const Context &context)
{
    const Result<NoticeId> id = noticeIdOf(context.words().first());
    if (!id)
        return passOn(id);
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<Notice> notice = (*connection)->notices.find(*id);
    if (!notice)
        return passOn(notice);
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    const Result<NoticePreview> counted =
        (*connection)->noticeDesk.preview(**session, notice->targets, {}, notice->infected);
    if (!counted)
        return passOn(counted);

    QJsonObject languages;
    for (const auto &[language, people] : counted->languages.asKeyValueRange())
        languages.insert(language, people);
    QJsonArray bursts;
    for (const VisitBurst &burst : counted->bursts) {
        bursts.append(QJsonObject{{u"hour"_s, japan::dateTimeOf(burst.hour).toString(u"yyyy-MM-ddTHH:mm"_s)},
                                  {u"registrations"_s, burst.registrations}});
    }
    const QString recommendation = toText(counted->recommendation);
    return Report{
        {Tr::tr(
             "notice %1: %2 from %3, %4 told before, %5 refused before, %6 unreadable; recommendation: %7",
             "number, people, registrations")
             .arg(QString::number(*id), Tr::tr("%n people", "", counted->people), Tr::tr("%n registrations", "", counted->visits),
                  QString::number(counted->alreadyNotified), QString::number(counted->refusedBefore),
                  QString::number(counted->unreadable), recommendation)},
        QJsonObject{{u"id"_s, *id},
                    {u"visits"_s, counted->visits},
                    {u"people"_s, counted->people},
                    {u"already_notified"_s, counted->alreadyNotified},
                    {u"refused_before"_s, counted->refusedBefore},
                    {u"unreadable"_s, counted->unreadable},
                    {u"window_open"_s, counted->windowOpen},
                    {u"recommendation"_s, recommendation},
                    {u"languages"_s, languages},
                    {u"bursts"_s, bursts}}};
}

Result<Report> report(const Context &context)
{
    const Result<NoticeId> id = noticeIdOf(context.words().first());
    if (!id)
        return passOn(id);
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    Connection &office = **connection;
    NoticeReports reports({*office.database, office.facilities, office.notices, office.staff.audit(),
                           office.settings, office.clock});
    const QString language = QLocale().language() == QLocale::Japanese ? u"ja"_s : u"en"_s;
    const Result<NoticeReport> read = reports.read(*id, language);
    if (!read)
        return passOn(read);
    const QString path = context.value(u"output"_s);
    if (const Result<> saved = NoticeReportFile(*read).save(path); !saved)
        return passOn(saved);
    return Report{{}, QJsonObject{{u"id"_s, *id}, {u"output"_s, path}}};
}

NoticeThresholds thresholdsOf(Connection &connection)
{
    return NoticeThresholds(*connection.database, connection.facilities, connection.staff.audit());
}

Result<Report> listThresholds(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<QList<NoticeThreshold>> thresholds = thresholdsOf(**connection).list();
    if (!thresholds)
        return passOn(thresholds);
    Report report;
    QJsonArray json;
    for (const NoticeThreshold &threshold : *thresholds) {
        report.lines.append(u"%1\t%2\t%3\t%4"_s.arg(
            toText(threshold.kind), QString::number(threshold.infected),
            QString::number(threshold.registrations), toText(threshold.recommendation)));
        json.append(QJsonObject{{u"kind"_s, toText(threshold.kind)},
                                {u"infected"_s, threshold.infected},
                                {u"registrations"_s, threshold.registrations},
                                {u"recommendation"_s, toText(threshold.recommendation)}});
    }
    report.json = json;
    return report;
}

/// KIND INFECTED REGISTRATIONS [send|consider]
Result<NoticeThreshold> thresholdOf(const QStringList &words)
{
    bool areNumbers[2]{};
    const std::optional<FacilityKind> kind = facilityKindOf(words[0]);
    const int infected = words[1].toInt(&areNumbers[0]);
    const int registrations = words[2].toInt(&areNumbers[1]);
    const std::optional<Recommendation> recommendation = recommendationOf(words.value(3, u"send"_s));
    if (!kind)
        return fail(ErrorCode::Invalid, Tr::tr("The kinds are: store, event, facility."));
    if (!areNumbers[0] || !areNumbers[1] || !recommendation)
        return fail(ErrorCode::Invalid,
                    Tr::tr("Please give two numbers, and then \"send\" or \"consider\"."));
    return NoticeThreshold{*kind, infected, registrations, *recommendation};
}

using Change = Result<> (NoticeThresholds::*)(const Session &, const NoticeThreshold &,
                                              const NoticeThresholds::Seen &);

std::function<Result<Report>(const Context &)> thresholdChange(Change change)
{
    return [change](const Context &context) -> Result<Report> {
        const Result<NoticeThreshold> threshold = thresholdOf(context.words());
        if (!threshold)
            return passOn(threshold);
        const auto connection = context.connect();
        if (!connection)
            return passOn(connection);
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        NoticeThresholds thresholds = thresholdsOf(**connection);
        if (const Result<> done = (thresholds.*change)(**session, *threshold, {}); !done)
            return passOn(done);
        return Report{{}, true};
    };
}

} // namespace

QList<Command> noticeCaseCommands()
{
    const QStringList identified{u"as"_s, u"password-file"_s};
    return {
        {.name = u"notice preview"_s,
         .words = u"ID"_s,
         .help = Tr::tr("Counts who would be told."),
         .fewestWords = 1,
         .mostWords = 1,
         .options = identityOptions(),
         .needed = identified,
         .run = preview},
        {.name = u"notice report"_s,
         .words = u"ID"_s,
         .help = Tr::tr("Writes the report of a notice, without addresses."),
         .fewestWords = 1,
         .mostWords = 1,
         .options = {QCommandLineOption{u"output"_s, Tr::tr("The file, as its ending says."),
                                        u"FILE.pdf|.csv"_s}},
         .needed = {u"output"_s},
         .run = report},
        {.name = u"notice thresholds list"_s,
         .words = {},
         .help = Tr::tr("Lists the thresholds from which a notice is recommended."),
         .options = {},
         .needed = {},
         .run = listThresholds},
        {.name = u"notice thresholds set"_s,
         .words = u"KIND INFECTED REGISTRATIONS send|consider"_s,
         .help = Tr::tr("Recommends this from so many infected people and registrations on."),
         .fewestWords = 4,
         .mostWords = 4,
         .options = identityOptions(),
         .needed = identified,
         .run = thresholdChange(&NoticeThresholds::set)},
        {.name = u"notice thresholds remove"_s,
         .words = u"KIND INFECTED REGISTRATIONS"_s,
         .help = Tr::tr("Removes a threshold."),
         .fewestWords = 3,
         .mostWords = 3,
         .options = identityOptions(),
         .needed = identified,
         .run = thresholdChange(&NoticeThresholds::remove)},
    };
}

} // namespace shirase::ctl
