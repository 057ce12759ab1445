// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityDesk.h"

#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

using Direction = FacilityAct::Direction;

/// Whatever staff do with facilities stands in the audit log, or is not done (REQUIREMENTS S7).
class tst_FacilityDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDownEveryAct_data();
    void writesDownEveryAct();
    void namesTheCommandLine();
    void writesDownEachOfMany();
    void writesDownWhatUndoingMakes();
    void writesNothingDownThatWasNotDone();
    void doesNothingThatCannotBeWrittenDown_data();
    void doesNothingThatCannotBeWrittenDown();
    void saysHowFarAnImportCame();

private:
    static QStringList entries(TestOffice &office)
    {
        QStringList lines;
        for (const AuditLog::Entry &entry : must(office.staff.audit().page(*office.session, {}, {}, 100))) {
            if (entry.action.startsWith(u"facility."_s))
                lines.prepend(u"%1 %2 (%3)"_s.arg(entry.account, entry.action, entry.subject));
        }
        return lines;
    }
    static QList<CsvRow> rows(int count)
    {
        QList<CsvRow> rows;
        for (int i = 0; i < count; ++i)
            rows.append({.number = i + 2, .details = TestOffice::details(u"店 %1"_s.arg(i)), .problems = {}});
        return rows;
    }
};

namespace {

using Act = std::function<Result<>(TestOffice &, const Actor &, const Facility &)>;

template <typename T>
Result<> plain(const Result<T> &result)
{
    if (!result)
        return passOn(result);
    return {};
}

void addActs()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("entry");
    const auto row = [](const char *name, const QString &entry, Act act) {
        QTest::newRow(name) << act << entry;
    };
    row("add", u"facility.add (facility 2)"_s, [](TestOffice &office, const Actor &by, const Facility &) {
        return plain(office.facilityDesk.add(by, TestOffice::details(u"二軒目"_s), true, u"ja"_s));
    });
    row("send the poster", u"facility.poster (facility 1)"_s,
        [](TestOffice &office, const Actor &by, const Facility &facility) {
            return office.facilityDesk.sendPoster(by, facility, u"ja"_s);
        });
    row("re-issue", u"facility.reissue (facility 1)"_s,
        [](TestOffice &office, const Actor &by, const Facility &facility) {
            return plain(office.facilityDesk.reissue(by, facility.id, 14));
        });
    for (const auto &[name, state] : {std::pair("suspend", FacilityState::Suspended),
                                      std::pair("retire", FacilityState::Retired),
                                      std::pair("activate", FacilityState::Active)}) {
        row(name, u"facility.%1 (facility 1)"_s.arg(QLatin1StringView(name)),
            [state = state](TestOffice &office, const Actor &by, const Facility &facility) {
                return office.facilityDesk.setState(by, facility.id, state);
            });
    }
    row("correct", u"facility.correct (facility 1)"_s,
        [](TestOffice &office, const Actor &by, const Facility &facility) {
            FacilityDetails after = facility.details;
            after.name = u"新しい名"_s;
            FacilityAct act = FacilityAct::correction(facility, after);
            return plain(office.facilityDesk.perform(by, act, Direction::Do));
        });
    row("import", u"facility.import (1 facilities)"_s, [](TestOffice &office, const Actor &by, const Facility &) {
        const CsvRow third{.number = 2, .details = TestOffice::details(u"三軒目"_s), .problems = {}};
        return plain(office.facilityDesk.import(by, {third}, true));
    });
    row("export", u"facility.export (12 facilities)"_s,
        [](TestOffice &office, const Actor &by, const Facility &) { return office.facilityDesk.noteExport(by, 12); });
}

/// All that an act could change.
QList<qint64> counts(const TestOffice &office)
{
    return {office.number(u"SELECT count(*) FROM facility"_s), office.number(u"SELECT count(*) FROM facility_code"_s),
            office.number(u"SELECT count(*) FROM facility WHERE state = 'active'"_s),
            office.number(u"SELECT count(*) FROM facility WHERE name = '新しい名'"_s),
            office.number(u"SELECT count(*) FROM outbox"_s)};
}

} // namespace

void tst_FacilityDesk::writesDownEveryAct_data()
{
    addActs();
}

