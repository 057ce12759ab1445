// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/Restoration.h"

#include "core/database/Answers.h"
#include "core/staff/Actor.h"

#include "core/backup/QueueReseal.h"
#include "core/database/Tables.h"
#include "core/foundation/JapaneseTime.h"
#include "core/mail/SendingMark.h"
#include "core/notices/NoticeHold.h"
#include "core/vault/DayKeys.h"
#include "core/visits/VisitRemovals.h"
#include "core/visits/VisitStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

} // namespace

Restoration::Restoration(Database &database, Database &vault, const Clock &clock, const OpenedBackup &backup,
                         std::span<const KeyPair> sheets)
    : m_database(database)
    , m_vault(vault)
    , m_clock(clock)
    , m_backup(backup)
    , m_sheets(sheets)
    , m_audit(database, vault, clock)
    , m_officeKeys(database, vault, m_audit, clock)
{
    m_report.madeAt = backup.manifest().madeAt;
    m_report.keysMadeAt = backup.keysMadeAt();
    m_report.auditBroken = backup.manifest().facts.auditBroken;
}

Result<RestoreReport> Restoration::finish(const ServerKey &serverKey, const QString &fingerprintKey)
{
    if (const Result<> aligned = alignOfficeKeys(); !aligned)
        return passOn(aligned);
    const Result<OfficeKey> office = openOffice();
    if (!office)
        return passOn(office);
    if (const Result<> prepared = prepareVault(office->opener, serverKey); !prepared)
        return passOn(prepared);
    if (const Result<> changed = changeDatabase(office->opener, serverKey, fingerprintKey); !changed)
        return passOn(changed);
    const Result<qint64> visits = numberFrom(m_database, u"SELECT count(*) FROM visit"_s);
    if (!visits)
        return passOn(visits);
    m_report.visits = *visits;
    return m_report;
}

// The two files may be from before and after a change of the office key.
Result<> Restoration::alignOfficeKeys()
{
    const Result<OfficePublicKey> ofDatabase = m_officeKeys.current();
    if (!ofDatabase)
        return passOn(ofDatabase);
    const OfficeKey &ofVault = m_backup.vaultKey();
    if (ofVault.id > ofDatabase->id)
        return takeNewerKey(ofVault.publicHalf());
    if (ofVault.id == ofDatabase->id)
        return {};
    const Result<int> moved = officeKeyChange::moveDays(m_vault, {&ofVault, 1}, *ofDatabase);
    if (!moved)
        return passOn(moved);
    return {};
}

// Whose accounts may hold the newer key is not in the backup; somebody lost it by that change, perhaps. So only the
// recovery sheet holds it now.
Result<> Restoration::takeNewerKey(const OfficePublicKey &newest)
{
    const SealedHead &head = m_backup.vaultHead();
    const auto sheet = std::ranges::find_if(m_sheets, [&](const KeyPair &keys) {
        return Opener(keys.copy()).openSecret(head.sheetGrant).has_value();
    });
    if (sheet == m_sheets.end())
        return fail(ErrorCode::Refused, Tr::tr("The recovery code does not open the key file."));
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const Result<Rows> inserted =
        m_database.run(u"INSERT INTO office_key (id, public_key, created_at) VALUES (?, ?, ?)"_s,
                       {newest.id, newest.publicKey, m_clock.now()});
    if (!inserted)
        return passOn(inserted);
    if (const Result<int> gone = changedBy(m_database, u"DELETE FROM office_key_grant"_s); !gone)
        return passOn(gone);
    const Result<Rows> granted = m_database.run(
        u"INSERT INTO office_key_grant (office_key_id, account_id, holder_public_key, sealed_secret) VALUES (?, ?, ?, ?)"_s,
        {newest.id, OfficeKeys::recoverySheet, sheet->publicKey, head.sheetGrant});
    if (!granted)
        return passOn(granted);
    const Table numbered{.name = u"office_key"_s, .columns = {}, .key = {}, .refersTo = {}, .numbered = true};
    if (const Result<> set = tables::setLastNumber(m_database, numbered, newest.id); !set)
        return set;
    m_report.keyChanged = true;
    return transaction->commit();
}

Result<OfficeKey> Restoration::openOffice()
{
    for (const KeyPair &sheet : m_sheets) {
        Result<std::optional<OfficeKey>> opened = m_officeKeys.open(OfficeKeys::recoverySheet, sheet.copy());
        if (opened && *opened)
            return std::move(**opened);
        if (!opened && opened.error().code != ErrorCode::Corrupt)
            return passOn(opened);
    }
    return fail(ErrorCode::Refused, Tr::tr("The recovery code does not open the office key in this backup."));
}

