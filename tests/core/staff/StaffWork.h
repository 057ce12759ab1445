// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestOffice.h"

#include <QDate>
#include <QTest>

namespace shirase {

inline const QDate firstDay(2026, 11, 20);
inline const QDate secondDay(2026, 11, 21);
inline constexpr const char *given = "another-password"; ///< as TestOffice::logIn() gives it
inline constexpr const char *fresh = "fresh-password";

/// An office with two days of registrations.
struct VisitedOffice : TestOffice
{
    VisitedOffice()
    {
        clock.set("2026-11-20T12:00");
        visit(cafe, {QStringLiteral("taro@example.jp")});
        clock.set("2026-11-21T12:00");
        visit(cafe, {QStringLiteral("hanako@example.jp"), QStringLiteral("jiro@example.jp")});
    }

    std::unique_ptr<Session> enter(const QString &name, const char *with = given)
    {
        return must(staff.logIn(name, secret(with)));
    }
    int people(const Session &by)
    {
        return must(desk.preview(by, {NoticeTarget::wholeDay(cafe.id, firstDay),
                                      NoticeTarget::wholeDay(cafe.id, secondDay)}))
            .people;
    }
    qint64 inVault(const QString &sql) { return TestDatabase::number(*files.vault, sql); }
    /// The old keys are gone and everything is sealed to the newest one.
    bool isSettled()
    {
        const qint64 newest = number(QStringLiteral("SELECT max(id) FROM office_key"));
        return number(QStringLiteral("SELECT min(office_key_id) FROM office_key_grant")) == newest &&
               inVault(QStringLiteral("SELECT min(office_key_id) FROM day_key")) == newest &&
               !must(staff.isKeyChangeDue());
    }

    Facility cafe = addFacility();
};

inline constexpr const char *wrong = "wrong-password";

/// A desk of the same office at another machine, or after a restart.
inline StaffDesk deskAt(TestOffice &office, const QString &place)
{
    return {*office.files.main, *office.files.vault, office.clock, PasswordCost::minimal(), {place, place}};
}

inline void lockOut(StaffDesk &desk, const QString &name)
{
    for (int i = 0; i < LogInGuard::freeTries; ++i)
        VERIFY_FAILS(desk.logIn(name, secret(wrong)), ErrorCode::Refused);
}

inline bool isLockedOut(StaffDesk &desk, const QString &name)
{
    const auto tried = desk.logIn(name, secret(TestOffice::password));
    return !tried && tried.error().message.contains(QStringLiteral("pause"));
}

/// The audit log, the oldest entry first: "who action (subject)".
inline QStringList entries(TestOffice &office)
{
    QStringList lines;
    for (const AuditLog::Entry &entry : must(office.staff.audit().page(*office.session, {}, {}, 100)))
        lines.prepend(QStringLiteral("%1 %2 (%3)").arg(entry.account, entry.action, entry.subject));
    return lines;
}

} // namespace shirase
