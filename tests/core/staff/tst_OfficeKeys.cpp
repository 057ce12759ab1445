// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/OfficeKeys.h"

#include "tests/core/staff/StaffWork.h"
#include "tests/support/Fault.h"
#include "tests/support/MemoryScan.h"

using namespace Qt::StringLiterals;
using namespace shirase;

// DESIGN, Keys: who holds what.
class tst_OfficeKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changeWhenAHolderIsDisabled();
    void changeWhenAHolderLosesTheRole();
    void stayWhenSomebodyWithoutTheKeyIsDisabled();
    void goToAnAccountThatGetsTheRole();
    void leaveTheDisabledWithNothingThatOpens();
    void changeForOneWhoDisablesThemselves();
    void areNotLeftWithoutAHolder_data();
    void areNotLeftWithoutAHolder();
    void changeAtTheNextHoldersLogInWhereTheAdministratorHoldsNone();
    void goOnChangingAfterAnInterruption_data();
    void goOnChangingAfterAnInterruption();
    void takeADayThatIsMadeMeanwhile();
    void moveTheOtherDaysWhereOneIsDamaged();
    void areRefusedToASessionThatIsNotCurrent();
    void tellWhichSessionsAreCurrent();
    void followNoRolesThatSomebodyElseHasChanged();
    void areGrantedAnewWithAPasswordFromAnAdministrator();
    void areWipedFromMemoryWithTheSession();
};

namespace {

/// Every secret that the database and the vault hold, as this opener sees it.
bool opensAnything(VisitedOffice &office, const Opener &opener)
{
    const std::pair<Database *, QString> columns[]{
        {office.files.main.get(), u"SELECT sealed_secret FROM office_key_grant"_s},
        {office.files.vault.get(), u"SELECT sealed_secret FROM day_key"_s},
        {office.files.vault.get(), u"SELECT sealed_index FROM day_key"_s}};
    for (const auto &[database, sql] : columns) {
        Rows rows = must(database->run(sql));
        while (rows.next()) {
            if (opener.open(rows.bytes(0)))
                return true;
        }
    }
    return false;
}

} // namespace

void tst_OfficeKeys::changeWhenAHolderIsDisabled()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    office.logIn(u"佐藤"_s, Role::Approval);
    const QByteArray before = office.session->office()->publicKey();
    must(office.staff.disable(*office.session, u"鈴木"_s));

    QVERIFY(office.isSettled());
    QVERIFY(office.session->office()->publicKey() != before);
    QCOMPARE(office.people(*office.session), 3);
    QCOMPARE(office.people(*office.enter(u"佐藤"_s)), 3); // who was not there when it was changed
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret(given)), ErrorCode::Refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key_grant"_s), 3);
    const auto entries = must(office.staff.audit().page(*office.session, {.account = TestOffice::userName, .action = {}, .from = {}, .until = {}}, {}, 2));
    QCOMPARE(entries[0].action, u"key.change"_s);
    QCOMPARE(entries[1].action, u"staff.disable"_s);
}

void tst_OfficeKeys::changeWhenAHolderLosesTheRole()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices | Role::Facilities);
    must(office.staff.setRoles(*office.session, u"鈴木"_s, Role::Facilities));
    QVERIFY(office.isSettled());
    QCOMPARE(office.session->office()->publicKey(), must(office.staff.officePublicKey()).publicKey);
    QVERIFY(!office.enter(u"鈴木"_s)->office());
    QCOMPARE(office.people(*office.session), 3);
}

void tst_OfficeKeys::stayWhenSomebodyWithoutTheKeyIsDisabled()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Facilities);
    office.logIn(u"佐藤"_s, Role::Notices);
    must(office.staff.disable(*office.session, u"鈴木"_s));
    must(office.staff.setRoles(*office.session, u"佐藤"_s, Role::Approval));
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    VERIFY_FAILS(office.staff.disable(*office.session, u"鈴木"_s), ErrorCode::Conflict);
    VERIFY_FAILS(office.staff.disable(*office.session, u"だれか"_s), ErrorCode::NotFound);
}

void tst_OfficeKeys::goToAnAccountThatGetsTheRole()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Facilities);
    must(office.staff.setRoles(*office.session, u"鈴木"_s, Role::Facilities | Role::Notices));
    QCOMPARE(office.people(*office.enter(u"鈴木"_s)), 3);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
}

