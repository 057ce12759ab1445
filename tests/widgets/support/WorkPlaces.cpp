// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WorkPlaces.h"

#include "tests/support/Results.h"
#include "tests/widgets/support/FacilityRows.h"
#include "tests/widgets/support/Patience.h"
#include "tests/widgets/support/StaffWork.h"

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QPushButton>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

using Step = WorkStep;

/// The names that fillWorkPlaces() gives.
const QString placeName = u"ぬりかべ亭"_s;
const QString otherName = u"からかさ屋"_s;
const QString visitor = u"taro@example.jp"_s;
const QString body = u"手を洗い、熱を測ってください。"_s;

Step keys(QKeyCombination combination)
{
    return [combination](WindowTest &test) { test.key(combination); };
}

Step page(int digit)
{
    return keys(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_0 + digit)));
}

Step pressing(const char *button)
{
    return [button](WindowTest &test) { test.press(button); };
}

void nothing(WindowTest &) {}

/// Whether the page shows something, and no sentence about a failure.
bool shows(WindowTest &test, const char *label)
{
    const QString text = test.textOf(label);
    return !text.isEmpty() && text != u"–" && !test.find<QLabel>("messageBarText");
}

std::function<bool(WindowTest &)> stored(const QString &count)
{
    return [count](WindowTest &test) { return test.site.number(count) > 0; };
}

// The ways to the places.

void findFacility(WindowTest &test, const QString &name)
{
    page(2)(test);
    test.enter("facilitySearch", name);
    QTRY_COMPARE_WITH_TIMEOUT(test.find<QAbstractItemView>("facilityTable")->model()->rowCount(), 1, patience);
    test.key(Qt::Key_Down);
    QTRY_COMPARE(test.textOf("facilityName"), name);
}

void findColleague(WindowTest &test, const QString &name)
{
    page(6)(test);
    test.tabTo("staffTable");
    test.key(QKeyCombination(Qt::CTRL, Qt::Key_Home));
    for (int i = 0; i < 9 && test.textOf("accountDetailName") != name; ++i)
        test.key(Qt::Key_Down);
    QCOMPARE(test.textOf("accountDetailName"), name);
}

void chooseTarget(WindowTest &test)
{
    page(4)(test);
    test.key(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_N));
    test.enter("facilityPickerSearch", placeName);
    QTRY_COMPARE_WITH_TIMEOUT(test.find<QAbstractItemView>("facilityPickerList")->model()->rowCount(), 1, patience);
    QTRY_VERIFY(test.find<QPushButton>("targetAdd")->isEnabled());
    test.tabTo("targetDay");
    for (int i = 0; i < 3; ++i)
        test.key(Qt::Key_Down);
    test.press("targetAdd");
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("textUse") && test.find<QPushButton>("textUse")->isEnabled(), patience);
}

void draft(WindowTest &test)
{
    chooseTarget(test);
    test.press("textUse");
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("submit") && test.find<QPushButton>("submit")->isEnabled(), patience);
}

/// Alters the draft that is open as another program would, and waits until the step is seen.
void advance(WindowTest &test, const QString &state, const char *button)
{
    draft(test);
    const QString now = QString::number(TestSite::officeTime);
    test.site.runElsewhere(u"INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply) "
                           "SELECT max(id), 'message', 'waiting', %1, 0, '' FROM notice"_s.arg(now));
    test.site.runElsewhere(u"UPDATE notice SET state = '%1', approver = '鈴木', approved_at = %2, send_at = %2, started_at = %2"_s
                               .arg(state, now));
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>(button) && test.find<QPushButton>(button)->isEnabled(), patience);
}

std::function<bool(WindowTest &)> noticeIs(const QString &state)
{
    return stored(u"SELECT count(*) FROM notice WHERE state = '%1'"_s.arg(state));
}

Step savingAs(const QString &name)
{
    return [name](WindowTest &test) { test.dialogs.saveName = test.site.path(name); };
}

bool isSaved(WindowTest &test)
{
    return QFile::exists(*test.dialogs.saveName);
}

void writeText(WindowTest &test)
{
    test.tabTo("wordingBody_ja");
    test.key(QKeyCombination(Qt::CTRL, Qt::Key_A));
    WindowTest::compose(QApplication::focusWidget(), body);
}

void typeFacility(WindowTest &test)
{
    for (const auto &[field, text] : typedFields(TestSite::details(u"あたらしい店"_s)))
        test.enter(field, text);
}

void typePassword(WindowTest &test)
{
    test.enter("passwordFresh", freshPassword);
    test.enter("passwordAgain", freshPassword);
}

void putSheetAway(WindowTest &test)
{
    test.press("recoverySafe");
    test.press("recoveryMakeValid");
    QTRY_VERIFY(!test.find<QDialog>("recoveryCodeDialog"));
}

