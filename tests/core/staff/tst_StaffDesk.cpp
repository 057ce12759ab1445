// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/StaffDesk.h"

#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_StaffDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundedOnce();
    void isNotSetUpBeforeItsFounding();
    void opensTheOfficeKeyWithTheRecoverySheet();
    void storesNeitherPasswordNorRecoveryCodeNorOfficeKey();
    void logsInWithTheRightPassword_data();
    void logsInWithTheRightPassword();
    void saysTheSameToAWrongNameAndAWrongPassword();
    void locksOutAfterFiveWrongTriesWithGrowingPauses();
    void clearsTheWrongTriesAtALogIn();
    void refusesTheRightPasswordWhileLockedOut();
    void refusesADisabledAccount();
    void addsAnAccountWithItsRoles_data();
    void addsAnAccountWithItsRoles();
    void refusesAnAccountThatCannotBe_data();
    void refusesAnAccountThatCannotBe();
    void letsAdministratorsOnlyAddAccounts();
    void letsNobodyGrantAKeyThatTheyDoNotHold();
    void changesAPasswordAndKeepsTheOfficeKey();
    void countsWrongTriesOfAPasswordChangeToo();
    void remembersTheTriesThroughARestart();
    void locksOutOnePlaceAndNoOther();
    void pausesForANameThatNobodyHasToo();
    void countsTriesThatAreMadeAtOnce();
    void doesNotLockForEverAfterAClockThatWentWrong();
    void letsAnAdministratorEndAPause();
    void letsTheRecoverySheetEndAPause();
    void forgetsOldTriesOfMadeUpNames();
    void writesDownLogInsAndWhatWasRefused();
    void writesDownNoNameThatNobodyHas();
    void letsNobodyInWhoseLogInCannotBeWrittenDown();
    void writesDownAWrongRecoveryCode();
    void enablesAnAccountAgain();
    void tellsWhoManagesAccountsHowTheyAre();
    void listsTheAccountsByName();
    void writesDownWhatItDoes();
};

namespace {

constexpr const char *wrong = "wrong-password";

/// A desk of the same office at another machine, or after a restart.
StaffDesk deskAt(TestOffice &office, const QString &place)
{
    return {*office.files.main, *office.files.vault, office.clock, PasswordCost::minimal(), {place, place}};
}

void lockOut(StaffDesk &desk, const QString &name)
{
    for (int i = 0; i < LogInGuard::freeTries; ++i)
        VERIFY_FAILS(desk.logIn(name, secret(wrong)), ErrorCode::Refused);
}

bool isLockedOut(StaffDesk &desk, const QString &name)
{
    const auto tried = desk.logIn(name, secret(TestOffice::password));
    return !tried && tried.error().message.contains(u"pause"_s);
}

/// The audit log, the oldest entry first: "who action (subject)".
QStringList entries(TestOffice &office)
{
    QStringList lines;
    for (const AuditLog::Entry &entry : must(office.staff.audit().page(*office.session, {}, {}, 100)))
        lines.prepend(u"%1 %2 (%3)"_s.arg(entry.account, entry.action, entry.subject));
    return lines;
}

} // namespace

void tst_StaffDesk::isFoundedOnce()
{
    TestOffice office;
    {
        const Transaction transaction = must(Transaction::begin(*office.files.main));
        VERIFY_FAILS(office.staff.found(u"二人目"_s, secret(TestOffice::password)), ErrorCode::Conflict);
    }
    QCOMPARE(must(office.staff.list()).size(), 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    QCOMPARE(must(office.staff.list())[0].roles, everyRole);
    QVERIFY(office.session->office());
    QCOMPARE(office.session->office()->publicKey(), office.founding.office.publicKey);
    QCOMPARE(must(office.staff.officePublicKey()).publicKey, office.founding.office.publicKey);
}

void tst_StaffDesk::isNotSetUpBeforeItsFounding()
{
    QVERIFY(initialiseCryptography());
    const TestDatabase files;
    const FixedClock clock;
    StaffDesk desk(*files.main, *files.vault, clock, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s});
    VERIFY_FAILS(desk.officePublicKey(), ErrorCode::NotFound);
    VERIFY_FAILS(desk.logIn(u"山田"_s, secret(TestOffice::password)), ErrorCode::Refused);
    VERIFY_FAILS(desk.found(u"山田"_s, secret("short")), ErrorCode::Invalid);
}

