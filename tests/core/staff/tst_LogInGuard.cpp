// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/LogInGuard.h"

#include "tests/core/staff/StaffWork.h"
#include "tests/support/Fault.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// Wrong passwords, and what becomes of who tries them (REQUIREMENTS S7).
class tst_LogInGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locksOutAfterFiveWrongTriesWithGrowingPauses();
    void clearsTheWrongTriesAtALogIn();
    void refusesTheRightPasswordWhileLockedOut();
    void countsWrongTriesOfAPasswordChangeToo();
    void remembersTheTriesThroughARestart();
    void locksOutOnePlaceAndNoOther();
    void pausesForANameThatNobodyHasToo();
    void countsTriesThatAreMadeAtOnce();
    void doesNotLockForEverAfterAClockThatWentWrong();
    void letsAnAdministratorEndAPause();
    void forgetsOldTriesOfMadeUpNames();
    void writesDownLogInsAndWhatWasRefused();
    void writesDownNoNameThatNobodyHas();
    void letsNobodyInWhoseLogInCannotBeWrittenDown();
};

void tst_LogInGuard::locksOutAfterFiveWrongTriesWithGrowingPauses()
{
    TestOffice office;
    const auto lockedFor = [&] {
        return office.number(u"SELECT max(locked_until) FROM login_try"_s) - office.clock.now();
    };
    for (int i = 0; i < 4; ++i) {
        VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
        QVERIFY(lockedFor() <= 0);
    }
    for (const qint64 pause : {30, 60, 120, 240, 480, 960, 1920, 3600, 3600}) {
        VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
        QCOMPARE(lockedFor(), pause);
        // Tries during the pause are neither answered nor counted.
        office.clock.advance(pause - 1);
        const auto early = office.staff.logIn(TestOffice::userName, secret(wrong));
        VERIFY_FAILS(early, ErrorCode::Refused);
        QCOMPARE(lockedFor(), 1);
        office.clock.advance(1);
    }
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_LogInGuard::clearsTheWrongTriesAtALogIn()
{
    TestOffice office;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
        VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    }
}

void tst_LogInGuard::refusesTheRightPasswordWhileLockedOut()
{
    TestOffice office;
    for (int i = 0; i < 5; ++i)
        VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
    const auto locked = office.staff.logIn(TestOffice::userName, secret(TestOffice::password));
    VERIFY_FAILS(locked, ErrorCode::Refused);
    // The sentence says how long, and until when in Japanese time: 12:00 and 30 seconds.
    QVERIFY2(locked.error().message.contains(u"30 seconds"_s), qPrintable(locked.error().message));
    QVERIFY2(locked.error().message.contains(u"12:00:30"_s), qPrintable(locked.error().message));
    office.clock.advance(30);
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_LogInGuard::countsWrongTriesOfAPasswordChangeToo()
{
    TestOffice office;
    for (int i = 0; i < 5; ++i) {
        VERIFY_FAILS(
            office.staff.changePassword(TestOffice::userName, secret(wrong), secret("fresh-password")),
            ErrorCode::Refused);
    }
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)), ErrorCode::Refused);
}

void tst_LogInGuard::remembersTheTriesThroughARestart()
{
    TestOffice office;
    lockOut(office.staff, TestOffice::userName);
    StaffDesk restarted = deskAt(office, u"desk"_s);
    QVERIFY(isLockedOut(restarted, TestOffice::userName));
}

// Whoever guesses keeps nobody out for ever.
void tst_LogInGuard::locksOutOnePlaceAndNoOther()
{
    TestOffice office;
    StaffDesk attacked = deskAt(office, u"elsewhere"_s);
    lockOut(attacked, TestOffice::userName);
    QVERIFY(isLockedOut(attacked, TestOffice::userName));
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    QVERIFY(isLockedOut(attacked, TestOffice::userName)); // which ends nothing for whoever guesses
}

void tst_LogInGuard::pausesForANameThatNobodyHasToo()
{
    TestOffice office;
    lockOut(office.staff, u"だれか"_s);
    QVERIFY(isLockedOut(office.staff, u" だれか "_s));
    QVERIFY(!office.files.rawBytes().contains("だれか"));
}

