// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Restore.h"
#include "app/ctl/LongRun.h"
#include "core/foundation/JapaneseTime.h"

#include <QDir>
#include <QJsonObject>

#include <sodium.h>

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

/// The codes in a file, one a line.
Result<std::vector<KeyPair>> readSheets(const QString &path)
{
    Result<QByteArray> content = readFile(path);
    if (!content)
        return passOn(content);
    const auto wiped = qScopeGuard([&] { sodium_memzero(content->data(), size_t(content->size())); });
    std::vector<KeyPair> sheets;
    for (const QByteArray &line : content->split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        Result<KeyPair> keys = recoveryCode::keys(QString::fromUtf8(line));
        if (!keys)
            return passOn(keys);
        sheets.push_back(std::move(*keys));
    }
    if (sheets.empty())
        return fail(ErrorCode::Invalid, Tr::tr("The file %1 holds no recovery code.").arg(QDir::toNativeSeparators(path)));
    return sheets;
}

Report reportOf(const BackupContent &content)
{
    const Manifest &manifest = content.manifest;
    const auto rows = [&manifest](const QString &table) { return int(manifest.facts.rows.value(table)); };
    return Report{{Tr::tr("The backup of %1 is whole and opens with this code: %2, %3, %4. Its key file is of %5.")
                       .arg(timeText(manifest.madeAt), Tr::tr("%n registrations", "", rows(u"visit"_s)),
                            Tr::tr("%n facilities", "", rows(u"facility"_s)), Tr::tr("%n notices", "", rows(u"notice"_s)),
                            timeText(content.keysMadeAt))},
                  QJsonObject{{u"made_at"_s, manifest.madeAt},
                              {u"keys_made_at"_s, content.keysMadeAt},
                              {u"engine"_s, manifest.engine == Dialect::Sqlite ? u"sqlite"_s : u"postgresql"_s},
                              {u"visits"_s, manifest.facts.rows.value(u"visit"_s)}}};
}

QStringList linesOf(const RestoreReport &report)
{
    QStringList lines{Tr::tr("Restored as of %1: %2. What came after that moment is lost; people who have registered since then "
                             "cannot be told.")
                          .arg(timeText(report.madeAt), Tr::tr("%n registrations", "", int(report.visits)))};
    if (report.erasedVisits > 0)
        lines << Tr::tr("%n registrations that visitors have had erased since stay erased.", "", int(report.erasedVisits));
    if (report.lostVisits > 0)
        lines << Tr::tr("%n registrations of days whose key is not in the key file of %1 are gone: nobody could open them.", "",
                        int(report.lostVisits))
                     .arg(timeText(report.keysMadeAt));
    if (report.heldNotices > 0)
        lines << Tr::tr("%n notices were not over, and are held; people who wait in them: %1. They may have been sent since. Please "
                        "compare them with the relay's log, then resume or cancel each.",
                        "", int(report.heldNotices))
                     .arg(report.recipients);
    if (report.notTold > 0)
        lines << Tr::tr("%n people who waited in them are not told: their registrations are gone.", "", int(report.notTold));
    if (report.returnedDrafts > 0)
        lines << Tr::tr("%n drafts bear a remark, and have to be submitted again.", "", int(report.returnedDrafts));
    if (report.letters > 0)
        lines << Tr::tr("%n confirmations and posters that waited cannot be sent: they were sealed to the old server's key.", "",
                        int(report.letters));
    if (report.keyChanged)
        lines << Tr::tr("The office key has been changed since the backup was made, so that no account opens addresses now. "
                        "Please give an administrator a new password with \"staff passwd NAME --recovery-file\", look through "
                        "the accounts, and grant the key to the others with \"staff grant\".");
    if (report.auditBroken != 0)
        lines << Tr::tr("The record of actions had been changed before the backup was made: entry %1.").arg(report.auditBroken);
    if (!report.erasureProblem.isEmpty())
        lines << report.erasureProblem;
    return lines << Tr::tr("This server has a new key. Please renew the recovery sheet now that its code was typed: \"staff "
                           "recovery-code\".");
}

Report reportOf(const RestoreReport &report)
{
    return Report{linesOf(report), QJsonObject{{u"made_at"_s, report.madeAt},
                                               {u"keys_made_at"_s, report.keysMadeAt},
                                               {u"visits"_s, report.visits},
                                               {u"erased_visits"_s, report.erasedVisits},
                                               {u"lost_visits"_s, report.lostVisits},
                                               {u"held_notices"_s, report.heldNotices},
                                               {u"recipients"_s, report.recipients},
                                               {u"not_told"_s, report.notTold},
                                               {u"returned_drafts"_s, report.returnedDrafts},
                                               {u"letters"_s, report.letters},
                                               {u"key_changed"_s, report.keyChanged},
                                               {u"audit_broken"_s, report.auditBroken},
                                               {u"erasure_problem"_s, report.erasureProblem}}};
}

Result<Report> restoreHere(const Context &context)
{
    Result<std::vector<KeyPair>> sheets = readSheets(context.value(u"recovery-file"_s));
    if (!sheets)
        return passOn(sheets);
    const RestoreRequest request{{context.words().first(), context.value(u"keys"_s)}, std::move(*sheets),
                                 addressesIn(context)};
    LongRun run(context);
    if (context.arguments.isSet(u"dry-run"_s)) {
        const Result<BackupContent> content = inspectBackup(request, run.progress());
        return content ? Result<Report>(reportOf(*content)) : passOn(content);
    }
    const Result<RestoreReport> report = restore(context.folder, request, context.clock, run.progress());
    return report ? Result<Report>(reportOf(*report)) : passOn(report);
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
             .run = backUp},
            {.name = u"restore"_s,
             .words = u"FILE"_s,
             .help = Tr::tr("Makes DIR, which has to be empty, of a backup and its key file."),
             .fewestWords = 1,
             .mostWords = 1,
             .options = QList<QCommandLineOption>{{u"keys"_s, Tr::tr("The key file."), u"KEYFILE"_s},
                                                  {u"recovery-file"_s,
                                                   Tr::tr("A file with the recovery sheet's code; where the sheet was "
                                                          "renewed between the two files, with both codes."),
                                                   u"FILE"_s},
                                                  {u"dry-run"_s, Tr::tr("Only reads everything, and says what it is.")}}
                        + addressOptions(),
             .needed = {u"keys"_s, u"recovery-file"_s},
             .run = restoreHere}};
}

} // namespace shirase::ctl
