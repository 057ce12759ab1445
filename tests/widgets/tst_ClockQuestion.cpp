// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Results.h"
#include "tests/widgets/support/WindowTest.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ClockQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingWhileTheClockIsRight();
    void letsWhoeverLogsInConfirmTheClock();
    void leavesTheClockDoubtedUnlessSomebodyConfirmsIt();
};

namespace {

/// A window whose computer was off for a month.
struct Away
{
    Away()
    {
        must(site.office().clockGuard.look());
        site.clock().set(TestSite::officeTime + 30 * 86400);
    }
    bool isDoubted() { return must(site.office().clockGuard.look()).has_value(); }

    TestSite site;
};

} // namespace

void tst_ClockQuestion::asksNothingWhileTheClockIsRight()
{
    TestSite site;
    WindowTest window(site);
    window.logIn();
    QTRY_COMPARE(TestSite::officeTime, site.clock().now());
    QVERIFY(!must(site.office().clockGuard.look()));
    QVERIFY(window.dialogs.questions.isEmpty());
}

// REQUIREMENTS D1
void tst_ClockQuestion::letsWhoeverLogsInConfirmTheClock()
{
    Away away;
    WindowTest window(away.site);
    QSignalSpy confirmed(window.window.get(), &MainWindow::clockConfirmed);
    window.logIn();
    QTRY_COMPARE(confirmed.size(), 1);
    QCOMPARE(window.dialogs.questions.size(), 1);
    QVERIFY(window.dialogs.questions.first().grave);
    QVERIFY(!away.isDoubted());
    QCOMPARE(away.site.number(u"SELECT count(*) FROM audit WHERE action = 'clock.confirm'"_s), 1);
}

void tst_ClockQuestion::leavesTheClockDoubtedUnlessSomebodyConfirmsIt()
{
    Away away;
    WindowTest window(away.site);
    window.dialogs.agrees = false;
    window.logIn();
    QTRY_COMPARE(window.dialogs.questions.size(), 1);
    QVERIFY(away.isDoubted());
    QCOMPARE(away.site.number(u"SELECT count(*) FROM audit WHERE action = 'clock.confirm'"_s), 0);
}

QTEST_MAIN(tst_ClockQuestion)
#include "tst_ClockQuestion.moc"
