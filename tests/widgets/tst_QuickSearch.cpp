// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Presses Ctrl+K and types.
void search(WindowTest &test, const QString &text)
{
    QTest::keyClick(test.window.get(), Qt::Key_K, Qt::ControlModifier);
    WindowTest::compose(test.find<QLineEdit>("quickSearch"), text);
}

QStringList linesIn(const WindowTest &test)
{
    const auto *list = test.find<QAbstractItemView>("quickSearchList");
    QStringList lines;
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        lines << list->model()->index(row, 0).data().toString();
    return lines;
}

NoticeId addNotice(TestSite &site, const Facility &facility)
{
    const auto session = site.logIn();
    const Result<NoticeId> notice = site.office().noticeDesk.draft(
        *session, {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))}, u"standard"_s);
    if (!notice)
        qFatal("%s", qPrintable(notice.error().message));
    return *notice;
}

} // namespace

class tst_QuickSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_facility_is_found_from_another_page_and_shown_on_its_own()
    {
        TestSite site;
        site.addFacility(u"ラーメン太郎"_s);
        site.addFacility(u"そば次郎"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("mailPage");
        search(test, u"ｿﾊﾞ"_s);
        QTRY_COMPARE(linesIn(test).size(), 1);
        QVERIFY(linesIn(test).first().startsWith(u"そば次郎"_s));
        QTest::keyClick(test.find<QAbstractItemView>("quickSearchList"), Qt::Key_Return);
        QTRY_COMPARE(test.textOf("facilityName"), u"そば次郎"_s);
        QCOMPARE(test.find<QTableView>("facilityTable")->model()->rowCount(), 2); // among the others
        QVERIFY(test.find<QLineEdit>("quickSearch")->text().isEmpty());
        QVERIFY(!test.find<QAbstractItemView>("quickSearchList"));
    }

    void enter_before_the_list_chooses_what_is_found_first()
    {
        TestSite site;
        site.addFacility(u"ラーメン太郎"_s);
        site.addFacility(u"そば次郎"_s);
        WindowTest test(site);
        test.logIn();
        search(test, u"らーめん"_s);
        QTest::keyClick(test.find<QLineEdit>("quickSearch"), Qt::Key_Return);
        QTRY_COMPARE(test.textOf("facilityName"), u"ラーメン太郎"_s);
        QVERIFY(test.find<QLineEdit>("quickSearch")->text().isEmpty());
    }

    void a_notice_is_found_by_its_number_and_by_its_facility_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("number") << QString();
        QTest::newRow("facility") << u"シラカバ"_s;
    }

    void a_notice_is_found_by_its_number_and_by_its_facility()
    {
        QFETCH(QString, typed);
        TestSite site;
        const Facility facility = site.addFacility(u"喫茶しらかば"_s);
        site.visit(facility, {u"taro@example.jp"_s});
        const NoticeId id = addNotice(site, facility);
        WindowTest test(site);
        test.logIn();
        search(test, typed.isEmpty() ? QString::number(id) : typed);
        QTRY_VERIFY(!linesIn(test).isEmpty());
        const QStringList lines = linesIn(test);
        QVERIFY2(lines.last().startsWith(u"Notice %1"_s.arg(id)), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.last().contains(u"喫茶しらかば"_s));
        auto *list = test.find<QAbstractItemView>("quickSearchList");
        for (qsizetype i = 1; i < lines.size(); ++i)
            QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(test.find<QWidget>("noticePage"));
        QTRY_VERIFY(test.find<QLabel>("stepState1"));
    }

    void the_field_lies_within_the_window()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.window->resize(1024, 700);
        QCoreApplication::processEvents();
        const auto *field = test.find<QLineEdit>("quickSearch");
        const QRect place(field->mapTo(test.window.get(), QPoint()), field->size());
        QVERIFY(test.window->rect().contains(place));
        QVERIFY(place.width() > 200);
    }

    void what_is_not_there_is_said()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        search(test, u"どこにもない"_s);
        QTRY_COMPARE(linesIn(test).size(), 1);
        QTest::keyClick(test.find<QAbstractItemView>("quickSearchList"), Qt::Key_Return);
        QVERIFY(test.find<QWidget>("facilityPage"));
    }

    void locking_forgets_what_was_found()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        search(test, u"店"_s);
        QTRY_COMPARE(linesIn(test).size(), 1);
        test.window->lock();
        QVERIFY(!test.find<QAbstractItemView>("quickSearchList"));
        QVERIFY(test.find<QLineEdit>("quickSearch")->text().isEmpty());
        QVERIFY(!test.find<QLineEdit>("quickSearch")->isEnabled());
    }

    void a_database_that_fails_is_said()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn();
        site.run(u"ALTER TABLE notice_target RENAME TO away"_s);
        search(test, u"店"_s);
        QTRY_COMPARE(test.dialogs.errors.size(), 1);
    }
};

QTEST_MAIN(tst_QuickSearch)
#include "tst_QuickSearch.moc"