void tst_StaffDesk::opensTheOfficeKeyWithTheRecoverySheet()
{
    TestOffice office;
    const Opener recovery(must(recoveryCode::keys(office.founding.recoveryCode.toLower())));
    Rows rows =
        must(office.files.main->run(u"SELECT sealed_secret FROM office_key_grant WHERE account_id = 0"_s));
    QVERIFY(rows.next());
    const KeyPair key = KeyPair::fromSecret(must(recovery.openSecret(rows.bytes(0))));
    QCOMPARE(key.publicKey, office.founding.office.publicKey);
}

void tst_StaffDesk::storesNeitherPasswordNorRecoveryCodeNorOfficeKey()
{
    TestOffice office;
    const QByteArray raw = office.files.rawBytes();
    QVERIFY(!raw.contains(TestOffice::password));
    QVERIFY(!raw.contains(office.founding.recoveryCode.toLatin1()));
    QVERIFY(!raw.contains(office.founding.recoveryCode.left(9).toLatin1()));
    const Opener recovery(must(recoveryCode::keys(office.founding.recoveryCode)));
    Rows rows =
        must(office.files.main->run(u"SELECT sealed_secret FROM office_key_grant WHERE account_id = 0"_s));
    QVERIFY(rows.next());
    QVERIFY(!raw.contains(must(recovery.open(rows.bytes(0)))));
}

void tst_StaffDesk::logsInWithTheRightPassword_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << u"山田 太郎"_s;
    QTest::newRow("spaces around") << u" 山田  太郎 "_s;
    QTest::newRow("a full-width space") << u"山田　太郎"_s;
}

void tst_StaffDesk::logsInWithTheRightPassword()
{
    QFETCH(QString, name);
    TestOffice office;
    const auto session = office.staff.logIn(name, secret(TestOffice::password));
    VERIFY_DONE(session);
    QCOMPARE((*session)->account().name, TestOffice::userName);
    QVERIFY((*session)->has(Role::Administrator) && (*session)->has(Role::Audit));
}

void tst_StaffDesk::saysTheSameToAWrongNameAndAWrongPassword()
{
    TestOffice office;
    const auto wrongPassword = office.staff.logIn(TestOffice::userName, secret(wrong));
    const auto wrongName = office.staff.logIn(u"だれか"_s, secret(wrong));
    VERIFY_FAILS(wrongPassword, ErrorCode::Refused);
    VERIFY_FAILS(wrongName, ErrorCode::Refused);
    QCOMPARE(wrongPassword.error().message, wrongName.error().message);
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret("")), ErrorCode::Refused);
}

void tst_StaffDesk::locksOutAfterFiveWrongTriesWithGrowingPauses()
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

void tst_StaffDesk::clearsTheWrongTriesAtALogIn()
{
    TestOffice office;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
        VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    }
}

void tst_StaffDesk::refusesTheRightPasswordWhileLockedOut()
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

void tst_StaffDesk::refusesADisabledAccount()
{
    TestOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    office.run(u"UPDATE account SET state = 'disabled' WHERE name = '鈴木'"_s);
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret("another-password")), ErrorCode::Refused);
    QVERIFY(must(office.staff.list()).contains(Account{2, u"鈴木"_s, Role::Notices, true, true}));
}

void tst_StaffDesk::addsAnAccountWithItsRoles_data()
{
    QTest::addColumn<int>("roles");
    QTest::addColumn<bool>("holdsTheKey");
    QTest::newRow("administrator") << int(Role::Administrator) << false;
    QTest::newRow("facilities and audit") << int(Role::Facilities) + int(Role::Audit) << false;
    QTest::newRow("notices") << int(Role::Notices) << true;
    QTest::newRow("approval") << int(Role::Approval) << true;
    QTest::newRow("everything") << everyRole.toInt() << true;
    QTest::newRow("nothing") << 0 << false;
}