void openImport(WindowTest &test)
{
    QFile file(test.site.path(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kind,name,contact_name,contact_email,phone,postal_code,address\r\n"
               "store,三号店,佐藤 花子,sato@example.jp,011-204-5020,060-8588,札幌市中央区\r\n");
    file.close();
    test.dialogs.openName = file.fileName();
    test.choose("actionImport");
    test.press("importChoose");
    test.press("importNext");
    test.press("importNext");
    QTRY_VERIFY_WITH_TIMEOUT(!test.textOf("importSum").isEmpty(), patience);
}

void lock(WindowTest &test)
{
    test.key(QKeyCombination(Qt::CTRL, Qt::Key_L));
    QTRY_VERIFY(test.find<QWidget>("logInPassword"));
}

void typeRecovery(WindowTest &test)
{
    test.enter("recoveryName", u"佐藤"_s);
    test.enter("recoveryCode", test.site.recoveryCode());
    typePassword(test);
}

} // namespace

const QList<WorkPlace> &workPlaces()
{
    static const QList<WorkPlace> all{
        {u"dashboard"_s, page(1), nothing, keys(Qt::Key_F5),
         [](WindowTest &test) { return shows(test, "dashboardTodayFigure"); }},
        {u"facilities"_s, [](WindowTest &test) { findFacility(test, otherName); }, nothing, pressing("facilitySuspend"),
         stored(u"SELECT count(*) FROM facility WHERE state = 'suspended' AND name = '%1'"_s.arg(otherName))},
        {u"facilities as a file"_s,
         [](WindowTest &test) {
             page(2)(test);
             QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("facilityExport")->isEnabled(), patience); // there is a list
         },
         savingAs(u"facilities.csv"_s), pressing("facilityExport"), isSaved},
        {u"posters"_s, page(3), nothing, [](WindowTest &test) { test.enter("facilityPickerSearch", placeName); },
         [](WindowTest &test) { return test.find<QWidget>("posterView") != nullptr; }},
        {u"test mail of a notice"_s, chooseTarget,
         [](WindowTest &test) { test.enter("testAddress", u"me@example.jp"_s); }, pressing("testSend"),
         stored(u"SELECT count(*) FROM outbox WHERE kind LIKE '%test%'"_s)},
        {u"text of a draft"_s,
         [](WindowTest &test) {
             draft(test);
             test.press("textChange");
         },
         writeText, pressing("wordingSave"), stored(u"SELECT count(*) FROM notice WHERE texts LIKE '%%1%'"_s.arg(body))},
        {u"submitting a notice"_s, draft, nothing, pressing("submit"), noticeIs(u"waiting"_s)},
        {u"deciding not to notify"_s, draft,
         [](WindowTest &test) { test.dialogs.text = u"全員に連絡済み"_s; }, pressing("withhold"), noticeIs(u"withheld"_s)},
        {u"sending a notice"_s, [](WindowTest &test) { advance(test, u"approved"_s, "send"); }, nothing, pressing("send"),
         noticeIs(u"sending"_s)},
        {u"pausing a notice"_s, [](WindowTest &test) { advance(test, u"sending"_s, "sendingPause"); }, nothing,
         pressing("sendingPause"), noticeIs(u"paused"_s)},
        {u"cancelling a notice"_s, [](WindowTest &test) { advance(test, u"paused"_s, "sendingCancel"); }, nothing,
         pressing("sendingCancel"), noticeIs(u"cancelled"_s)},
        {u"report of a notice"_s, [](WindowTest &test) { advance(test, u"sending"_s, "sendingSave"); },
         savingAs(u"report.csv"_s), pressing("sendingSave"), isSaved},
        {u"texts for notices"_s, [](WindowTest &test) { test.choose("actionNoticeTexts"); }, writeText,
         pressing("templateSave"), stored(u"SELECT count(*) FROM notice_wording WHERE body LIKE '%%1%'"_s.arg(body))},
        {u"thresholds"_s,
         [](WindowTest &test) {
             page(4)(test);
             test.press("noticeThresholds");
         },
         [](WindowTest &test) {
             test.enter("thresholdInfected", u"4"_s);
             test.enter("thresholdRegistrations", u"7"_s);
         },
         pressing("thresholdSet"),
         stored(u"SELECT count(*) FROM notice_threshold WHERE infected = 4 AND registrations = 7"_s)},
        {u"mail queue"_s, page(5), nothing,
         [](WindowTest &test) {
             test.key(Qt::Key_F5);
             test.press("mailRelease");
         },
         [](WindowTest &test) { return !test.find<QWidget>("heldBox"); }},
        {u"staff"_s, [](WindowTest &test) { findColleague(test, u"鈴木"_s); }, nothing, pressing("accountDisable"),
         stored(u"SELECT count(*) FROM account WHERE state = 'disabled' AND name = '鈴木'"_s)},
        {u"new account"_s,
         [](WindowTest &test) {
             page(6)(test);
             test.press("staffNew");
         },
         [](WindowTest &test) {
             test.enter("accountName", u"高橋"_s);
             test.press("role_facilities");
             typePassword(test);
         },
         keys(Qt::Key_Return), stored(u"SELECT count(*) FROM account WHERE name = '高橋'"_s)},
        {u"roles"_s,
         [](WindowTest &test) {
             findColleague(test, u"佐藤"_s);
             test.press("accountRoles");
         },
         pressing("role_audit"), pressing("storingStore"),
         stored(u"SELECT count(*) FROM account WHERE name = '佐藤' AND roles LIKE '%audit%'"_s)},
        {u"a colleague's password"_s,
         [](WindowTest &test) {
             findColleague(test, u"佐藤"_s);
             test.press("accountPassword");
         },
         typePassword, keys(Qt::Key_Return),
         [](WindowTest &test) { return test.site.office().staff.logIn(u"佐藤"_s, secret(freshPassword)).has_value(); }},
        {u"recovery sheet"_s, page(6), nothing,
         [](WindowTest &test) {
             test.press("staffSheet");
             putSheetAway(test);
         },
         [](WindowTest &test) { return test.textOf("messageBarText").contains(u"is valid now"_s); }},
        {u"audit log"_s, page(7), nothing, keys(Qt::Key_F5), [](WindowTest &test) { return shows(test, "auditState"); }},
        {u"record as a file"_s, page(7), savingAs(u"record.csv"_s), pressing("auditSave"), isSaved},
        {u"settings"_s, page(8), [](WindowTest &test) { test.enter("setting_organisation.name", u"青森県"_s); },
         pressing("settingsSave"), stored(u"SELECT count(*) FROM setting WHERE value = '青森県'"_s)},
        {u"new facility"_s, keys(QKeyCombination(Qt::CTRL, Qt::Key_N)), typeFacility, keys(Qt::Key_Return),
         stored(u"SELECT count(*) FROM facility WHERE name = 'あたらしい店'"_s)},
        {u"correction of a facility"_s,
         [](WindowTest &test) {
             findFacility(test, placeName);
             test.press("facilityEdit");
         },
         [](WindowTest &test) { test.enter("field_phone", u"011-222-3333"_s); }, keys(Qt::Key_Return),
         stored(u"SELECT count(*) FROM facility WHERE phone = '011-222-3333'"_s)},
        {u"import"_s, openImport, nothing, pressing("importNext"),
         stored(u"SELECT count(*) FROM facility WHERE name = '三号店'"_s)},
        {u"search from anywhere"_s, keys(QKeyCombination(Qt::CTRL, Qt::Key_K)), nothing,
         [](WindowTest &test) { test.enter("quickSearch", placeName); },
         [](WindowTest &test) {
             const auto *list = test.find<QAbstractItemView>("quickSearchList");
             return list && list->model()->index(0, 0).data().toString().startsWith(placeName);
         }},
        {u"erasing a visitor"_s, [](WindowTest &test) { test.choose("actionErasePerson"); },
         [](WindowTest &test) { test.enter("erasePersonAddress", visitor); }, pressing("erasePersonErase"),
         [](WindowTest &test) { return test.textOf("erasePersonOutcome").startsWith(u"Erased: 1"_s); }},
        {u"backup"_s, [](WindowTest &test) { test.choose("actionBackUp"); },
         [](WindowTest &test) {
             test.enter("backupFile", test.site.path(u"a.backup"_s));
             test.enter("backupKeys", test.site.path(u"a.keys"_s));
         },
         pressing("backupStart"), [](WindowTest &test) { return test.textOf("backupOutcome").contains(u"read back"_s); }, {},
         true},
        // A password that did not do is gone from its field.
        {u"log-in"_s, lock, nothing,
         [](WindowTest &test) {
             test.enter("logInPassword", TestSite::password);
             test.key(Qt::Key_Return);
         },
         [](WindowTest &test) { return !test.window->isLocked(); }},
        {u"log-in by the recovery sheet"_s,
         [](WindowTest &test) {
             lock(test);
             test.press("logInForgotten");
         },
         typeRecovery, keys(Qt::Key_Return),
         [](WindowTest &test) { return test.find<QDialog>("recoveryCodeDialog") != nullptr; }, putSheetAway},
        {u"own password"_s, [](WindowTest &test) { test.choose("actionChangePassword"); },
         [](WindowTest &test) {
             test.enter("passwordOld", TestSite::password);
             typePassword(test);
         },
         keys(Qt::Key_Return),
         [](WindowTest &test) {
             return test.site.office().staff.logIn(TestSite::userName, secret(freshPassword)).has_value();
         }},
    };
    return all;
}

void fillWorkPlaces(TestSite &site)
{
    site.visit(site.addFacility(placeName), {visitor, u"hanako@example.jp"_s});
    site.addFacility(otherName);
    site.run(u"UPDATE outbox SET state = 'failed', reply = 'restored'"_s);
    site.addAccount(u"鈴木"_s, Role::Approval | Role::Audit);
    site.addAccount(u"佐藤"_s, Role::Facilities);
}

} // namespace shirase