// What somebody kept of the old key, a copy of the database included, opens nothing of the new state.
void tst_OfficeKeys::leaveTheDisabledWithNothingThatOpens()
{
    VisitedOffice office;
    const auto kept = office.logIn(u"鈴木"_s, Role::Notices);
    QVERIFY(opensAnything(office, *kept->office()));
    must(office.staff.disable(*office.session, u"鈴木"_s));
    QVERIFY(!opensAnything(office, *kept->office()));
    QVERIFY(opensAnything(office, *office.session->office()));
}

void tst_OfficeKeys::changeForOneWhoDisablesThemselves()
{
    VisitedOffice office;
    const auto other = office.logIn(u"鈴木"_s, everyRole);
    must(office.staff.disable(*office.session, TestOffice::userName));
    QVERIFY(!office.session->office());
    QVERIFY(office.isSettled());
    QCOMPARE(office.people(*office.enter(u"鈴木"_s)), 3);
}

void tst_OfficeKeys::areNotLeftWithoutAHolder_data()
{
    QTest::addColumn<int>("roles");
    QTest::newRow("the last administrator, another holder") << int(Role::Notices);
    QTest::newRow("the last holder, another administrator") << int(Role::Administrator);
}

void tst_OfficeKeys::areNotLeftWithoutAHolder()
{
    QFETCH(int, roles);
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Roles::fromInt(roles));
    VERIFY_FAILS(office.staff.disable(*office.session, TestOffice::userName), ErrorCode::Conflict);
    VERIFY_FAILS(office.staff.setRoles(*office.session, TestOffice::userName, Role::Facilities),
                 ErrorCode::Conflict);
    QVERIFY(!must(office.staff.list()).contains(Account{1, TestOffice::userName, everyRole, true, true}));
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    VERIFY_DONE(office.staff.logIn(TestOffice::userName, secret(TestOffice::password)));
}

void tst_OfficeKeys::changeAtTheNextHoldersLogInWhereTheAdministratorHoldsNone()
{
    VisitedOffice office;
    const auto administrator = office.logIn(u"管理"_s, Role::Administrator);
    office.logIn(u"鈴木"_s, Role::Notices);
    must(office.staff.disable(*administrator, u"鈴木"_s));
    QVERIFY(must(office.staff.isKeyChangeDue()));
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret(given)), ErrorCode::Refused);

    const auto holder = office.enter(TestOffice::userName, TestOffice::password);
    QVERIFY(office.isSettled());
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 2);
    QCOMPARE(office.people(*holder), 3);
}

void tst_OfficeKeys::goOnChangingAfterAnInterruption_data()
{
    QTest::addColumn<QStringList>("fault");
    QTest::addColumn<bool>("inVault");
    QTest::newRow("before the first day is moved") << QStringList{u"UPDATE"_s, u"day_key"_s, {}} << true;
    QTest::newRow("at the second day")
        << QStringList{u"UPDATE"_s, u"day_key"_s, u"NEW.day = 20261121"_s} << true;
    QTest::newRow("before the new key is announced") << QStringList{u"INSERT"_s, u"office_key"_s, {}} << true;
    QTest::newRow("before the old grants go")
        << QStringList{u"DELETE"_s, u"office_key_grant"_s, u"OLD.account_id = 0"_s} << false;
}

void tst_OfficeKeys::goOnChangingAfterAnInterruption()
{
    QFETCH(QStringList, fault);
    QFETCH(bool, inVault);
    VisitedOffice office;
    const auto colleague = office.logIn(u"佐藤"_s, Role::Notices);
    office.logIn(u"鈴木"_s, Role::Notices);
    Fault powerCut(inVault ? *office.files.vault : *office.files.main, fault[0], fault[1], fault[2]);
    must(office.staff.disable(*office.session, u"鈴木"_s)); // that much is done
    QVERIFY(!office.isSettled());
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 2);
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret(given)), ErrorCode::Refused);

    powerCut.mend();
    office.dayKeys.dropPast(japanese("2026-12-31T00:00"));
    office.clock.set("2026-11-22T12:00");
    office.visit(office.cafe, {u"saburo@example.jp"_s}); // registrations went on, on a new day
    office.clock.set("2026-11-23T12:00");
    const auto next = office.enter(u"佐藤"_s);
    QVERIFY(office.isSettled());
    QCOMPARE(office.people(*next), 3);
    QCOMPARE(must(office.desk.preview(*next, {NoticeTarget::wholeDay(office.cafe.id, QDate(2026, 11, 22))}))
                 .people,
             1);
    QCOMPARE(office.people(*office.enter(TestOffice::userName, TestOffice::password)), 3);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 2);
}

