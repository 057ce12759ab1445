// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/posters/PosterFile.h"

#include <QJsonObject>

#include <limits>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfEach = 200;

Result<Report> paint(const Context &context)
{
    const std::optional<PosterSize> size = PosterLayout::sizeFromName(context.value(u"layout"_s));
    if (!size)
        return fail(ErrorCode::Invalid, Tr::tr("The layouts are: a4, a5, a5x2, tent, card."));
    bool isNumber = true;
    const int ofEach = context.arguments.isSet(u"of-each"_s) ? context.value(u"of-each"_s).toInt(&isNumber) : 0;
    if (!isNumber || ofEach < 0 || ofEach > mostOfEach)
        return fail(ErrorCode::Invalid, Tr::tr("--of-each: please give a number from 1 to %1.").arg(mostOfEach));
    const auto opened = context.connect();
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const Profile japanese = connection.settings.profile(u"ja"_s);
    const Profile english = connection.settings.profile(u"en"_s);
    QList<PosterContent> contents;
    for (const QString &word : context.words()) {
        const std::optional<FacilityCode> code = FacilityCode::parse(word);
        if (!code)
            return fail(ErrorCode::NotFound,
                        Tr::tr("%1 is no facility code: please compare it with the poster.").arg(word));
        const Result<CodeLookup> found = connection.facilities.findByCode(*code);
        if (!found)
            return passOn(found);
        contents.append(PosterContent::of(found->facility, japanese, english, connection.settings.publicUrl()));
    }
    const QString path = context.value(u"output"_s);
    const Result<PosterFile::Outcome> saved = PosterFile(*size, ofEach).save(contents, path);
    if (!saved)
        return passOn(saved);
    return Report{{}, QJsonObject{{u"file"_s, path}, {u"posters"_s, contents.size()}}};
}

} // namespace

QList<Command> posterCommands()
{
    return {{.name = u"poster"_s,
             .words = u"CODE..."_s,
             .help = Tr::tr("Paints posters into a file."),
             .fewestWords = 1,
             .mostWords = std::numeric_limits<int>::max(),
             .options = {{u"layout"_s, Tr::tr("The layout."), u"a4|a5|a5x2|tent|card"_s, u"a4"_s},
                         {u"of-each"_s, Tr::tr("How many of each, on sheets that they share; otherwise whole sheets."),
                          u"NUMBER"_s},
                         {u"output"_s, Tr::tr("The file: .pdf, .png or .svg."), u"FILE"_s}},
             .needed = {u"output"_s},
             .run = paint}};
}

} // namespace shirase::ctl
