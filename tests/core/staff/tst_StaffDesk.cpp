// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/StaffDesk.h"

#include "tests/core/staff/StaffWork.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_StaffDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundedOnce();
    void isNotSetUpBeforeItsFounding();
    void storesNeitherPasswordNorRecoveryCodeNorOfficeKey();
    void logsInWithTheRightPassword_data();
    void logsInWithTheRightPassword();
    void saysTheSameToAWrongNameAndAWrongPassword();
    void refusesADisabledAccount();
    void addsAnAccountWithItsRoles_data();
    void addsAnAccountWithItsRoles();
    void refusesAnAccountThatCannotBe_data();
    void refusesAnAccountThatCannotBe();
    void letsAdministratorsOnlyAddAccounts();
    void letsNobodyGrantAKeyThatTheyDoNotHold();
    void changesAPasswordAndKeepsTheOfficeKey();
    void enablesAnAccountAgain();
    void tellsWhoManagesAccountsHowTheyAre();
    void listsTheAccountsByName();
    void writesDownWhatItDoes();
};

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
