// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupBook.h"

#include "core/visits/VisitTotals.h"
#include "tests/core/visits/Signups.h"
#include "tests/support/DueMails.h"
#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <QTest>
#include <QtEndian>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_SignupBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesManyOfOneTurnInOneTransaction();
    void takesTheSameTokenAndAddressOnce();
    void takesTheSameTokenAndAddressOnceWithinATurn();
    void writesForWhatChangesNothingToo();
    void takesAnotherTypingOfTheSameAddressOnce();
    void takesTwoPeopleWithOneToken();
    void doesNotLetOneBadRowFailItsBatch();
    void storesNothingWhileTheDatabaseIsBusy();
    void doesNotWaitForEachOneWhileTheDatabaseIsBusy();
    void storesNothingWhenTheDiskIsFull();
    void countsForTheDayOfTheScan();
    void refusesADayThatIsOver();
    void putsTheConfirmationIntoTheVisitorsLanguage();
    void leavesNoPlainAddressBehind();
    void refusesTheSixthPersonOfAScanWithoutFailingItsBatch();
    void countsNothingThatWasNotStored();
    void rehearsesWhatARegistrationNeeds();
};

namespace {

/// How many transactions a write-ahead log holds: the last frame of each names the database's size
/// (sqlite.org/walformat.html).
int commitsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    constexpr qint64 headerSize = 32;
    constexpr qint64 frameHeaderSize = 24;
    const auto pageSize = qint64(qFromBigEndian<quint32>(file.read(headerSize).sliced(8, 4).constData()));
    int commits = 0;
    for (qint64 at = headerSize; file.seek(at) && at < file.size(); at += frameHeaderSize + pageSize)
        commits += qFromBigEndian<quint32>(file.read(frameHeaderSize).sliced(4, 4).constData()) != 0 ? 1 : 0;
    return commits;
}

} // namespace

void tst_SignupBook::storesManyOfOneTurnInOneTransaction()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    QList<Signup> signups;
    for (int i = 0; i < 200; ++i)
        signups.append(
            signupOf(ScanToken::make(facility.id, office.clock.now()), u"user%1@example.jp"_s.arg(i)));
    if (TestDatabase::isSqlite())
        must(office.files.main->purge());
    for (const Result<VisitToken> &answer : stored(office, signups))
        VERIFY_DONE(answer);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 200);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 200);
    const int commits = TestDatabase::isSqlite()
                            ? commitsIn(office.files.path(u"shirase.sqlite-wal"_s))
                            : int(office.number(u"SELECT count(DISTINCT xmin::text) FROM visit"_s));
    QCOMPARE(commits, 1);
}

void tst_SignupBook::takesTheSameTokenAndAddressOnce()
{
    TestOffice office;
    const auto signup =
        signupOf(ScanToken::make(office.addFacility().id, office.clock.now()), u"taro@example.jp"_s);
    const auto first = stored(office, {signup});
    office.clock.advance(60);
    const auto second = stored(office, {signup});
    VERIFY_DONE(first[0]);
    VERIFY_DONE(second[0]);
    QVERIFY(*first[0] == *second[0]);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1);
}

void tst_SignupBook::takesTheSameTokenAndAddressOnceWithinATurn()
{
    TestOffice office;
    const auto signup =
        signupOf(ScanToken::make(office.addFacility().id, office.clock.now()), u"taro@example.jp"_s);
    const auto answers = stored(office, {signup, signup, signup});
    for (const Result<VisitToken> &answer : answers) {
        VERIFY_DONE(answer);
        QVERIFY(*answer == *answers[0]);
    }
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1);
}

void tst_SignupBook::writesForWhatChangesNothingToo() // REQUIREMENTS V11: the time must not tell who is registered
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const Signup signup =
        signupOf(ScanToken::make(facility.id, office.clock.now()), u"taro@example.jp"_s);
    const auto written = [&] {
        return office.number(u"SELECT count(*) FROM lease WHERE name = 'rehearsal web' AND until_at = %1"_s.arg(
                   office.clock.now())) == 1;
    };
    const Result<VisitToken> visit = stored(office, {signup}).front();
    VERIFY_DONE(visit);
    QVERIFY(!written()); // the visit itself was
    office.clock.advance(1);
    const Result<VisitToken> again = stored(office, {signup}).front();
    VERIFY_DONE(again);
    QVERIFY(written());
    VERIFY_DONE(erasureIn(office).erase({{visit->visit}}));
    office.clock.advance(1);
    const Result<VisitToken> erased = stored(office, {signup}).front();
    VERIFY_DONE(erased);
    QVERIFY(written());
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 0);
}