// Counted before the password is checked: what is checked at the same time gains nothing.
void tst_LogInGuard::countsTriesThatAreMadeAtOnce()
{
    TestOffice office;
    LogInGuard first(*office.files.main, office.clock, {u"desk"_s, u"PC-1"_s});
    for (int i = 0; i < LogInGuard::freeTries; ++i)
        VERIFY_DONE(first.begin(TestOffice::userName));
    VERIFY_FAILS(first.begin(TestOffice::userName), ErrorCode::Refused);
    QVERIFY(isLockedOut(office.staff, TestOffice::userName));
}

void tst_LogInGuard::doesNotLockForEverAfterAClockThatWentWrong()
{
    TestOffice office;
    constexpr qint64 years = 70LL * 365 * 24 * 3600;
    office.clock.advance(years);
    lockOut(office.staff, TestOffice::userName);
    office.clock.advance(-years);
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_LogInGuard::letsAnAdministratorEndAPause()
{
    TestOffice office;
    const auto clerk = office.logIn(u"鈴木"_s, Role::Facilities);
    VERIFY_FAILS(office.staff.endPause(*office.session, u"鈴木"_s), ErrorCode::Conflict);
    StaffDesk elsewhere = deskAt(office, u"elsewhere"_s);
    lockOut(office.staff, u"鈴木"_s);
    lockOut(elsewhere, u"鈴木"_s);
    VERIFY_FAILS(office.staff.endPause(*clerk, u"鈴木"_s), ErrorCode::Refused);
    VERIFY_DONE(office.staff.endPause(*office.session, u"鈴木"_s));
    VERIFY_DONE(office.staff.logIn(u"鈴木"_s, secret("another-password")));
    VERIFY_DONE(elsewhere.logIn(u"鈴木"_s, secret("another-password")));
    QVERIFY(entries(office).contains(TestOffice::userName + u" staff.unlock (鈴木)"_s));
}

void tst_LogInGuard::forgetsOldTriesOfMadeUpNames()
{
    TestOffice office;
    for (int i = 0; i < 20; ++i)
        VERIFY_FAILS(office.staff.logIn(u"だれか %1"_s.arg(i), secret(wrong)), ErrorCode::Refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM login_try"_s), 20);
    office.clock.advance(25LL * 3600);
    VERIFY_FAILS(office.staff.logIn(u"だれか"_s, secret(wrong)), ErrorCode::Refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM login_try"_s), 1);
}

void tst_LogInGuard::writesDownLogInsAndWhatWasRefused()
{
    TestOffice office;
    lockOut(office.staff, TestOffice::userName);
    QVERIFY(isLockedOut(office.staff, TestOffice::userName)); // not even looked at
    const QString refused = TestOffice::userName + u" login.refuse (PC-1)"_s;
    QCOMPARE(entries(office).sliced(2), (QStringList{refused, refused, refused, refused, refused,
                                                     TestOffice::userName + u" login.pause (30 s, PC-1)"_s}));
    office.clock.advance(30);
    must(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    QCOMPARE(entries(office).last(), TestOffice::userName + u" login (PC-1)"_s);
    office.logIn(u"鈴木"_s, Role::Facilities);
    must(office.staff.disable(*office.session, u"鈴木"_s));
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret("another-password")), ErrorCode::Refused);
    QCOMPARE(entries(office).last(), u"鈴木 login.refuse (PC-1)"_s);
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

// What is typed into the field of the name may be a password.
void tst_LogInGuard::writesDownNoNameThatNobodyHas()
{
    TestOffice office;
    lockOut(office.staff, u"ゆきだるま2026"_s);
    QCOMPARE(entries(office).last(), u"system login.refuse (PC-1)"_s);
    QVERIFY(!office.files.rawBytes().contains("ゆきだるま2026"));
}

void tst_LogInGuard::letsNobodyInWhoseLogInCannotBeWrittenDown()
{
    TestOffice office;
    Fault broken(*office.files.main, u"INSERT"_s, u"audit"_s);
    QVERIFY(!office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
    QVERIFY(!office.files.main->inTransaction());
    broken.mend();
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

QTEST_GUILESS_MAIN(tst_LogInGuard)
#include "tst_LogInGuard.moc"
