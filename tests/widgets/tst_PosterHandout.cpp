// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FullDisk.h"
#include "tests/widgets/support/PosterWork.h"

#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Calls a function as soon as the job under way has come so far that its bar shows something.
template <typename Function>
std::unique_ptr<QTimer> amidst(const WindowTest &test, Function function)
{
    auto timer = std::make_unique<QTimer>();
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [&test, timer = timer.get(), function] {
        if (auto *bar = test.find<QProgressBar>("jobBar"); bar && bar->value() > 0) {
            timer->stop();
            function();
        }
    });
    timer->start(1);
    return timer;
}

/// As a window manager does when a dialog has closed; the offscreen platform has none.
void activate(const WindowTest &test)
{
    test.window->activateWindow();
    QTRY_VERIFY(test.window->isActiveWindow());
}

QByteArray start(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(200) : QByteArray();
}

} // namespace

/// Posters that are saved and printed from the page, one or many, and what keeps them from it.
class tst_PosterHandout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        showPoster(test, u"店"_s);
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
        showPoster(test, u"店"_s);
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
        showPoster(test, u"店"_s);
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
        showPoster(test, u"店"_s);
        test.dialogs.printTo = site.path(u"nowhere/paper.pdf"_s);
        test.click("posterPrint");
        QVERIFY(test.textOf("messageBarText").contains(u"printer"_s));
    }

    void a_selection_is_saved_as_one_file_with_progress()
    {
        TestSite site;
        addInUse(site, 25);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 25);
        QTRY_VERIFY(test.textOf("posterSummary").contains(u"25"_s));
        test.dialogs.saveName = site.path(u"posters.pdf"_s);
        int seen = 0;
        int of = 0;
        const auto looking = amidst(test, [&] {
            seen = test.find<QProgressBar>("jobBar")->value();
            of = test.find<QProgressBar>("jobBar")->maximum();
        });
        test.click("posterSave");
        QCOMPARE(of, 2 * 25); // each is read back and painted
        QVERIFY(seen > 0 && seen <= of);
        QCOMPARE(pagesOf(*test.dialogs.saveName), 25);
        QVERIFY(test.textOf("messageBarText").contains(u"25"_s));
        QVERIFY(test.dialogs.suggestedName.endsWith(u".pdf"_s));
    }

    void a_selection_is_printed_as_one_job()
    {
        TestSite site;
        addInUse(site, 12);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 12);
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        bool seen = false;
        const auto looking = amidst(test, [&] { seen = true; });
        test.click("posterPrint");
        QVERIFY(seen);
        QCOMPARE(pagesOf(test.dialogs.printTo), 12);
        QVERIFY(test.textOf("messageBarText").contains(u"12 sheets"_s));
    }

    void retired_ones_in_a_selection_are_left_out_and_counted()
    {
        TestSite site;
        site.addFacility(u"あ"_s);
        const Facility retired = site.addFacility(u"い"_s);
        site.addFacility(u"う"_s);
        QVERIFY(site.facilities().setState(retired.id, FacilityState::Retired));
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 3);
        QTRY_VERIFY(test.textOf("posterSummary").contains(u"1 are retired"_s));
        test.dialogs.saveName = site.path(u"posters.pdf"_s);
        test.click("posterSave");
        QCOMPARE(pagesOf(*test.dialogs.saveName), 2);
    }

    void a_job_that_is_cancelled_leaves_nothing_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("lock");
        QTest::newRow("saving") << u"posterSave"_s << false;
        QTest::newRow("printing") << u"posterPrint"_s << false;
        QTest::newRow("saving when the window is locked") << u"posterSave"_s << true;
        QTest::newRow("printing when the window is locked") << u"posterPrint"_s << true;
    }
    void a_job_that_is_cancelled_leaves_nothing()
    {
        QFETCH(QString, button);
        QFETCH(bool, lock);
        TestSite site;
        addInUse(site, 400);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 400);
        test.dialogs.saveName = site.path(u"out/posters.pdf"_s);
        test.dialogs.printTo = *test.dialogs.saveName;
        QDir().mkpath(site.path(u"out"_s));
        const auto cancelling = amidst(test, [&] {
            if (lock)
                test.window->lock();
            else
                test.find<QPushButton>("jobCancel")->click();
        });
        test.click(qPrintable(button));
        QVERIFY(!test.find<QDialog>("jobDialog"));
        QVERIFY(QDir(site.path(u"out"_s)).isEmpty());
        QCOMPARE(test.window->isLocked(), lock);
        if (!lock)
            QVERIFY(test.textOf("messageBarText").contains(u"cancelled"_s));
    }

    void a_disk_that_is_full_is_said_and_leaves_no_half_of_a_file_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("saving") << u"posterSave"_s;
        QTest::newRow("printing into a file") << u"posterPrint"_s;
    }
    void a_disk_that_is_full_is_said_and_leaves_no_half_of_a_file()
    {
        QFETCH(QString, button);
        TestSite site;
        addInUse(site, 20);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 20);
        QDir().mkpath(site.path(u"out"_s));
        test.dialogs.saveName = site.path(u"out/posters.pdf"_s);
        test.dialogs.printTo = *test.dialogs.saveName;
        {
            const FullDisk full(8192);
            test.click(qPrintable(button));
        }
        QVERIFY(!test.textOf("messageBarText").isEmpty());
        QVERIFY(!test.textOf("messageBarText").contains(u"20"_s));
        QVERIFY(QDir(site.path(u"out"_s)).isEmpty());
        test.click(qPrintable(button)); // once there is room
        QCOMPARE(pagesOf(*test.dialogs.saveName), 20);
    }

    void a_database_that_fails_is_said_and_no_poster_is_made()
    {
        TestSite site;
        addInUse(site, 3);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 3);
        site.run(u"ALTER TABLE facility RENAME TO away"_s);
        test.dialogs.saveName = site.path(u"posters.pdf"_s);
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        test.click("posterSave");
        QVERIFY(!test.textOf("messageBarText").isEmpty());
        test.click("posterPrint");
        QVERIFY(!QFile::exists(*test.dialogs.saveName) && !QFile::exists(test.dialogs.printTo));
        activate(test);
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(!test.find<PosterView>("posterView"));
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        site.run(u"ALTER TABLE away RENAME TO facility"_s);
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_COMPARE(test.find<QTreeView>("facilityPickerList")->model()->rowCount(), 3);
    }

    // REQUIREMENTS S2: what is printed decodes
    void a_poster_that_cannot_be_read_is_not_handed_out()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        must(site.office().settings.set(u"web.public_url"_s, u"https://"_s + (QString(60, u'x') + u'.').repeated(13) + u"jp"_s));
        WindowTest test(site);
        test.logIn();
        showPoster(test, u"店"_s);
        test.dialogs.saveName = site.path(u"poster.pdf"_s);
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        for (const char *button : {"posterSave", "posterPrint", "posterPreview"}) {
            test.click(button);
            QVERIFY2(test.textOf("messageBarText").contains(u"cannot be read"_s), button);
        }
        QVERIFY(!QFile::exists(*test.dialogs.saveName) && !QFile::exists(test.dialogs.printTo));
    }

    void paper_that_is_too_small_is_said()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        chooseAll(test, 1);
        test.dialogs.printTo = site.path(u"paper.pdf"_s);
        test.dialogs.paper = QPageSize(QPageSize::A6);
        test.click("posterPrint");
        QVERIFY(test.textOf("messageBarText").contains(u"210"_s));
        QVERIFY(!QFile::exists(test.dialogs.printTo));
    }
};

QTEST_MAIN(tst_PosterHandout)
#include "tst_PosterHandout.moc"
