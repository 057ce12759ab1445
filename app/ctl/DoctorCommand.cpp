// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Checkup.h"
#include "app/ctl/Command.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> doctor(const Context &context)
{
    const Result<QList<Finding>> findings =
        checkUp(context.folder, context.clock, context.arguments.isSet(u"relay"_s));
    if (!findings)
        return passOn(findings);
    Report report;
    QJsonArray json;
    for (const Finding &finding : *findings) {
        report.lines.append((finding.good ? Tr::tr("Good: %1") : Tr::tr("Wrong: %1")).arg(finding.sentence));
        json.append(QJsonObject{{u"check"_s, finding.check},
                                {u"state"_s, finding.good ? u"good"_s : u"wrong"_s},
                                {u"sentence"_s, finding.sentence}});
    }
    report.json = json;
    report.refused = !std::ranges::all_of(*findings, &Finding::good);
    return report;
}

} // namespace

QList<Command> doctorCommands()
{
    return {{.name = u"doctor"_s,
             .words = {},
             .help = Tr::tr("Looks for what is wrong, and says what to do."),
             .options = {{u"relay"_s, Tr::tr("Also whether the mail server answers.")}},
             .needed = {},
             .run = doctor}};
}

} // namespace shirase::ctl
