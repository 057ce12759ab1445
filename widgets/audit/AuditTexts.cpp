// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/audit/AuditTexts.h"

#include "core/foundation/JapaneseTime.h"
#include "core/staff/Actor.h"
#include "widgets/common/Texts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringView action;
    const char *sentence;
};

constexpr std::array words{
    Words{u"notice.draft", QT_TRANSLATE_NOOP("AuditTexts", "Drafted a notice")},
    Words{u"notice.follow_up", QT_TRANSLATE_NOOP("AuditTexts", "Drafted a follow-up notice by itself")},
    Words{u"notice.text", QT_TRANSLATE_NOOP("AuditTexts", "Chose another text for a notice")},
    Words{u"notice.texts", QT_TRANSLATE_NOOP("AuditTexts", "Changed the text of a notice")},
    Words{u"notice.test", QT_TRANSLATE_NOOP("AuditTexts", "Sent a test mail of a notice")},
    Words{u"notice.submit", QT_TRANSLATE_NOOP("AuditTexts", "Submitted a notice for approval")},
    Words{u"notice.send_back", QT_TRANSLATE_NOOP("AuditTexts", "Sent a notice back to its author")},
    Words{u"notice.approve", QT_TRANSLATE_NOOP("AuditTexts", "Approved a notice")},
    Words{u"notice.override", QT_TRANSLATE_NOOP("AuditTexts", "Decided against the recommendation")},
    Words{u"notice.withhold", QT_TRANSLATE_NOOP("AuditTexts", "Decided not to notify")},
    Words{u"notice.send", QT_TRANSLATE_NOOP("AuditTexts", "Released a notice for sending")},
    Words{u"notice.pause", QT_TRANSLATE_NOOP("AuditTexts", "Paused the sending of a notice")},
    Words{u"notice.resume", QT_TRANSLATE_NOOP("AuditTexts", "Resumed the sending of a notice")},
    Words{u"notice.retry",
          QT_TRANSLATE_NOOP("AuditTexts", "Resumed a notice and tried the refused mails again")},
    Words{u"notice.hold.refusals",
          QT_TRANSLATE_NOOP("AuditTexts", "Paused a notice, as the relay refused many in a row")},
    Words{u"notice.hold.text",
          QT_TRANSLATE_NOOP("AuditTexts", "Stopped a notice, as its text was no longer the approved one")},
    Words{u"notice.hold.restored",
          QT_TRANSLATE_NOOP("AuditTexts", "Paused a notice, as the database came from a backup")},
    Words{u"notice.cancel", QT_TRANSLATE_NOOP("AuditTexts", "Cancelled a notice")},
    Words{u"mail.hold.restored",
          QT_TRANSLATE_NOOP("AuditTexts", "Held the mail that waited, as the database came from a backup")},
    Words{u"mail.release", QT_TRANSLATE_NOOP("AuditTexts", "Sent the mail that was held")},
    Words{u"mail.discard", QT_TRANSLATE_NOOP("AuditTexts", "Gave up the mail that was held")},
    Words{u"facility.add", QT_TRANSLATE_NOOP("AuditTexts", "Registered a facility")},
    Words{u"facility.poster", QT_TRANSLATE_NOOP("AuditTexts", "Sent a facility its poster")},
    Words{u"facility.suspend", QT_TRANSLATE_NOOP("AuditTexts", "Suspended a facility")},
    Words{u"facility.activate", QT_TRANSLATE_NOOP("AuditTexts", "Took a facility into use again")},
    Words{u"facility.import", QT_TRANSLATE_NOOP("AuditTexts", "Began an import of facilities")},
    Words{u"facility.import.stop", QT_TRANSLATE_NOOP("AuditTexts", "The import of facilities ended early")},
    Words{u"facility.export", QT_TRANSLATE_NOOP("AuditTexts", "Exported facilities with their contacts")},
    Words{u"facility.duplicate",
          QT_TRANSLATE_NOOP("AuditTexts", "Registered a place that is registered already")},
    Words{u"facility.correct", QT_TRANSLATE_NOOP("AuditTexts", "Corrected the details of a facility")},
    Words{u"facility.contact", QT_TRANSLATE_NOOP("AuditTexts", "Confirmed a facility's new mail address")},
    Words{u"facility.confirmed", QT_TRANSLATE_NOOP("AuditTexts", "Confirmed a facility's mail address")},
    Words{u"facility.reissue", QT_TRANSLATE_NOOP("AuditTexts", "Issued a new code for a facility")},
    Words{u"facility.retire", QT_TRANSLATE_NOOP("AuditTexts", "Retired a facility")},
    Words{u"text.save", QT_TRANSLATE_NOOP("AuditTexts", "Saved a text for notices")},
    Words{u"text.delete", QT_TRANSLATE_NOOP("AuditTexts", "Deleted a text for notices")},
    Words{u"text.restore", QT_TRANSLATE_NOOP("AuditTexts", "Restored the standard text")},
    Words{u"threshold.set", QT_TRANSLATE_NOOP("AuditTexts", "Set a threshold for recommendations")},
    Words{u"threshold.remove", QT_TRANSLATE_NOOP("AuditTexts", "Removed a threshold for recommendations")},
    Words{u"backup.make", QT_TRANSLATE_NOOP("AuditTexts", "Made a backup")},
    Words{u"backup.restore", QT_TRANSLATE_NOOP("AuditTexts", "Restored the system from a backup")},
    Words{u"data.move", QT_TRANSLATE_NOOP("AuditTexts", "Moved the data to other databases")},
    Words{u"login", QT_TRANSLATE_NOOP("AuditTexts", "Logged in")},
    Words{u"login.refuse", QT_TRANSLATE_NOOP("AuditTexts", "A log-in was refused")},
    Words{u"login.pause", QT_TRANSLATE_NOOP("AuditTexts", "A pause began after wrong tries to log in")},
    Words{u"person.erase", QT_TRANSLATE_NOOP("AuditTexts", "Erased everything of one person")},
    Words{u"clock.confirm", QT_TRANSLATE_NOOP("AuditTexts", "Confirmed the clock")},
    Words{u"setup", QT_TRANSLATE_NOOP("AuditTexts", "Set the system up")},
    Words{u"setting.change", QT_TRANSLATE_NOOP("AuditTexts", "Changed a setting")},
    Words{u"staff.add", QT_TRANSLATE_NOOP("AuditTexts", "Added an account")},
    Words{u"staff.roles", QT_TRANSLATE_NOOP("AuditTexts", "Changed the roles of an account")},
    Words{u"staff.disable", QT_TRANSLATE_NOOP("AuditTexts", "Disabled an account")},
    Words{u"staff.enable", QT_TRANSLATE_NOOP("AuditTexts", "Enabled an account again")},
    Words{u"staff.unlock", QT_TRANSLATE_NOOP("AuditTexts", "Ended the pause of an account after wrong tries")},
    Words{u"staff.passwd", QT_TRANSLATE_NOOP("AuditTexts", "Changed the own password")},
    Words{u"staff.reset", QT_TRANSLATE_NOOP("AuditTexts", "Gave an account a new password")},
    Words{u"staff.recover", QT_TRANSLATE_NOOP("AuditTexts", "Recovered an account with the recovery code")},
    Words{u"staff.recover.refuse", QT_TRANSLATE_NOOP("AuditTexts", "A wrong recovery code was given for an account")},
    Words{u"key.grant", QT_TRANSLATE_NOOP("AuditTexts", "Granted the office key to an account")},
    Words{u"key.change", QT_TRANSLATE_NOOP("AuditTexts", "Replaced the office key by a new one")},
};

