// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"
#include "widgets/backup/BackupDialog.h"
#include "widgets/common/DocumentsFolder.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The window with the dialog open. Its own event loop does not run: nothing waits for it.
struct Case
{
    Case()
        : test(site)
    {
        test.logIn();
        session = site.logIn();
    }
    BackupDialog &open()
    {
        dialog = std::make_unique<BackupDialog>(
            PageContext{site.office(), worker, worker, worker, test.dialogs}, session, test.window.get());
        dialog->show();
        return *dialog;
    }
    void fill(const QString &file, const QString &keys) const
    {
        test.find<QLineEdit>("backupFile")->setText(site.path(file));
        test.find<QLineEdit>("backupKeys")->setText(site.path(keys));
    }

    TestSite site;
    WindowTest test;
    Worker worker{[this] { return site.openOffice(); }};
    SharedSession session;
    std::unique_ptr<BackupDialog> dialog;
};

} // namespace

class tst_BackupDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suggests_a_folder_that_there_is()
    {
        const QTemporaryDir home;
        const QByteArray before = qgetenv("HOME");
        const auto back = qScopeGuard([&] { qputenv("HOME", before); });
        qputenv("HOME", home.path().toUtf8());
        QCOMPARE(documentsFolder(), home.path());
        QVERIFY(
            QDir(home.path())
                .mkdir(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).dirName()));
        QCOMPARE(documentsFolder(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    }

    void the_keyboard_reaches_both_files()
    {
        Case c;
        QWidget &dialog = c.open();
        dialog.activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &dialog);
        for (const auto &[letter, field] : {std::pair('k', "backupKeys"), std::pair('f', "backupFile")}) {
            QTest::keyClick(&dialog, letter, Qt::AltModifier);
            QVERIFY(c.test.find<QLineEdit>(field)->hasFocus());
        }
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab); // past the button
        QVERIFY(c.test.find<QLineEdit>("backupKeys")->hasFocus());
    }

    void makes_a_backup_and_shows_that_it_is_the_last()
    {
        Case c;
        c.open();
        QVERIFY(c.test.textOf("backupState").contains(u"No backup"_s));
        c.fill(u"a.backup"_s, u"a.keys"_s);
        c.test.click("backupStart");
        QTRY_VERIFY(c.test.textOf("backupOutcome").contains(u"read back"_s));
        QVERIFY(QFile::exists(c.site.path(u"a.backup"_s)));
        QVERIFY(QFile::exists(c.site.path(u"a.keys"_s)));
        QVERIFY(c.test.textOf("backupState").contains(u"a.backup"_s));
        QCOMPARE(c.site.number(u"SELECT count(*) FROM audit WHERE action = 'backup.make'"_s), 1);
        // The next one has another name beside it.
        QVERIFY(c.test.find<QLineEdit>("backupFile")->text().startsWith(c.site.path(u"shirase-20261124-"_s)));
    }

    void shows_a_backup_that_somebody_else_has_made()
    {
        Case c;
        c.open();
        c.fill(u"mine.backup"_s, u"a.keys"_s);
        c.site.run(u"INSERT INTO backup_report (at, file, bytes, digest, office_key_id, newest_audit, milliseconds) "
                   "VALUES (1, 'theirs.backup', 1, %1, 1, 1, 1)"_s.arg(TestDatabase::zeros(32)));
        c.dialog->catchUp({Subject::Backups});
        QVERIFY(c.test.textOf("backupState").contains(u"theirs.backup"_s));
        QCOMPARE(c.test.find<QLineEdit>("backupFile")->text(), c.site.path(u"mine.backup"_s)); // what is typed stays
    }

    void says_why_it_cannot_and_keeps_what_was_typed()
    {
        Case c;
        c.open();
        c.fill(u"none/a.backup"_s, u"a.keys"_s);
        c.test.click("backupStart");
        QTRY_COMPARE(c.test.dialogs.errors.size(), 1);
        QVERIFY(c.test.dialogs.errors.first().message.contains(u"a.backup"_s));
        QTRY_VERIFY(c.test.find<QAbstractButton>("backupStart")->isEnabled());
        QCOMPARE(c.test.find<QLineEdit>("backupFile")->text(), c.site.path(u"none/a.backup"_s));
    }

    // REQUIREMENTS S7: whatever is open, and whatever it does.
    void goes_when_the_window_locks_while_a_backup_is_made()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        bool stays = true;
        QTimer::singleShot(0, test.window.get(), [&] {
            test.find<QLineEdit>("backupFile")->setText(site.path(u"a.backup"_s));
            test.find<QLineEdit>("backupKeys")->setText(site.path(u"a.keys"_s));
            test.click("backupStart");
            test.window->lock();
            const QPointer dialog = test.find<QDialog>("backupDialog");
            stays = dialog;
            if (dialog)
                dialog->done(QDialog::Rejected);
        });
        test.window->findChild<QAction *>(u"actionBackUp"_s)->trigger();
        QVERIFY(!stays);
        QVERIFY(test.window->isLocked());
    }

    void keeps_no_share_of_the_session_once_it_is_closed()
    {
        Case c;
        c.open();
        c.fill(u"a.backup"_s, u"a.keys"_s);
        c.test.click("backupStart");
        c.dialog->reject();
        QVERIFY(!c.dialog->isVisible());
        c.worker.cancelAll();
        QCOMPARE(c.session.use_count(), 1);
    }

    void the_button_cancels_a_backup_and_stays()
    {
        Case c;
        c.open();
        c.fill(u"a.backup"_s, u"a.keys"_s);
        c.test.click("backupStart");
        c.test.click("backupClose");
        QVERIFY(c.dialog->isVisible());
        QTRY_VERIFY(c.test.find<QAbstractButton>("backupStart")->isEnabled());
        QCOMPARE(c.test.find<QLineEdit>("backupFile")->text(), c.site.path(u"a.backup"_s));
        c.test.click("backupClose");
        QVERIFY(!c.dialog->isVisible());
    }

    void a_long_sentence_about_what_went_wrong_is_read_whole()
    {
        Case c;
        c.open();
        c.fill(u"a/folder/that/nobody/has/made/and/whose/name/is/so/long/that/the/sentence/about/it/takes/three/lines/a.backup"_s,
               u"a.keys"_s);
        c.test.click("backupStart");
        QTRY_COMPARE(c.test.dialogs.errors.size(), 1);
        const auto *outcome = c.test.find<QLabel>("backupOutcome");
        QVERIFY(outcome->heightForWidth(outcome->width()) > 2 * outcome->fontMetrics().lineSpacing());
        QTRY_VERIFY2(outcome->height() >= outcome->heightForWidth(outcome->width()), qPrintable(outcome->text()));
    }

    void warns_when_the_last_one_is_old()
    {
        Case c;
        c.open();
        c.fill(u"a.backup"_s, u"a.keys"_s);
        c.test.click("backupStart");
        QTRY_VERIFY(c.test.textOf("backupOutcome").contains(u"read back"_s));
        c.dialog.reset();
        c.site.clock().set(TestSite::officeTime + 3 * 24 * 3600);
        c.open();
        QVERIFY(c.test.textOf("backupState").contains(u"long ago"_s));
    }

    void is_for_administrators_only()
    {
        TestSite site;
        site.run(u"UPDATE account SET roles = 'facilities notices approval audit'"_s);
        WindowTest test(site);
        test.logIn();
        QVERIFY(!test.window->findChild<QAction *>(u"actionBackUp"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_BackupDialog)
#include "tst_BackupDialog.moc"
