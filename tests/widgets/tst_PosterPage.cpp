// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/posters/PosterSamples.h"
#include "tests/widgets/support/PosterWork.h"

#include <QAbstractItemView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QString urlOf(TestSite &site, const Facility &facility)
{
    return site.office().settings.publicUrl() + u"/f/"_s + facility.code.text();
}

QImage seen(const WindowTest &test)
{
    return test.find<PosterView>("posterView")->grab().toImage();
}

} // namespace

/// Choosing facilities on the page of the posters, and what is seen of their posters.
class tst_PosterPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_code_that_is_seen_is_the_selected_facilitys()
    {
        if (!samples::hasTool(u"zbarimg"_s))
            QSKIP("zbarimg (package zbar-tools) is not installed");
        TestSite site;
        site.addFacility(u"一号店"_s);
        const Facility facility = site.addFacility(u"二号店"_s);
        WindowTest test(site);
        test.window->resize(1500, 1400);
        test.logIn();
        test.goTo("posterPage");
        QVERIFY(!test.find<PosterView>("posterView"));
        QVERIFY(!test.find<QPushButton>("posterPrint")->isEnabled());
        test.type("facilityPickerSearch", u"二号"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        QCOMPARE(samples::decode(seen(test)), QStringList(urlOf(site, facility)));
    }

    void the_facilities_page_leads_to_the_poster()
    {
        TestSite site;
        site.addFacility(u"一号店"_s);
        const Facility facility = site.addFacility(u"二号店"_s);
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QAbstractItemView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        table->setCurrentIndex(table->model()->index(1, 0));
        QTRY_VERIFY(test.find<QPushButton>("facilityOpenPoster"));
        test.click("facilityOpenPoster");
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        QVERIFY(test.find<PosterView>("posterView")->accessibleName().contains(facility.code.checkCode()));
    }

    void another_layout_has_another_sheet()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew"); // a dialog that is left again keeps nothing from working
        QTest::keyClick(test.find<QDialog>("facilityDialog"), Qt::Key_Escape);
        showPoster(test, u"店"_s);
        const QImage a4 = seen(test);
        setLayout(test, PosterSize::Tent);
        QVERIFY(seen(test) != a4);
    }

    void the_sheets_of_a_selection_can_be_leafed_through()
    {
        TestSite site;
        const Facility first = site.addFacility(u"あ"_s);
        const Facility second = site.addFacility(u"い"_s);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 2);
        const auto shown = [&] { return test.find<PosterView>("posterView")->accessibleName(); };
        QTRY_VERIFY(shown().contains(first.code.checkCode()));
        QVERIFY(!test.find<QToolButton>("sheetBack")->isEnabled());
        test.click("sheetOn");
        QTRY_VERIFY(shown().contains(second.code.checkCode()));
        QVERIFY(!test.find<QToolButton>("sheetOn")->isEnabled());
        test.click("sheetBack");
        QTRY_VERIFY(shown().contains(first.code.checkCode()));
    }

    void cards_of_several_facilities_share_a_sheet()
    {
        if (!samples::hasTool(u"zbarimg"_s))
            QSKIP("zbarimg (package zbar-tools) is not installed");
        TestSite site;
        QStringList urls;
        for (int i = 0; i < 4; ++i)
            urls << urlOf(site, site.addFacility(u"店 %1"_s.arg(i)));
        WindowTest test(site);
        test.window->resize(1500, 1600);
        test.logIn();
        chooseAll(test, 4);
        QVERIFY(!test.find<QSpinBox>("posterOfEach")); // one place on a sheet: nothing to share
        setLayout(test, PosterSize::Card);
        QTRY_VERIFY(test.textOf("sheetNumber").contains(u"4"_s));
        test.find<QSpinBox>("posterOfEach")->setValue(2);
        QTRY_VERIFY(!test.find<QLabel>("sheetNumber")); // one sheet only
        QTRY_COMPARE(test.find<PosterView>("posterView")->accessibleName().count(u';'), 3);
        QStringList read = samples::decode(seen(test));
        read.sort();
        urls.sort();
        QCOMPARE(read, urls);
        test.dialogs.saveName = site.path(u"cards.pdf"_s);
        test.click("posterSave");
        QCOMPARE(pagesOf(*test.dialogs.saveName), 1);
    }

    void the_keyboard_alone_chooses_two_and_prints_them()
    {
        TestSite site;
        site.addFacility(u"あ"_s);
        site.addFacility(u"い"_s);
        site.addFacility(u"う"_s);
        WindowTest test(site);
        test.logIn();
        QTest::keyClick(test.window.get(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(test.find<QLineEdit>("facilityPickerSearch"));
        auto *search = test.find<QLineEdit>("facilityPickerSearch");
        QTRY_COMPARE(test.find<QTreeView>("facilityPickerList")->model()->rowCount(), 3);
        test.tabTo("facilityPickerSearch");
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        QTest::keyClick(search, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(test.textOf("posterSummary").contains(u"2"_s));
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        QTest::keyClick(test.window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(pagesOf(test.dialogs.printTo), 2);
        test.dialogs.saveName = site.path(u"posters.pdf"_s);
        test.press("posterSave");
        QTRY_COMPARE(pagesOf(*test.dialogs.saveName), 2);
    }

    void a_thousand_chosen_are_seen_at_once()
    {
        TestSite site;
        addInUse(site, 1000);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 1000);
        QTRY_VERIFY(test.textOf("sheetNumber").contains(u"1,000"_s) ||
                    test.textOf("sheetNumber").contains(u"1000"_s));
        QVERIFY(!test.find<QPushButton>("posterPreview")->isEnabled());
        QVERIFY(test.find<QPushButton>("posterPrint")->isEnabled());
    }

    void a_retired_facility_has_no_poster()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        QVERIFY(site.facilities().setState(facility.id, FacilityState::Retired));
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.textOf("posterHint").contains(u"retired"_s));
        QVERIFY(!test.find<QPushButton>("posterSave")->isEnabled());
    }
};

QTEST_MAIN(tst_PosterPage)
#include "tst_PosterPage.moc"