void tst_FacilityDesk::writesDownEveryAct()
{
    QFETCH(Act, act);
    QFETCH(QString, entry);
    TestOffice office;
    const Facility facility = office.addFacility();
    VERIFY_DONE(act(office, *office.session, facility));
    QCOMPARE(entries(office), QStringList{TestOffice::userName + u' ' + entry});
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

void tst_FacilityDesk::namesTheCommandLine()
{
    TestOffice office;
    must(office.facilityDesk.add(Actor::commandLine(), TestOffice::details(), false, u"ja"_s));
    QCOMPARE(entries(office), QStringList{u"command line facility.add (facility 1)"_s});
}

void tst_FacilityDesk::writesDownEachOfMany()
{
    TestOffice office;
    const FacilityId first = office.addFacility(u"一"_s).id;
    const FacilityId second = office.addFacility(u"二"_s).id;
    must(office.facilities.setState(second, FacilityState::Retired));
    const FacilityId third = office.addFacility(u"三"_s).id;
    FacilityAct act = FacilityAct::stateChange({first, second, third}, FacilityState::Suspended);
    QCOMPARE(must(office.facilityDesk.perform(*office.session, act, Direction::Do)).changed, 2);
    QCOMPARE(entries(office), (QStringList{TestOffice::userName + u" facility.suspend (facility 1)"_s,
                                           TestOffice::userName + u" facility.suspend (facility 3)"_s}));
}

void tst_FacilityDesk::writesDownWhatUndoingMakes()
{
    TestOffice office;
    const FacilityId id = office.addFacility().id;
    FacilityAct act = FacilityAct::stateChange({id}, FacilityState::Suspended);
    must(office.facilityDesk.perform(*office.session, act, Direction::Do));
    must(office.facilityDesk.perform(*office.session, act, Direction::Undo));
    QCOMPARE(entries(office).last(), TestOffice::userName + u" facility.activate (facility 1)"_s);
    FacilityAct back = FacilityAct::stateChange({id}, FacilityState::Active);
    QCOMPARE(must(office.facilityDesk.perform(*office.session, back, Direction::Do)).changed, 0);
    QCOMPARE(entries(office).size(), 2); // it was so before: nobody has done anything
}

void tst_FacilityDesk::writesNothingDownThatWasNotDone()
{
    TestOffice office;
    VERIFY_FAILS(office.facilityDesk.reissue(*office.session, 99, 0), ErrorCode::NotFound);
    VERIFY_FAILS(office.facilityDesk.setState(*office.session, 99, FacilityState::Suspended), ErrorCode::NotFound);
    FacilityDetails nameless = TestOffice::details();
    nameless.name.clear();
    VERIFY_FAILS(office.facilityDesk.add(*office.session, nameless, true, u"ja"_s), ErrorCode::Invalid);
    QVERIFY(entries(office).isEmpty());
}

void tst_FacilityDesk::doesNothingThatCannotBeWrittenDown_data()
{
    addActs();
}

void tst_FacilityDesk::doesNothingThatCannotBeWrittenDown()
{
    QFETCH(Act, act);
    TestOffice office;
    const Facility facility = office.addFacility();
    const QList<qint64> before = counts(office);
    Fault broken(*office.files.main, u"INSERT"_s, u"audit"_s);
    QVERIFY(!act(office, *office.session, facility));
    QVERIFY(!office.files.main->inTransaction());
    QCOMPARE(counts(office), before);
}

void tst_FacilityDesk::saysHowFarAnImportCame()
{
    TestOffice office;
    const auto stopAt20 = [](int done, int) { return done < 20; };
    const FacilityImport::Outcome outcome =
        must(office.facilityDesk.import(*office.session, rows(50), false, stopAt20));
    QVERIFY(outcome.cancelled);
    QCOMPARE(outcome.added, 20);
    QCOMPARE(entries(office), (QStringList{TestOffice::userName + u" facility.import (50 facilities)"_s,
                                           TestOffice::userName + u" facility.import.stop (20 of 50 facilities)"_s}));
}

QTEST_GUILESS_MAIN(tst_FacilityDesk)
#include "tst_FacilityDesk.moc"