// The web server runs on, with the office key that it was started with.
void tst_OfficeKeys::takeADayThatIsMadeMeanwhile()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    must(office.staff.disable(*office.session, u"鈴木"_s));
    office.clock.set("2026-11-22T12:00");
    office.visit(office.cafe, {u"saburo@example.jp"_s});
    QVERIFY(office.isSettled());
    const auto preview = must(
        office.desk.preview(*office.session, {NoticeTarget::wholeDay(office.cafe.id, QDate(2026, 11, 22))}));
    QCOMPARE(preview.people, 1);
    QCOMPARE(preview.unreadable, 0);
}

void tst_OfficeKeys::moveTheOtherDaysWhereOneIsDamaged()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    must(office.files.vault->run(
        u"UPDATE day_key SET sealed_secret = %1 WHERE day = 20261120"_s.arg(TestDatabase::zeros(137))));
    must(office.staff.disable(*office.session, u"鈴木"_s));
    const auto preview =
        must(office.desk.preview(*office.session, {NoticeTarget::wholeDay(office.cafe.id, firstDay),
                                                   NoticeTarget::wholeDay(office.cafe.id, secondDay)}));
    QCOMPARE(preview.people, 2);
    QCOMPARE(preview.unreadable, 1);
    QCOMPARE(office.inVault(u"SELECT count(*) FROM day_key WHERE office_key_id = 2"_s), 1);
}

void tst_OfficeKeys::areRefusedToASessionThatIsNotCurrent()
{
    VisitedOffice office;
    auto other = office.logIn(u"佐藤"_s, everyRole);
    office.logIn(u"鈴木"_s, Role::Notices);
    const NoticeId notice = must(office.desk.draft(
        *office.session, {NoticeTarget::wholeDay(office.cafe.id, firstDay)}, u"standard"_s));
    must(office.staff.disable(*office.session, u"鈴木"_s));

    // Not "nobody can be told": the log-in is what is old.
    VERIFY_FAILS(office.desk.preview(*other, {NoticeTarget::wholeDay(office.cafe.id, firstDay)}),
                 ErrorCode::Refused);
    VERIFY_FAILS(office.desk.approve(*other, notice, false), ErrorCode::Refused);
    VERIFY_FAILS(office.staff.add(*other, u"高橋"_s, Role::Notices, secret(fresh)), ErrorCode::Refused);
    VERIFY_FAILS(office.staff.renewRecoveryCode(*other, recoveryCode::generate()), ErrorCode::Refused);
    other = office.enter(u"佐藤"_s);
    VERIFY_DONE(office.desk.approve(*other, notice, false));
}

void tst_OfficeKeys::tellWhichSessionsAreCurrent()
{
    VisitedOffice office;
    const auto holder = office.logIn(u"佐藤"_s, Role::Notices);
    const auto clerk = office.logIn(u"鈴木"_s, Role::Facilities);
    const auto reset = office.logIn(u"高橋"_s, Role::Facilities);
    const auto gone = office.logIn(u"伊藤"_s, Role::Notices);
    for (const Session *session : {office.session.get(), holder.get(), clerk.get(), reset.get(), gone.get()})
        QVERIFY(must(office.staff.isCurrent(*session)));

    must(office.staff.disable(*office.session, u"伊藤"_s));
    must(office.staff.resetPassword(*office.session, u"高橋"_s, secret(fresh)));
    QVERIFY(must(office.staff.isCurrent(*office.session))); // it has the new key already
    QVERIFY(must(office.staff.isCurrent(*clerk)));
    QVERIFY(!must(office.staff.isCurrent(*holder)));
    QVERIFY(!must(office.staff.isCurrent(*reset)));
    QVERIFY(!must(office.staff.isCurrent(*gone)));
    QVERIFY(must(office.staff.isCurrent(*office.enter(u"佐藤"_s))));

    must(office.staff.setRoles(*office.session, u"鈴木"_s, Role::Audit));
    QVERIFY(!must(office.staff.isCurrent(*clerk)));
}

