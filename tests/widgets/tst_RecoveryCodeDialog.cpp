// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/posters/PosterSamples.h"
#include "tests/widgets/support/StaffWork.h"

#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The code of the sheet that is shown, as it is typed.
QString codeShown(const WindowTest &test)
{
    return test.textOf("recoveryCode").replace(u'\n', u' ').replace(u' ', u'-');
}

/// Whether the code of a sheet would bring an account back now.
bool isGood(TestSite &site, const QString &code)
{
    return site.office().staff.checkRecovery(TestSite::userName, code, secret(freshPassword)).has_value();
}

void makeValid(WindowTest &test)
{
    test.find<QCheckBox>("recoverySafe")->setChecked(true);
    test.click("recoveryMakeValid");
}

void askForRecovery(WindowTest &test)
{
    test.window->show();
    QTRY_VERIFY(test.find<QDialog>("logInDialog"));
    test.type("logInName", TestSite::userName);
    test.click("logInForgotten");
    QTRY_VERIFY(test.find<QDialog>("recoveryDialog"));
}

void typeRecovery(WindowTest &test, const QString &code)
{
    test.type("recoveryCode", code);
    test.type("passwordFresh", freshPassword);
    test.type("passwordAgain", freshPassword);
    test.click("storingStore");
}

} // namespace

