// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/posters/PosterSamples.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/posters/PosterView.h"

#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

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

QByteArray start(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(200) : QByteArray();
}

} // namespace

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
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        const QImage a4 = seen(test);
        test.find<QComboBox>("posterSize")->setCurrentIndex(3);
        QVERIFY(seen(test) != a4);
    }

    void saves_the_three_formats_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF-");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"svg"_s << QByteArray("<svg");
    }

    void saves_the_three_formats()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, mark);
        TestSite site;
        const Facility facility = site.addFacility(u"A/B: 「店」*?"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        test.dialogs.saveName = site.path(u"poster."_s + ending);
        test.click("posterSave");
        QVERIFY2(start(*test.dialogs.saveName).contains(mark), start(*test.dialogs.saveName).constData());
        QVERIFY(test.dialogs.suggestedName.endsWith(u"/AB 「店」 %1.pdf"_s.arg(facility.code.checkCode())));
        QVERIFY(test.textOf("messageBarText").contains(ending));
    }

    void a_folder_that_is_not_there_is_said_in_a_sentence()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        test.dialogs.saveName = site.path(u"nowhere/poster.pdf"_s);
        test.click("posterSave");
        QVERIFY(!test.textOf("messageBarText").isEmpty());
        QVERIFY(!QFile::exists(*test.dialogs.saveName));
    }

    void prints_and_previews_with_a_printer_of_its_own()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        test.click("posterPrint"); // cancelled: no paper
        QVERIFY(test.textOf("messageBarText").isEmpty());
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        test.click("posterPrint");
        QVERIFY(start(test.dialogs.printTo).startsWith("%PDF-"));
        QVERIFY(!test.textOf("messageBarText").isEmpty());
        test.dialogs.printTo = site.path(u"preview.pdf"_s);
        test.click("posterPreview");
        QVERIFY(start(test.dialogs.printTo).startsWith("%PDF-"));
    }

    void a_printer_that_takes_nothing_is_said_in_a_sentence()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"店"_s);
        QTRY_VERIFY(test.find<PosterView>("posterView"));
        test.dialogs.printTo = site.path(u"nowhere/paper.pdf"_s);
        test.click("posterPrint");
        QVERIFY(test.textOf("messageBarText").contains(u"printer"_s));
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
