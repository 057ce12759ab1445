// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/LongRun.h"
#include "core/foundation/JapaneseTime.h"

#include <QDir>
#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

QString timeText(qint64 at)
{
    return japan::dateTimeOf(at).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

Result<Report> backUp(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    LongRun run(context);
    const BackupPlace place{context.words().first(), context.value(u"keys"_s)};
    const Result<BackupRecord> made = (*connection)->backups.make(place, run.progress());
    if (!made)
        return passOn(made);
    return Report{{Tr::tr("Backup of %1: %2 (%3 bytes). Its keys are in %4: keep that on another medium, and only its newest "
                          "state.")
                       .arg(timeText(made->at), QDir::toNativeSeparators(made->file))
                       .arg(made->bytes)
                       .arg(QDir::toNativeSeparators(place.keys))},
                  QJsonObject{{u"at"_s, made->at},
                              {u"file"_s, made->file},
                              {u"keys"_s, place.keys},
                              {u"bytes"_s, made->bytes},
                              {u"digest"_s, QString::fromLatin1(made->digest.toHex())},
                              {u"milliseconds"_s, made->milliseconds}}};
}

} // namespace

QList<Command> backupCommands()
{
    return {{.name = u"backup"_s,
             .words = u"FILE"_s,
             .help = Tr::tr("Makes a backup while everything goes on; what opens addresses goes to a key file of its own, "
                            "which is replaced each time."),
             .fewestWords = 1,
             .mostWords = 1,
             .options = {{u"keys"_s, Tr::tr("The key file."), u"KEYFILE"_s}},
             .needed = {u"keys"_s},
             .run = backUp}};
}

} // namespace shirase::ctl
