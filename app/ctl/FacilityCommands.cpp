// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;

QString urlOf(const Connection &connection, const Facility &facility)
{
    return connection.settings.publicUrl() + u"/f/"_s + facility.code.text();
}

QJsonObject jsonOf(const Connection &connection, const Facility &facility)
{
    const FacilityDetails &d = facility.details;
    QJsonObject json{{u"code"_s, facility.code.text()},  {u"url"_s, urlOf(connection, facility)},
                     {u"check_code"_s, facility.code.checkCode()}, {u"state"_s, toText(facility.state)},
                     {u"kind"_s, toText(d.kind)},        {u"name"_s, d.name},
                     {u"contact_name"_s, d.contactName}, {u"contact_email"_s, d.contactEmail},
                     {u"phone"_s, d.phone},              {u"postal_code"_s, d.postalCode},
                     {u"address"_s, d.address}};
    if (d.exercise)
        json.insert(u"exercise"_s, true);
    if (d.from && d.until) {
        json.insert(u"from"_s, d.from->toString(Qt::ISODate));
        json.insert(u"until"_s, d.until->toString(Qt::ISODate));
    }
    return json;
}

Result<Facility> facilityOf(const Context &context, Connection &connection)
{
    const QString word = context.words().first();
    const std::optional<FacilityCode> code = FacilityCode::parse(word);
    if (!code)
        return fail(ErrorCode::NotFound,
                    Tr::tr("%1 is no facility code: please compare it with the poster.").arg(word));
    Result<CodeLookup> found = connection.facilities.findByCode(*code);
    if (!found)
        return passOn(found);
    return found->facility;
}

Result<Report> add(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const std::optional<FacilityKind> kind = facilityKindOf(context.value(u"kind"_s));
    if (!kind)
        return fail(ErrorCode::Invalid, Tr::tr("The kinds are: store, event, facility."));
    const auto dayOf = [&](const QString &option) {
        const QDate day = QDate::fromString(context.value(option), Qt::ISODate);
        return day.isValid() ? std::optional(day) : std::nullopt;
    };
    const FacilityDetails details = mended({.kind = *kind,
                                            .name = context.value(u"name"_s),
                                            .aliases = {},
                                            .contactName = context.value(u"contact-name"_s),
                                            .contactEmail = context.value(u"contact-email"_s),
                                            .phone = context.value(u"phone"_s),
                                            .postalCode = context.value(u"postal-code"_s),
                                            .address = context.value(u"address"_s),
                                            .from = dayOf(u"from"_s),
                                            .until = dayOf(u"until"_s),
                                            .exercise = context.arguments.isSet(u"exercise"_s)});
    if (const QList<FieldProblem> found = problems(details); !found.isEmpty())
        return fail(ErrorCode::Invalid, u"--%1: %2"_s.arg(QString(found.first().field).replace(u'_', u'-'), found.first().message));
    const Result<Facility> facility = (*connection)->facilityDesk.add(
        Actor::commandLine(), details, context.arguments.isSet(u"send-poster"_s), u"ja"_s);
    if (!facility)
        return passOn(facility);
    return Report{{facility->code.text()}, jsonOf(**connection, *facility)};
}

/// Calls the function with every facility, page by page.
Result<> forAll(Connection &connection, const std::function<void(const Facility &)> &function)
{
    FacilityId after = 0;
    while (true) {
        const Result<QList<Facility>> page = connection.facilities.list(after, pageSize);
        if (!page)
            return passOn(page);
        for (const Facility &facility : *page)
            function(facility);
        if (page->size() < pageSize)
            return {};
        after = page->last().id;
    }
}

Result<Report> list(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    Report report;
    QJsonArray json;
    const Result<> listed = forAll(**connection, [&](const Facility &facility) {
        report.lines.append(
            u"%1\t%2\t%3"_s.arg(facility.code.text(), toText(facility.state), facility.details.name));
        json.append(jsonOf(**connection, facility));
    });
    if (!listed)
        return passOn(listed);
    report.json = json;
    return report;
}

Report describe(const Connection &connection, const Facility &facility)
{
    const QJsonObject json = jsonOf(connection, facility);
    Report report{{}, json};
    for (auto it = json.begin(); it != json.end(); ++it)
        report.lines.append(it.key() + u": "_s + it.value().toVariant().toString());
    return report;
}

Result<Report> show(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<Facility> facility = facilityOf(context, **connection);
    if (!facility)
        return passOn(facility);
    return describe(**connection, *facility);
}

std::function<Result<Report>(const Context &)> stateChange(FacilityState state)
{
    return [state](const Context &context) -> Result<Report> {
        const auto connection = context.connect();
        if (!connection)
            return passOn(connection);
        const Result<Facility> facility = facilityOf(context, **connection);
        if (!facility)
            return passOn(facility);
        if (const Result<> changed = (*connection)->facilityDesk.setState(Actor::commandLine(), facility->id, state);
            !changed)
            return passOn(changed);
        return Report{{}, QJsonObject{{u"code"_s, facility->code.text()}, {u"state"_s, toText(state)}}};
    };
}

Result<Report> reissue(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    bool isNumber = true;
    const int days = context.arguments.isSet(u"grace"_s) ? context.value(u"grace"_s).toInt(&isNumber) : 0;
    if (!isNumber || days < 0 || days > 365)
        return fail(ErrorCode::Invalid, Tr::tr("--grace: please give a number of days from 0 to 365."));
    const Result<Facility> facility = facilityOf(context, **connection);
    if (!facility)
        return passOn(facility);
    const Result<Facility> fresh = (*connection)->facilityDesk.reissue(Actor::commandLine(), facility->id, days);
    if (!fresh)
        return passOn(fresh);
    return Report{{fresh->code.text()}, jsonOf(**connection, *fresh)};
}

