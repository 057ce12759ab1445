// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FullDisk.h"
#include "tests/support/ManyFacilities.h"
#include "tests/widgets/support/FacilityRows.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The list as a file for spreadsheets (REQUIREMENTS S1).
class tst_FacilityExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_list_is_exported_as_it_is_shown()
    {
        TestSite site;
        site.addFacility(u"い"_s);
        site.addFacility(u"=あ"_s);
        site.addFacility(u"ほか"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 3);
        test.type("facilitySearch", u"sato"_s);
        clickHeader(test, 0);
        test.dialogs.saveName = site.path(u"list.csv"_s);
        QTRY_COMPARE(namesIn(test).value(0), u"ほか"_s);
        test.click("facilityExport");
        QFile file(site.path(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString csv = QString::fromUtf8(file.readAll());
        QVERIFY(csv.indexOf(u"ほか"_s) < csv.indexOf(u"\"い\""_s));
        QVERIFY(csv.contains(u"\"'=あ\""_s)); // no spreadsheet executes it
        QCOMPARE(csv.count(u'\n'), 4);
    }

    void a_file_that_cannot_be_written_is_said()
    {
        TestSite site;
        site.addFacility(u"い"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1);
        test.dialogs.saveName = site.path(u"no/such/folder.csv"_s);
        test.click("facilityExport");
        QVERIFY(test.textOf("messageBarText").contains(u"folder.csv"_s));
    }

    // REQUIREMENTS W2
    void a_full_disk_is_said_and_leaves_no_file()
    {
        TestSite site;
        addManyFacilities(site.office().database, 1000);
        site.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(rowsIn(test), 1000);
        QVERIFY(QDir(site.path({})).mkdir(u"out"_s));
        test.dialogs.saveName = site.path(u"out/list.csv"_s);
        {
            constexpr rlim_t bytes = 100'000; // enough for what goes on record, not for the list
            const FullDisk full(bytes);
            test.click("facilityExport");
        }
        QVERIFY(test.textOf("messageBarText").contains(u"list.csv"_s));
        QVERIFY(QDir(site.path(u"out"_s)).isEmpty());
        test.click("facilityExport"); // once there is room
        QFile file(*test.dialogs.saveName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 1001);
    }
};

QTEST_MAIN(tst_FacilityExport)
#include "tst_FacilityExport.moc"
