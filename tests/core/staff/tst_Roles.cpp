// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/HeldLetters.h"
#include "core/notices/NoticeThresholds.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

using Act = std::function<Result<>(TestOffice &, Session &)>;

template <typename T>
Result<> plain(const Result<T> &result)
{
    if (!result)
        return passOn(result);
    return {};
}

/// An act of the window, and the roles of which any one is enough.
struct Row
{
    const char *name;
    Roles enough;
    Act act;
};

constexpr NoticeId notice = 1;
const QString other = QStringLiteral("鈴木");

NoticeId draftBy(TestOffice &office, const Session &by)
{
    return must(office.desk.draft(by, {NoticeTarget::wholeDay(1, QDate(2026, 11, 20))}, u"standard"_s));
}

NoticeThresholds thresholds(TestOffice &office)
{
    return {*office.files.main, office.facilities, office.staff.audit()};
}

HeldLetters heldLetters(TestOffice &office)
{
    return {*office.files.main, *office.files.vault, office.staff.audit(), office.clock};
}

QList<Row> facilityActs()
{
    const Roles facilities = Role::Facilities;
    return {
        {"facility.add", facilities,
         [](TestOffice &office, Session &by) {
             return plain(office.facilityDesk.add(by, TestOffice::details(u"二軒目"_s), false, u"ja"_s));
         }},
        {"facility.sendPoster", facilities,
         [](TestOffice &office, Session &by) {
             return office.facilityDesk.sendPoster(by, must(office.facilities.find(1)), u"ja"_s);
         }},
        {"facility.reissue", facilities,
         [](TestOffice &office, Session &by) { return plain(office.facilityDesk.reissue(by, 1, 0)); }},
        {"facility.setState", facilities,
         [](TestOffice &office, Session &by) {
             return office.facilityDesk.setState(by, 1, FacilityState::Suspended);
         }},
        {"facility.perform", facilities,
         [](TestOffice &office, Session &by) {
             FacilityAct act = FacilityAct::stateChange({1}, FacilityState::Retired);
             return plain(office.facilityDesk.perform(by, act, FacilityAct::Direction::Do));
         }},
        {"facility.checkImport", facilities,
         [](TestOffice &office, Session &by) { return plain(office.facilityDesk.checkImport(by, {})); }},
        {"facility.import", facilities,
         [](TestOffice &office, Session &by) { return plain(office.facilityDesk.import(by, {}, false)); }},
        {"facility.export", facilities,
         [](TestOffice &office, Session &by) { return office.facilityDesk.noteExport(by, 1); }},
    };
}

QList<Row> noticeActs()
{
    const Roles notices = Role::Notices;
    const Roles approval = Role::Approval;
    return {
        {"notice.draft", notices,
         [](TestOffice &office, Session &by) {
             return plain(office.desk.draft(by, {NoticeTarget::wholeDay(1, QDate(2026, 11, 20))}, u"standard"_s));
         }},
        {"notice.setTexts", notices,
         [](TestOffice &office, Session &by) {
             const bool drafts = by.has(Role::Notices); // only who drafted a notice changes its text
             return office.desk.wording().setTexts(by, drafts ? draftBy(office, by) : notice, {});
         }},
        {"notice.sendTest", notices | approval | Role::Administrator,
         [](TestOffice &office, Session &by) {
             return office.desk.wording().sendTest(by, u"test@example.jp"_s, {}, {});
         }},
        {"notice.submit", notices,
         [](TestOffice &office, Session &by) { return office.desk.submit(by, notice); }},
        {"notice.sendBack", approval,
         [](TestOffice &office, Session &by) { return office.desk.sendBack(by, notice, u"もう一度"_s); }},
        {"notice.approve", approval,
         [](TestOffice &office, Session &by) { return office.desk.approve(by, notice, true); }},
        {"notice.withhold", approval,
         [](TestOffice &office, Session &by) { return office.desk.withhold(by, notice, u"全員に連絡済み"_s); }},
        {"notice.send", notices, [](TestOffice &office, Session &by) { return office.desk.send(by, notice); }},
        {"notice.pause", notices, [](TestOffice &office, Session &by) { return office.desk.pause(by, notice); }},
        {"notice.resume", notices, [](TestOffice &office, Session &by) { return office.desk.resume(by, notice); }},
        {"notice.cancel", notices, [](TestOffice &office, Session &by) { return office.desk.cancel(by, notice); }},
        {"mail.release", notices,
         [](TestOffice &office, Session &by) { return plain(heldLetters(office).release(by)); }},
        {"mail.discard", notices,
         [](TestOffice &office, Session &by) { return plain(heldLetters(office).discard(by)); }},
        {"text.save", notices | Role::Administrator,
         [](TestOffice &office, Session &by) { return office.desk.wording().templates().save(by, {}); }},
        {"text.remove", notices | Role::Administrator,
         [](TestOffice &office, Session &by) { return office.desk.wording().templates().remove(by, u"x"_s); }},
        {"text.restore", notices | Role::Administrator,
         [](TestOffice &office, Session &by) { return office.desk.wording().templates().restoreStandard(by); }},
        {"threshold.set", approval | Role::Administrator,
         [](TestOffice &office, Session &by) { return thresholds(office).set(by, {.registrations = 5}); }},
        {"threshold.remove", approval | Role::Administrator,
         [](TestOffice &office, Session &by) { return thresholds(office).remove(by, {}); }},
    };
}

