// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/notices/FacilityNames.h"
#include "core/notices/NoticeTextCheck.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringDecoder>

#include <limits>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyLine = 3; // behind the subject and an empty line

/// A file in the form of the texts that come with the program.
Result<NoticeText> readText(const QString &path)
{
    const Result<QByteArray> content = readFile(path);
    if (!content)
        return passOn(content);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(*content);
    if (decoder.hasError())
        return fail(ErrorCode::Invalid,
                    Tr::tr("The file %1 is not written in UTF-8. Please save it as UTF-8.").arg(path));
    text.replace(u"\r\n"_s, u"\n"_s);
    if (text.section(u'\n', 0, 0).trimmed().isEmpty() || !text.section(u'\n', 1, 1).isEmpty() ||
        text.section(u'\n', 2).trimmed().isEmpty()) {
        return fail(ErrorCode::Invalid, Tr::tr("The file %1 has to begin with the subject in one line and an "
                                               "empty line, and then to give the "
                                               "text.")
                                            .arg(path));
    }
    return NoticeText{text.section(u'\n', 0, 0), text.section(u'\n', 2)};
}

/// The names of all facilities: those of the given codes are the notice's own.
Result<NoticeTextCheck::Names> namesFor(Connection &connection, const QStringList &codes)
{
    NoticeTextCheck::Names names;
    for (const QString &word : codes) {
        const std::optional<FacilityCode> code = FacilityCode::parse(word);
        if (!code)
            return fail(ErrorCode::NotFound,
                        Tr::tr("%1 is no facility code: please compare it with the poster.").arg(word));
        const Result<CodeLookup> found = connection.facilities.findByCode(*code);
        if (!found)
            return passOn(found);
        names.own += FacilityNames::of(found->facility.details);
    }
    Result<QStringList> all = FacilityNames::ofAll(connection.facilities);
    if (!all)
        return passOn(all);
    names.others = std::move(*all);
    return names;
}

/// What breaks S5, as this Shirase's settings and facilities make the checker. Texts can be checked before
/// anything is set up, too.
Result<QList<TextFault>> faultsOf(const NoticeText &wording, const Context &context)
{
    const QStringList codes = context.arguments.values(u"facility"_s) + context.words().sliced(1);
    const auto faultsWith = [&](const NoticeTextCheck::Names &names,
                                const Settings &settings) -> Result<QList<TextFault>> {
        const Result<NoticeTextCheck> check = NoticeTextCheck::of(names, settings);
        if (!check)
            return passOn(check);
        return check->check(wording, settings.profile(context.value(u"language"_s)));
    };
    if (!context.folder.isSetUp() && codes.isEmpty()) {
        const Result<Settings> settings = Settings::load(context.folder.settingsFile());
        return settings ? faultsWith({}, *settings) : passOn(settings);
    }
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<NoticeTextCheck::Names> names = namesFor(**connection, codes);
    if (!names)
        return passOn(names);
    return faultsWith(*names, (*connection)->settings);
}

QJsonObject jsonOf(const TextFault &fault, const NoticeText &text)
{
    const bool inSubject = fault.part == TextFault::Part::Subject;
    const QString &part = inSubject ? text.subject : text.body;
    const TextPosition place = positionOf(part, fault.place.offset);
    return {{u"line"_s, place.line + (inSubject ? 0 : bodyLine - 1)},
            {u"column"_s, place.column},
            {u"length"_s, part.sliced(fault.place.offset, fault.place.length).toUcs4().size()},
            {u"rule"_s, toText(fault.rule)},
            {u"severity"_s, toText(fault.severity())},
            {u"message"_s, fault.message}};
}

Result<Report> checkText(const Context &context)
{
    const Result<NoticeText> text = readText(context.words().first());
    if (!text)
        return passOn(text);
    const Result<QList<TextFault>> faults = faultsOf(*text, context);
    if (!faults)
        return passOn(faults);
    Report report;
    QJsonArray json;
    for (const TextFault &fault : *faults) {
        report.lines.append(lineOf(fault, *text, bodyLine));
        json.append(jsonOf(fault, *text));
        report.refused = report.refused || fault.severity() == TextFault::Severity::Refused;
    }
    report.json = json;
    return report;
}

} // namespace

QList<Command> noticeTextCommands()
{
    return {
        {.name = u"notice check-text"_s,
         .words = u"FILE"_s,
         .help = Tr::tr(
             "Checks that a notice's text has no link, phone number, mail address, date or facility's name."),
         .fewestWords = 1,
         .mostWords = std::numeric_limits<int>::max(),
         .options = {{u"language"_s,
                      Tr::tr("The language in which the settings fill placeholders; every rule holds in every language."),
                      u"L"_s, u"ja"_s},
                     {u"facility"_s, Tr::tr("A facility of the notice; may be given several times."),
                      u"CODE"_s}},
         .needed = {},
         .run = checkText},
    };
}

} // namespace shirase::ctl