// DESIGN, Keys: the office key is sealed to every account with the notices or approval right.
void tst_StaffDesk::addsAnAccountWithItsRoles()
{
    QFETCH(int, roles);
    QFETCH(bool, holdsTheKey);
    TestOffice office;
    const auto session = office.logIn(u"鈴木"_s, Roles::fromInt(roles));
    QCOMPARE(session->account().roles, Roles::fromInt(roles));
    QCOMPARE(session->office() != nullptr, holdsTheKey);
    if (holdsTheKey)
        QCOMPARE(session->office()->publicKey(), office.founding.office.publicKey);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key_grant"_s), holdsTheKey ? 3 : 2);
}

void tst_StaffDesk::refusesAnAccountThatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("code");
    QTest::newRow("no name") << u" 　"_s << "long-enough"_ba << int(ErrorCode::Invalid);
    QTest::newRow("a long name") << QString(101, u'あ') << "long-enough"_ba << int(ErrorCode::Invalid);
    QTest::newRow("a short password") << u"鈴木"_s << "ninechars"_ba << int(ErrorCode::Invalid);
    QTest::newRow("no password") << u"鈴木"_s << QByteArray() << int(ErrorCode::Invalid);
    QTest::newRow("a name that is taken")
        << TestOffice::userName << "long-enough"_ba << int(ErrorCode::Conflict);
    QTest::newRow("taken, with other spaces")
        << u" 山田　太郎"_s << "long-enough"_ba << int(ErrorCode::Conflict);
    QTest::newRow("taken, written together")
        << u"山田太郎"_s << "long-enough"_ba << int(ErrorCode::Conflict);
    // The audit log names others than accounts too: nobody is to pass for them.
    for (const QString &name : {u"system"_s, u"operator"_s, u"command line"_s, u"Operator"_s, u"SYSTEM"_s,
                                u"ｏｐｅｒａｔｏｒ"_s, u"ＳＹＳＴＥＭ"_s, u" s y s t e m "_s, u"оperаtor"_s /* Cyrillic */,
                                u"CommandLine"_s, u"システム"_s, u"ｼｽﾃﾑ"_s, u"事業者"_s})
        QTest::addRow("%s", qPrintable(name)) << name << "long-enough"_ba << int(ErrorCode::Invalid);
    QTest::newRow("a character that nobody sees")
        << u"鈴\u200b木"_s << "long-enough"_ba << int(ErrorCode::Invalid);
    QTest::newRow("turned around") << u"\u202e木鈴"_s << "long-enough"_ba << int(ErrorCode::Invalid);
}

void tst_StaffDesk::refusesAnAccountThatCannotBe()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, password);
    QFETCH(int, code);
    TestOffice office;
    VERIFY_FAILS(
        office.staff.add(*office.session, name, Role::Notices, SecretBytes(QByteArrayView(password))),
        ErrorCode(code));
    QCOMPARE(must(office.staff.list()).size(), 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key_grant"_s), 2);
    QVERIFY(!office.files.main->inTransaction());
}

void tst_StaffDesk::letsAdministratorsOnlyAddAccounts()
{
    TestOffice office;
    const auto clerk =
        office.logIn(u"鈴木"_s, Role::Notices | Role::Approval | Role::Facilities | Role::Audit);
    VERIFY_FAILS(office.staff.add(*clerk, u"佐藤"_s, Role::Facilities, secret("long-enough")),
                 ErrorCode::Refused);
}

// An administrator of the computers only can add a clerk; the key comes from a holder.
void tst_StaffDesk::letsNobodyGrantAKeyThatTheyDoNotHold()
{
    TestOffice office;
    const auto admin = office.logIn(u"鈴木"_s, Role::Administrator);
    QVERIFY(!must(office.staff.add(*admin, u"佐藤"_s, Role::Notices, secret("long-enough"))).hasOfficeKey);
    QVERIFY(!must(office.staff.logIn(u"佐藤"_s, secret("long-enough")))->office());
    VERIFY_FAILS(office.staff.grantOfficeKey(*admin, u"佐藤"_s), ErrorCode::Refused);
    VERIFY_DONE(office.staff.grantOfficeKey(*office.session, u"佐藤"_s));
    QVERIFY(must(office.staff.logIn(u"佐藤"_s, secret("long-enough")))->office());
    VERIFY_FAILS(office.staff.grantOfficeKey(*office.session, u"佐藤"_s), ErrorCode::Conflict);
    VERIFY_FAILS(office.staff.grantOfficeKey(*office.session, u"鈴木"_s), ErrorCode::Conflict);
}

