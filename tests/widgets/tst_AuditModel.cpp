// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"
#include "widgets/audit/AuditModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_AuditModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_promises_of_an_item_model()
    {
        TestSite site;
        site.addEntries(3);
        AuditModel model(site.office().staff.audit());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load(site.logIn(), {});
        model.load(site.logIn(), {.account = u"だれか"_s, .action = {}, .from = {}, .until = {}});
        model.load(site.logIn(), {});
        model.clear();
    }

    void reads_a_page_at_a_time_the_newest_first()
    {
        TestSite site;
        const int added = AuditModel::pageSize * 2 + 3;
        const SharedSession session = site.logIn();
        site.addEntries(added);
        // Without a QAbstractItemModelTester, which fetches more by itself.
        AuditModel model(site.office().staff.audit());
        model.load(session, {});
        QCOMPARE(model.rowCount(), AuditModel::pageSize);
        QCOMPARE(subjectOf(model, 0), u"Notice %1"_s.arg(added));
        int pages = 1;
        while (model.canFetchMore({})) {
            model.fetchMore({});
            ++pages;
        }
        QCOMPARE(pages, 3);
        QCOMPARE(model.rowCount(), added + 2); // with the set-up and the log-in
        for (int i = 0; i < added; ++i)
            QCOMPARE(subjectOf(model, i), u"Notice %1"_s.arg(added - i));
    }

    void says_why_nothing_can_be_read()
    {
        TestSite site;
        AuditModel model(site.office().staff.audit());
        QSignalSpy failed(&model, &AuditModel::failed);
        const SharedSession session = site.logIn();
        site.run(u"ALTER TABLE audit RENAME TO away"_s);
        model.load(session, {});
        QCOMPARE(failed.count(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void lets_go_of_the_session_when_it_is_cleared()
    {
        TestSite site;
        AuditModel model(site.office().staff.audit());
        SharedSession session = site.logIn();
        const std::weak_ptr<const Session> watched = session;
        model.load(std::move(session), {});
        QVERIFY(!watched.expired());
        model.clear();
        QVERIFY(watched.expired());
    }

private:
    static QString subjectOf(const AuditModel &model, int row)
    {
        return model.index(row, AuditModel::Subject).data().toString();
    }
};

QTEST_GUILESS_MAIN(tst_AuditModel)
#include "tst_AuditModel.moc"
