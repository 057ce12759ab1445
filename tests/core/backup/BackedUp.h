// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/DatabaseRestore.h"
#include "core/backup/Restoration.h"
#include "core/backup/VaultContent.h"
#include "core/notices/RecipientList.h"
#include "tests/core/backup/EmptyPlace.h"
#include "tests/support/TestOffice.h"

namespace shirase {

/// An office that makes backups into a folder of its own.
struct BackedUpOffice
{
    [[nodiscard]] BackupPlace place(const QString &name = QStringLiteral("a")) const
    {
        return {targets.filePath(name + QStringLiteral(".backup")), targets.filePath(QStringLiteral("keys"))};
    }
    BackupPlace backUp(const QString &name = QStringLiteral("a"))
    {
        must(desk.make(place(name)));
        return place(name);
    }
    [[nodiscard]] static std::vector<KeyPair> sheets(const QStringList &codes)
    {
        std::vector<KeyPair> keys;
        for (const QString &code : codes)
            keys.push_back(must(recoveryCode::keys(code)));
        return keys;
    }
    [[nodiscard]] std::vector<KeyPair> sheets() const { return sheets({office.founding.recoveryCode}); }

    QTemporaryDir targets;
    TestOffice office;
    Facility cafe = office.addFacility();
    BackupDesk desk{{*office.files.main, *office.files.vault, office.files.address(Migrations::Schema::Main),
                     office.files.path({}), office.staff, office.settings, office.clock}};
};

inline Result<> noProgress(qint64, qint64)
{
    return {};
}

/// What a restore makes of a backup, with the services that a server has on it.
struct RestoredOffice
{
    RestoredOffice(const BackedUpOffice &from, const BackupPlace &backup, std::span<const KeyPair> sheets)
        : clock(from.office.clock.now())
        , place(from.office.files)
        , settings(must(Settings::load(place.path(QStringLiteral("shirase.conf")))))
    {
        const OpenedBackup opened = must(OpenedBackup::open(backup, sheets, noProgress));
        must(DatabaseRestore(opened, place.path({})).run(place.address(Migrations::Schema::Main), noProgress));
        main = place.open(Migrations::Schema::Main);
        vault = place.open(Migrations::Schema::Vault);
        must(Migrations::apply(*main, Migrations::Schema::Main));
        must(vaultContent::write(*vault, opened.vault()));
        report = must(Restoration(*main, *vault, clock, opened, sheets).finish(serverKey, QStringLiteral("test.key")));
        must(settings.attach(*main));
    }

    [[nodiscard]] qint64 number(const QString &sql) const { return TestDatabase::number(*main, sql); }
    [[nodiscard]] qint64 inVault(const QString &sql) const { return TestDatabase::number(*vault, sql); }

    FixedClock clock;
    EmptyPlace place;
    ServerKey serverKey = ServerKey::generate();
    Settings settings;
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
    RestoreReport report;
};

inline const QDate visitDay(2026, 11, 21);

/// Somebody with every role, logged in to a restored office.
inline std::unique_ptr<Session> logIn(RestoredOffice &restored)
{
    StaffDesk staff(*restored.main, *restored.vault, restored.clock, PasswordCost::minimal(),
                    {QStringLiteral("desk"), QStringLiteral("PC-2")});
    return must(staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

inline int peopleWhoCanBeTold(RestoredOffice &restored, FacilityId facility)
{
    const auto session = logIn(restored);
    if (!session->office())
        return -1;
    RecipientList list(*restored.main, *restored.vault, *session->office());
    must(list.collect({NoticeTarget::wholeDay(facility, visitDay)}, {}));
    return list.unreadable() > 0 ? -2 : int(list.people().size());
}

} // namespace shirase
