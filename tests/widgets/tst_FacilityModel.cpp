// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"
#include "widgets/facilities/FacilityModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_promises_of_an_item_model()
    {
        TestSite site;
        for (int i = 0; i < 3; ++i)
            site.addFacility(u"店 %1"_s.arg(i));
        FacilityModel model(site.office().facilities);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load({});
        model.load({.search = u"店 1"_s, .kind = {}, .state = {}});
        model.load({});
        model.update(model.facility(model.index(1, 0))->id);
        model.clear();
    }

    void reads_a_page_at_a_time()
    {
        TestSite site;
        const int all = FacilityModel::pageSize * 2 + 3;
        site.run(u"BEGIN"_s);
        for (int i = 0; i < all; ++i) {
            FacilityDetails details = TestSite::details(u"店 %1"_s.arg(i));
            QVERIFY(site.office().facilities.add(details, FacilitySource::Import));
        }
        site.run(u"COMMIT"_s);
        // Without a QAbstractItemModelTester, which fetches more by itself.
        FacilityModel model(site.office().facilities);
        model.load({});
        QCOMPARE(model.rowCount(), FacilityModel::pageSize);
        int pages = 1;
        while (model.canFetchMore({})) {
            model.fetchMore({});
            ++pages;
        }
        QCOMPARE(model.rowCount(), all);
        QCOMPARE(pages, 3);
        QCOMPARE(model.index(all - 1, 0).data().toString(), u"店 %1"_s.arg(all - 1));
    }

    void says_why_nothing_can_be_read()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        FacilityModel model(site.office().facilities);
        QSignalSpy failed(&model, &FacilityModel::failed);
        model.load({});
        QCOMPARE(model.rowCount(), 1);
        site.run(u"ALTER TABLE facility RENAME TO away"_s);
        model.load({});
        QCOMPARE(failed.count(), 1);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
    }
};

QTEST_GUILESS_MAIN(tst_FacilityModel)
#include "tst_FacilityModel.moc"