/// The number at the end of "notice 12"; empty if the subject is none of that kind.
QString numberAfter(const QString &subject, QLatin1StringView kind)
{
    return subject.startsWith(kind) ? subject.sliced(kind.size()) : QString();
}

/// The numbers of "20 of 50 facilities", or of "50 facilities" with -1 before.
std::pair<int, int> facilitiesIn(const QString &subject)
{
    static const QRegularExpression form(u"^(?:(\\d+) of )?(\\d+) facilities$"_s);
    const QRegularExpressionMatch match = form.match(subject);
    if (!match.hasMatch())
        return {-1, 0};
    return {match.hasCaptured(1) ? match.captured(1).toInt() : -1, match.captured(2).toInt()};
}

} // namespace

QStringList AuditTexts::actions()
{
    QStringList actions;
    for (const Words &each : words)
        actions.append(each.action.toString());
    return actions;
}

QString AuditTexts::action(const QString &action)
{
    const auto *found = std::ranges::find(words, QStringView(action), &Words::action);
    return found == words.end() ? action : tr(found->sentence);
}

QString AuditTexts::subject(const AuditLog::Entry &entry)
{
    if (const QString number = numberAfter(entry.subject, "notice "_L1); !number.isEmpty())
        return tr("Notice %1").arg(number);
    if (const QString number = numberAfter(entry.subject, "facility "_L1); !number.isEmpty())
        return tr("Facility %1").arg(number);
    if (const QString number = numberAfter(entry.subject, "office key "_L1); !number.isEmpty())
        return tr("Office key %1").arg(number);
    if (const auto count = facilitiesIn(entry.subject); entry.action.startsWith(u"facility."_s) && count.second > 0) {
        const QString all = tr("%L1 facilities", "", count.second).arg(count.second);
        return count.first < 0 ? all
                               : tr("%1 of %2", "how many, of how many facilities").arg(Texts::number(count.first), all);
    }
    if (entry.action == u"login.pause") {
        const qsizetype seconds = entry.subject.indexOf(u" s, "_s);
        if (seconds > 0)
            return tr("%1, %n seconds", "a machine's name; a pause", entry.subject.left(seconds).toInt())
                .arg(entry.subject.sliced(seconds + 4));
    }
    if (entry.action == u"staff.roles") {
        const qsizetype colon = entry.subject.lastIndexOf(u": "_s);
        const auto roles = rolesOf(entry.subject.sliced(colon + 2).split(u' ', Qt::SkipEmptyParts));
        if (colon >= 0 && roles)
            return tr("%1: %2", "an account and its roles").arg(entry.subject.left(colon), Texts::of(*roles));
    }
    if (entry.action.startsWith(u"mail."_s))
        return tr("Confirmations and mails to operators");
    return entry.action == u"person.erase" ? tr("A visitor", "erased; nobody says who") : entry.subject;
}

