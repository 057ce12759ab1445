// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityDesk.h"
#include "core/notices/NoticeDesk.h"
#include "core/notices/NoticeQueue.h"
#include "core/staff/StaffDesk.h"
#include "core/vault/ServerKey.h"
#include "core/visits/SignupBook.h"
#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

namespace shirase {

[[nodiscard]] SecretBytes secret(const char *text);
[[nodiscard]] EmailAddress address(const QString &typed);

/// A whole Shirase in a temporary folder without its two faces, set up with one account that has every role.
class TestOffice
{
public:
    static const QString userName;
    static const char *const password;

    TestOffice();

    /// A registered facility with that name and good details.
    Facility addFacility(const QString &name = QStringLiteral("喫茶しらかば"));
    [[nodiscard]] static FacilityDetails details(const QString &name = QStringLiteral("喫茶しらかば"));

    /// Registers these people as the web page would, at the clock's time, in one transaction.
    QList<VisitToken> visit(const Facility &facility, const QStringList &addresses,
                            const QString &language = QStringLiteral("ja"));
    /// Adds an account and logs it in.
    std::unique_ptr<Session> logIn(const QString &name, Roles roles);
    /// Makes a new recovery sheet valid; returns its code.
    QString renewSheet();

    [[nodiscard]] qint64 number(const QString &sql) const { return files.number(sql); }
    void run(const QString &sql) { must(files.main->command(sql)); }

    FixedClock clock;
    ServerKey serverKey;
    TestDatabase files;
    Settings settings;
    OutboxWriter outbox;
    FacilityStore facilities;
    FacilityRegistration registration;
    VisitStore visits;
    NoticeStore notices;
    StaffDesk staff;
    FacilityDesk facilityDesk;
    StaffDesk::Founding founding;
    DayKeys dayKeys;
    SignupBook signups;
    NoticeDesk desk;
    std::unique_ptr<Session> session; ///< of the account with every role
};

} // namespace shirase
