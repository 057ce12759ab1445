// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Connection.h"
#include "tests/app/desktop/FirstDay.h"
#include "tests/core/mail/SmtpPeer.h"
#include "tests/support/FullDisk.h"
#include "widgets/staff/RecoverySheet.h"

#include <QProcess>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// What a scanner reads from a PDF's only page.
QString scanned(const QString &pdf)
{
    const QString picture = pdf + u".page"_s;
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, pdf, picture});
    QProcess scanner;
    scanner.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, picture + u".png"_s});
    scanner.waitForFinished();
    return QString::fromUtf8(scanner.readAllStandardOutput()).trimmed();
}

QString freeAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return u"127.0.0.1:%1"_s.arg(server.serverPort());
}

} // namespace

class tst_SetUpWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // REQUIREMENTS S9, S10
    void the_keyboard_alone_sets_everything_up()
    {
        if (const QString missing = SmtpPeer::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        SmtpPeer relay;
        FirstDay day;
        const QString listen = freeAddress();
        QCOMPARE(day.page(), u"setUpWelcome"_s);
        day.next();
        QCOMPARE(day.page(), u"setUpOrganisation"_s);
        day.type('o', u"青森県"_s);
        day.type('i', u"麻しん"_s);
        day.next();
        QCOMPARE(day.page(), u"setUpAccount"_s);
        day.type('n', u"山田"_s);
        day.type('p', FirstDay::password);
        day.type('a', FirstDay::password);
        day.next();

        QCOMPARE(day.page(), u"setUpRecovery"_s);
        QVERIFY2(day.wizard.currentPage()->title().startsWith(u"Step 4 of 7"_s), qPrintable(day.wizard.currentPage()->title()));
        const QString code = day.textOf("recoveryCode").replace(u'\n', u' ').replace(u' ', u'-');
        day.dialogs.saveName = day.place.filePath(u"sheet.pdf"_s);
        day.alt('s');
        QVERIFY2(day.textOf("recoveryFinding").contains(u"sheet.pdf"_s), qPrintable(day.textOf("recoveryFinding")));
        QCOMPARE(scanned(*day.dialogs.saveName), code);
        QVERIFY(!(QFile::permissions(*day.dialogs.saveName) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!day.offers(QWizard::NextButton));
        day.alt('t');
        auto *typed = day.find<QLineEdit>("recoveryTyped");
        QCOMPARE(day.wizard.focusWidget(), typed);
        const int asked = typed->accessibleName().section(u' ', 1, 1).toInt();
        QTest::keyClicks(typed, RecoverySheet::groups(code)[asked - 1].toLower());
        day.next();

        QCOMPARE(day.page(), u"setUpAddress"_s);
        day.type('l', listen);
        day.type('p', u"https://shirase.example.jp/"_s);
        day.alt('o');
        QTRY_VERIFY(day.textOf("checkListeningFinding").contains(u"is free"_s));
        day.next();

        QCOMPARE(day.page(), u"setUpMail"_s);
        day.alt('g');
        QTest::keyClick(day.wizard.focusWidget(), Qt::Key_Down);
        day.type('r', QString::fromStdString(relay.url()));
        day.type('n', u"notice@shirase.example.jp"_s);
        day.type('l', u"clerk@example.jp"_s);
        day.alt('t');
        QTRY_VERIFY2(day.textOf("testMailFinding").contains(u"has taken the mail"_s), qPrintable(day.textOf("testMailFinding")));
        QCOMPARE(relay.recipients().size(), 1);
        QTRY_VERIFY(!day.find<QLabel>("testMailFinding")->visibleRegion().isEmpty());
        day.next();

        QCOMPARE(day.page(), u"setUpSummary"_s);
        for (const auto &fact : {u"青森県"_s, u"麻しん"_s, u"山田"_s, u"https://shirase.example.jp"_s})
            QVERIFY2(day.textOf("setUpSummary").contains(fact), qPrintable(day.textOf("setUpSummary")));
        QVERIFY(!QFile::exists(day.folder.path()));
        day.alt('u');
        QTRY_COMPARE(day.page(), u"setUpPoster"_s);
        QTRY_VERIFY(day.find<QAbstractButton>("testPosterSave")->isEnabled());
        QVERIFY(!day.shows("testPosterUnreached"));
        day.dialogs.saveName = day.place.filePath(u"poster.pdf"_s);
        day.alt('s');
        QVERIFY(scanned(*day.dialogs.saveName).startsWith(u"https://shirase.example.jp/f/"_s));
        day.alt('o');
        QTRY_VERIFY(!day.wizard.isVisible());
        QCOMPARE(day.wizard.result(), int(QDialog::Accepted));

        const auto connection = must(Connection::open(day.folder, day.clock));
        QCOMPARE(connection->settings.value(u"organisation.disease"_s), u"麻しん"_s);
        QCOMPARE(connection->settings.value(u"web.listen"_s), listen);
        QCOMPARE(connection->settings.value(u"mail.transport"_s), u"smtp"_s);
        QCOMPARE(connection->settings.value(u"mail.from"_s), u"notice@shirase.example.jp"_s);
        const SecretBytes secret{QByteArrayView(FirstDay::password.toUtf8())};
        QCOMPARE(must(connection->staff.logIn(u"山田"_s, secret))->account().roles, everyRole);
        const SecretBytes fresh{QByteArrayView("another password")};
        must(connection->staff.checkRecovery(u"山田"_s, code, fresh));
    }

    void says_that_no_phone_reaches_this_computers_own_address()
    {
        FirstDay day;
        day.goTo("setUpPoster");
        QTRY_VERIFY(day.find<QAbstractButton>("testPosterSave")->isEnabled());
        QVERIFY2(day.textOf("testPosterUnreached").contains(u"127.0.0.1"_s), qPrintable(day.textOf("testPosterUnreached")));
    }

    void refuses_at_the_field_what_will_not_do_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *step, const char *field, const QString &typed, const QString &sentence) {
            QTest::addRow("%s: %s", field, qPrintable(typed)) << QByteArray(step) << QByteArray(field) << typed << sentence;
        };
        row("setUpOrganisation", "setting_organisation.name", {}, u"Please give a value."_s);
        row("setUpOrganisation", "setting_organisation.centre_phone", {}, u"Please give a value."_s);
        row("setUpAccount", "accountName", u"  "_s, u"your name"_s);
        row("setUpAccount", "accountPassword", u"short"_s, u"at least 10"_s);
        row("setUpAccount", "accountPasswordAgain", u"another one"_s, u"differ"_s);
        row("setUpAddress", "setting_web.listen", u"localhost:8080"_s, u"IP address"_s);
        row("setUpAddress", "setting_web.public_url", u"shirase.example.jp"_s, u"https://"_s);
        row("setUpAddress", "setting_web.allowed_hosts", u"https://x.jp"_s, u"no name"_s);
        row("setUpMail", "setting_mail.from", u"nobody"_s, u"mail address"_s);
        row("setUpMail", "setting_mail.reply_to", u"a b@example.jp"_s, u"mail address"_s);
    }
    void refuses_at_the_field_what_will_not_do()
    {
        QFETCH(QByteArray, step);
        QFETCH(QByteArray, field);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        FirstDay day;
        day.goTo(step.constData());
        if (step == "setUpAccount") {
            day.type('n', u"山田"_s);
            day.type('p', FirstDay::password);
            day.type('a', FirstDay::password);
        }
        auto *line = day.find<QLineEdit>(field.constData());
        line->setFocus();
        line->clear();
        QInputMethodEvent event;
        event.setCommitString(typed);
        QCoreApplication::sendEvent(line, &event);
        day.next();
        QCOMPARE(day.page(), QString::fromLatin1(step));
        QCOMPARE(day.wizard.focusWidget(), line);
        const QString problem = day.textOf(("problem_" + QByteArray(field).replace("setting_", "")).constData());
        QVERIFY2(problem.contains(sentence), qPrintable(problem));
        QCOMPARE(line->accessibleDescription(), problem);
    }

    void can_be_left_at_every_step_and_leaves_nothing_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<bool>("asks");
        QTest::newRow("welcome") << "setUpWelcome"_ba << false;
        QTest::newRow("organisation") << "setUpOrganisation"_ba << false;
        QTest::newRow("account") << "setUpAccount"_ba << false;
        QTest::newRow("recovery") << "setUpRecovery"_ba << true;
        QTest::newRow("address") << "setUpAddress"_ba << true;
        QTest::newRow("mail") << "setUpMail"_ba << true;
        QTest::newRow("summary") << "setUpSummary"_ba << true;
    }
    void can_be_left_at_every_step_and_leaves_nothing()
    {
        QFETCH(QByteArray, step);
        QFETCH(bool, asks);
        FirstDay day;
        day.goTo(step.constData());
        if (asks) {
            day.dialogs.agrees = false;
            QTest::keyClick(&day.wizard, Qt::Key_Escape);
            QCOMPARE(day.dialogs.questions.size(), 1);
            QVERIFY(day.wizard.isVisible());
            day.dialogs.agrees = true;
        }
        QTest::keyClick(&day.wizard, Qt::Key_Escape);
        QVERIFY(!day.wizard.isVisible());
        QCOMPARE(day.wizard.result(), int(QDialog::Rejected));
        QVERIFY(!QFile::exists(day.folder.path()));
        QVERIFY(must(DesktopFirstStart::of(day.folder, day.clock))->checkFolder());
    }

    void says_at_once_that_the_folder_cannot_be_written()
    {
        FirstDay day;
        QFile inTheWay(day.folder.path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        day.next();
        QCOMPARE(day.page(), u"setUpWelcome"_s);
        QVERIFY2(day.textOf("setUpFolderFinding").contains(day.start->folder()), qPrintable(day.textOf("setUpFolderFinding")));
        QVERIFY(inTheWay.remove());
        day.next();
        QCOMPARE(day.page(), u"setUpOrganisation"_s);
    }

    void another_database_has_to_answer_first()
    {
        FirstDay day;
        day.alt('d');
        day.type('t', u"postgresql://shirase@127.0.0.1:1/shirase"_s);
        day.type('v', u"postgresql://shirase@127.0.0.1:1/vault"_s);
        QVERIFY(!day.offers(QWizard::NextButton));
        day.alt('l');
        QTRY_VERIFY2(day.textOf("checkDatabasesFinding").contains(u"cannot be reached"_s),
                     qPrintable(day.textOf("checkDatabasesFinding")));
        QVERIFY(!day.offers(QWizard::NextButton));
        day.type('t', u"sqlite:"_s + day.place.filePath(u"main.sqlite"_s));
        day.type('v', u"sqlite:"_s + day.place.filePath(u"vault.sqlite"_s));
        day.alt('l');
        QTRY_VERIFY(day.offers(QWizard::NextButton));
        QVERIFY(!QFile::exists(day.place.filePath(u"main.sqlite"_s)));
    }

    void the_sheet_has_to_be_read_or_ticked()
    {
        FirstDay day;
        day.goTo("setUpRecovery");
        const QString code = day.textOf("recoveryCode");
        auto *typed = day.find<QLineEdit>("recoveryTyped");
        QTest::keyClicks(typed, u"0000"_s);
        QVERIFY(day.textOf("recoveryVerdict").contains(u"not group"_s) || code.contains(u"0000"_s));
        QVERIFY(!day.offers(QWizard::NextButton));
        day.find<QCheckBox>("recoverySafe")->setChecked(true);
        QVERIFY(day.offers(QWizard::NextButton));
        // Going back and forth makes no other code: it may be on paper already.
        day.alt('k');
        QCOMPARE(day.page(), u"setUpAccount"_s);
        day.next();
        QCOMPARE(day.textOf("recoveryCode"), code);
    }

    void a_printed_sheet_is_what_was_saved()
    {
        FirstDay day;
        day.goTo("setUpRecovery");
        day.dialogs.printTo = day.place.filePath(u"paper.pdf"_s);
        day.alt('p');
        QVERIFY(day.textOf("recoveryFinding").contains(u"printer"_s));
        QCOMPARE(scanned(day.dialogs.printTo), day.textOf("recoveryCode").replace(u'\n', u' ').replace(u' ', u'-'));
    }

    void says_what_the_relay_says_of_a_test_mail_data()
    {
        QTest::addColumn<QStringList>("relay");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("log-in refused") << QStringList{u"--user"_s, u"shirase"_s, u"--password"_s, u"secret"_s} << u"log-in"_s;
        QTest::newRow("sender refused") << QStringList{u"--reply"_s, u"MAIL"_s, u"*"_s, u"550 5.7.1 not you"_s}
                                        << u"refuses our sender"_s;
        QTest::newRow("recipient refused") << QStringList{u"--reply"_s, u"RCPT"_s, u"*"_s, u"550 5.1.1 unknown"_s}
                                           << u"refuses the recipient (550 5.1.1)"_s;
    }
    void says_what_the_relay_says_of_a_test_mail()
    {
        if (const QString missing = SmtpPeer::whatIsMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QFETCH(QStringList, relay);
        QFETCH(QString, sentence);
        SmtpPeer peer(relay);
        FirstDay day;
        day.goTo("setUpMail");
        day.alt('g');
        QTest::keyClick(day.wizard.focusWidget(), Qt::Key_Down);
        day.type('r', QString::fromStdString(peer.url()));
        day.type('l', u"clerk@example.jp"_s);
        day.alt('t');
        QTRY_VERIFY2(day.textOf("testMailFinding").contains(sentence), qPrintable(day.textOf("testMailFinding")));
        QVERIFY(peer.recipients().isEmpty());
    }

    void a_full_disk_is_said_and_the_next_try_succeeds()
    {
        FirstDay day;
        day.goTo("setUpSummary");
        {
            const FullDisk full(4096);
            day.alt('u');
            QTRY_VERIFY(!day.wizard.findChild<QLabel *>(u"setUpFinding"_s)->text().isEmpty());
            QTRY_VERIFY(day.offers(QWizard::CommitButton));
        }
        QCOMPARE(day.page(), u"setUpSummary"_s);
        QCOMPARE(day.entries(), QStringList());
        day.alt('u');
        QTRY_COMPARE(day.page(), u"setUpPoster"_s);
        // However it is closed now: there is a Shirase.
        QTest::keyClick(&day.wizard, Qt::Key_Escape);
        QCOMPARE(day.wizard.result(), int(QDialog::Accepted));
        QVERIFY(day.folder.isSetUp());
    }

    void strength_is_said_in_words()
    {
        FirstDay day;
        day.goTo("setUpAccount");
        for (const auto &[typed, word] : {std::pair(u"short"_s, u"Too short"_s), std::pair(u"password1234"_s, u"Weak"_s),
                                          std::pair(u"correct horse battery staple"_s, u"Strong"_s)}) {
            day.type('p', typed);
            QVERIFY2(day.textOf("passwordStrength").startsWith(word), qPrintable(day.textOf("passwordStrength")));
        }
    }
};

QTEST_MAIN(tst_SetUpWizard)
#include "tst_SetUpWizard.moc"