// REQUIREMENTS V6: the canonical address is the person.
void tst_SignupBook::takesAnotherTypingOfTheSameAddressOnce()
{
    TestOffice office;
    const ScanToken token = ScanToken::make(office.addFacility().id, office.clock.now());
    stored(office, {signupOf(token, u"Taro@Example.jp"_s), signupOf(token, u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ"_s)});
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
}

void tst_SignupBook::takesTwoPeopleWithOneToken()
{
    TestOffice office;
    const ScanToken token = ScanToken::make(office.addFacility().id, office.clock.now());
    const auto answers =
        stored(office, {signupOf(token, u"taro@example.jp"_s), signupOf(token, u"hanako@example.jp"_s)});
    VERIFY_DONE(answers[0]);
    VERIFY_DONE(answers[1]);
    QVERIFY(answers[0]->visit.who != answers[1]->visit.who);
    QCOMPARE(answers[0]->maskedAddress, address(u"taro@example.jp"_s).masked());
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 2);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 2);
}

// DESIGN: one bad row never fails its batch.
void tst_SignupBook::doesNotLetOneBadRowFailItsBatch()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const Fault bad(*office.files.main, u"INSERT"_s, u"visit"_s, u"NEW.language = 'xx'"_s);
    QList<Signup> signups;
    for (int i = 0; i < 5; ++i) {
        signups.append(signupOf(ScanToken::make(facility.id, office.clock.now()),
                                u"user%1@example.jp"_s.arg(i), i == 2 ? u"xx"_s : u"ja"_s));
    }
    const auto answers = stored(office, signups);
    for (size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].has_value(), i != 2);
    }
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 4);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 4);
}

void tst_SignupBook::storesNothingWhileTheDatabaseIsBusy()
{
    TestOffice office;
    const auto signup =
        signupOf(ScanToken::make(office.addFacility().id, office.clock.now()), u"taro@example.jp"_s);
    const auto other = office.files.open(Migrations::Schema::Main);
    {
        const Transaction held = TestDatabase::keepOut(*other);
        const auto answers = stored(office, {signup, signup});
        VERIFY_FAILS(answers[0], ErrorCode::Busy);
        VERIFY_FAILS(answers[1], ErrorCode::Busy);
    }
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 0);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
    // Repeating is harmless and works.
    const auto repeated = stored(office, {signup});
    VERIFY_DONE(repeated[0]);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
}

// A batch waits for the lock once, not once for each of its visitors.
void tst_SignupBook::doesNotWaitForEachOneWhileTheDatabaseIsBusy()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    QList<Signup> signups;
    for (int i = 0; i < 20; ++i)
        signups.append(
            signupOf(ScanToken::make(facility.id, office.clock.now()), u"user%1@example.jp"_s.arg(i)));
    TestDatabase::wait(*office.files.main, 200ms);
    const auto other = office.files.open(Migrations::Schema::Main);
    const Transaction held = TestDatabase::keepOut(*other);
    QElapsedTimer timer;
    timer.start();
    for (const Result<VisitToken> &answer : stored(office, signups))
        VERIFY_FAILS(answer, ErrorCode::Busy);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void tst_SignupBook::storesNothingWhenTheDiskIsFull()
{
    if (!TestDatabase::isSqlite())
        QSKIP("PostgreSQL's disk cannot be filled from here; tst_PostgresEngine knows its error code.");
    TestOffice office;
    const Facility facility = office.addFacility();
    office.run(u"PRAGMA max_page_count=1"_s); // SQLite takes the present size: not one page more
    QList<Signup> signups;
    for (int i = 0; i < 200; ++i)
        signups.append(
            signupOf(ScanToken::make(facility.id, office.clock.now()), u"user%1@example.jp"_s.arg(i)));
    int refused = 0;
    for (const Result<VisitToken> &answer : stored(office, signups)) {
        if (!answer) {
            QCOMPARE(answer.error().code, ErrorCode::StorageFull);
            ++refused;
        }
    }
    QVERIFY(refused > 0);
    // What was confirmed is stored, what was not is not; visit and letter go together.
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 200 - refused);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 200 - refused);
    QVERIFY(!office.files.main->inTransaction());
    office.run(u"PRAGMA max_page_count=100000"_s);
    for (const Result<VisitToken> &answer : stored(office, signups))
        VERIFY_DONE(answer);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 200);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 200);
}

// REQUIREMENTS V1, D3: the day of the scan in Japan, whenever the form comes.
void tst_SignupBook::countsForTheDayOfTheScan()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const qint64 scan = japanese("2026-11-22T00:00") - 1;
    const ScanToken token = ScanToken::make(facility.id, scan);
    office.clock.set("2026-11-22T00:30");
    must(office.dayKeys.forgetPast(office.clock.now()));
    const auto answers = stored(office, {signupOf(token, u"taro@example.jp"_s)});
    VERIFY_DONE(answers[0]);
    QCOMPARE(answers[0]->visit.day, QDate(2026, 11, 21));
    const QDate day(2026, 11, 21);
    QCOMPARE(must(VisitTotals(*office.files.main).byDay(day, day.addDays(1))),
             (QList<DayTotal>{{day, 1}, {day.addDays(1), 0}}));
}

