// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Passwords.h"
#include "tests/widgets/support/StaffWork.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;
using namespace shirase;

/// REQUIREMENTS S7: the accounts, in the real window.
class tst_StaffPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shows_every_account_with_roles_state_and_last_log_in()
    {
        TestSite site;
        site.addAccount(u"一"_s, Role::Facilities);
        site.addAccount(u"二"_s, Role::Approval);
        site.run(u"UPDATE account SET state = 'disabled' WHERE name = '一'"_s);
        site.run(u"DELETE FROM office_key_grant WHERE account_id = (SELECT id FROM account WHERE name = '二')"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("staffPage");
        const QAbstractItemModel *model = test.find<QTableView>("staffTable")->model();
        QCOMPARE(model->rowCount(), 3);
        const auto row = [model](int number) {
            QStringList texts;
            for (int column = 0; column < model->columnCount(); ++column)
                texts << model->index(number, column).data().toString();
            return texts;
        };
        QCOMPARE(row(0), (QStringList{u"一"_s, u"facilities"_s, u"Disabled"_s, u"Never"_s}));
        QCOMPARE(row(1), (QStringList{u"二"_s, u"approval"_s, u"Waits for the office key"_s, u"Never"_s}));
        QCOMPARE(row(2), (QStringList{TestSite::userName, u"administrator, facilities, notices, approval, audit"_s,
                                      u"In use"_s, u"24 Nov 2026 10:00"_s}));
    }

    void an_account_is_added_by_keyboard_alone()
    {
        StaffWork c;
        QTest::keyClick(c.test.window.get(), Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(c.test.find<QDialog>("accountDialog"));
        auto *dialog = c.test.find<QDialog>("accountDialog");
        const auto tab = [dialog] { QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab); };
        QVERIFY(c.test.textOf("passwordRule").contains(QString::number(Passwords::minimumLength))); // before it is refused
        QCOMPARE(dialog->focusWidget()->objectName(), u"accountName"_s);
        WindowTest::compose(dialog->focusWidget(), u"佐藤"_s);
        tab();
        QCOMPARE(dialog->focusWidget()->objectName(), u"role_administrator"_s);
        tab();
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Space); // facilities
        for (int i = 0; i < 4; ++i)
            tab();
        QCOMPARE(dialog->focusWidget()->objectName(), u"passwordFresh"_s);
        WindowTest::compose(dialog->focusWidget(), freshPassword);
        tab();
        WindowTest::compose(dialog->focusWidget(), freshPassword);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!c.test.find<QDialog>("accountDialog"));
        QCOMPARE(c.table()->model()->rowCount(), 3);
        QVERIFY2(c.said().contains(u"佐藤"_s), qPrintable(c.said()));
        QCOMPARE(c.account(u"佐藤"_s).roles, Roles(Role::Facilities));
        QVERIFY(c.site.office().staff.logIn(u"佐藤"_s, secret(freshPassword)));
    }

    void what_is_wrong_is_said_in_the_dialog_and_nothing_typed_is_lost_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("again");
        QTest::addColumn<QString>("said");
        QTest::newRow("no name") << QString() << freshPassword << freshPassword << u"name"_s;
        QTest::newRow("short") << u"佐藤"_s << u"short"_s << u"short"_s << u"at least 10"_s;
        QTest::newRow("differs") << u"佐藤"_s << freshPassword << u"雪国のあたらしい合い言葉"_s << u"differ"_s;
        QTest::newRow("taken") << clerk << freshPassword << freshPassword << u"already"_s;
        QTest::newRow("the system's") << u"ＳＹＳＴＥＭ"_s << freshPassword << freshPassword << u"another name"_s;
    }
    void what_is_wrong_is_said_in_the_dialog_and_nothing_typed_is_lost()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(QString, again);
        QFETCH(QString, said);
        StaffWork c;
        c.test.click("staffNew");
        QTRY_VERIFY(c.test.find<QDialog>("accountDialog"));
        c.test.type("accountName", name);
        c.test.type("passwordFresh", password);
        c.test.type("passwordAgain", again);
        c.test.click("storingStore");
        QTRY_VERIFY(c.test.textOf("storingProblem").contains(said));
        QCOMPARE(c.test.find<QLineEdit>("accountName")->text(), name);
        QCOMPARE(c.test.find<QLineEdit>("passwordFresh")->text(), password);
        QCOMPARE(c.site.office().staff.list()->size(), 2);
    }

    void what_was_typed_is_not_thrown_away_without_a_question()
    {
        StaffWork c;
        c.test.click("staffNew");
        QTRY_VERIFY(c.test.find<QDialog>("accountDialog"));
        c.test.type("accountName", u"佐藤"_s);
        c.test.dialogs.agrees = false;
        QTest::keyClick(c.test.find<QDialog>("accountDialog"), Qt::Key_Escape);
        QVERIFY(c.test.find<QDialog>("accountDialog"));
        c.test.dialogs.agrees = true;
        QTest::keyClick(c.test.find<QDialog>("accountDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!c.test.find<QDialog>("accountDialog"));
    }

    void roles_are_changed_and_the_office_key_follows()
    {
        StaffWork c;
        QVERIFY(c.account(clerk).hasOfficeKey);
        c.test.click("accountRoles");
        QTRY_VERIFY(c.test.find<QDialog>("rolesDialog"));
        QVERIFY(c.test.find<QCheckBox>("role_notices")->isChecked());
        c.test.find<QCheckBox>("role_notices")->setChecked(false);
        c.test.find<QCheckBox>("role_facilities")->setChecked(true);
        c.test.click("storingStore");
        QTRY_VERIFY(!c.test.find<QDialog>("rolesDialog"));
        QCOMPARE(c.account(clerk).roles, Roles(Role::Facilities));
        QVERIFY(!c.account(clerk).hasOfficeKey);
        QCOMPARE(c.text(clerk, 1), u"facilities"_s);
        // The office key was changed with it: the window goes on with the new one.
        c.passAPoll();
        QVERIFY(!c.test.window->isLocked());
    }

    // REQUIREMENTS W2
    void roles_that_somebody_else_has_changed_are_not_overwritten_unseen()
    {
        StaffWork c(Role::Facilities);
        c.test.click("accountRoles");
        QTRY_VERIFY(c.test.find<QDialog>("rolesDialog"));
        c.test.find<QCheckBox>("role_audit")->setChecked(true);
        c.site.run(u"UPDATE account SET roles = 'administrator facilities' WHERE name = '%1'"_s.arg(clerk));
        c.test.click("storingStore");
        QTRY_VERIFY2(c.test.textOf("storingProblem").contains(u"Somebody else"_s), qPrintable(c.test.textOf("storingProblem")));
        QCOMPARE(c.account(clerk).roles, Role::Administrator | Role::Facilities);
        QVERIFY(c.test.find<QCheckBox>("role_audit")->isChecked());
    }

    void the_last_administrator_stays()
    {
        StaffWork c;
        c.select(TestSite::userName);
        c.test.click("accountDisable");
        QCOMPARE(c.test.dialogs.questions.size(), 1);
        QVERIFY(c.test.dialogs.questions.first().grave);
        QTRY_VERIFY(c.said().contains(u"last administrator"_s));
        QVERIFY(!c.account(TestSite::userName).disabled);
    }

    void a_colleague_who_leaves_is_disabled_and_comes_back()
    {
        StaffWork c;
        c.test.dialogs.agrees = false;
        c.test.click("accountDisable");
        QVERIFY(!c.account(clerk).disabled);
        c.test.dialogs.agrees = true;
        c.test.click("accountDisable");
        QTRY_COMPARE(c.text(clerk, 2), u"Disabled"_s);
        QVERIFY(!c.site.office().staff.logIn(clerk, secret(TestSite::password)));
        c.passAPoll();
        QVERIFY(!c.test.window->isLocked());
        c.select(clerk);
        c.test.click("accountEnable");
        QTRY_COMPARE(c.text(clerk, 2), u"In use"_s);
        const auto session = c.site.office().staff.logIn(clerk, secret(TestSite::password));
        QVERIFY(session);
        QVERIFY((*session)->office()); // by the key that the window's session holds now
    }

    void the_office_key_is_granted_after_a_question()
    {
        StaffWork c;
        c.site.run(u"DELETE FROM office_key_grant WHERE account_id = 2"_s);
        QTest::keyClick(c.test.window.get(), Qt::Key_F5);
        QCOMPARE(c.text(clerk, 2), u"Waits for the office key"_s);
        c.test.click("accountGrant");
        QTRY_COMPARE(c.text(clerk, 2), u"In use"_s);
        QCOMPARE(c.test.dialogs.questions.size(), 1);
        QVERIFY(c.account(clerk).hasOfficeKey);
        QVERIFY(!c.test.find<QAbstractButton>("accountGrant"));
    }

    void a_forgotten_password_is_replaced()
    {
        StaffWork c;
        c.test.click("accountPassword");
        QTRY_VERIFY(c.test.find<QDialog>("passwordDialog"));
        QVERIFY(!c.test.find<QLineEdit>("passwordOld"));
        c.test.type("passwordFresh", freshPassword);
        c.test.type("passwordAgain", freshPassword);
        c.test.click("storingStore");
        QTRY_VERIFY(!c.test.find<QDialog>("passwordDialog"));
        QVERIFY(c.site.office().staff.logIn(clerk, secret(freshPassword)));
        c.select(TestSite::userName);
        QVERIFY(!c.test.find<QAbstractButton>("accountPassword")); // one's own takes the old one
    }

    void ones_own_password_takes_the_old_one()
    {
        StaffWork c;
        c.test.window->findChild<QAction *>(u"actionChangePassword"_s)->trigger();
        QTRY_VERIFY(c.test.find<QDialog>("passwordDialog"));
        c.test.type("passwordOld", u"これは違います"_s);
        c.test.type("passwordFresh", freshPassword);
        c.test.type("passwordAgain", freshPassword);
        c.test.click("storingStore");
        QTRY_VERIFY(c.test.textOf("storingProblem").contains(u"wrong"_s));
        c.test.type("passwordOld", TestSite::password);
        c.test.click("storingStore");
        QTRY_VERIFY(!c.test.find<QDialog>("passwordDialog"));
        QVERIFY(c.site.office().staff.logIn(TestSite::userName, secret(freshPassword)));
        c.passAPoll();
        QVERIFY(!c.test.window->isLocked());
    }

    void a_pause_after_wrong_passwords_is_shown_and_ended()
    {
        StaffWork c;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!c.site.office().staff.logIn(clerk, secret(u"これは違います"_s)));
        QVERIFY(!c.test.find<QAbstractButton>("accountUnlock"));
        QTest::keyClick(c.test.window.get(), Qt::Key_F5);
        QVERIFY2(c.text(clerk, 2).startsWith(u"Pause until 10:00"_s), qPrintable(c.text(clerk, 2)));
        c.test.click("accountUnlock");
        QTRY_COMPARE(c.text(clerk, 2), u"In use"_s);
        QVERIFY(c.site.office().staff.logIn(clerk, secret(TestSite::password)));
    }

    void who_holds_the_key_without_being_administrator_grants_it_and_nothing_else()
    {
        TestSite site;
        site.addAccount(clerk, Role::Approval);
        site.addAccount(u"佐藤"_s, Role::Notices);
        site.run(u"DELETE FROM office_key_grant WHERE account_id = 3"_s);
        WindowTest test(site);
        test.window->show();
        test.typeLogIn(TestSite::password, clerk);
        QTRY_VERIFY(!test.window->isLocked());
        QTRY_VERIFY(!test.find<QDialog>("logInDialog"));
        test.goTo("staffPage");
        QVERIFY(!test.find<QAbstractButton>("staffNew")->isEnabled());
        QVERIFY(!test.find<QAbstractButton>("staffSheet")->isEnabled());
        test.find<QTableView>("staffTable")->selectRow(0);
        for (const char *button : {"accountRoles", "accountPassword", "accountDisable", "accountEnable", "accountUnlock"})
            QVERIFY2(!test.find<QAbstractButton>(button), button);
        test.click("accountGrant");
        QTRY_VERIFY(!test.find<QAbstractButton>("accountGrant"));
        QCOMPARE(site.number(u"SELECT count(*) FROM office_key_grant WHERE account_id = 3"_s), 1);
    }

    void others_do_not_see_the_page_and_change_their_own_password_all_the_same()
    {
        TestSite site;
        site.addAccount(clerk, Role::Facilities);
        WindowTest test(site);
        test.window->show();
        test.typeLogIn(TestSite::password, clerk);
        QTRY_VERIFY(!test.window->isLocked());
        QVERIFY(test.entryOf("staffPage")->isHidden());
        test.window->findChild<QAction *>(u"actionChangePassword"_s)->trigger();
        QTRY_VERIFY(test.find<QLineEdit>("passwordOld"));
    }

    void a_database_that_fails_is_said_and_can_be_tried_again()
    {
        StaffWork c;
        c.site.run(u"ALTER TABLE login_try RENAME TO away"_s);
        QTest::keyClick(c.test.window.get(), Qt::Key_F5);
        QVERIFY(!c.said().isEmpty());
        c.site.run(u"ALTER TABLE away RENAME TO login_try"_s);
        QTest::keyClick(c.test.window.get(), Qt::Key_F5);
        QVERIFY(!c.test.find<QLabel>("messageBarText"));
        c.site.run(u"CREATE TRIGGER broken BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        c.test.click("accountDisable");
        QTRY_VERIFY(!c.said().isEmpty());
        QVERIFY(!c.account(clerk).disabled);
    }

    void the_menus_offer_what_the_buttons_do()
    {
        StaffWork c;
        QMenu *acts = nullptr;
        for (QAction *action : c.test.window->menuBar()->actions()) {
            if (action->text() == u"&Actions"_s)
                acts = action->menu();
        }
        QVERIFY(acts);
        acts->popup(QPoint(0, 0));
        QStringList texts;
        for (const QAction *action : acts->actions())
            texts << action->text();
        QVERIFY2(texts.contains(u"&New account…"_s), qPrintable(texts.join(u", "_s)));
        QVERIFY2(texts.contains(u"&Roles…"_s), qPrintable(texts.join(u", "_s)));
        for (QAction *action : acts->actions()) {
            if (action->text() == u"&Roles…"_s)
                action->trigger();
        }
        acts->close();
        QTRY_VERIFY(c.test.find<QDialog>("rolesDialog"));
        c.test.find<QDialog>("rolesDialog")->reject();

        Q_EMIT c.table()->customContextMenuRequested(c.table()->visualRect(c.table()->model()->index(0, 0)).center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(!menu->actions().isEmpty());
        menu->close();
    }

    void locking_wipes_it()
    {
        StaffWork c;
        auto *table = c.table();
        c.test.click("accountRoles");
        QTRY_VERIFY(c.test.find<QDialog>("rolesDialog"));
        c.test.window->lock();
        QVERIFY(!c.test.find<QDialog>("rolesDialog"));
        QCOMPARE(table->model()->rowCount(), 0);
    }
};

QTEST_MAIN(tst_StaffPage)
#include "tst_StaffPage.moc"