QString AuditTexts::account(const QString &account)
{
    if (account == actors::operators)
        return tr("An operator", "who did it");
    if (account == actors::commandLine)
        return tr("The command line", "who did it");
    return account == actors::system ? tr("The system", "who did it") : account;
}

QString AuditTexts::state(const AuditLog::State &state, qint64 at)
{
    if (state.firstBroken != 0)
        return tr("The record was changed afterwards: entry %L1 does not follow from the one before. Please "
                  "tell "
                  "whoever is responsible for data protection, and compare the record with a backup.")
            .arg(state.firstBroken);
    if (state.missingEnd != 0)
        return tr("The record was cut off, or restored from an older copy: entry %L1 is missing. Please tell "
                  "whoever "
                  "is responsible for data protection, and compare the record with a backup.")
            .arg(state.missingEnd);
    return tr("Unbroken: %L1 entries, checked on %2", "", int(state.entries))
        .arg(state.entries)
        .arg(Texts::time(at));
}

QStringList AuditTexts::csvColumns()
{
    return {u"number"_s, u"time"_s, u"account"_s, u"action"_s, u"subject"_s, u"what"_s, u"about"_s};
}

QStringList AuditTexts::csvRow(const AuditLog::Entry &entry)
{
    return {QString::number(entry.id),
            japan::dateTimeOf(entry.at).toString(Qt::ISODate),
            entry.account,
            entry.action,
            entry.subject,
            action(entry.action),
            subject(entry)};
}

} // namespace shirase
