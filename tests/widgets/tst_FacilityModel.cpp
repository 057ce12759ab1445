// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyFacilities.h"
#include "tests/widgets/support/TestSite.h"
#include "widgets/facilities/FacilityModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

void load(FacilityModel &model, const FacilityQuery &query)
{
    QSignalSpy loaded(&model, &FacilityModel::loaded);
    model.load(query);
    QVERIFY(loaded.wait());
}

QString nameIn(const FacilityModel &model, int row)
{
    return model.index(row, FacilityModel::Name).data().toString();
}

} // namespace

class tst_FacilityModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_promises_of_an_item_model()
    {
        TestSite site;
        addManyFacilities(site.office().database, 300);
        Worker reader(site.factory());
        FacilityModel model(reader);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, {});
        load(model, {.search = u"食堂"_s});
        load(model, {.order = FacilityOrder::Address, .direction = Qt::DescendingOrder});
        std::ignore = model.index(299, 0).data();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(changed.wait());
        load(model, model.query());
        model.clear();
    }

    void knows_every_row_at_once_and_reads_those_that_are_looked_at()
    {
        TestSite site;
        addManyFacilities(site.office().database, 1000);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {.order = FacilityOrder::Registered});
        QCOMPARE(model.rowCount(), 1000);
        QVERIFY(nameIn(model, 0).endsWith(u"no 0"_s)); // came with the answer
        QCOMPARE(nameIn(model, 999), u"…"_s);
        QVERIFY(!model.facility(model.index(998, 0)));
        QTRY_VERIFY(nameIn(model, 999).endsWith(u"no 999"_s));
        QCOMPARE(model.facility(model.index(998, 0))->id, model.idAt(model.index(998, 0)));
    }

    void tells_which_rows_have_come()
    {
        TestSite site;
        addManyFacilities(site.office().database, 200);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        std::ignore = nameIn(model, 199);
        QVERIFY(changed.wait());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first()[0].toModelIndex().row(), 192);
        QCOMPARE(changed.first()[1].toModelIndex().row(), 199);
    }

    void only_the_last_of_several_queries_is_answered()
    {
        TestSite site;
        addManyFacilities(site.office().database, 100);
        Worker reader(site.factory());
        FacilityModel model(reader);
        QSignalSpy loaded(&model, &FacilityModel::loaded);
        QSignalSpy failed(&model, &FacilityModel::failed);
        for (const QString &typed : {u"し"_s, u"しら"_s, u"しらか"_s, u"no7"_s})
            model.load({.search = typed});
        QVERIFY(model.isLoading());
        QVERIFY(loaded.wait());
        QVERIFY(!model.isLoading());
        QCOMPARE(model.query().search, u"no7"_s);
        QCOMPARE(model.rowCount(), 11); // 7 and 70 to 79
        QCOMPARE(loaded.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void an_answer_that_comes_after_clearing_is_dropped()
    {
        TestSite site;
        addManyFacilities(site.office().database, 100);
        Worker reader(site.factory());
        FacilityModel model(reader);
        QSignalSpy loaded(&model, &FacilityModel::loaded);
        model.load({});
        model.clear();
        reader.cancelAll();
        QCoreApplication::processEvents();
        QCOMPARE(loaded.count(), 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void a_change_that_moves_no_row_resets_nothing()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"店"_s);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(site.facilities().setState(facility.id, FacilityState::Suspended));
        QSignalSpy loaded(&model, &FacilityModel::loaded);
        model.reload();
        QVERIFY(loaded.wait());
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.facility(model.index(0, 0))->state, FacilityState::Suspended);
    }

    void finds_a_facilitys_row()
    {
        TestSite site;
        site.addFacility(u"あ"_s);
        const Facility second = site.addFacility(u"い"_s);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {.order = FacilityOrder::Name, .direction = Qt::DescendingOrder});
        QCOMPARE(model.indexOf(second.id).row(), 0);
        QVERIFY(!model.indexOf(99).isValid());
        QCOMPARE(model.idAt({}), 0);
    }

    void says_why_nothing_can_be_read()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {});
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy failed(&model, &FacilityModel::failed);
        site.run(u"ALTER TABLE facility RENAME TO away"_s);
        load(model, {});
        QCOMPARE(failed.count(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void says_once_why_a_row_cannot_be_read()
    {
        TestSite site;
        addManyFacilities(site.office().database, 200);
        Worker reader(site.factory());
        FacilityModel model(reader);
        load(model, {});
        QSignalSpy failed(&model, &FacilityModel::failed);
        site.run(u"ALTER TABLE facility_code RENAME TO away"_s);
        std::ignore = nameIn(model, 199);
        QVERIFY(failed.wait());
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(nameIn(model, 199), u"…"_s);
            QCoreApplication::processEvents();
        }
        reader.cancelAll();
        QCoreApplication::processEvents();
        QCOMPARE(failed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_FacilityModel)
#include "tst_FacilityModel.moc"
