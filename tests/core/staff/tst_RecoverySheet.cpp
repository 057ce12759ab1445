// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/staff/StaffWork.h"
#include "tests/support/Fault.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// DESIGN, Keys: the holder of the office key that is paper. One sheet is good at any time.
class tst_RecoverySheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheOfficeKey();
    void bringsAnAccountBackOnce();
    void isCheckedBeforeAnythingIsChanged();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void isFollowedByOneThatCanBeRead();
    void isGoodOrTheNextOneIsWhereverARecoveryIsInterrupted_data();
    void isGoodOrTheNextOneIsWhereverARecoveryIsInterrupted();
    void isRenewedByAnAdministratorWhoHoldsTheKey();
    void endsAPause();
    void isWrittenDownWhereItIsAnother();
};

namespace {

const QString clerk = u"鈴木"_s;

/// Whether the code of a sheet would bring the account back now.
bool isGood(TestOffice &office, const QString &code, const QString &name = TestOffice::userName)
{
    const Result<> checked = office.staff.checkRecovery(name, code, secret(fresh));
    if (!checked && checked.error().code != ErrorCode::Refused)
        qFatal("%s", errorText(checked).constData());
    return checked.has_value();
}

} // namespace

void tst_RecoverySheet::opensTheOfficeKey()
{
    TestOffice office;
    const Opener recovery(must(recoveryCode::keys(office.founding.recoveryCode.toLower())));
    Rows rows =
        must(office.files.main->run(u"SELECT sealed_secret FROM office_key_grant WHERE account_id = 0"_s));
    QVERIFY(rows.next());
    const KeyPair key = KeyPair::fromSecret(must(recovery.openSecret(rows.bytes(0))));
    QCOMPARE(key.publicKey, office.founding.office.publicKey);
}

void tst_RecoverySheet::bringsAnAccountBackOnce()
{
    VisitedOffice office;
    const QString code = office.founding.recoveryCode;
    const QString next = recoveryCode::generate();
    office.logIn(clerk, Role::Notices);
    must(office.staff.recover(clerk, code.toLower(), secret(fresh), next));
    QVERIFY(office.isSettled());
    VERIFY_FAILS(office.staff.logIn(clerk, secret(given)), ErrorCode::Refused);
    QCOMPARE(office.people(*office.enter(clerk, fresh)), 3);
    QCOMPARE(office.people(*office.enter(TestOffice::userName, TestOffice::password)), 3);

    // The used code is dead, the new one works once.
    VERIFY_FAILS(office.staff.recover(clerk, code, secret(fresh), recoveryCode::generate()), ErrorCode::Refused);
    VERIFY_DONE(office.staff.recover(clerk, next, secret(fresh), recoveryCode::generate()));
    VERIFY_FAILS(office.staff.recover(clerk, next, secret(fresh), recoveryCode::generate()), ErrorCode::Refused);
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

// The next sheet is made and kept between the check and the recovery: a power cut there loses nothing.
void tst_RecoverySheet::isCheckedBeforeAnythingIsChanged()
{
    VisitedOffice office;
    office.logIn(clerk, Role::Notices);
    const QStringList before = entries(office);
    VERIFY_DONE(office.staff.checkRecovery(clerk, office.founding.recoveryCode, secret(fresh)));
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    QCOMPARE(entries(office), before);
    VERIFY_FAILS(office.staff.logIn(clerk, secret(fresh)), ErrorCode::Refused);
    QCOMPARE(office.people(*office.enter(clerk)), 3);
    VERIFY_DONE(office.staff.recover(clerk, office.founding.recoveryCode, secret(fresh), recoveryCode::generate()));
}

void tst_RecoverySheet::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<ErrorCode>("error");
    const QString good; // stands for that of the office
    QTest::newRow("another code") << clerk << recoveryCode::generate() << QByteArray(fresh) << ErrorCode::Refused;
    QTest::newRow("no code") << clerk << u"7KQ2"_s << QByteArray(fresh) << ErrorCode::Invalid;
    QTest::newRow("a name that nobody has") << u"だれか"_s << good << QByteArray(fresh) << ErrorCode::NotFound;
    QTest::newRow("a disabled account") << u"佐藤"_s << good << QByteArray(fresh) << ErrorCode::Conflict;
    QTest::newRow("a short password") << clerk << good << "short"_ba << ErrorCode::Invalid;
}

// What is refused at last is refused before the next sheet is made, by the same sentence.
void tst_RecoverySheet::refusesWhatCannotBe()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(QByteArray, password);
    QFETCH(ErrorCode, error);
    VisitedOffice office;
    office.logIn(clerk, Role::Notices);
    office.logIn(u"佐藤"_s, Role::Facilities);
    must(office.staff.disable(*office.session, u"佐藤"_s));
    if (code.isEmpty())
        code = office.founding.recoveryCode;
    const SecretBytes typed = secret(password.constData());
    const Result<> checked = office.staff.checkRecovery(name, code, typed);
    VERIFY_FAILS(checked, error);
    const Result<> recovered = office.staff.recover(name, code, typed, recoveryCode::generate());
    VERIFY_FAILS(recovered, error);
    QCOMPARE(checked.error().message, recovered.error().message);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    QCOMPARE(office.people(*office.enter(clerk)), 3);
    QVERIFY(isGood(office, office.founding.recoveryCode));
}

