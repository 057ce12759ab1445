// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"
#include "tests/widgets/support/TestSite.h"
#include "widgets/notices/NoticeModel.h"
#include "widgets/notices/TargetModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeModel : public QObject
{
    Q_OBJECT
private:
    static NoticeId insert(TestSite &site, const Facility &facility, NoticeState state)
    {
        Notice notice;
        notice.state = state;
        notice.targets = {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))};
        notice.textKey = u"standard"_s;
        notice.author = TestSite::userName;
        notice.createdAt = TestSite::officeTime;
        return *site.office().notices.insert(notice);
    }

private Q_SLOTS:
    void shows_the_newest_first_with_day_place_and_state()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        insert(site, facility, NoticeState::Withheld);
        const NoticeId newest = insert(site, facility, NoticeState::Draft);
        NoticeModel model(site.office().notices, site.office().facilities);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.idAt(model.index(0, 0)), newest);
        QCOMPARE(model.index(0, NoticeModel::Place).data().toString(), u"21 Nov 2026, 札幌テスト食堂"_s);
        QCOMPARE(model.index(0, NoticeModel::State).data().toString(), u"Draft"_s);
        QCOMPARE(model.index(1, NoticeModel::State).data().toString(), u"Withheld"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void says_why_nothing_can_be_read()
    {
        TestSite site;
        NoticeModel model(site.office().notices, site.office().facilities);
        QSignalSpy failed(&model, &NoticeModel::failed);
        site.run(u"ALTER TABLE notice RENAME TO away"_s);
        model.load();
        QCOMPARE(failed.count(), 1);
    }

    void a_target_is_taken_once()
    {
        TargetModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const NoticeTarget day = NoticeTarget::wholeDay(1, QDate(2026, 11, 21));
        const NoticeTarget evening{1, japan::startOf(QDate(2026, 11, 21)) + 18 * 3600,
                                   japan::startOf(QDate(2026, 11, 22)) + 3600};
        QVERIFY(model.add({day, u"店"_s}));
        QVERIFY(model.add({evening, u"店"_s}));
        QVERIFY(!model.add({evening, u"店"_s}));
        QCOMPARE(model.targets(), (QList<NoticeTarget>{day, evening}));
        QCOMPARE(model.index(0, TargetModel::Window).data().toString(), u"21 Nov 2026, all day"_s);
        QCOMPARE(model.index(1, TargetModel::Window).data().toString(),
                 u"21 Nov 2026 18:00 to 22 Nov 2026 01:00"_s);
        model.remove(0);
        QCOMPARE(model.targets(), QList<NoticeTarget>{evening});
    }
};

QTEST_GUILESS_MAIN(tst_NoticeModel)
#include "tst_NoticeModel.moc"
