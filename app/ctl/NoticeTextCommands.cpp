// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/notices/FacilityNames.h"
#include "core/wording/NoticeTextCheck.h"

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

QJsonObject jsonOf(const NoticeTemplate &text)
{
    QJsonObject wordings;
    for (const auto &[language, wording] : text.wordings.asKeyValueRange())
        wordings.insert(language, QJsonObject{{u"subject"_s, wording.subject}, {u"body"_s, wording.body}});
    return {{u"key"_s, text.key}, {u"title"_s, text.title}, {u"texts"_s, wordings}};
}

Result<Report> listTexts(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<QList<NoticeTemplate>> texts = (*connection)->noticeDesk.wording().templates().list();
    if (!texts)
        return passOn(texts);
    Report report;
    QJsonArray json;
    for (const NoticeTemplate &text : *texts) {
        report.lines.append(
            u"%1: %2 (%3)"_s.arg(text.key, text.title, inOrder(text.wordings.keys()).join(u' ')));
        json.append(jsonOf(text));
    }
    report.json = json;
    return report;
}

/// A text in the form that "notice texts set" reads.
Result<Report> showText(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<NoticeTemplate> text =
        (*connection)->noticeDesk.wording().templates().find(context.words().first());
    if (!text)
        return passOn(text);
    const QString language = context.value(u"language"_s);
    if (!text->wordings.contains(language))
        return fail(ErrorCode::NotFound,
                    Tr::tr("The text \"%1\" has no language \"%2\".").arg(text->key, language));
    const NoticeText wording = text->wordings[language];
    Report report{{wording.subject, QString()}, jsonOf(*text)};
    report.lines += wording.body.chopped(wording.body.endsWith(u'\n') ? 1 : 0).split(u'\n');
    return report;
}

/// Writes one language of a text. A key that nobody uses yet becomes a new text.
Result<Report> setText(const Context &context)
{
    const QString key = context.words().first();
    const Result<NoticeText> wording = readText(context.words().at(1));
    if (!wording)
        return passOn(wording);
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    NoticeTexts &texts = (*connection)->noticeDesk.wording().templates();
    Result<NoticeTemplate> text = texts.find(key);
    if (!text && text.error().code != ErrorCode::NotFound)
        return passOn(text);
    NoticeTemplate changed =
        text ? *text : NoticeTemplate{.key = key, .title = key, .wordings = {}, .changedBy = {}};
    changed.wordings.insert(context.value(u"language"_s), *wording);
    if (context.arguments.isSet(u"title"_s))
        changed.title = context.value(u"title"_s);
    if (const Result<> saved = texts.save(**session, changed); !saved)
        return passOn(saved);
    return Report{{}, jsonOf(changed)};
}

/// Deletes a text; the standard one goes back to what comes with the program.
Result<Report> removeText(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    NoticeTexts &texts = (*connection)->noticeDesk.wording().templates();
    const QString key = context.words().first();
    const bool standard = key == NoticeTexts::standardKey;
    const Result<> done = standard ? texts.restoreStandard(**session) : texts.remove(**session, key);
    if (!done)
        return passOn(done);
    return Report{{}, QJsonObject{{u"key"_s, key}}};
}

} // namespace

QList<Command> noticeTextCommands()
{
    const QCommandLineOption language{u"language"_s, Tr::tr("The language of the text."), u"L"_s, u"ja"_s};
    return {
        {.name = u"notice check-text"_s,
         .words = u"FILE"_s,
         .help = Tr::tr(
             "Checks that a notice's text has no link, phone number, mail address, date or facility's name."),
         .fewestWords = 1,
         .mostWords = std::numeric_limits<int>::max(),
         .options = {{u"language"_s,
                      Tr::tr("The language in which the settings fill placeholders; every rule holds in "
                             "every language."),
                      u"L"_s, u"ja"_s},
                     {u"facility"_s, Tr::tr("A facility of the notice; may be given several times."),
                      u"CODE"_s}},
         .needed = {},
         .run = checkText},
        {.name = u"notice texts list"_s,
         .words = {},
         .help = Tr::tr("Lists the texts of notices."),
         .options = {},
         .needed = {},
         .run = listTexts},
        {.name = u"notice texts show"_s,
         .words = u"KEY"_s,
         .help = Tr::tr("Prints a text of notices, in the form of a file."),
         .fewestWords = 1,
         .mostWords = 1,
         .options = {language},
         .needed = {},
         .run = showText},
        {.name = u"notice texts set"_s,
         .words = u"KEY FILE"_s,
         .help = Tr::tr("Writes one language of a text of notices; a new key makes a new text."),
         .fewestWords = 2,
         .mostWords = 2,
         .options = identityOptions()
                    << language << QCommandLineOption{u"title"_s, Tr::tr("What staff see."), u"TITLE"_s},
         .needed = {u"as"_s, u"password-file"_s},
         .run = setText},
        {.name = u"notice texts remove"_s,
         .words = u"KEY"_s,
         .help =
             Tr::tr("Deletes a text of notices; the standard text goes back to what comes with the program."),
         .fewestWords = 1,
         .mostWords = 1,
         .options = identityOptions(),
         .needed = {u"as"_s, u"password-file"_s},
         .run = removeText},
    };
}

} // namespace shirase::ctl