void tst_StaffDesk::changesAPasswordAndKeepsTheOfficeKey()
{
    TestOffice office;
    VERIFY_FAILS(office.staff.changePassword(TestOffice::userName, secret(wrong), secret("fresh-password")),
                 ErrorCode::Refused);
    VERIFY_FAILS(
        office.staff.changePassword(TestOffice::userName, secret(TestOffice::password), secret("short")),
        ErrorCode::Invalid);
    VERIFY_FAILS(office.staff.changePassword(u"だれか"_s, secret(wrong), secret("fresh-password")),
                 ErrorCode::Refused);
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    VERIFY_DONE(office.staff.changePassword(TestOffice::userName, secret(TestOffice::password),
                                            secret("fresh-password")));
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)), ErrorCode::Refused);
    const auto session = office.staff.logIn(TestOffice::userName, secret("fresh-password"));
    VERIFY_DONE(session);
    QCOMPARE((*session)->office()->publicKey(), office.founding.office.publicKey);
}

void tst_StaffDesk::countsWrongTriesOfAPasswordChangeToo()
{
    TestOffice office;
    for (int i = 0; i < 5; ++i) {
        VERIFY_FAILS(
            office.staff.changePassword(TestOffice::userName, secret(wrong), secret("fresh-password")),
            ErrorCode::Refused);
    }
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)), ErrorCode::Refused);
}

void tst_StaffDesk::listsTheAccountsByName()
{
    TestOffice office;
    office.logIn(u"B"_s, Role::Audit);
    office.logIn(u"A"_s, Role::Facilities);
    const QList<Account> accounts = must(office.staff.list());
    QCOMPARE(accounts.size(), 3);
    QCOMPARE(accounts[0].name, u"A"_s);
    QCOMPARE(accounts[1].name, u"B"_s);
    QCOMPARE(accounts[1].roles, Roles(Role::Audit));
}

void tst_StaffDesk::writesDownWhatItDoes()
{
    TestOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    must(office.staff.changePassword(u"鈴木"_s, secret("another-password"), secret("fresh-password")));
    QCOMPARE(entries(office), (QStringList{u"%1 setup (%1)"_s.arg(TestOffice::userName),
                                           u"%1 login (PC-1)"_s.arg(TestOffice::userName),
                                           u"%1 staff.add (鈴木)"_s.arg(TestOffice::userName),
                                           u"鈴木 login (PC-1)"_s, u"鈴木 staff.passwd (鈴木)"_s}));
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

void tst_StaffDesk::remembersTheTriesThroughARestart()
{
    TestOffice office;
    lockOut(office.staff, TestOffice::userName);
    StaffDesk restarted = deskAt(office, u"desk"_s);
    QVERIFY(isLockedOut(restarted, TestOffice::userName));
}

// Whoever guesses keeps nobody out for ever.
void tst_StaffDesk::locksOutOnePlaceAndNoOther()
{
    TestOffice office;
    StaffDesk attacked = deskAt(office, u"elsewhere"_s);
    lockOut(attacked, TestOffice::userName);
    QVERIFY(isLockedOut(attacked, TestOffice::userName));
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    QVERIFY(isLockedOut(attacked, TestOffice::userName)); // which ends nothing for whoever guesses
}

void tst_StaffDesk::pausesForANameThatNobodyHasToo()
{
    TestOffice office;
    lockOut(office.staff, u"だれか"_s);
    QVERIFY(isLockedOut(office.staff, u" だれか "_s));
    QVERIFY(!office.files.rawBytes().contains("だれか"));
}

// Counted before the password is checked: what is checked at the same time gains nothing.
void tst_StaffDesk::countsTriesThatAreMadeAtOnce()
{
    TestOffice office;
    LogInGuard first(*office.files.main, office.clock, {u"desk"_s, u"PC-1"_s});
    for (int i = 0; i < LogInGuard::freeTries; ++i)
        VERIFY_DONE(first.begin(TestOffice::userName));
    VERIFY_FAILS(first.begin(TestOffice::userName), ErrorCode::Refused);
    QVERIFY(isLockedOut(office.staff, TestOffice::userName));
}

void tst_StaffDesk::doesNotLockForEverAfterAClockThatWentWrong()
{
    TestOffice office;
    constexpr qint64 years = 70LL * 365 * 24 * 3600;
    office.clock.advance(years);
    lockOut(office.staff, TestOffice::userName);
    office.clock.advance(-years);
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_StaffDesk::letsAnAdministratorEndAPause()
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

void tst_StaffDesk::letsTheRecoverySheetEndAPause()
{
    TestOffice office;
    lockOut(office.staff, TestOffice::userName);
    VERIFY_DONE(office.staff.recover(TestOffice::userName, office.founding.recoveryCode, secret("fresh-password")));
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret("fresh-password")));
}

