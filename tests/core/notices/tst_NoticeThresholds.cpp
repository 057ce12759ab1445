// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeThresholds.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeThresholds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithSensibleOnes()
    {
        TestOffice office;
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        const QList<NoticeThreshold> all = must(thresholds.list());
        QCOMPARE(all.size(), 9);
        QVERIFY(all.contains({FacilityKind::Event, 1, 20, Recommendation::Send}));
    }

    void addsChangesAndRemoves()
    {
        TestOffice office;
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        NoticeThreshold threshold{FacilityKind::Event, 3, 7, Recommendation::Consider};
        VERIFY_DONE(thresholds.set(*office.session, threshold));
        threshold.recommendation = Recommendation::Send;
        VERIFY_DONE(thresholds.set(*office.session, threshold));
        QCOMPARE(must(thresholds.list()).count(threshold), 1);
        VERIFY_DONE(thresholds.remove(*office.session, threshold));
        QVERIFY(!must(thresholds.list()).contains(threshold));
        VERIFY_FAILS(thresholds.remove(*office.session, threshold), ErrorCode::NotFound);
        const QString subject = u"threshold event 3 7 send"_s;
        QStringList actions;
        for (const AuditLog::Entry &entry : must(office.staff.audit().about(subject)))
            actions << entry.action;
        QCOMPARE(actions, (QStringList{u"threshold.set"_s, u"threshold.remove"_s}));
    }

    void refusesWhatMakesNoSense_data()
    {
        QTest::addColumn<int>("infected");
        QTest::addColumn<int>("registrations");
        QTest::addColumn<int>("recommendation");
        QTest::newRow("nobody infected") << 0 << 1 << int(Recommendation::Send);
        QTest::newRow("negative") << 1 << -1 << int(Recommendation::Send);
        QTest::newRow("too many") << 1 << 1'000'001 << int(Recommendation::Send);
        QTest::newRow("nothing recommended") << 1 << 1 << int(Recommendation::None);
    }
    void refusesWhatMakesNoSense()
    {
        QFETCH(int, infected);
        QFETCH(int, registrations);
        QFETCH(int, recommendation);
        TestOffice office;
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        VERIFY_FAILS(thresholds.set(*office.session, {FacilityKind::Store, infected, registrations,
                                                      Recommendation(recommendation)}),
                     ErrorCode::Invalid);
        QCOMPARE(must(thresholds.list()).size(), 9);
    }

    void takesTheRightRole_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("administrator") << int(Role::Administrator) << true;
        QTest::newRow("approval") << int(Role::Approval) << true;
        QTest::newRow("notices") << int(Role::Notices) << false;
        QTest::newRow("facilities") << int(Role::Facilities) << false;
        QTest::newRow("audit") << int(Role::Audit) << false;
    }
    void takesTheRightRole()
    {
        QFETCH(int, role);
        QFETCH(bool, allowed);
        TestOffice office;
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        const auto session = office.logIn(u"鈴木"_s, Role(role));
        const NoticeThreshold threshold{FacilityKind::Store, 5, 5, Recommendation::Send};
        if (allowed)
            VERIFY_DONE(thresholds.set(*session, threshold));
        else
            VERIFY_FAILS(thresholds.set(*session, threshold), ErrorCode::Refused);
        QCOMPARE(must(thresholds.list()).contains(threshold), allowed);
    }

    void recommendsByTheStrongestThatIsReached_data()
    {
        QTest::addColumn<int>("infected");
        QTest::addColumn<int>("people");
        QTest::addColumn<Recommendation>("expected");
        QTest::newRow("below all") << 1 << 1 << Recommendation::None;
        QTest::newRow("enough people") << 1 << 2 << Recommendation::Consider;
        QTest::newRow("infected, but too few people") << 3 << 2 << Recommendation::Consider;
        QTest::newRow("both") << 3 << 3 << Recommendation::Send;
    }
    void recommendsByTheStrongestThatIsReached()
    {
        QFETCH(int, infected);
        QFETCH(int, people);
        QFETCH(Recommendation, expected);
        TestOffice office;
        office.run(u"DELETE FROM notice_threshold"_s);
        office.run(
            u"INSERT INTO notice_threshold VALUES ('store', 1, 2, 'consider'), ('store', 3, 3, 'send'), "
            "('event', 1, 0, 'send')"_s);
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        const Facility shop = office.addFacility();
        QStringList addresses;
        for (int i = 0; i < people; ++i)
            addresses << u"user%1@example.jp"_s.arg(i);
        office.visit(shop, addresses);
        office.clock.advance(60);
        office.visit(shop, addresses); // the same people once more
        const NoticeTarget day = NoticeTarget::wholeDay(shop.id, QDate(2026, 11, 21));
        QCOMPARE(must(thresholds.recommend({day}, infected)), expected);
    }

    void considersAKindThatHasNoThresholds()
    {
        TestOffice office;
        office.run(u"DELETE FROM notice_threshold WHERE kind = 'store'"_s);
        NoticeThresholds thresholds(*office.files.main, office.facilities, office.staff.audit());
        const NoticeTarget day = NoticeTarget::wholeDay(office.addFacility().id, QDate(2026, 11, 21));
        QCOMPARE(must(thresholds.recommend({day}, 1)), Recommendation::Consider);
    }
};

QTEST_GUILESS_MAIN(tst_NoticeThresholds)
#include "tst_NoticeThresholds.moc"
