// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/DashboardWarnings.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/shell/ServerStatus.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
const qint64 morning = *japan::parseDateTime(u"2026-11-24T10:00"_s);
const qint64 midnight = morning - 10 * hour;

/// An office where all is well, watched since yesterday.
struct Case
{
    Case()
    {
        server.setRunning(u"https://example.jp"_s);
        figures.at = morning;
        figures.erasure = ErasureReport{};
        figures.erasure->at = midnight + 3 * minute;
    }

    [[nodiscard]] QList<DashboardWarning> found() const
    {
        return DashboardWarnings(server, startedAt).of(figures, places);
    }
    [[nodiscard]] QStringList sentences() const
    {
        QStringList texts;
        for (const DashboardWarning &warning : found())
            texts << warning.what;
        return texts;
    }

    ServerStatus server;
    OfficeFigures figures;
    DashboardPlaces places;
    qint64 startedAt = morning - day;
};

DashboardPlaces::Burst burstOf(FacilityId facility, int registrations = 40)
{
    return {{facility, morning - hour, registrations}, u"店%1"_s.arg(facility)};
}

} // namespace

class tst_DashboardWarnings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing_is_said_while_all_is_well()
    {
        Case c;
        c.server.setCertificateEnd(morning + 90 * day);
        c.figures.mail.waiting = 12;
        c.figures.mail.failed = 2;
        c.figures.mail.oldestWaiting = morning - 2 * day; // is tried again now and then
        c.figures.overdueSince = morning - OfficeFigures::standstillSeconds;
        QCOMPARE(c.sentences(), QStringList());
    }

    void every_warning_says_what_to_do()
    {
        Case c;
        c.server.setStopped(u"Port 8080 is in use."_s);
        c.server.setSettingsProblem(u"Line 3 is not understood."_s);
        c.server.setDiskProblem(u"Only 100 MB are free."_s);
        c.server.setCertificateEnd(morning - day);
        c.server.setErasureProblem(u"The disk is full."_s);
        c.server.setRelayProblem(u"The relay refused the log-in."_s);
        c.figures.mail.held = 2;
        c.figures.heldNotices = {{7, {HoldReason::Kind::Restored, {}}}};
        c.places.bursts = {burstOf(1)};
        const QList<DashboardWarning> found = c.found();
        QCOMPARE(found.size(), 9);
        for (const DashboardWarning &warning : found) {
            QVERIFY2(!warning.todo.isEmpty(), qPrintable(warning.what));
            QVERIFY2(warning.what.endsWith(u'.'), qPrintable(warning.what));
        }
        QVERIFY(found.first().what.contains(u"Visitors cannot register"_s)); // the most urgent
    }

    void a_certificate_is_told_a_fortnight_before_its_end()
    {
        Case c;
        c.server.setCertificateEnd(morning + 14 * day + 1);
        QCOMPARE(c.sentences(), QStringList());
        c.server.setCertificateEnd(morning + 14 * day);
        QVERIFY(c.sentences().value(0).contains(u"runs out on 8 Dec 2026 10:00"_s));
        c.server.setCertificateEnd(morning);
        QVERIFY(c.sentences().value(0).contains(u"ran out on 24 Nov 2026 10:00"_s));
    }

    // Server, certificate, disk and erasure are mended in this window, by those who may.
    void what_can_be_mended_leads_there()
    {
        Case c;
        c.server.setStopped(u"Port 8080 is in use."_s);
        c.server.setDiskProblem(u"Only 100 MB are free."_s);
        c.server.setCertificateEnd(morning - day);
        c.server.setErasureProblem(u"The disk is full."_s);
        QList<DashboardGoal> goals;
        for (const DashboardWarning &warning : c.found())
            goals << warning.goal;
        using Place = DashboardGoal::Place;
        QCOMPARE(goals, (QList<DashboardGoal>{{Place::Web},
                                              {Place::Setting, 0, u"backup.keep_days"_s},
                                              {Place::Setting, 0, u"web.tls_certificate"_s},
                                              {Place::Erasure}}));
    }

    void an_erasure_is_overdue_an_hour_after_midnight_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("startedAt");
        QTest::addColumn<qint64>("doneAt");
        QTest::addColumn<bool>("told");
        QTest::newRow("done today") << morning << morning - day << midnight << false;
        QTest::newRow("done yesterday") << morning << morning - day << midnight - hour << true;
        QTest::newRow("midnight is just over") << midnight + hour << morning - day << midnight - day << false;
        QTest::newRow("an hour is over") << midnight + hour + 1 << morning - day << midnight - day << true;
        QTest::newRow("the program has just been started") << morning << morning - hour << midnight - 9 * day << false;
    }

    void an_erasure_is_overdue_an_hour_after_midnight()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, startedAt);
        QFETCH(qint64, doneAt);
        QFETCH(bool, told);
        Case c;
        c.figures.at = now;
        c.startedAt = startedAt;
        c.figures.erasure->at = doneAt;
        QCOMPARE(c.sentences().join(u' ').contains(u"erasure"_s), told);
    }

    void a_queue_stands_still_when_mail_is_late_or_the_relay_refuses()
    {
        Case c;
        c.figures.overdueSince = morning - OfficeFigures::standstillSeconds - 1;
        QCOMPARE(c.found().size(), 1);
        QCOMPARE(c.found()[0].goal, (DashboardGoal{DashboardGoal::Place::Mail}));
        c.server.setRelayProblem(u"The relay refused the log-in."_s);
        QCOMPARE(c.found().size(), 1); // one reason is enough
        QVERIFY(c.sentences()[0].contains(u"The relay refused the log-in."_s));
    }

    void a_stopped_notice_leads_to_it()
    {
        Case c;
        c.figures.heldNotices = {{7, {HoldReason::Kind::TextChanged, {}}}};
        QCOMPARE(c.found().size(), 1);
        QCOMPARE(c.found()[0].goal, (DashboardGoal{DashboardGoal::Place::Notice, 7}));
    }

    void many_of_a_kind_are_counted()
    {
        Case c;
        for (int i = 1; i <= 8; ++i)
            c.places.bursts.append(burstOf(i));
        QCOMPARE(c.found().size(), DashboardWarnings::mostOfAKind + 1);
        QCOMPARE(c.found()[0].goal, (DashboardGoal{DashboardGoal::Place::Facility, 1}));
        QVERIFY(c.sentences().last().contains(u'5'));
    }
};

QTEST_GUILESS_MAIN(tst_DashboardWarnings)
#include "tst_DashboardWarnings.moc"