void tst_OfficeKeys::followNoRolesThatSomebodyElseHasChanged()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    must(office.staff.setRoles(*office.session, u"鈴木"_s, Role::Notices | Role::Audit, Role::Notices));
    VERIFY_FAILS(office.staff.setRoles(*office.session, u"鈴木"_s, Role::Facilities, Role::Notices), ErrorCode::Conflict);
    QCOMPARE(office.enter(u"鈴木"_s)->account().roles, Role::Notices | Role::Audit);
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
}

void tst_OfficeKeys::areGrantedAnewWithAPasswordFromAnAdministrator()
{
    VisitedOffice office;
    office.logIn(u"鈴木"_s, Role::Notices);
    const auto administrator = office.logIn(u"管理"_s, Role::Administrator);
    VERIFY_FAILS(office.staff.resetPassword(*office.enter(u"鈴木"_s), u"管理"_s, secret(fresh)),
                 ErrorCode::Refused);
    VERIFY_FAILS(office.staff.resetPassword(*administrator, u"鈴木"_s, secret("short")), ErrorCode::Invalid);

    must(office.staff.resetPassword(*office.session, u"鈴木"_s, secret(fresh)));
    VERIFY_FAILS(office.staff.logIn(u"鈴木"_s, secret(given)), ErrorCode::Refused);
    QCOMPARE(office.people(*office.enter(u"鈴木"_s, fresh)), 3);

    // By somebody who holds no key: a holder has to grant it.
    must(office.staff.resetPassword(*administrator, u"鈴木"_s, secret(given)));
    const auto waiting = office.enter(u"鈴木"_s);
    QVERIFY(!waiting->office());
    VERIFY_FAILS(office.desk.preview(*waiting, {NoticeTarget::wholeDay(office.cafe.id, firstDay)}),
                 ErrorCode::Refused);
    VERIFY_FAILS(office.staff.resetPassword(*administrator, TestOffice::userName, secret(fresh)),
                 ErrorCode::Conflict);
    must(office.staff.grantOfficeKey(*office.session, u"鈴木"_s));
    QCOMPARE(office.people(*office.enter(u"鈴木"_s)), 3);
    QVERIFY(!must(office.staff.isCurrent(*waiting))); // so that the window asks for the log-in that opens it
    QCOMPARE(office.number(u"SELECT count(*) FROM office_key"_s), 1);
}

void tst_OfficeKeys::areWipedFromMemoryWithTheSession()
{
    if (const char *obstacle = MemoryScan::obstacle())
        QSKIP(obstacle);
    VisitedOffice office;
    office.session.reset();
    const MemoryScan officeSecret = [&] {
        const Opener sheet(must(recoveryCode::keys(office.founding.recoveryCode)));
        Rows rows = must(
            office.files.main->run(u"SELECT sealed_secret FROM office_key_grant WHERE account_id = 0"_s));
        return rows.next() ? MemoryScan(must(sheet.openSecret(rows.bytes(0))).view()) : MemoryScan({});
    }();
    QCOMPARE(officeSecret.copies(), 0);

    auto session = office.enter(TestOffice::userName, TestOffice::password);
    QCOMPARE(officeSecret.copies(), 1);
    const MemoryScan daySecret = [&] {
        Rows rows =
            must(office.files.vault->run(u"SELECT sealed_secret FROM day_key WHERE day = 20261120"_s));
        return rows.next() ? MemoryScan(must(session->office()->openSecret(rows.bytes(0))).view())
                           : MemoryScan({});
    }();
    QCOMPARE(office.people(*session), 3); // day keys were open meanwhile
    QCOMPARE(daySecret.copies(), 0);
    QCOMPARE(officeSecret.copies(), 1);
    must(office.staff.changePassword(TestOffice::userName, secret(TestOffice::password), secret(fresh)));
    session.reset();
    QCOMPARE(officeSecret.copies(), 0);
}

QTEST_GUILESS_MAIN(tst_OfficeKeys)
#include "tst_OfficeKeys.moc"