/// The recovery sheet in the window: a new one is valid once it is kept, and the old one until then (DESIGN, Keys).
class tst_RecoveryCodeDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_new_recovery_sheet_is_shown_until_somebody_has_it()
    {
        StaffWork c;
        c.test.dialogs.printTo = c.site.path(u"sheet.pdf"_s);
        c.test.click("staffSheet");
        QTRY_VERIFY(c.test.find<QDialog>("recoveryCodeDialog"));
        const QString code = codeShown(c.test);
        QCOMPARE(code.count(u'-'), 7);
        QVERIFY(!c.test.find<QAbstractButton>("recoveryMakeValid")->isEnabled());
        c.test.click("recoveryPrint");
        QFile paper(c.test.dialogs.printTo);
        QVERIFY(paper.open(QIODevice::ReadOnly));
        QVERIFY(paper.size() > 1000);
        if (samples::hasTool(u"zbarimg"_s) && samples::hasTool(u"pdftoppm"_s))
            QCOMPARE(samples::decode(samples::pagePicture(paper.readAll(), 150)), QStringList(code));
        makeValid(c.test);
        QTRY_VERIFY2(c.said().contains(u"is valid now"_s), qPrintable(c.said()));
        QVERIFY2(c.said().contains(u"make a new backup, then destroy it"_s), qPrintable(c.said())); // it opens those of before
        QVERIFY(!c.test.find<QDialog>("recoveryCodeDialog"));
        c.passAPoll();
        QVERIFY(!c.test.window->isLocked());
        QVERIFY(isGood(c.site, code));
    }

    void the_old_recovery_sheet_is_good_until_the_new_one_is_kept_data()
    {
        using Leave = std::function<void(WindowTest &)>;
        QTest::addColumn<Leave>("leave");
        const auto row = [](const char *name, Leave leave) { QTest::newRow(name) << leave; };
        row("Escape", [](WindowTest &test) { QTest::keyClick(test.find<QDialog>("recoveryCodeDialog"), Qt::Key_Escape); });
        row("the lock", [](WindowTest &test) { test.window->lock(); });
        row("Ctrl+L", [](WindowTest &test) {
            QTest::keyClick(test.find<QDialog>("recoveryCodeDialog"), Qt::Key_L, Qt::ControlModifier);
        });
        row("the end of the window", [](WindowTest &test) { test.window.reset(); });
    }
    void the_old_recovery_sheet_is_good_until_the_new_one_is_kept()
    {
        using Leave = std::function<void(WindowTest &)>;
        QFETCH(Leave, leave);
        TestSite site;
        WindowTest test(site);
        test.logIn("staffPage");
        test.click("staffSheet");
        QTRY_VERIFY(test.find<QDialog>("recoveryCodeDialog"));
        leave(test);
        QVERIFY(!test.find<QDialog>("recoveryCodeDialog"));
        QVERIFY(isGood(site, site.recoveryCode()));
    }

    // Whoever has the new sheet keeps the old one until the window says which is valid.
    void a_lock_while_a_sheet_is_made_valid_leaves_one_of_the_two_good()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn("staffPage");
        test.click("staffSheet");
        QTRY_VERIFY(test.find<QDialog>("recoveryCodeDialog"));
        const QString next = codeShown(test);
        test.find<QCheckBox>("recoverySafe")->setChecked(true);
        QTimer::singleShot(0, test.window.get(), [&test] { test.window->lock(); });
        test.click("recoveryMakeValid");
        QTRY_VERIFY(test.window->isLocked());
        const bool isNext = isGood(site, next);
        const bool isOld = isGood(site, site.recoveryCode());
        QVERIFY(isNext != isOld);
        const QString said = test.textOf("logInReason");
        QVERIFY2(said.contains(isNext ? u"is valid now"_s : u"keep both sheets"_s), qPrintable(said));
    }

    void a_recovery_sheet_that_may_not_be_valid_is_told()
    {
        StaffWork c;
        c.test.click("staffSheet");
        QTRY_VERIFY(c.test.find<QDialog>("recoveryCodeDialog"));
        c.test.find<QCheckBox>("recoverySafe")->setChecked(true);
        c.site.run(u"CREATE TRIGGER broken BEFORE INSERT ON office_key BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        c.test.click("recoveryMakeValid");
        QTRY_VERIFY2(c.said().contains(u"keep both sheets"_s), qPrintable(c.said()));
    }

    void the_recovery_sheet_opens_an_account_at_the_log_in()
    {
        TestSite site;
        WindowTest test(site);
        askForRecovery(test);
        QCOMPARE(test.find<QLineEdit>("recoveryName")->text(), TestSite::userName);
        typeRecovery(test, u"0000-0000-0000-0000-0000-0000-0000-0000"_s);
        QTRY_VERIFY(!test.textOf("storingProblem").isEmpty());
        QVERIFY(!test.find<QDialog>("recoveryCodeDialog")); // nobody keeps a sheet for nothing
        test.type("recoveryCode", site.recoveryCode());
        test.click("storingStore");
        QTRY_VERIFY(test.find<QDialog>("recoveryCodeDialog"));
        const QString next = codeShown(test);
        QVERIFY(next != site.recoveryCode());
        makeValid(test);
        QTRY_VERIFY2(test.textOf("logInReason").contains(u"is valid now"_s), qPrintable(test.textOf("logInReason")));
        QVERIFY2(test.textOf("logInReason").contains(u"make a new backup"_s), qPrintable(test.textOf("logInReason")));
        QVERIFY(!isGood(site, site.recoveryCode()));
        QVERIFY(isGood(site, next));
        test.typeLogIn(freshPassword);
        QTRY_VERIFY(!test.window->isLocked());
    }

    // A power cut while the next sheet is shown leaves the way in that there was.
    void a_sheet_that_is_typed_at_the_log_in_is_good_until_the_next_one_is_kept_data()
    {
        using Leave = std::function<void(WindowTest &)>;
        QTest::addColumn<Leave>("leave");
        const auto row = [](const char *name, Leave leave) { QTest::newRow(name) << leave; };
        row("Escape", [](WindowTest &test) {
            QTest::keyClick(test.find<QDialog>("recoveryCodeDialog"), Qt::Key_Escape);
            QVERIFY2(test.textOf("logInReason").contains(u"Nothing was changed"_s), qPrintable(test.textOf("logInReason")));
        });
        row("the end of the window", [](WindowTest &test) { test.window.reset(); });
    }
    void a_sheet_that_is_typed_at_the_log_in_is_good_until_the_next_one_is_kept()
    {
        using Leave = std::function<void(WindowTest &)>;
        QFETCH(Leave, leave);
        TestSite site;
        WindowTest test(site);
        askForRecovery(test);
        typeRecovery(test, site.recoveryCode());
        QTRY_VERIFY(test.find<QDialog>("recoveryCodeDialog"));
        leave(test);
        QVERIFY(!test.find<QDialog>("recoveryCodeDialog"));
        QVERIFY(isGood(site, site.recoveryCode()));
        QVERIFY(site.logIn()->office()); // by the password of before
    }

    void a_recovery_that_fails_once_the_next_sheet_is_kept_is_told_at_the_log_in()
    {
        TestSite site;
        WindowTest test(site);
        askForRecovery(test);
        typeRecovery(test, site.recoveryCode());
        QTRY_VERIFY(test.find<QDialog>("recoveryCodeDialog"));
        site.run(u"CREATE TRIGGER broken BEFORE INSERT ON office_key BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        makeValid(test);
        QTRY_VERIFY2(test.textOf("logInProblem").contains(u"keep both sheets"_s), qPrintable(test.textOf("logInProblem")));
        QVERIFY(isGood(site, site.recoveryCode()));
    }
};

QTEST_MAIN(tst_RecoveryCodeDialog)
#include "tst_RecoveryCodeDialog.moc"
