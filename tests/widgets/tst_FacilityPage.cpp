// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/FacilityRows.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Selects a row, once the list is there, and waits for what the page says about it.
void selectRow(WindowTest &test, int row)
{
    auto *table = test.find<QTableView>("facilityTable");
    QTRY_VERIFY(table->model()->rowCount() > row);
    table->selectRow(row);
    QTRY_VERIFY(test.find<QLabel>("facilityName"));
}

} // namespace

class tst_FacilityPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_empty_page_says_what_to_do_first()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        QTRY_VERIFY(test.textOf("facilityHint").contains(u"New facility"_s));
    }

    void a_facility_is_added_once_its_wrong_field_is_corrected()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        QVERIFY(!test.find<QDateEdit>("field_from"));
        test.type("field_name", u"「髙橋①亭」 Café & Bar <札幌>"_s);
        test.type("field_contact_name", u"髙橋 一"_s);
        test.type("field_contact_email", u"takahashi.example.jp"_s);
        test.type("field_phone", u"０１１－２０４－５０２０"_s);
        test.type("field_postal_code", u"0608588"_s);
        test.type("field_address", u"札幌市中央区北3条西6丁目"_s);
        test.click("facilityDialogSave");
        QVERIFY(!test.textOf("problem_contact_email").isEmpty());
        QVERIFY(test.textOf("problem_phone").isEmpty());
        QCOMPARE(test.find<QDialog>("facilityDialog")->focusWidget(),
                 test.find<QLineEdit>("field_contact_email"));
        QVERIFY(!test.find<QLineEdit>("field_contact_email")->accessibleDescription().isEmpty());
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 0);

        test.type("field_contact_email", u"takahashi@example.jp"_s);
        QTest::keyClick(test.find<QLineEdit>("field_contact_email"), Qt::Key_Return);
        QTRY_VERIFY(!test.find<QDialog>("facilityDialog"));
        QTRY_COMPARE(namesIn(test),
                     QStringList(u"「髙橋①亭」 Café & Bar <札幌>"_s));
        QTRY_COMPARE(test.textOf("facilityName"), u"「髙橋①亭」 Café & Bar <札幌>"_s);
        QTRY_VERIFY(test.textOf("facilityContact").contains(u"011-204-5020"_s));
        QCOMPARE(site.number(u"SELECT count(*) FROM outbox"_s), 1);
    }

    void a_form_that_was_filled_in_is_not_lost_at_escape()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        test.type("field_name", u"札幌テスト食堂"_s);
        test.dialogs.agrees = false;
        QTest::keyClick(test.find<QDialog>("facilityDialog"), Qt::Key_Escape);
        QCOMPARE(test.dialogs.questions.size(), 1);
        QVERIFY(test.find<QDialog>("facilityDialog"));
        QCOMPARE(test.find<QLineEdit>("field_name")->text(), u"札幌テスト食堂"_s);
        test.dialogs.agrees = true;
        QTest::keyClick(test.find<QDialog>("facilityDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!test.find<QDialog>("facilityDialog"));
        test.click("facilityNew"); // and nothing is asked where nothing was typed
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        QTest::keyClick(test.find<QDialog>("facilityDialog"), Qt::Key_Escape);
        QTRY_VERIFY(!test.find<QDialog>("facilityDialog"));
        QCOMPARE(test.dialogs.questions.size(), 2);
    }

    void only_an_event_has_days()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QComboBox>("field_kind"));
        auto *kind = test.find<QComboBox>("field_kind");
        kind->setCurrentIndex(1);
        QTRY_VERIFY(test.find<QDateEdit>("field_from"));
        QVERIFY(test.find<QDateEdit>("field_until"));
        kind->setCurrentIndex(0);
        QTRY_VERIFY(!test.find<QDateEdit>("field_from"));
    }

    void a_place_that_is_registered_already_is_asked_about()
    {
        TestSite site;
        site.addFacility(u"ラーメン太郎"_s);
        WindowTest test(site);
        test.dialogs.agrees = false;
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        const FacilityDetails same = TestSite::details(u"ﾗｰﾒﾝ太郎"_s);
        for (const auto &[field, text] : typedFields(same))
            test.type(field, text);
        test.click("facilityDialogSave");
        QCOMPARE(test.dialogs.questions.size(), 1);
        QVERIFY(test.find<QDialog>("facilityDialog"));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility"_s), 1);
    }

    void the_search_takes_any_width_and_kana_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("as written") << u"ラーメン"_s;
        QTest::newRow("half-width") << u"ﾗｰﾒﾝ"_s;
        QTest::newRow("hiragana") << u"らーめん"_s;
        QTest::newRow("full-width Latin") << u"ＴＡＲＯ"_s;
    }

    void the_search_takes_any_width_and_kana()
    {
        QFETCH(QString, typed);
        TestSite site;
        site.addFacility(u"ラーメンTaro"_s);
        site.addFacility(u"そば次郎"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(namesIn(test).size(), 2);
        test.type("facilitySearch", typed);
        QTRY_COMPARE(namesIn(test), QStringList(u"ラーメンTaro"_s));
        QTRY_VERIFY(test.textOf("facilityCount").startsWith(u'1'));
    }

    void the_filters_show_a_kind_or_a_state()
    {
        TestSite site;
        const Facility first = site.addFacility(u"一号店"_s);
        site.addFacility(u"二号店"_s);
        QVERIFY(site.facilities().setState(first.id, FacilityState::Suspended));
        WindowTest test(site);
        test.logIn();
        test.find<QComboBox>("facilityStateFilter")->setCurrentIndex(2);
        QTRY_COMPARE(namesIn(test), QStringList(u"一号店"_s));
        test.find<QComboBox>("facilityKindFilter")->setCurrentIndex(2);
        QTRY_VERIFY(namesIn(test).isEmpty());
        QTRY_VERIFY(test.textOf("facilityHint").contains(u"fits"_s));
    }

    void suspending_and_using_again_change_the_state()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.click("facilitySuspend");
        QCOMPARE(site.office().facilities.find(facility.id)->state, FacilityState::Suspended);
        QTRY_VERIFY(test.find<QPushButton>("facilityResume"));
        test.click("facilityResume");
        QCOMPARE(site.office().facilities.find(facility.id)->state, FacilityState::Active);
        QCOMPARE(test.dialogs.questions.size(), 1);
    }

    // Somebody reports a poster that is none of ours, by what stands in its address.
    void a_fake_place_is_taken_down_in_two_clicks_once_it_is_found()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        const Facility fake = site.addFacility(u"札幌テスト食堂 本店"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTest::keyClick(test.window.get(), Qt::Key_K, Qt::ControlModifier);
        WindowTest::compose(test.find<QLineEdit>("quickSearch"), fake.code.text());
        QTest::keyClick(test.find<QLineEdit>("quickSearch"), Qt::Key_Return);
        QTRY_COMPARE(test.textOf("facilityName"), fake.details.name);

        test.click("facilitySuspend"); // the first; the second is the answer to its question
        QCOMPARE(test.dialogs.questions.size(), 1);
        QCOMPARE(site.office().facilities.find(fake.id)->state, FacilityState::Suspended);
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s), 1);
    }

    // Anybody may register a place by whatever name.
    void a_name_with_signs_is_read_as_it_is_written()
    {
        TestSite site;
        site.addFacility(u"<b>喫茶</b>&軽食"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.click("facilitySuspend");
        QTRY_VERIFY(test.find<QLabel>("messageBarText"));
        QCOMPARE(test.find<QLabel>("messageBarText")->textFormat(), Qt::PlainText);
        QVERIFY(test.textOf("messageBarText").contains(u"<b>喫茶</b>&軽食"_s));
        const QString undo = test.window->findChild<QAction *>(u"actionUndo"_s)->text();
        QVERIFY2(undo.endsWith(u"<b>喫茶</b>&&軽食"_s), qPrintable(undo)); // one & alone would underline a letter
        test.dialogs.number = 14;
        test.click("facilityReissue");
        QVERIFY2(test.dialogs.questions.last().text.contains(u"<b>喫茶</b>&&軽食"_s), qPrintable(test.dialogs.questions.last().text));
    }

    void retiring_asks_first_and_cannot_be_undone()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.dialogs.agrees = false;
        test.click("facilityRetire");
        QVERIFY(test.dialogs.questions.last().grave);
        QCOMPARE(site.office().facilities.find(facility.id)->state, FacilityState::Active);
        test.dialogs.agrees = true;
        test.click("facilityRetire");
        QCOMPARE(site.office().facilities.find(facility.id)->state, FacilityState::Retired);
        QTRY_VERIFY(!test.find<QPushButton>("facilitySuspend")->isEnabled());
        QVERIFY(!test.find<QPushButton>("facilityPrint")->isEnabled());
    }

    void a_new_code_takes_the_place_of_the_old_one_after_its_grace()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.click("facilityReissue"); // no answer: nothing happens
        QCOMPARE(site.office().facilities.find(facility.id)->code, facility.code);
        test.dialogs.number = 7;
        test.click("facilityReissue");
        const Facility now = *site.office().facilities.find(facility.id);
        QVERIFY(now.code != facility.code);
        QTRY_VERIFY(test.textOf("facilityCode").contains(now.code.checkCode()));
        QCOMPARE(site.number(u"SELECT retires_at FROM facility_code WHERE retires_at IS NOT NULL"_s),
                 TestSite::officeTime + 7 * 24 * 3600);
    }

    void the_poster_goes_to_the_registered_contact()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.click("facilitySendPoster");
        QVERIFY(test.dialogs.questions.last().explanation.contains(u"sato@example.jp"_s));
        QCOMPARE(site.number(u"SELECT count(*) FROM outbox"_s), 1);
    }

    void a_correction_shows_in_the_table()
    {
        TestSite site;
        site.addFacility(u"誤記店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        test.click("facilityEdit");
        QTRY_VERIFY(test.find<QLineEdit>("field_name"));
        QCOMPARE(test.find<QLineEdit>("field_address")->text(), TestSite::details({}).address);
        test.type("field_name", u"正記店"_s);
        test.click("facilityDialogSave");
        QTRY_COMPARE(namesIn(test), QStringList(u"正記店"_s));
        QTRY_COMPARE(test.textOf("facilityName"), u"正記店"_s);
    }

    void a_database_that_fails_is_said_in_a_sentence()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        selectRow(test, 0);
        site.run(u"CREATE TRIGGER broken BEFORE UPDATE ON facility BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        test.click("facilitySuspend");
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        site.run(u"ALTER TABLE facility RENAME TO away"_s);
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        QTRY_VERIFY(namesIn(test).isEmpty());
    }

    void a_database_that_fails_while_adding_keeps_what_was_typed()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        const FacilityDetails wanted = TestSite::details(u"店"_s);
        for (const auto &[field, text] : typedFields(wanted))
            test.type(field, text);
        site.run(u"ALTER TABLE facility_code RENAME TO away"_s);
        test.click("facilityDialogSave");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QVERIFY(!test.dialogs.errors.first().message.isEmpty());
        QCOMPARE(test.find<QLineEdit>("field_name")->text(), wanted.name);
    }
};

QTEST_MAIN(tst_FacilityPage)
#include "tst_FacilityPage.moc"
