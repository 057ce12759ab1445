// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/RecordingNotifier.h"
#include "tests/widgets/support/TestSite.h"
#include "widgets/shell/Announcer.h"

#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// An announcer for a window that nobody looks at.
struct Case
{
    Case() { facility = site.addFacility(u"札幌テスト食堂"_s).id; }

    NoticeId draft()
    {
        const auto drafted = site.office().noticeDesk.draft(
            *session, {NoticeTarget::wholeDay(facility, QDate(2026, 11, 21))}, u"standard"_s);
        if (!drafted)
            qFatal("%s", qPrintable(drafted.error().message));
        return *drafted;
    }
    void submit()
    {
        if (const Result<> done = site.office().noticeDesk.submit(*session, draft()); !done)
            qFatal("%s", qPrintable(done.error().message));
    }

    TestSite site;
    SharedSession session = site.logIn();
    FacilityId facility = 0;
    ServerStatus server;
    RecordingNotifier notifier;
    QWidget window;
    Announcer *announcer = new Announcer(site.office().notices, server, notifier, window);
};

} // namespace

class tst_Announcer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tells_of_an_approval_that_waits_and_of_no_old_one()
    {
        Case c;
        c.submit();
        c.announcer->setSession(c.session);
        c.announcer->look();
        QVERIFY(c.notifier.titles.isEmpty());
        c.submit();
        c.announcer->look();
        c.announcer->look();
        QCOMPARE(c.notifier.titles, QStringList{u"A notice waits for your approval"_s});
    }

    void tells_only_approvers_of_approvals()
    {
        Case c;
        c.announcer->look(); // nobody is logged in
        c.submit();
        c.announcer->look();
        c.site.addAccount(u"鈴木"_s, Role::Notices);
        c.announcer->setSession(SharedSession(
            c.site.office().staff.logIn(u"鈴木"_s, SecretBytes(QByteArrayView(TestSite::password.toUtf8()))).value()));
        c.announcer->look();
        c.submit();
        c.announcer->look();
        QVERIFY(c.notifier.titles.isEmpty());
    }

    void tells_that_a_notice_has_been_sent()
    {
        Case c;
        c.draft();
        c.announcer->look();
        c.site.run(u"UPDATE notice SET state = 'sent'"_s);
        c.announcer->look();
        c.announcer->look();
        QCOMPARE(c.notifier.titles, QStringList{u"A notice has been sent"_s});
    }

    void tells_of_a_warning_once_and_again_when_it_comes_back()
    {
        Case c;
        const QString warning = u"The relay does not answer."_s;
        c.server.setRelayProblem(warning);
        c.server.setHeld(u"A notice is paused."_s);
        QCOMPARE(c.notifier.texts, (QStringList{warning, u"A notice is paused."_s}));
        c.server.setRelayProblem({});
        c.server.setRelayProblem(warning);
        QCOMPARE(c.notifier.texts.size(), 3);
        c.server.setRunning(u"http://127.0.0.1:8080"_s);
        QCOMPARE(c.notifier.texts.size(), 3);
    }

    // A notification may show over a locked screen.
    void names_no_facility()
    {
        Case c;
        c.announcer->setSession(c.session);
        c.announcer->look();
        c.submit();
        c.announcer->look();
        c.site.run(u"UPDATE notice SET state = 'sent'"_s);
        c.announcer->look();
        QCOMPARE(c.notifier.titles.size(), 2);
        QVERIFY(!(c.notifier.titles + c.notifier.texts).join(u' ').contains(u"札幌"_s));
    }

    void says_nothing_to_who_looks_at_the_window()
    {
        Case c;
        c.window.show();
        c.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&c.window));
        c.server.setStopped(u"The port is in use."_s);
        QVERIFY(c.notifier.titles.isEmpty());
    }

    void says_nothing_new_while_the_database_cannot_be_read()
    {
        Case c;
        c.submit();
        c.announcer->setSession(c.session);
        c.announcer->look();
        c.site.run(u"ALTER TABLE notice RENAME TO away"_s);
        c.announcer->look();
        c.site.run(u"ALTER TABLE away RENAME TO notice"_s);
        c.announcer->look();
        QVERIFY(c.notifier.titles.isEmpty());
    }
};

QTEST_MAIN(tst_Announcer)
#include "tst_Announcer.moc"
