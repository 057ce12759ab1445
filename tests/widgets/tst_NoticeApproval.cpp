// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Results.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/JapaneseDateTimeEdit.h"
#include "widgets/notices/NoticeActions.h"
#include "widgets/notices/NoticeEditor.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QThread>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString approver = u"鈴木"_s;
const QString approverPassword = u"こもれびと木立1234"_s;

/// A facility that two people visited, and the window with the notices page open.
struct Case
{
    explicit Case(bool withApprover = false)
    {
        facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(*facility, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
        if (withApprover)
            addApprover();
        test = std::make_unique<WindowTest>(site);
        test->logIn();
        test->goTo("noticePage");
    }
    void addApprover()
    {
        StaffDesk &staff = site.office().staff;
        const auto session =
            staff.logIn(TestSite::userName, SecretBytes(QByteArrayView(TestSite::password.toUtf8())));
        QVERIFY(session);
        QVERIFY(staff.add(**session, approver, Role::Approval,
                          SecretBytes(QByteArrayView(approverPassword.toUtf8()))));
    }
    void choose(const QString &search)
    {
        test->type("facilityPickerSearch", search);
        QTest::keyClick(test->find<QLineEdit>("facilityPickerSearch"), Qt::Key_Return);
        QTRY_VERIFY(test->find<QPushButton>("targetAdd")->isEnabled());
    }
    void chooseTarget(const QString &search = u"札幌"_s)
    {
        test->click("noticeNew");
        choose(search);
        test->find<QDateEdit>("targetDay")->setDate(QDate(2026, 11, 21));
        test->click("targetAdd");
        QTRY_VERIFY(test->find<QPushButton>("textUse"));
    }
    void draft()
    {
        chooseTarget();
        test->click("textUse");
        QTRY_VERIFY(test->find<QPushButton>("withhold"));
    }
    void changeTo(const QString &user, const QString &password)
    {
        test->window->lock();
        test->typeLogIn(password, user);
        QTRY_VERIFY(!test->window->isLocked());
        test->goTo("noticePage");
    }
    void openFirst()
    {
        auto *table = test->find<QTableView>("noticeTable");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
    }
    [[nodiscard]] Notice newest() { return site.office().notices.newest(1)->first(); }
    [[nodiscard]] QString sideBarTitle() const
    {
        return test->entryOf("noticePage")->text();
    }

    TestSite site;
    std::optional<Facility> facility;
    std::unique_ptr<WindowTest> test;
};

/// What acts on notices, with a worker that can be held up.
class Desk
{
public:
    Desk() { m_facility = site.addFacility(u"札幌テスト食堂"_s).id; }
    ~Desk() { goOn(); }

    [[nodiscard]] PageContext context() { return {site.office(), m_worker, m_worker, m_watcher, m_dialogs}; }
    NoticeId draft()
    {
        return must(site.office().noticeDesk.draft(
            *site.logIn(), {NoticeTarget::wholeDay(m_facility, QDate(2026, 11, 21))}, u"standard"_s));
    }
    /// What the worker is given from now on waits until goOn().
    void block()
    {
        m_goesOn = false;
        m_worker.run<void>(
            &m_blocker,
            [this](Office &, const Job::Report &) -> Result<> {
                while (!m_goesOn)
                    QThread::yieldCurrentThread();
                return {};
            },
            [](Result<>) {});
    }
    void goOn() { m_goesOn = true; }

    TestSite site;

private:
    FacilityId m_facility = 0;
    std::atomic<bool> m_goesOn = true;
    QObject m_blocker;
    AnsweringDialogs m_dialogs;
    Worker m_worker{site.factory()};
    Worker m_watcher{site.factory()};
};

} // namespace