// Days on which people can still register open for the new server, the others for none.
Result<> Restoration::prepareVault(const Opener &office, const ServerKey &serverKey)
{
    const int firstOpen = japan::toNumber(japan::dayOf(m_clock.now() - DayKeys::graceSeconds));
    QList<std::pair<qint64, QByteArray>> days;
    {
        Result<Rows> rows = m_vault.run(u"SELECT day, sealed_index FROM day_key WHERE day >= ?"_s, {firstOpen});
        if (!rows)
            return passOn(rows);
        while (rows->next())
            days.append({rows->number(0), rows->bytes(1)});
    }
    Result<Transaction> transaction = Transaction::begin(m_vault);
    if (!transaction)
        return passOn(transaction);
    // The record goes on from the backup's end; RestoreGuard has nothing to compare any more, as everything is held here.
    for (const QString &sql : {u"UPDATE day_key SET server_index = NULL"_s, u"DELETE FROM audit_end"_s}) {
        if (const Result<int> done = changedBy(m_vault, sql); !done)
            return passOn(done);
    }
    const Sealer sealer(serverKey.queuePublicKey());
    for (const auto &[day, sealedIndex] : days) {
        const Result<SecretBytes> index = office.openSecret(sealedIndex);
        if (!index)
            return passOn(index);
        const Result<int> done = changedBy(m_vault, u"UPDATE day_key SET server_index = ? WHERE day = ?"_s,
                                           {sealer.seal(index->view()), day});
        if (!done)
            return passOn(done);
    }
    return transaction->commit();
}

Result<> Restoration::changeDatabase(const Opener &office, const ServerKey &serverKey, const QString &fingerprintKey)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> done = removeErased(); !done)
        return done;
    if (const Result<> done = removeLost(); !done)
        return done;
    const Result<QueueReseal::Counts> resealed =
        QueueReseal(m_database, m_vault, office, serverKey.queuePublicKey()).run();
    if (!resealed)
        return passOn(resealed);
    m_report.recipients = resealed->sealed;
    m_report.notTold = resealed->gone;
    if (const Result<> done = holdNotices(); !done)
        return done;
    if (const Result<> done = giveUpLetters(); !done)
        return done;
    if (const Result<> level = SendingMark(m_database, m_vault).catchUp(); !level)
        return level;
    const Result<int> leases = changedBy(m_database, u"DELETE FROM lease"_s);
    if (!leases)
        return passOn(leases);
    const Result<int> remembered = changedBy(m_database,
                                             u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) "
                                             "DO UPDATE SET value = excluded.value"_s,
                                             {fingerprintKey, serverKey.fingerprint()});
    if (!remembered)
        return passOn(remembered);
    const QString subject = u"backup "_s + japan::dateTimeOf(m_report.madeAt).toString(u"yyyy-MM-dd HH:mm"_s);
    if (const Result<> noted = m_audit.add(actors::system, u"backup.restore"_s, subject); !noted)
        return noted;
    return transaction->commit();
}

// REQUIREMENTS V11, D5
Result<> Restoration::removeErased()
{
    TableReader reader(m_vault, {.name = u"erased_visit"_s,
                                 .columns = {u"day"_s, u"facility_id"_s, u"scanned_at"_s, u"who"_s},
                                 .key = {u"day"_s, u"facility_id"_s, u"scanned_at"_s, u"who"_s},
                                 .refersTo = {},
                                 .numbered = false});
    VisitStore visits(m_database);
    while (true) {
        const Result<QList<TableRow>> page = reader.next(1000);
        if (!page)
            return passOn(page);
        if (page->isEmpty())
            return {};
        for (const TableRow &row : *page) {
            const Result<bool> gone = visits.remove({japan::fromNumber(row[0].toInt()), row[1].toLongLong(),
                                                     row[2].toLongLong(), row[3].toByteArray()});
            if (!gone)
                return passOn(gone);
            m_report.erasedVisits += *gone ? 1 : 0;
        }
    }
}

// Without its day's key nobody can open a visit any more; and a key that is made for that day now fits none of them.
Result<> Restoration::removeLost()
{
    const Result<QList<qint64>> days = numbersFrom(m_database, u"SELECT DISTINCT day FROM visit"_s);
    if (!days)
        return passOn(days);
    const Result<QList<qint64>> kept = numbersFrom(m_vault, u"SELECT day FROM day_key"_s);
    if (!kept)
        return passOn(kept);
    for (const qint64 day : *days) {
        if (kept->contains(day))
            continue;
        const Result<int> gone = changedBy(m_database, u"DELETE FROM visit WHERE day = ?"_s, {day});
        if (!gone)
            return passOn(gone);
        m_report.lostVisits += *gone;
        if (const Result<> noted = VisitRemovals::note(m_database, japan::fromNumber(int(day))); !noted)
            return noted;
    }
    return {};
}

// Since the backup was made, whatever was not over may have been sent. Staff decide.
Result<> Restoration::holdNotices()
{
    const QString remark = Tr::tr("This draft came back from a backup of %1. Before you submit it again, please make sure that "
                                  "it has not been sent since.")
                               .arg(japan::dateTimeOf(m_report.madeAt).toString(u"yyyy-MM-dd HH:mm"_s));
    const Result<RestoredNotices> held = holdRestored(m_database, m_audit, m_clock.now(), remark);
    if (!held)
        return passOn(held);
    m_report.heldNotices = held->held;
    m_report.returnedDrafts = held->returnedDrafts;
    return {};
}

// They are sealed whole to the key of the server that is gone.
Result<> Restoration::giveUpLetters()
{
    const Result<int> given = changedBy(m_database, u"UPDATE outbox SET state = 'failed', reply = 'restored', sealed = NULL "
                                                    "WHERE sealed IS NOT NULL"_s);
    if (!given)
        return passOn(given);
    m_report.letters = *given;
    return {};
}

} // namespace shirase
