// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ListTable.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Three columns, of which the one in the middle takes what the others leave.
struct Case
{
    Case()
    {
        for (const auto &[name, place, day] : {std::tuple(u"A"_s, u"札幌市\n北区"_s, u"1"_s), std::tuple(u"B"_s, u"函館市"_s, u"2"_s)})
            model.appendRow({new QStandardItem(name), new QStandardItem(place), new QStandardItem(day)});
        table.resize(600, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
    }
    [[nodiscard]] QList<int> widths() const { return {table.columnWidth(0), table.columnWidth(1), table.columnWidth(2)}; }
    void drag(int column, int width) { table.horizontalHeader()->resizeSection(column, width); }
    void goToStandard()
    {
        Q_EMIT table.horizontalHeader()->customContextMenuRequested({5, 5});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().first()->trigger();
        menu->close();
    }

    QStandardItemModel model{0, 3};
    ListTable table{u"list"_s, u"List"_s, &model, {1}};
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
};

} // namespace

class tst_ListTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void one_column_takes_the_room_that_the_others_leave()
    {
        Case c;
        QTRY_COMPARE(c.widths()[0] + c.widths()[1] + c.widths()[2], c.table.viewport()->width());
        QVERIFY(c.widths()[1] > c.widths()[0]);
        c.table.resize(800, 300);
        QTRY_COMPARE(c.widths()[0] + c.widths()[1] + c.widths()[2], c.table.viewport()->width());
    }

    void a_width_that_somebody_has_set_stays()
    {
        Case c;
        c.drag(0, 211);
        const QList<int> set = c.widths();
        c.table.resize(800, 300);
        c.model.item(0, 0)->setText(u"a much longer name than there was before"_s);
        QCoreApplication::processEvents();
        QCOMPARE(c.widths(), set);
        c.goToStandard();
        QTRY_COMPARE(c.widths()[0] + c.widths()[1] + c.widths()[2], c.table.viewport()->width());
    }

    void widths_are_kept_from_window_to_window()
    {
        Case c;
        c.table.saveColumns(c.settings, u"list"_s);
        QVERIFY(!c.settings.contains(u"list/columns"_s)); // nobody has set any
        c.drag(0, 211);
        c.drag(1, 95);
        c.table.saveColumns(c.settings, u"list"_s);
        Case next;
        next.table.restoreColumns(c.settings, u"list"_s);
        QCOMPARE(next.widths(), c.widths());
        next.table.resize(800, 300);
        QCOMPARE(next.widths(), c.widths());
        next.goToStandard();
        next.table.saveColumns(c.settings, u"list"_s);
        QVERIFY(!c.settings.contains(u"list/columns"_s));
    }

    void what_does_not_fit_the_table_is_left_alone_data()
    {
        QTest::addColumn<QVariant>("kept");
        QTest::newRow("nothing") << QVariant();
        QTest::newRow("of fewer columns") << QVariant(QVariantList{100, 200});
        QTest::newRow("no list") << QVariant(u"rubbish"_s);
    }
    void what_does_not_fit_the_table_is_left_alone()
    {
        QFETCH(QVariant, kept);
        Case c;
        const QList<int> before = c.widths();
        c.settings.setValue(u"list/columns"_s, kept);
        c.table.restoreColumns(c.settings, u"list"_s);
        QCOMPARE(c.widths(), before);
    }

    void rows_are_copied_as_a_spreadsheet_takes_them()
    {
        Case c;
        c.table.setColumnHidden(0, true);
        c.table.selectAll();
        c.table.setFocus();
        QTest::keyClick(&c.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"札幌市 北区\t1\n函館市\t2"_s);
    }

    void nothing_that_is_copied_is_executed_by_a_spreadsheet()
    {
        Case c;
        c.model.item(0, 0)->setText(u"=HYPERLINK(\"http://x\")"_s);
        c.model.item(0, 2)->setText(u"\t＋1"_s);
        c.table.selectRow(0);
        c.table.setFocus();
        QTest::keyClick(&c.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"'=HYPERLINK(\"http://x\")\t札幌市 北区\t'＋1"_s);
    }

    void the_menu_has_what_the_page_adds_and_copies()
    {
        Case c;
        connect(&c.table, &ListTable::menuAsked, &c.table, [](QMenu &menu) { menu.addAction(u"Open"_s); });
        c.table.selectRow(1);
        Q_EMIT c.table.customContextMenuRequested({5, 5});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"Open"_s);
        menu->actions().last()->trigger();
        menu->close();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"B\t函館市\t2"_s);
    }
};

QTEST_MAIN(tst_ListTable)
#include "tst_ListTable.moc"