/// Deciding about a notice in the window: thresholds, two people, exercises, the report.
class tst_NoticeApproval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_can_be_done_with_a_notice_is_in_its_menu()
    {
        Case c(true);
        c.draft();
        c.openFirst();
        auto *table = c.test->find<QTableView>("noticeTable");
        Q_EMIT table->customContextMenuRequested(table->visualRect(table->model()->index(0, 0)).center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        QVERIFY2(texts.contains(c.test->find<QPushButton>("submit")->text()), qPrintable(texts.join(u", ")));
        QVERIFY2(texts.contains(u"&Copy"_s), qPrintable(texts.join(u", ")));
        menu->close();
    }

    void two_people_decide_together()
    {
        Case c(true);
        c.draft();
        QVERIFY(!c.test->find<QPushButton>("approve")); // the author is not offered it
        c.test->click("submit");
        QTRY_COMPARE(c.test->textOf("stepState4"), u"Waiting for approval by somebody else"_s);
        QVERIFY(!c.test->find<QPushButton>("sendBack"));
        QCOMPARE(c.sideBarTitle(), u"Notices"_s);

        c.changeTo(approver, approverPassword);
        QTRY_COMPARE(c.sideBarTitle(), u"Notices (1)"_s);
        c.test->find<QComboBox>("noticeFilter")->setCurrentIndex(1);
        QCOMPARE(c.test->find<QTableView>("noticeTable")->model()->rowCount(), 1);
        c.openFirst();
        QTRY_COMPARE(c.test->textOf("peopleNumber"), u"2 people"_s);
        QVERIFY(c.test->textOf("approvalHash").startsWith(QString::fromLatin1(c.newest().textHash.first(8))));
        c.test->dialogs.text = u"日付を確かめてください"_s;
        c.test->click("sendBack");
        QTRY_COMPARE(c.newest().state, NoticeState::Draft);
        QTRY_COMPARE(c.sideBarTitle(), u"Notices"_s);

        c.changeTo(TestSite::userName, TestSite::password);
        c.openFirst();
        QTRY_COMPARE(c.test->textOf("stepState4"), u"Sent back"_s);
        QVERIFY(c.test->textOf("approvalFacts").contains(u"日付を確かめてください"_s));
        c.test->click("submit");
        QTRY_COMPARE(c.newest().state, NoticeState::Waiting);

        c.changeTo(approver, approverPassword);
        c.openFirst();
        QTRY_VERIFY(c.test->find<QPushButton>("approve") &&
                    c.test->find<QPushButton>("approve")->isEnabled());
        QCOMPARE(c.test->find<QPushButton>("approve")->text(), u"A&pprove for 2 people…"_s);
        c.test->click("approve");
        QTRY_COMPARE(c.newest().state, NoticeState::Approved);
        QCOMPARE(c.newest().approver, approver);
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
        QVERIFY(!c.test->find<QPushButton>("send")->isEnabled()); // that is the notices role's
    }

    void one_act_that_was_cancelled_does_not_hide_why_another_failed()
    {
        Desk desk;
        NoticeActions actions(desk.context(), nullptr);
        actions.enter(desk.site.logIn());
        QHash<NoticeId, std::optional<Error>> ended;
        connect(&actions, &NoticeActions::ended, this,
                [&](NoticeId id, const std::optional<Error> &problem) { ended.insert(id, problem); });
        desk.block();
        actions.submit(11); // there are no such notices
        actions.submit(12);
        actions.cancel(12);
        QVERIFY(actions.acting(11));
        desk.goOn();
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(ended[11]);
        QCOMPARE(ended[11]->code, ErrorCode::NotFound);
        QVERIFY(!ended[12]);
        QVERIFY(!actions.acting(11));
    }

    void an_act_is_followed_when_one_comes_back_to_its_notice()
    {
        Desk desk;
        const NoticeId first = desk.draft();
        const NoticeId second = desk.draft();
        NoticeEditor editor(desk.context());
        QSignalSpy failed(&editor, &NoticeEditor::failed);
        editor.enter(desk.site.logIn());
        editor.open(first);
        editor.show();
        auto *approve = editor.findChild<QPushButton *>(u"approve"_s);
        QTRY_VERIFY(approve->isEnabled());
        desk.block();
        approve->click();
        const auto *cancel = editor.findChild<QPushButton *>(u"approvalCancel"_s);
        QVERIFY(cancel->isVisible());
        editor.open(second);
        QVERIFY(!cancel->isVisible());
        editor.open(first);
        QVERIFY(cancel->isVisible());
        QVERIFY(!approve->isVisible()); // not a second time
        editor.open(second);

        // And what became of it is said, wherever one is.
        desk.site.runElsewhere(u"UPDATE notice SET state = 'cancelled' WHERE id = %1"_s.arg(first));
        desk.goOn();
        QTRY_COMPARE(failed.size(), 1);
        const QString sentence = failed.first().first().value<Error>().message;
        QVERIFY2(sentence.startsWith(u"Notice %1: "_s.arg(first)), qPrintable(sentence));
    }

    void a_case_below_the_thresholds_takes_a_reason()
    {
        Case c;
        c.site.run(u"DELETE FROM notice_threshold WHERE infected = 1"_s);
        c.draft();
        QVERIFY(c.test->textOf("peopleRecommendation").contains(u"below the thresholds"_s));
        c.test->click("approve"); // no reason given
        QCOMPARE(c.newest().state, NoticeState::Draft);
        c.test->dialogs.text = u"換気ができないため"_s;
        c.test->click("approve");
        QTRY_COMPARE(c.newest().state, NoticeState::Approved);
        QTRY_VERIFY(c.test->textOf("approvalFacts").contains(u"換気ができないため"_s));
    }

    void nothing_is_recommended_where_nobody_would_be_told()
    {
        Case c;
        c.site.run(u"DELETE FROM visit"_s);
        c.chooseTarget();
        QTRY_COMPARE(c.test->textOf("peopleNumber"), u"0 people"_s);
        QCOMPARE(c.test->textOf("stepState2"), u"Nobody would be told"_s);
        QVERIFY(!c.test->find<QLabel>("peopleRecommendation"));
    }

    void more_infected_people_change_the_recommendation()
    {
        Case c;
        c.chooseTarget();
        QVERIFY(c.test->textOf("peopleRecommendation").contains(u"considering"_s));
        c.test->find<QSpinBox>("targetInfected")->setValue(2);
        QTRY_VERIFY(c.test->textOf("peopleRecommendation").contains(u"sending"_s));
        QTRY_VERIFY(c.test->find<QPushButton>("textUse"));
        c.test->click("textUse");
        QTRY_VERIFY(c.test->find<QPushButton>("approve"));
        QCOMPARE(c.newest().infected, 2);
        c.test->dialogs.text = u"全員を把握"_s;
        c.test->click("withhold");
        QVERIFY(c.test->dialogs.questions.last().explanation.contains(u"recommend sending"_s));
        QTRY_COMPARE(c.newest().state, NoticeState::Withheld);
    }

    void thresholds_are_edited_in_a_dialog()
    {
        Case c;
        c.test->click("noticeThresholds");
        auto *list = c.test->find<QTreeWidget>("thresholdList");
        QCOMPARE(list->topLevelItemCount(), 9);
        c.test->find<QSpinBox>("thresholdInfected")->setValue(4);
        c.test->find<QSpinBox>("thresholdRegistrations")->setValue(7);
        c.test->click("thresholdSet");
        QCOMPARE(list->topLevelItemCount(), 10);
        QCOMPARE(c.site.number(
                     u"SELECT count(*) FROM notice_threshold WHERE infected = 4 AND registrations = 7"_s),
                 1);
        QVERIFY(!c.test->find<QPushButton>("thresholdRemove")->isEnabled());
        list->setCurrentItem(list->topLevelItem(0));
        c.test->click("thresholdRemove");
        QCOMPARE(list->topLevelItemCount(), 9);
        c.test->window->lock(); // no dialog stays over a locked window
        QTRY_VERIFY(!c.test->find<QTreeWidget>("thresholdList"));
    }

    void a_range_of_ten_years_is_refused_at_the_field()
    {
        Case c;
        c.test->click("noticeNew");
        c.choose(u"札幌"_s);
        QTest::mouseClick(c.test->find<QRadioButton>("targetWindow"), Qt::LeftButton);
        c.test->find<JapaneseDateTimeEdit>("targetFrom")->setAt(TestSite::visitTime - 10LL * 365 * 24 * 3600);
        c.test->find<JapaneseDateTimeEdit>("targetUntil")->setAt(TestSite::visitTime);
        c.test->click("targetAdd");
        QVERIFY(c.test->textOf("targetProblem").contains(u"14 days"_s));
        QVERIFY(!c.test->find<QLabel>("peopleNumber"));
    }

    void a_follow_up_is_in_the_list()
    {
        Case c;
        c.site.clock().set(TestSite::visitTime + 3600);
        c.draft();
        QTRY_VERIFY(c.test->find<QPushButton>("approve")->isEnabled());
        c.test->click("approve");
        QTRY_VERIFY(c.newest().follows);
        auto *model = c.test->find<QTableView>("noticeTable")->model();
        QTRY_COMPARE(model->rowCount(), 2);
        QVERIFY(model->index(0, 0).data().toString().contains(u"follow-up"_s));
        c.openFirst();
        QTRY_VERIFY(c.test->textOf("approvalFacts").contains(u"Follow-up of notice 1"_s));
    }

    void an_exercise_is_marked_all_the_way()
    {
        Case c;
        FacilityDetails details = TestSite::details(u"訓練会場"_s);
        details.exercise = true;
        QVERIFY(c.site.registration().add(details, FacilitySource::Staff, false, u"ja"_s));
        c.chooseTarget(u"訓練"_s);
        QVERIFY(c.test->find<QLabel>("exerciseStripe"));
        c.choose(u"テスト食堂"_s);
        c.test->click("targetAdd");
        QVERIFY(c.test->textOf("targetProblem").contains(u"cannot be mixed"_s));
        c.test->click("textUse");
        QTRY_VERIFY(c.test->find<QPushButton>("approve"));
        QVERIFY(c.test->find<QLabel>("exerciseStripe"));
        QVERIFY(c.newest().exercise);
        c.test->click("noticeNew");
        QVERIFY(!c.test->find<QLabel>("exerciseStripe"));
    }

    void the_report_is_saved_as_pdf_and_csv()
    {
        Case c;
        c.draft();
        QTRY_VERIFY(c.test->find<QPushButton>("approve")->isEnabled());
        c.test->click("approve");
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
        c.test->click("send");
        QTRY_VERIFY(c.test->find<QPushButton>("sendingSave"));
        for (const QString &name : {u"report.pdf"_s, u"report.csv"_s}) {
            c.test->dialogs.saveName = c.site.path(name);
            c.test->click("sendingSave");
            QTRY_VERIFY(QFile::exists(c.site.path(name)));
            QTRY_VERIFY(c.test->textOf("messageBarText").contains(name));
        }
        c.test->dialogs.saveName = c.site.path(u"none/report.pdf"_s);
        c.test->click("sendingSave");
        QTRY_VERIFY(c.test->textOf("messageBarText").contains(u"cannot be written"_s));
    }
};

QTEST_MAIN(tst_NoticeApproval)
#include "tst_NoticeApproval.moc"