Result<Report> importFile(const Context &context)
{
    const Result<QByteArray> content = readFile(context.words().first());
    if (!content)
        return passOn(content);
    const Result<QList<CsvRow>> rows = facilityCsv::read(*content);
    if (!rows)
        return passOn(rows);
    QStringList faults;
    for (const CsvRow &row : *rows) {
        for (const FieldProblem &problem : row.problems)
            faults.append(Tr::tr("Row %1, %2: %3").arg(QString::number(row.number), problem.field, problem.message));
    }
    if (!faults.isEmpty())
        return fail(ErrorCode::Invalid,
                    faults.join(u'\n') + u'\n' + Tr::tr("Nothing was imported. Please correct these rows."));
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    if (!context.arguments.isSet(u"dry-run"_s)) {
        const auto imported = (*connection)->facilityDesk.import(Actor::commandLine(), *rows,
                                                                 context.arguments.isSet(u"send-posters"_s));
        if (!imported)
            return passOn(imported);
    }
    return Report{{Tr::tr("%n facilities", nullptr, int(rows->size()))},
                  QJsonObject{{u"rows"_s, rows->size()}}};
}

Result<Report> exportFile(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    QList<Facility> all;
    if (const Result<> listed = forAll(**connection, [&](const Facility &facility) { all.append(facility); }); !listed)
        return passOn(listed);
    const Result<> noted = (*connection)->facilityDesk.noteExport(Actor::commandLine(), int(all.size()));
    if (!noted)
        return passOn(noted);
    const QString path = context.words().first();
    QSaveFile file(path);
    const QByteArray csv = facilityCsv::write(all);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        return fail(ErrorCode::Unavailable, Tr::tr("The file %1 cannot be written.").arg(path), file.errorString());
    return Report{{}, QJsonObject{{u"rows"_s, all.size()}}};
}

} // namespace

QList<Command> facilityCommands()
{
    return {
        {.name = u"facility add"_s, .words = {}, .help = Tr::tr("Adds a facility and prints its code."),
         .options = {{u"kind"_s, Tr::tr("What it is."), u"store|event|facility"_s},
                     {u"name"_s, Tr::tr("Its name, as visitors see it."), u"N"_s},
                     {u"contact-name"_s, Tr::tr("Whom to ask for; of an event also its organiser."), u"C"_s},
                     {u"contact-email"_s, Tr::tr("The mailbox that gets poster and code."), u"E"_s},
                     {u"phone"_s, Tr::tr("The contact's phone number."), u"P"_s},
                     {u"postal-code"_s, Tr::tr("The postal code, 7 digits."), u"Z"_s},
                     {u"address"_s, Tr::tr("The address, with the prefecture."), u"A"_s},
                     {u"from"_s, Tr::tr("An event's first day, as in 2026-11-21."), u"DAY"_s},
                     {u"until"_s, Tr::tr("An event's last day."), u"DAY"_s},
                     QCommandLineOption{u"exercise"_s, Tr::tr("A place made up for drills: its page says so.")},
                     QCommandLineOption{u"send-poster"_s, Tr::tr("Mails the poster to the contact.")}},
         .needed = {u"kind"_s, u"name"_s, u"contact-name"_s, u"contact-email"_s, u"phone"_s, u"postal-code"_s, u"address"_s},
         .run = add},
        {.name = u"facility list"_s, .words = {}, .help = Tr::tr("Lists the facilities."), .options = {}, .needed = {},
         .run = list},
        {.name = u"facility show"_s, .words = u"CODE"_s, .help = Tr::tr("Shows a facility."), .fewestWords = 1,
         .mostWords = 1, .options = {}, .needed = {}, .run = show},
        {.name = u"facility suspend"_s, .words = u"CODE"_s, .help = Tr::tr("Takes a facility out of use for a while."),
         .fewestWords = 1, .mostWords = 1, .options = {}, .needed = {}, .run = stateChange(FacilityState::Suspended)},
        {.name = u"facility activate"_s, .words = u"CODE"_s, .help = Tr::tr("Takes a facility into use again."),
         .fewestWords = 1, .mostWords = 1, .options = {}, .needed = {}, .run = stateChange(FacilityState::Active)},
        {.name = u"facility retire"_s, .words = u"CODE"_s, .help = Tr::tr("Takes a facility out of use for good."),
         .fewestWords = 1, .mostWords = 1, .options = {}, .needed = {}, .run = stateChange(FacilityState::Retired)},
        {.name = u"facility reissue"_s, .words = u"CODE"_s, .help = Tr::tr("Gives a facility a new code."),
         .fewestWords = 1, .mostWords = 1,
         .options = {QCommandLineOption{
             u"grace"_s, Tr::tr("For how many days the old code still works (default: 0)."), u"DAYS"_s}},
         .needed = {}, .run = reissue},
        {.name = u"facility import"_s, .words = u"FILE"_s, .help = Tr::tr("Adds the facilities of a CSV file."),
         .fewestWords = 1, .mostWords = 1,
         .options = {QCommandLineOption{u"dry-run"_s, Tr::tr("Only checks the file.")},
                     QCommandLineOption{u"send-posters"_s, Tr::tr("Mails each poster to its contact.")}},
         .needed = {}, .run = importFile},
        {.name = u"facility export"_s, .words = u"FILE"_s, .help = Tr::tr("Writes all facilities to a CSV file."),
         .fewestWords = 1, .mostWords = 1, .options = {}, .needed = {}, .run = exportFile},
    };
}

} // namespace shirase::ctl