void tst_StaffDesk::forgetsOldTriesOfMadeUpNames()
{
    TestOffice office;
    for (int i = 0; i < 20; ++i)
        VERIFY_FAILS(office.staff.logIn(u"だれか %1"_s.arg(i), secret(wrong)), ErrorCode::Refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM login_try"_s), 20);
    office.clock.advance(25LL * 3600);
    VERIFY_FAILS(office.staff.logIn(u"だれか"_s, secret(wrong)), ErrorCode::Refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM login_try"_s), 1);
}

void tst_StaffDesk::writesDownLogInsAndWhatWasRefused()
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
void tst_StaffDesk::writesDownNoNameThatNobodyHas()
{
    TestOffice office;
    lockOut(office.staff, u"ゆきだるま2026"_s);
    QCOMPARE(entries(office).last(), u"system login.refuse (PC-1)"_s);
    QVERIFY(!office.files.rawBytes().contains("ゆきだるま2026"));
}

void tst_StaffDesk::letsNobodyInWhoseLogInCannotBeWrittenDown()
{
    TestOffice office;
    Fault broken(*office.files.main, u"INSERT"_s, u"audit"_s);
    QVERIFY(!office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
    VERIFY_FAILS(office.staff.logIn(TestOffice::userName, secret(wrong)), ErrorCode::Refused);
    QVERIFY(!office.files.main->inTransaction());
    broken.mend();
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_StaffDesk::writesDownAWrongRecoveryCode()
{
    TestOffice office;
    VERIFY_FAILS(office.staff.recover(TestOffice::userName, recoveryCode::generate(), secret("fresh-password")),
                 ErrorCode::Refused);
    QCOMPARE(entries(office).last(), u"system staff.recover.refuse (%1)"_s.arg(TestOffice::userName));
}

void tst_StaffDesk::enablesAnAccountAgain()
{
    TestOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    VERIFY_FAILS(office.staff.enable(*office.session, u"鈴木"_s), ErrorCode::Conflict);
    must(office.staff.disable(*office.session, u"鈴木"_s));
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret("another-password")), ErrorCode::Refused);
    must(office.staff.enable(*office.session, u"鈴木"_s));
    const auto back = must(office.staff.logIn(u"鈴木"_s, secret("another-password")));
    QVERIFY(back->office()); // the key of now: the one from before was changed
    QCOMPARE(back->office()->publicKey(), office.session->office()->publicKey());
    QVERIFY(entries(office).contains(TestOffice::userName + u" staff.enable (鈴木)"_s));
}

void tst_StaffDesk::tellsWhoManagesAccountsHowTheyAre()
{
    TestOffice office;
    const auto facilities = office.logIn(u"一"_s, Role::Facilities);
    const auto approver = office.logIn(u"二"_s, Role::Approval);
    must(office.staff.add(*office.session, u"三"_s, Role::Audit, secret("another-password")));
    lockOut(office.staff, u"三"_s);
    VERIFY_FAILS(office.staff.states(*facilities), ErrorCode::Refused);
    VERIFY_DONE(office.staff.states(*approver)); // who may grant the key
    const QList<AccountState> states = must(office.staff.states(*office.session));
    QCOMPARE(states.size(), 4);
    for (const AccountState &state : states) {
        const bool never = state.account.name == u"三"_s;
        QCOMPARE(state.lastLogIn, never ? 0 : office.clock.now());
        QCOMPARE(state.lockedUntil, never ? office.clock.now() + LogInGuard::firstPause : 0);
    }
}

QTEST_GUILESS_MAIN(tst_StaffDesk)
#include "tst_StaffDesk.moc"