void tst_RecoverySheet::isFollowedByOneThatCanBeRead()
{
    TestOffice office;
    const QString code = office.founding.recoveryCode;
    VERIFY_FAILS(office.staff.recover(TestOffice::userName, code, secret(fresh), u"7KQ2"_s), ErrorCode::Invalid);
    VERIFY_FAILS(office.staff.renewRecoveryCode(*office.session, u"7KQ2"_s), ErrorCode::Invalid);
    QVERIFY(isGood(office, code));
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_RecoverySheet::isGoodOrTheNextOneIsWhereverARecoveryIsInterrupted_data()
{
    QTest::addColumn<QStringList>("fault");
    QTest::addColumn<bool>("inVault");
    QTest::addColumn<bool>("isNext");
    QTest::newRow("before the account is changed") << QStringList{u"UPDATE"_s, u"account"_s, {}} << false << false;
    QTest::newRow("before the new key is there") << QStringList{u"INSERT"_s, u"office_key"_s, {}} << false << false;
    QTest::newRow("before the old sheet's grant goes")
        << QStringList{u"DELETE"_s, u"office_key_grant"_s, u"OLD.account_id = 0"_s} << false << false;
    QTest::newRow("before the first day is moved") << QStringList{u"UPDATE"_s, u"day_key"_s, {}} << true << true;
    QTest::newRow("before the new key is announced") << QStringList{u"INSERT"_s, u"office_key"_s, {}} << true << true;
    QTest::newRow("before the old grants go")
        << QStringList{u"DELETE"_s, u"office_key_grant"_s, u"OLD.account_id = 1"_s} << false << true;
}

void tst_RecoverySheet::isGoodOrTheNextOneIsWhereverARecoveryIsInterrupted()
{
    QFETCH(QStringList, fault);
    QFETCH(bool, inVault);
    QFETCH(bool, isNext);
    VisitedOffice office;
    office.logIn(clerk, Role::Notices);
    const QString code = office.founding.recoveryCode;
    const QString next = recoveryCode::generate();
    Fault powerCut(inVault ? *office.files.vault : *office.files.main, fault[0], fault[1], fault[2]);
    QVERIFY(!office.staff.recover(clerk, code, secret(fresh), next));
    powerCut.mend();

    QCOMPARE(isGood(office, code, clerk), !isNext);
    QCOMPARE(isGood(office, next, clerk), isNext);
    must(office.staff.recover(clerk, isNext ? next : code, secret("third-password"), recoveryCode::generate()));
    QVERIFY(office.isSettled());
    QCOMPARE(office.people(*office.enter(clerk, "third-password")), 3);
    QCOMPARE(office.people(*office.enter(TestOffice::userName, TestOffice::password)), 3);
}

void tst_RecoverySheet::isRenewedByAnAdministratorWhoHoldsTheKey()
{
    VisitedOffice office;
    const auto holder = office.logIn(clerk, Role::Notices);
    const auto administrator = office.logIn(u"管理"_s, Role::Administrator);
    const QString next = recoveryCode::generate();
    for (Session *session : {holder.get(), administrator.get()}) {
        VERIFY_FAILS(StaffDesk::checkRenewal(*session), ErrorCode::Refused);
        VERIFY_FAILS(office.staff.renewRecoveryCode(*session, next), ErrorCode::Refused);
    }
    QVERIFY(isGood(office, office.founding.recoveryCode));
    VERIFY_DONE(StaffDesk::checkRenewal(*office.session));
    VERIFY_DONE(office.staff.renewRecoveryCode(*office.session, next));
    QVERIFY(office.isSettled());
    QVERIFY(!isGood(office, office.founding.recoveryCode));
    QVERIFY(isGood(office, next));
}

void tst_RecoverySheet::endsAPause()
{
    TestOffice office;
    lockOut(office.staff, TestOffice::userName);
    VERIFY_DONE(office.staff.recover(TestOffice::userName, office.founding.recoveryCode, secret(fresh),
                                     recoveryCode::generate()));
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(fresh)));
}

void tst_RecoverySheet::isWrittenDownWhereItIsAnother()
{
    TestOffice office;
    const QString refused = u"system staff.recover.refuse (%1)"_s.arg(TestOffice::userName);
    QVERIFY(!isGood(office, recoveryCode::generate()));
    QCOMPARE(entries(office).last(), refused);
    VERIFY_FAILS(office.staff.recover(TestOffice::userName, recoveryCode::generate(), secret(fresh),
                                      recoveryCode::generate()),
                 ErrorCode::Refused);
    QCOMPARE(entries(office).count(refused), 2);
}

QTEST_GUILESS_MAIN(tst_RecoverySheet)
#include "tst_RecoverySheet.moc"
