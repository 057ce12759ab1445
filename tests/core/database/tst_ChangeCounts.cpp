// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/ChangeCounts.h"

#include "core/erasure/Erasure.h"
#include "core/foundation/JapaneseTime.h"
#include "core/wording/NoticeTexts.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// What one window learns of what another does.
class tst_ChangeCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChangesByLooking();
    void seesWhatAnotherConnectionDid_data();
    void seesWhatAnotherConnectionDid();
    void seesNothingBeforeItIsCommitted();
    void forgetsWhatWasRolledBack();
    void registrationsAndMailsDoNotCount();
};

namespace {

ChangeCounts counts(Database &database)
{
    return must(ChangeCounts::read(database));
}

} // namespace

void tst_ChangeCounts::nothingChangesByLooking()
{
    TestOffice office;
    const ChangeCounts before = counts(*office.files.main);
    QCOMPARE(before.numbers.size(), 7);
    QVERIFY(counts(*office.files.main).since(before).isEmpty());
}

void tst_ChangeCounts::seesWhatAnotherConnectionDid_data()
{
    QTest::addColumn<std::function<void(TestOffice &)>>("act");
    QTest::addColumn<Subjects>("changed");
    const auto row = [](const char *name, const Subjects &changed, std::function<void(TestOffice &)> act) {
        QTest::newRow(name) << std::move(act) << changed;
    };
    row("a new facility", {Subject::Facilities}, [](TestOffice &office) { office.addFacility(u"蕎麦"_s); });
    row("a suspended facility", {Subject::Facilities},
        [](TestOffice &office) { must(office.facilities.setState(1, FacilityState::Suspended)); });
    row("a draft", {Subject::Notices, Subject::Audit}, [](TestOffice &office) {
        const qint64 noon = office.clock.now();
        must(office.desk.draft(*office.session, {{1, noon - 3600, noon}}, NoticeTexts::standardKey.toString(), 1));
    });
    row("a new account", {Subject::Staff, Subject::Audit}, [](TestOffice &office) {
        must(office.staff.add(*office.session, u"佐藤"_s, {Role::Facilities}, secret("another-password")));
    });
    row("a setting", {Subject::Settings}, [](TestOffice &office) { must(office.settings.set(u"retention.months"_s, u"3"_s)); });
    row("a backup", {Subject::Backups}, [](TestOffice &office) {
        office.run(u"INSERT INTO backup_report (at, file, bytes, digest, office_key_id, newest_audit, milliseconds) "
                   "VALUES (1, 'a.backup', 1, %1, 1, 1, 1)"_s.arg(TestDatabase::zeros(32)));
    });
    row("an erasure", {Subject::Erasures}, [](TestOffice &office) {
        must(Erasure(*office.files.main, *office.files.vault, office.clock, office.files.path(u"mail"_s))
                 .run(japan::dayOf(office.clock.now()), {.visits = 2, .contacts = 3}));
    });
}

void tst_ChangeCounts::seesWhatAnotherConnectionDid()
{
    QFETCH(std::function<void(TestOffice &)>, act);
    QFETCH(Subjects, changed);
    TestOffice office;
    office.addFacility();
    const auto window = office.files.open(Migrations::Schema::Main);
    const ChangeCounts before = counts(*window);
    act(office);
    QCOMPARE(counts(*window).since(before), changed);
}

void tst_ChangeCounts::seesNothingBeforeItIsCommitted()
{
    TestOffice office;
    const auto window = office.files.open(Migrations::Schema::Main);
    const ChangeCounts before = counts(*window);
    Transaction transaction = must(Transaction::begin(*office.files.main));
    must(office.settings.set(u"retention.months"_s, u"3"_s));
    QVERIFY(counts(*window).since(before).isEmpty());
    must(transaction.commit());
    QCOMPARE(counts(*window).since(before), Subjects{Subject::Settings});
}

void tst_ChangeCounts::forgetsWhatWasRolledBack()
{
    TestOffice office;
    const ChangeCounts before = counts(*office.files.main);
    {
        const Transaction transaction = must(Transaction::begin(*office.files.main));
        must(office.settings.set(u"retention.months"_s, u"3"_s));
    }
    QVERIFY(counts(*office.files.main).since(before).isEmpty());
}

// One row for all would make every server's registrations wait for each other.
void tst_ChangeCounts::registrationsAndMailsDoNotCount()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const ChangeCounts before = counts(*office.files.main);
    office.visit(facility, {u"taro@example.jp"_s});
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1);
    QVERIFY(counts(*office.files.main).since(before).isEmpty());
}

QTEST_GUILESS_MAIN(tst_ChangeCounts)
#include "tst_ChangeCounts.moc"
