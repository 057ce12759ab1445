// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Move.h"
#include "app/ctl/LongRun.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> removeOld(const Context &context)
{
    const Result<QStringList> removed = removeOldDatabases(context.folder);
    if (!removed)
        return passOn(removed);
    Report report{{}, QJsonObject{{u"removed"_s, QJsonArray::fromStringList(*removed)}}};
    if (removed->isEmpty())
        report.lines << Tr::tr("There are no old databases in this folder.");
    for (const QString &path : *removed)
        report.lines << Tr::tr("Removed: %1").arg(QDir::toNativeSeparators(path));
    return report;
}

Result<Report> move(const Context &context)
{
    if (context.arguments.isSet(u"remove-old"_s))
        return removeOld(context);
    LongRun run(context);
    const Result<MoveReport> moved = moveData(context.folder, addressesIn(context), context.clock, run.progress());
    if (!moved)
        return passOn(moved);
    QJsonObject tables;
    for (const auto &[name, digest] : moved->tables.asKeyValueRange())
        tables.insert(name, QJsonObject{{u"rows"_s, digest.rows()}, {u"digest"_s, digest.toHex()}});
    return Report{{Tr::tr("%1 rows of %2 tables are moved, and were read back as they were.")
                       .arg(moved->rows())
                       .arg(moved->tables.size()),
                   Tr::tr("The old databases are as they were, and are no longer used. Erasure does not reach them: once all "
                          "is well, remove them (files in this folder with \"move --remove-old\").")},
                  QJsonObject{{u"rows"_s, moved->rows()}, {u"tables"_s, tables}}};
}

} // namespace

QList<Command> moveCommands()
{
    return {{.name = u"move"_s,
             .words = {},
             .help = Tr::tr("Moves the data to other databases, as from SQLite to PostgreSQL or back; the old ones stay as "
                            "they are."),
             .options = addressOptions()
                        + QList<QCommandLineOption>{{u"remove-old"_s, Tr::tr("Instead: removes the files of SQLite in DIR "
                                                                             "that are no longer used.")}},
             .needed = {u"database|remove-old"_s},
             .run = move}};
}

} // namespace shirase::ctl