QList<Row> staffActs()
{
    const Roles administrator = Role::Administrator;
    const Roles holders = Role::Notices | Role::Approval;
    return {
        {"staff.states", administrator | holders,
         [](TestOffice &office, Session &by) { return plain(office.staff.states(by)); }},
        {"staff.add", administrator,
         [](TestOffice &office, Session &by) {
             return plain(office.staff.add(by, u"佐藤"_s, Role::Audit, secret("long-enough")));
         }},
        {"staff.setRoles", administrator,
         [](TestOffice &office, Session &by) { return office.staff.setRoles(by, other, Role::Audit); }},
        {"staff.disable", administrator,
         [](TestOffice &office, Session &by) { return office.staff.disable(by, other); }},
        {"staff.enable", administrator,
         [](TestOffice &office, Session &by) { return office.staff.enable(by, other); }},
        {"staff.endPause", administrator,
         [](TestOffice &office, Session &by) { return office.staff.endPause(by, other); }},
        {"staff.resetPassword", administrator,
         [](TestOffice &office, Session &by) {
             return office.staff.resetPassword(by, other, secret("long-enough"));
         }},
        {"staff.grantOfficeKey", holders,
         [](TestOffice &office, Session &by) { return office.staff.grantOfficeKey(by, other); }},
        // Needs the office key as well, which an administrator alone does not hold.
        {"staff.renewRecoveryCode", {},
         [](TestOffice &office, Session &by) { return office.staff.renewRecoveryCode(by, recoveryCode::generate()); }},
        {"audit.page", Role::Audit,
         [](TestOffice &office, Session &by) { return plain(office.staff.audit().page(by, {}, {}, 1)); }},
        {"audit.count", Role::Audit,
         [](TestOffice &office, Session &by) { return plain(office.staff.audit().count(by, {})); }},
    };
}

QList<Row> everyAct()
{
    return facilityActs() + noticeActs() + staffActs();
}

} // namespace

/// Every act of the window against every role: core refuses whoever has not the role, whatever the window offers
/// (REQUIREMENTS S7). A new act gets a row.
class tst_Roles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decideWhoMay_data();
    void decideWhoMay();
};

void tst_Roles::decideWhoMay_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<Roles>("enough");
    for (const Row &row : everyAct())
        QTest::newRow(row.name) << row.act << row.enough;
}

void tst_Roles::decideWhoMay()
{
    QFETCH(Act, act);
    QFETCH(Roles, enough);
    TestOffice office;
    office.addFacility();
    std::ignore = draftBy(office, *office.session);
    must(office.staff.add(*office.session, other, Role::Facilities, secret("long-enough")));
    QList<Roles> may{everyRole};
    QList<Roles> mayNot{Roles()};
    for (const Role role : {Role::Administrator, Role::Facilities, Role::Notices, Role::Approval, Role::Audit})
        (enough.testFlag(role) ? may : mayNot).append(role);

    for (const Roles roles : mayNot) {
        const std::unique_ptr<Session> by = office.logIn(u"以下 "_s + toText(roles), roles);
        const qint64 entries = office.number(u"SELECT count(*) FROM audit"_s);
        VERIFY_FAILS(act(office, *by), ErrorCode::Refused);
        QCOMPARE(office.number(u"SELECT count(*) FROM audit"_s), entries);
    }
    // Who has the role may be refused for another reason, such as a notice in another state: never for the role.
    for (const Roles roles : may) {
        const std::unique_ptr<Session> by = office.logIn(u"以上 "_s + toText(roles), roles);
        const Result<> done = act(office, *by);
        QVERIFY2(done || done.error().code != ErrorCode::Refused,
                 qPrintable(toText(roles) + u": "_s + QString::fromUtf8(errorText(done))));
    }
}

QTEST_GUILESS_MAIN(tst_Roles)
#include "tst_Roles.moc"
