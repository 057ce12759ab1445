// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"
#include "widgets/facilities/FacilityCommand.h"

#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Performs at once, without a window.
class PlainRunner final : public FacilityActRunner
{
public:
    explicit PlainRunner(TestSite &site)
        : m_desk(site.office().facilityDesk)
        , m_session(site.logIn())
    {}

    Result<FacilityAct::Outcome> run(const std::shared_ptr<FacilityAct> &act,
                                     FacilityAct::Direction direction) override
    {
        return m_desk.perform(*m_session, *act, direction);
    }

private:
    FacilityDesk &m_desk;
    std::shared_ptr<const Session> m_session;
};

} // namespace

class tst_FacilityCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void one_act_is_one_step()
    {
        TestSite site;
        PlainRunner runner(site);
        QUndoStack stack;
        const FacilityId first = site.addFacility(u"一"_s).id;
        const FacilityId second = site.addFacility(u"二"_s).id;
        const auto states = [&] {
            return QList<FacilityState>{site.office().facilities.find(first)->state,
                                        site.office().facilities.find(second)->state};
        };
        const QList<FacilityState> used{FacilityState::Active, FacilityState::Active};
        const QList<FacilityState> suspended{FacilityState::Suspended, FacilityState::Suspended};
        stack.push(new FacilityCommand(runner,
                                       FacilityAct::stateChange({first, second}, FacilityState::Suspended),
                                       u"Suspend 2 facilities"_s));
        QCOMPARE(states(), suspended);
        QCOMPARE(stack.undoText(), u"Suspend 2 facilities"_s);
        stack.undo();
        QCOMPARE(states(), used);
        QVERIFY(!stack.canUndo());
        stack.redo();
        QCOMPARE(states(), suspended);
    }

    void acts_are_taken_back_in_their_order()
    {
        TestSite site;
        PlainRunner runner(site);
        QUndoStack stack;
        const Facility before = site.addFacility(u"一"_s);
        FacilityDetails second = before.details;
        second.name = u"二"_s;
        stack.push(new FacilityCommand(runner, FacilityAct::correction(before, second), {}));
        FacilityDetails third = second;
        third.name = u"三"_s;
        stack.push(new FacilityCommand(
            runner, FacilityAct::correction(*site.office().facilities.find(before.id), third), {}));
        stack.undo();
        QCOMPARE(site.office().facilities.find(before.id)->details, second);
        stack.undo();
        QCOMPARE(site.office().facilities.find(before.id)->details, before.details);
        stack.redo();
        stack.redo();
        QCOMPARE(site.office().facilities.find(before.id)->details, third);
    }

    void an_act_that_changes_nothing_leaves_the_stack()
    {
        TestSite site;
        PlainRunner runner(site);
        QUndoStack stack;
        const FacilityId id = site.addFacility(u"一"_s).id;
        stack.push(new FacilityCommand(runner, FacilityAct::stateChange({id}, FacilityState::Active), {}));
        QCOMPARE(stack.count(), 0);
        stack.push(new FacilityCommand(runner, FacilityAct::stateChange({id}, FacilityState::Suspended), {}));
        QVERIFY(site.facilities().setState(id, FacilityState::Retired)); // somebody else
        stack.undo();
        QCOMPARE(stack.count(), 0);
        QCOMPARE(site.office().facilities.find(id)->state, FacilityState::Retired);
    }

    void an_act_that_fails_leaves_the_stack()
    {
        TestSite site;
        PlainRunner runner(site);
        QUndoStack stack;
        const FacilityId id = site.addFacility(u"一"_s).id;
        site.run(u"CREATE TRIGGER broken BEFORE UPDATE ON facility BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        stack.push(new FacilityCommand(runner, FacilityAct::stateChange({id}, FacilityState::Suspended), {}));
        QCOMPARE(stack.count(), 0);
        QCOMPARE(site.office().facilities.find(id)->state, FacilityState::Active);
    }
};

QTEST_GUILESS_MAIN(tst_FacilityCommand)
#include "tst_FacilityCommand.moc"
