// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Logo.h"
#include "core/settings/NewsItem.h"
#include "core/settings/RelatedService.h"
#include "core/staff/SettingDesk.h"
#include "tests/support/Results.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/settings/SettingTexts.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The settings page of a window that is logged in.
struct OpenPage
{
    OpenPage()
    {
        test.logIn();
        test.goTo("settingsPage");
        QTRY_VERIFY(test.find<QWidget>("settingsPage"));
    }
    void choose(SettingGroup group)
    {
        test.find<QListWidget>("settingGroups")->setCurrentRow(int(SettingTexts::groups().indexOf(group)));
    }
    [[nodiscard]] QString value(const char *key) { return settings().value(QString::fromLatin1(key)); }
    [[nodiscard]] Settings &settings() { return site.office().settings; }
    [[nodiscard]] QString message() { return test.textOf("messageBarText"); }

    TestSite site;
    WindowTest test{site};
};

} // namespace

class tst_SettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_setting_has_its_place_and_its_words()
    {
        QStringList shown;
        for (const SettingGroup group : SettingTexts::groups()) {
            QSet<QChar> mnemonics;
            for (const QString &key : SettingTexts::keys(group)) {
                const QString label = SettingTexts::words(key).label;
                QVERIFY2(label != key, qPrintable(key));
                const qsizetype at = label.indexOf(u'&');
                QVERIFY2(at >= 0 && !mnemonics.contains(label[at + 1].toLower()), qPrintable(label));
                mnemonics.insert(label[at + 1].toLower());
                shown << key;
            }
        }
        for (const SettingDefinition &definition : Settings::definitions())
            QVERIFY2(shown.count(definition.key) == 1, qPrintable(definition.key));
        QCOMPARE(shown.size(), Settings::definitions().size());
    }

    void it_is_for_administrators_only()
    {
        TestSite site;
        must(site.office().staff.add(*site.logIn(), u"佐藤"_s, Role::Facilities, SecretBytes(QByteArrayView("0123456789"))));
        WindowTest test(site);
        test.window->show();
        test.typeLogIn(u"0123456789"_s, u"佐藤"_s);
        QTRY_VERIFY(!test.window->isLocked());
        QVERIFY(test.entryOf("settingsPage")->isHidden());
    }

    void a_change_is_saved_and_on_record()
    {
        OpenPage office;
        office.test.type("setting_organisation.name", u"青森県"_s);
        QVERIFY(office.test.find<QListWidget>("settingGroups")->item(0)->font().bold());
        office.test.click("settingsSave");
        QVERIFY2(office.message().startsWith(u"Saved"_s), qPrintable(office.message()));
        QCOMPARE(office.value("organisation.name"), u"青森県"_s);
        QVERIFY(!office.test.find<QAbstractButton>("settingsSave")->isEnabled());
        QCOMPARE(office.site.number(u"SELECT count(*) FROM audit WHERE action = 'setting.change' AND "
                                    "subject = 'organisation.name'"_s),
                 1);
    }

    void every_kind_of_field_writes_its_value()
    {
        OpenPage office;
        WindowTest &test = office.test;
        test.type("setting_organisation.accent", u"#7a1f3d"_s);
        QVERIFY(test.textOf("colourContrast").contains(u"to 1"_s));
        test.click("languages_organisation.name");
        test.type("setting_organisation.name.en", u"Aomori"_s);
        office.choose(SettingGroup::HomePage);
        test.find<QCheckBox>("web.languages.ko")->click();
        office.choose(SettingGroup::Web);
        test.type("setting_web.allowed_hosts", u"a.example.jp, b.example.jp"_s);
        office.choose(SettingGroup::Mail);
        test.find<QComboBox>("setting_mail.transport")->setCurrentIndex(1);
        test.type("setting_mail.url", u"smtp://mail.example.jp:587"_s);
        office.choose(SettingGroup::Notices);
        test.find<QSpinBox>("mail.quiet_hours.from")->setValue(20);
        test.find<QComboBox>("setting_notice.two_person_rule")->setCurrentIndex(1);
        office.choose(SettingGroup::Retention);
        test.find<QSpinBox>("setting_retention.months")->setValue(3);
        test.click("settingsSave");
        QVERIFY2(office.message().startsWith(u"Saved"_s), qPrintable(office.message()));
        QCOMPARE(office.value("organisation.accent"), u"#7a1f3d"_s);
        QCOMPARE(office.value("organisation.name.en"), u"Aomori"_s);
        QCOMPARE(office.value("web.languages"), u"ja ja-x-easy en zh-Hans zh-Hant"_s);
        QCOMPARE(office.value("web.allowed_hosts"), u"a.example.jp b.example.jp"_s);
        QCOMPARE(office.value("mail.transport"), u"smtp"_s);
        QCOMPARE(office.value("mail.url"), u"smtp://mail.example.jp:587"_s);
        QCOMPARE(office.value("mail.quiet_hours"), u"20-8"_s);
        QCOMPARE(office.value("notice.two_person_rule"), u"on"_s);
        QCOMPARE(office.value("retention.months"), u"3"_s);
    }

    void news_and_services_are_lists()
    {
        OpenPage office;
        WindowTest &test = office.test;
        office.choose(SettingGroup::HomePage);
        test.click("organisation.news.add");
        test.type("organisation.news.ja", u"始めました"_s);
        test.type("organisation.news.en", u"We have begun"_s);
        // Those of the default profile are there to begin with.
        auto *services = test.find<QListWidget>("setting_organisation.services");
        QCOMPARE(services->count(), relatedServices(office.settings()).size());
        const int before = services->count();
        test.click("organisation.services.add");
        test.type("organisation.services.url", u"https://example.jp"_s);
        test.type("organisation.services.ja.name", u"例"_s);
        auto *explanation = test.find<QPlainTextEdit>("organisation.services.ja.text");
        explanation->setFocus();
        WindowTest::compose(explanation, u"説明。\nもう一つの文。"_s);
        test.click("organisation.services.down");
        test.click("settingsSave");
        QVERIFY2(office.message().startsWith(u"Saved"_s), qPrintable(office.message()));
        const QList<NewsItem> news = must(newsOf(office.value("organisation.news")));
        QCOMPARE(news.size(), 1);
        QCOMPARE(news.first().text.value(u"en"_s), u"We have begun"_s);
        QCOMPARE(relatedServices(office.settings()).size(), before + 1);
        QCOMPARE(relatedServices(office.settings())[1].url, QUrl(u"https://example.jp"_s));
        QVERIFY(office.value("organisation.services").contains(u"説明。 もう一つの文。"_s)); // one paragraph
        test.click("organisation.news.remove");
        test.click("settingsSave");
        QCOMPARE(office.value("organisation.news"), u"[]"_s);
    }

    void what_is_wrong_is_said_at_its_field_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        const auto row = [](SettingGroup group, const char *key, const QString &typed, const QString &sentence) {
            QTest::addRow("%s: %s", key, qPrintable(typed)) << int(group) << QByteArray(key) << typed << sentence;
        };
        row(SettingGroup::Organisation, "organisation.disease", {}, u"Please give a value."_s);
        row(SettingGroup::Organisation, "organisation.accent", u"yellow"_s, u"On white, yellow has a contrast of 1.0"_s);
        row(SettingGroup::Organisation, "organisation.accent", u"bluish"_s, u"Please give a colour"_s);
        row(SettingGroup::Web, "web.listen", u"8080"_s, u"IP address"_s);
        row(SettingGroup::Web, "web.public_url", u"ftp://x.jp"_s, u"https://shirase.example.jp"_s);
        row(SettingGroup::Web, "web.allowed_hosts", u"http://x.jp"_s, u"no name of a computer"_s);
        row(SettingGroup::Web, "web.trusted_proxies", u"proxy"_s, u"no IP address"_s);
        row(SettingGroup::Mail, "mail.from", u"nobody"_s, u"mail address"_s);
    }
    void what_is_wrong_is_said_at_its_field()
    {
        QFETCH(int, group);
        QFETCH(QByteArray, key);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        OpenPage office;
        office.choose(SettingGroup(group));
        office.test.type(("setting_" + key).constData(), typed);
        office.choose(SettingGroup::Limits);
        const QString before = office.value(key.constData());
        office.test.click("settingsSave");
        // The page goes to the field, and says there what is wrong.
        const QString problem = office.test.textOf(("problem_" + key).constData());
        QVERIFY2(problem.contains(sentence), qPrintable(problem));
        QVERIFY(office.test.find<QLineEdit>(("setting_" + key).constData())->hasFocus());
        QCOMPARE(office.value(key.constData()), before);
        QCOMPARE(office.site.number(u"SELECT count(*) FROM audit WHERE action = 'setting.change'"_s), 0);
    }

    void a_wrong_logo_is_refused_and_a_right_one_shown()
    {
        OpenPage office;
        const QString path = office.site.path(u"logo.svg"_s);
        const auto write = [&path](const QByteArray &content) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        office.test.dialogs.openName = path;
        write("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>");
        office.test.click("setting_organisation.logo");
        QCOMPARE(office.test.dialogs.errors.size(), 1);
        QVERIFY(!office.test.find<QAbstractButton>("settingsSave")->isEnabled());
        const QByteArray good("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>");
        write(good);
        office.test.click("setting_organisation.logo");
        QVERIFY(!office.test.find<QLabel>("logoPicture")->pixmap().isNull());
        office.test.click("settingsSave");
        QCOMPARE(office.settings().profile(u"ja"_s).logo, good);
    }

    void the_standard_comes_back()
    {
        OpenPage office;
        must(office.settings().set(u"organisation.name"_s, u"青森県"_s));
        office.test.goTo("mailPage");
        office.test.goTo("settingsPage");
        QTRY_COMPARE(office.test.find<QLineEdit>("setting_organisation.name")->text(), u"青森県"_s);
        office.test.click("reset_organisation.name");
        QCOMPARE(office.test.find<QLineEdit>("setting_organisation.name")->text(), u"北海道"_s);
        office.test.click("settingsSave");
        QVERIFY(!office.settings().isSet(u"organisation.name"_s));
    }

    void another_windows_change_is_seen()
    {
        OpenPage office;
        const auto other = must(office.site.openOffice());
        must(other->settings.set(u"organisation.disease"_s, u"麻しん"_s));
        QTRY_COMPARE_WITH_TIMEOUT(office.test.find<QLineEdit>("setting_organisation.disease")->text(), u"麻しん"_s, 10'000);
        // What is being typed stays, and is saved only once the other value has been seen.
        office.test.type("setting_organisation.name", u"青森県"_s);
        must(other->settings.set(u"organisation.name"_s, u"岩手県"_s));
        office.test.click("settingsSave");
        QVERIFY2(office.message().contains(u"somebody else"_s), qPrintable(office.message()));
        QCOMPARE(office.test.find<QLineEdit>("setting_organisation.name")->text(), u"青森県"_s);
        QVERIFY(office.test.textOf("meanwhile_organisation.name").contains(u"岩手県"_s));
        QCOMPARE(office.value("organisation.name"), u"岩手県"_s);
        office.test.click("settingsSave");
        QCOMPARE(office.value("organisation.name"), u"青森県"_s);
    }

    void unsaved_changes_are_asked_about()
    {
        OpenPage office;
        office.test.type("setting_organisation.name", u"青森県"_s);
        office.test.dialogs.agrees = false;
        office.test.goTo("mailPage");
        QVERIFY(office.test.find<QWidget>("settingsPage"));
        QTRY_COMPARE(office.test.entryOf("settingsPage")->isSelected(), true);
        office.test.window->close();
        QVERIFY(office.test.window->isVisible());
        QCOMPARE(office.test.dialogs.questions.size(), 2);
        office.test.dialogs.agrees = true;
        office.test.goTo("mailPage");
        QVERIFY(office.test.find<QWidget>("mailPage"));
        office.test.goTo("settingsPage");
        QCOMPARE(office.test.find<QLineEdit>("setting_organisation.name")->text(), u"北海道"_s);
        QCOMPARE(office.value("organisation.name"), u"北海道"_s);
    }

    void the_system_ends_the_window_without_a_question()
    {
        OpenPage office;
        office.test.type("setting_organisation.name", u"青森県"_s);
        office.test.window->endNow();
        QVERIFY(!office.test.window->isVisible());
        QVERIFY(office.test.dialogs.questions.isEmpty());
    }

    void locking_forgets_what_was_typed()
    {
        OpenPage office;
        office.choose(SettingGroup::Mail);
        office.test.find<QComboBox>("setting_mail.transport")->setCurrentIndex(1);
        office.test.type("setting_mail.password_file", u"secret"_s);
        auto *field = office.test.find<QLineEdit>("setting_mail.password_file");
        office.test.window->lock();
        QVERIFY(field->text().isEmpty());
        QVERIFY(office.test.dialogs.questions.isEmpty());
    }

    void a_typed_password_goes_into_a_file_of_its_own()
    {
        OpenPage office;
        WindowTest &test = office.test;
        must(office.settings().set(u"mail.password_file"_s, u"mail-00000000.password"_s));
        must(office.settings().set(u"mail.transport"_s, u"smtp"_s));
        test.goTo("mailPage");
        test.goTo("settingsPage");
        office.choose(SettingGroup::Mail);
        test.type("setting_mail.password_file", u"secret"_s);
        test.click("settingsSave");
        QCOMPARE(office.value("mail.password_file"), u"mail-12345678.password"_s);
        QCOMPARE(test.installation.asked(), (QStringList{u"keep secret"_s, u"forget mail-00000000.password"_s}));
        QVERIFY(test.find<QLineEdit>("setting_mail.password_file")->text().isEmpty());
    }

    void the_relay_that_is_in_use_is_shown()
    {
        TestSite site;
        must(site.office().settings.set(u"mail.url"_s, u"smtp://mail.example.jp:587"_s));
        must(site.office().settings.set(u"mail.transport"_s, u"smtp"_s));
        WindowTest test(site);
        test.logIn();
        test.goTo("settingsPage");
        test.find<QListWidget>("settingGroups")
            ->setCurrentRow(int(SettingTexts::groups().indexOf(SettingGroup::Mail)));
        const auto *relay = test.find<QLineEdit>("setting_mail.url");
        QVERIFY(relay);
        QCOMPARE(relay->text(), u"smtp://mail.example.jp:587"_s);
        QTRY_COMPARE(relay->height(), test.find<QLineEdit>("setting_mail.user")->height());
        QVERIFY(!test.find<QLineEdit>("setting_mail.folder"));
    }

    void a_test_mail_goes_with_what_is_typed_and_is_told_step_by_step()
    {
        OpenPage office;
        WindowTest &test = office.test;
        office.choose(SettingGroup::Mail);
        test.find<QComboBox>("setting_mail.transport")->setCurrentIndex(1);
        test.type("setting_mail.url", u"smtp://mail.example.jp:587"_s);
        test.type("setting_mail.user", u"shirase"_s);
        test.type("setting_mail.password_file", u"secret"_s);
        test.type("testMailRecipient", u"clerk@example.jp"_s);
        test.installation.steps = {MailStep::Connect, MailStep::Hello, MailStep::StartTls, MailStep::Hello, MailStep::LogIn};
        test.installation.mailAnswer = fail(ErrorCode::Unavailable, u"The mail relay refuses the log-in."_s);
        test.click("testMailSend");
        QTRY_COMPARE(test.textOf("testMailFinding"), u"The mail relay refuses the log-in."_s);
        QCOMPARE(test.installation.asked(),
                 QStringList{u"mail to clerk@example.jp through smtp://mail.example.jp:587 with secret"_s});
        QStringList told;
        for (const QLabel *label : test.find<QWidget>("testMailFinding")->parentWidget()->parentWidget()->findChildren<QLabel *>())
            told << label->text();
        for (const auto &step : {u"Connect to smtp://mail.example.jp:587"_s, u"Encrypt the connection (STARTTLS)"_s,
                                 u"Log in as shirase"_s})
            QVERIFY2(told.count(step) == 1, qPrintable(step));
        QCOMPARE(office.value("mail.url"), QString()); // nothing was saved by it
    }

    void what_a_test_mail_found_does_not_stand_beside_another_relay()
    {
        OpenPage office;
        WindowTest &test = office.test;
        office.choose(SettingGroup::Mail);
        test.type("setting_mail.from", u"shirase@example.jp"_s);
        test.type("testMailRecipient", u"clerk@example.jp"_s);
        test.click("testMailSend");
        QTRY_COMPARE(test.textOf("testMailFinding"), u"The mail relay has taken the mail."_s);
        test.type("setting_mail.from", u"office@example.jp"_s);
        QVERIFY(!test.find<QLabel>("testMailFinding"));
    }

    void the_checks_take_what_is_typed()
    {
        OpenPage office;
        office.choose(SettingGroup::Web);
        office.test.type("setting_web.public_url", u"https://new.example.jp"_s);
        office.test.click("checkPublicUrl");
        QTRY_COMPARE(office.test.textOf("checkPublicUrlFinding"), u"All is well."_s);
        office.test.click("checkListening");
        QTRY_COMPARE(office.test.textOf("checkListeningFinding"), u"All is well."_s);
        QCOMPARE(office.test.installation.asked(),
                 (QStringList{u"reach https://new.example.jp"_s, u"listen at 127.0.0.1:8080, running http://127.0.0.1:8080"_s}));
    }

    void where_the_data_are_is_shown_and_cannot_be_changed()
    {
        OpenPage office;
        office.choose(SettingGroup::Data);
        const DataAddresses places = office.test.installation.dataPlaces(office.settings());
        auto *database = office.test.find<QLineEdit>("setting_database.url");
        QCOMPARE(database->text(), places.database); // which no setting says
        QCOMPARE(office.test.find<QLineEdit>("setting_vault.url")->text(), places.vault);
        QVERIFY(database->isReadOnly());
        QTest::keyClicks(database, u"x"_s);
        QCOMPARE(database->text(), places.database);
        QVERIFY(!office.test.find<QPushButton>("settingsSave")->isEnabled());
        QVERIFY(!office.test.find<QPushButton>("choose_database.password_file"));
        office.test.click("checkDatabases");
        QTRY_COMPARE(office.test.textOf("checkDatabasesFinding"), u"All is well."_s);
        QCOMPARE(office.test.installation.asked(), QStringList{u"databases "_s + places.database});
    }

    void the_unit_stands_behind_its_number()
    {
        OpenPage office;
        office.choose(SettingGroup::Backup);
        auto *hours = office.test.find<QSpinBox>("setting_backup.hours");
        const int width = hours->width();
        hours->setValue(2);
        QCOMPARE(hours->text(), u"2 hours"_s);
        QCOMPARE(hours->width(), width);
        QCOMPARE(SettingTexts::suffix(u"limits.people_per_token"_s, 2), QString());
    }

    void a_failing_database_loses_nothing()
    {
        OpenPage office;
        office.test.type("setting_organisation.name", u"青森県"_s);
        office.site.run(u"CREATE TRIGGER fault BEFORE INSERT ON setting BEGIN SELECT RAISE(ABORT, 'fault'); END"_s);
        office.test.click("settingsSave");
        QVERIFY(!office.message().isEmpty());
        QCOMPARE(office.test.find<QLineEdit>("setting_organisation.name")->text(), u"青森県"_s);
        QCOMPARE(office.value("organisation.name"), u"北海道"_s);
        office.site.run(u"DROP TRIGGER fault"_s);
        office.test.click("settingsSave");
        QVERIFY2(office.message().startsWith(u"Saved"_s), qPrintable(office.message()));
        QCOMPARE(office.value("organisation.name"), u"青森県"_s);
    }
};

QTEST_MAIN(tst_SettingsPage)
#include "tst_SettingsPage.moc"
