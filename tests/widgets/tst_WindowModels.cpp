// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyFacilities.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/Page.h"
#include "widgets/facilities/FacilityModel.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QTreeView>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// A tester on every model that a view of the window shows.
class Testers
{
public:
    void watch(const QWidget &window)
    {
        QList<QAbstractItemModel *> models = window.findChildren<QAbstractItemModel *>(); // the quick search's, too
        for (const QAbstractItemView *view : window.findChildren<QAbstractItemView *>())
            models << view->model();
        for (QAbstractItemModel *model : std::as_const(models)) {
            if (!model || m_testers.contains(model))
                continue;
            auto tester = std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            // Qt 6.4's tester fetches more while it still takes the model for being reset, and complains of itself: the
            // views do it here, as they are scrolled to the end.
            tester->setUseFetchMore(false);
            m_testers[model] = std::move(tester);
        }
    }
    /// How many models of a class are watched.
    [[nodiscard]] int count(const char *className) const
    {
        return int(std::ranges::count_if(m_testers, [&](const auto &entry) {
            return qstrcmp(entry.first->metaObject()->className(), className) == 0;
        }));
    }

private:
    std::map<QAbstractItemModel *, std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

bool allIsLoaded(const WindowTest &test)
{
    const QList<FacilityModel *> models = test.window->findChildren<FacilityModel *>();
    return std::ranges::none_of(models, &FacilityModel::isLoading);
}

} // namespace

/// Every model of the window keeps the rules of QAbstractItemModel while somebody works with it.
class tst_WindowModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_model_keeps_the_rules()
    {
        TestSite site;
        addManyFacilities(site.office().database, 300);
        site.addEntries(250);
        WindowTest test(site);
        test.logIn();
        Testers testers;
        testers.watch(*test.window);
        QCOMPARE(testers.count("shirase::FacilityModel"), 3); // the list, and two pickers
        QVERIFY(testers.count("shirase::NoticeModel") >= 1);
        QVERIFY(testers.count("shirase::TargetModel") >= 1);
        QVERIFY(testers.count("shirase::AuditModel") >= 1);
        QVERIFY(testers.count("shirase::AccountModel") >= 1);
        QVERIFY(testers.count("QStandardItemModel") >= 1); // of the quick search, and of choices

        const QList<Page *> pages = test.window->findChildren<Page *>();
        for (Page *page : pages) {
            test.goTo(qPrintable(page->objectName()));
            testers.watch(*page); // those that are made when they are first seen
            for (QLineEdit *field : page->findChildren<QLineEdit *>()) {
                if (field->isVisible() && field->objectName().contains(u"earch"_s)) {
                    WindowTest::compose(field, u"食堂"_s);
                    QTest::keyClick(field, Qt::Key_Return);
                    QTRY_VERIFY(allIsLoaded(test));
                    field->clear();
                }
            }
            for (QAbstractItemView *view : page->findChildren<QAbstractItemView *>()) {
                if (view->isVisible()) {
                    view->scrollToBottom();
                    view->selectAll();
                }
            }
            QTest::keyClick(test.window.get(), Qt::Key_F5);
            QTRY_VERIFY(allIsLoaded(test));
        }
        test.window->lock();
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
    }
};

QTEST_MAIN(tst_WindowModels)
#include "tst_WindowModels.moc"
