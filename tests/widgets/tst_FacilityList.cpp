// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyFacilities.h"
#include "tests/widgets/support/FacilityRows.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/PosterView.h"
#include "widgets/facilities/VisitChart.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The list of the facilities page: sorting, filters, several at once, undo.
class tst_FacilityList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_click_on_a_column_sorts_and_a_second_one_turns_it_round()
    {
        TestSite site;
        site.addFacility(u"い"_s, u"函館市"_s);
        site.addFacility(u"あ"_s, u"旭川市"_s);
        site.addFacility(u"う"_s, u"小樽市"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(namesIn(test), (QStringList{u"あ"_s, u"い"_s, u"う"_s}));
        clickHeader(test, 0);
        QTRY_COMPARE(namesIn(test), (QStringList{u"う"_s, u"い"_s, u"あ"_s}));
        clickHeader(test, 2);
        QTRY_COMPARE(namesIn(test), (QStringList{u"い"_s, u"う"_s, u"あ"_s})); // by code points: 函 小 旭
        QCOMPARE(tableOf(test)->horizontalHeader()->sortIndicatorSection(), 2);
        clickHeader(test, 4); // the check code means nothing in order
        QCOMPARE(tableOf(test)->horizontalHeader()->sortIndicatorSection(), 2);
    }

    void the_area_and_the_days_narrow_the_list()
    {
        TestSite site;
        site.addFacility(u"あ"_s, u"北海道函館市東雲町4-13"_s);
        site.addFacility(u"い"_s, u"函館市末広町1"_s);
        site.clock().set(TestSite::officeTime + 24 * 3600);
        site.addFacility(u"う"_s, u"小樽市"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 3);
        auto *area = test.find<QComboBox>("facilityAreaFilter");
        QTRY_COMPARE(area->count(), 2);
        QCOMPARE(area->itemText(0), u"函館市"_s); // the one with most first
        area->setEditText(u"函館"_s);
        QTRY_COMPARE(namesIn(test), (QStringList{u"あ"_s, u"い"_s}));
        test.click("facilityShowAll");
        QTRY_COMPARE(rowsIn(test), 3);
        QVERIFY(!test.find<QPushButton>("facilityShowAll"));
        test.find<QComboBox>("facilityPeriodFilter")->setCurrentIndex(1); // today
        QTRY_COMPARE(namesIn(test), QStringList(u"う"_s));
        QVERIFY(!test.find<QDateEdit>("facilityFrom"));
        test.find<QComboBox>("facilityPeriodFilter")->setCurrentIndex(4); // between
        QTRY_COMPARE(rowsIn(test), 3);
        test.find<QDateEdit>("facilityUntil")->setDate(QDate(2026, 11, 24));
        QTRY_COMPARE(namesIn(test), (QStringList{u"あ"_s, u"い"_s}));
        test.find<QDateEdit>("facilityFrom")
            ->setDate(QDate(2026, 11, 25)); // the days stand the wrong way round
        QTRY_COMPARE(rowsIn(test), 3);
    }

    void several_are_suspended_by_one_act_that_can_be_undone()
    {
        TestSite site;
        addManyFacilities(site.office().database, 120);
        const qint64 active = site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 120);
        tableOf(test)->setFocus();
        QTest::keyClick(tableOf(test), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(test.textOf("facilityHint").contains(u"120"_s));
        QVERIFY(!test.find<QPushButton>("facilityEdit"));
        test.click("facilitySuspend");
        QVERIFY(test.dialogs.questions.last().text.contains(u"120"_s));
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s), 0);
        QTRY_VERIFY(test.textOf("messageBarText").contains(QString::number(active)));
        QVERIFY(!test.find<QDialog>("jobDialog"));
        QTRY_COMPARE(tableOf(test)->selectionModel()->selectedRows().size(), 120); // still selected

        QAction *undo = test.window->findChild<QAction *>(u"actionUndo"_s);
        QVERIFY(undo->text().contains(u"120"_s));
        test.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
        QTest::keyClick(test.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s), active);
        QVERIFY(!undo->isEnabled());
        test.window->findChild<QAction *>(u"actionRedo"_s)->trigger();
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s), 0);
    }

    void a_correction_can_be_undone_from_another_page()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"正しい店"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        tableOf(test)->selectRow(0);
        QTRY_VERIFY(test.find<QPushButton>("facilityEdit"));
        test.click("facilityEdit");
        QTRY_VERIFY(test.find<QLineEdit>("field_name"));
        test.type("field_name", u"まちがい"_s);
        test.click("facilityDialogSave");
        QTRY_COMPARE(namesIn(test), QStringList(u"まちがい"_s));
        test.goTo("mailPage");
        test.window->findChild<QAction *>(u"actionUndo"_s)->trigger();
        QTRY_VERIFY(tableOf(test));
        QTRY_COMPARE(namesIn(test), QStringList(u"正しい店"_s));
        QCOMPARE(site.office().facilities.find(facility.id)->details, facility.details);
    }

    void nothing_is_undone_unseen_where_somebody_stays_on_unsaved_settings()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"止めた店"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        tableOf(test)->selectRow(0);
        QTRY_VERIFY(test.find<QPushButton>("facilitySuspend"));
        test.click("facilitySuspend");
        const auto state = [&] { return site.office().facilities.find(facility.id)->state; };
        QTRY_COMPARE(state(), FacilityState::Suspended);
        test.goTo("settingsPage");
        test.type("setting_organisation.name", u"青森県"_s);
        QAction *undo = test.window->findChild<QAction *>(u"actionUndo"_s);
        test.dialogs.agrees = false;
        undo->trigger();
        QVERIFY(test.find<QWidget>("settingsPage"));
        QCOMPARE(state(), FacilityState::Suspended);
        QVERIFY(undo->isEnabled());
        QTRY_VERIFY(test.entryOf("settingsPage")->isSelected());
        test.dialogs.agrees = true;
        undo->trigger();
        QTRY_VERIFY(tableOf(test));
        QCOMPARE(state(), FacilityState::Active);
    }

    void a_correction_that_somebody_else_was_faster_with_is_not_stored()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        tableOf(test)->selectRow(0);
        QTRY_VERIFY(test.find<QPushButton>("facilityEdit"));
        test.click("facilityEdit");
        QTRY_VERIFY(test.find<QLineEdit>("field_name"));
        QVERIFY(site.facilities().update(facility.id, TestSite::details(u"ほかの人の名"_s)));
        test.type("field_name", u"私の名"_s);
        test.click("facilityDialogSave");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QCOMPARE(test.find<QLineEdit>("field_name")->text(), u"私の名"_s);
        QCOMPARE(site.office().facilities.find(facility.id)->details.name, u"ほかの人の名"_s);
    }

    void locking_forgets_what_could_be_undone()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        tableOf(test)->selectRow(0);
        QTRY_VERIFY(test.find<QPushButton>("facilitySuspend"));
        test.click("facilitySuspend");
        QAction *undo = test.window->findChild<QAction *>(u"actionUndo"_s);
        QVERIFY(undo->isEnabled());
        test.window->lock();
        QVERIFY(!undo->isEnabled());
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
        QVERIFY(!undo->isEnabled());
    }

    void a_selection_leads_to_its_posters()
    {
        TestSite site;
        for (int i = 0; i < 4; ++i)
            site.addFacility(u"店 %1"_s.arg(i));
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 4);
        tableOf(test)->selectRow(1);
        tableOf(test)->selectionModel()->select(tableOf(test)->model()->index(3, 0),
                                                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(test.find<QPushButton>("facilityOpenPoster"));
        test.click("facilityOpenPoster");
        QTRY_VERIFY(test.textOf("posterSummary").contains(u"2 facilities"_s));
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        // They stand among the others in the list, so that one can be taken away or added.
        auto *list = test.find<QTreeView>("facilityPickerList");
        QTRY_COMPARE(list->selectionModel()->selectedRows().size(), 2);
        QVERIFY(list->selectionModel()->isRowSelected(1) && list->selectionModel()->isRowSelected(3));
    }

    void the_registrations_of_a_facility_are_drawn_without_small_numbers()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        site.visit(facility, {u"a@example.jp"_s, u"b@example.jp"_s, u"c@example.jp"_s, u"d@example.jp"_s});
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        tableOf(test)->selectRow(0);
        QTRY_VERIFY(test.find<VisitChart>("visitChart"));
        QVERIFY(test.find<VisitChart>("visitChart")->accessibleDescription().startsWith(u"Fewer than 5"_s));
        site.visit(facility, {u"e@example.jp"_s, u"f@example.jp"_s});
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(test.find<VisitChart>("visitChart") &&
                    test.find<VisitChart>("visitChart")->accessibleDescription().contains(u"6 people"_s));
    }

    void the_keyboard_alone_finds_and_suspends_a_facility()
    {
        TestSite site;
        site.addFacility(u"ラーメン太郎"_s);
        const Facility wanted = site.addFacility(u"そば次郎"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 2);
        test.enter("facilitySearch", u"ｿﾊﾞ"_s);
        QTRY_COMPARE(rowsIn(test), 1);
        test.key(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), tableOf(test));
        test.press("facilitySuspend");
        QCOMPARE(site.office().facilities.find(wanted.id)->state, FacilityState::Suspended);
    }

    void the_list_is_sorted_from_its_menu_too()
    {
        TestSite site;
        site.addFacility(u"あ"_s);
        site.addFacility(u"い"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 2);
        Q_EMIT tableOf(test)->customContextMenuRequested({5, 5});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().last()->menu()->actions().first()->trigger(); // by name, the other way round
        menu->close();
        QTRY_COMPARE(namesIn(test), (QStringList{u"い"_s, u"あ"_s}));
    }

    void a_new_facility_is_seen_whatever_was_filtered_away()
    {
        TestSite site;
        addManyFacilities(site.office().database, 300);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 300);
        test.find<QComboBox>("facilityStateFilter")->setCurrentIndex(3);
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        const FacilityDetails wanted = TestSite::details(u"んの店"_s);
        for (const auto &[field, text] : typedFields(wanted))
            test.type(field, text);
        test.click("facilityDialogSave");
        QTRY_COMPARE(test.textOf("facilityName"), wanted.name);
        QCOMPARE(rowsIn(test), 301);
        const QRect seen = tableOf(test)->visualRect(tableOf(test)->currentIndex());
        QVERIFY(tableOf(test)->viewport()->rect().contains(seen.center()));
    }

    void a_long_act_is_cancelled()
    {
        TestSite site;
        addManyFacilities(site.office().database, 5000);
        const qint64 active = site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 5000);
        tableOf(test)->selectAll();
        QTRY_VERIFY(test.find<QPushButton>("facilitySuspend"));
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [&] {
            if (auto *button = test.find<QPushButton>("jobCancel")) {
                cancel.stop();
                button->click();
            }
        });
        cancel.start(5);
        test.click("facilitySuspend");
        QVERIFY(!test.find<QDialog>("jobDialog"));
        QVERIFY(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s) > 0);
        QAction *undo = test.window->findChild<QAction *>(u"actionUndo"_s);
        if (undo->isEnabled()) // unless it was cancelled before its first commit
            undo->trigger();
        QCOMPARE(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s), active);
    }

    void locking_the_window_ends_an_act_under_way()
    {
        TestSite site;
        addManyFacilities(site.office().database, 5000);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 5000);
        tableOf(test)->selectAll();
        QTRY_VERIFY(test.find<QPushButton>("facilitySuspend"));
        QTimer lock;
        connect(&lock, &QTimer::timeout, this, [&] {
            if (test.find<QDialog>("jobDialog")) {
                lock.stop();
                test.window->lock();
            }
        });
        lock.start(5);
        test.click("facilitySuspend");
        QVERIFY(test.window->isLocked());
        QVERIFY(!test.find<QDialog>("jobDialog"));
        QCoreApplication::processEvents();
        QVERIFY(!test.window->findChild<QAction *>(u"actionUndo"_s)->isEnabled());
        QVERIFY(site.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s) > 0);
    }

    void an_area_that_is_being_typed_is_left_alone_when_others_register()
    {
        TestSite site;
        site.addFacility(u"一号店"_s, u"札幌市中央区北3条西6"_s);
        WindowTest test(site);
        test.logIn();
        auto *area = test.find<QComboBox>("facilityAreaFilter");
        QTRY_COMPARE(area->count(), 1);
        area->lineEdit()->setFocus();
        WindowTest::compose(area->lineEdit(), u"札"_s);
        const QString completed = area->currentText();
        QVERIFY(completed.startsWith(u"札幌市"_s));
        site.addFacility(u"二号店"_s, u"小樽市"_s);
        QTRY_COMPARE(area->count(), 2);
        QCOMPARE(area->currentText(), completed);
        WindowTest::compose(area->lineEdit(), u"幌"_s); // over what completes it
        QCOMPARE(area->currentText(), completed);
    }

    void a_list_of_areas_that_is_open_stays_as_it_is_when_others_register()
    {
        TestSite site;
        site.addFacility(u"一号店"_s);
        WindowTest test(site);
        test.logIn();
        auto *area = test.find<QComboBox>("facilityAreaFilter");
        QTRY_COMPARE(area->count(), 1);
        area->showPopup();
        area->view()->setCurrentIndex(area->model()->index(0, 0));
        site.addFacility(u"二号店"_s);
        QTRY_COMPARE(rowsIn(test), 2);
        QCOMPARE(area->view()->currentIndex().row(), 0);
        area->hidePopup();
    }
};

QTEST_MAIN(tst_FacilityList)
#include "tst_FacilityList.moc"