void tst_SignupBook::refusesADayThatIsOver()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    office.visit(facility, {u"hanako@example.jp"_s});
    const ScanToken late = ScanToken::make(facility.id, office.clock.now());
    office.clock.set(japanese("2026-11-22T01:01"));
    {
        // Another part of the program tidies up; what this one has in memory must not outlive it.
        const auto vault = office.files.open(Migrations::Schema::Vault);
        must(DayKeys(*vault, office.serverKey, office.founding.office).forgetPast(office.clock.now()));
    }
    const ScanToken today = ScanToken::make(facility.id, office.clock.now());
    const auto answers =
        stored(office, {signupOf(late, u"taro@example.jp"_s), signupOf(today, u"jiro@example.jp"_s)});
    VERIFY_FAILS(answers[0], ErrorCode::Conflict);
    VERIFY_DONE(answers[1]); // and its neighbour is registered
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 2);
}

// REQUIREMENTS V7
void tst_SignupBook::putsTheConfirmationIntoTheVisitorsLanguage()
{
    TestOffice office;
    const auto signup =
        signupOf(ScanToken::make(office.addFacility().id, office.clock.now()), u"taro@example.jp"_s, u"en"_s);
    const auto answers = stored(office, {signup});
    VERIFY_DONE(answers[0]);
    Letter seen;
    Outbox outbox(*office.files.main, office.serverKey.queueOpener(),
                  {{SignupBook::confirmationLetter, [&](const Letter &letter, Message &message) -> Result<> {
                        seen = letter;
                        message.subject = u"x"_s;
                        message.body = u"x\n"_s;
                        return {};
                    }}});
    const MailIdentity identity = must(MailIdentity::of(office.settings));
    QCOMPARE(dueMails(outbox, office.clock.now(), identity).size(), size_t(1));
    QCOMPARE(seen.language, u"en"_s);
    QCOMPARE(seen.recipient, u"taro@example.jp"_s);
    Rows rows = must(office.files.main->run(u"SELECT language FROM visit"_s));
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), u"en"_s);
}

// REQUIREMENTS D2
void tst_SignupBook::leavesNoPlainAddressBehind()
{
    if (!TestDatabase::isSqlite())
        QSKIP("PostgreSQL's files and log are its server's.");
    TestOffice office;
    const Facility facility = office.addFacility();
    office.visit(facility, {u"Momotaro.Peach@docomo.ne.jp"_s, u"plum@例え.jp"_s}, u"en"_s);
    for (const bool folded : {false, true}) {
        if (folded) {
            must(office.files.main->purge());
            must(office.files.vault->purge());
        }
        const QByteArray raw = office.files.rawBytes();
        QVERIFY(
            raw.contains("sato@example.jp")); // the operator's contact: this search would find a visitor's
        for (const char *part : {"omotaro", "OMOTARO", "each@", "docomo", "plum@", "例え", "xn--r8jz45g"})
            QVERIFY2(!raw.contains(part), part);
        QVERIFY(!raw.contains(QByteArray("Momotaro.Peach@docomo.ne.jp").toBase64()));
    }
}

void tst_SignupBook::refusesTheSixthPersonOfAScanWithoutFailingItsBatch()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const ScanToken shared = ScanToken::make(facility.id, office.clock.now());
    QList<Signup> signups;
    for (int i = 0; i < 6; ++i)
        signups.append(signupOf(shared, u"user%1@example.jp"_s.arg(i)));
    signups.append(signupOf(ScanToken::make(facility.id, office.clock.now()), u"other@example.jp"_s));
    const auto answers = stored(office, signups);
    QCOMPARE(std::ranges::count_if(answers, [](const Result<VisitToken> &a) { return a.has_value(); }), 6);
    QCOMPARE(answers[5].error().code, ErrorCode::Refused);
    QCOMPARE(office.signups.counts().commits, 1U);
    QCOMPARE(office.signups.counts().registrations, 6U);
    QCOMPARE(office.signups.counts().sharedScans, 1U);
}

void tst_SignupBook::countsNothingThatWasNotStored()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const ScanToken scan = ScanToken::make(facility.id, office.clock.now());
    office.run(u"ALTER TABLE outbox RENAME TO outbox_hidden"_s);
    for (int i = 0; i < 7; ++i)
        QVERIFY(!stored(office, {signupOf(scan, u"typo%1@example.jp"_s.arg(i))})[0]);
    for (int i = 0; i < 7; ++i)
        QVERIFY(!stored(office, {signupOf(scan, u"taro@example.jp"_s)})[0]);
    office.run(u"ALTER TABLE outbox_hidden RENAME TO outbox"_s);
    const auto answers = stored(office, {signupOf(scan, u"taro@example.jp"_s)});
    VERIFY_DONE(answers[0]);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1); // the confirmation goes all the same
    QCOMPARE(office.signups.counts().registrations, 1U);
}

void tst_SignupBook::rehearsesWhatARegistrationNeeds()
{
    TestOffice office;
    VERIFY_DONE(office.signups.rehearse());
    VERIFY_DONE(office.signups.rehearse());
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 0);
    TestDatabase::refuseWrites(*office.files.main, true);
    QVERIFY(!office.signups.rehearse());
    QCOMPARE(office.signups.counts().registrations, 0U);
}

QTEST_GUILESS_MAIN(tst_SignupBook)
#include "tst_SignupBook.moc"
