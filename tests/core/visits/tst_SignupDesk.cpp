// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupDesk.h"

#include "core/erasure/VisitErasure.h"
#include "tests/support/AnotherBook.h"

#include <QTest>

#include <optional>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

/// What the web server's thread sees of the book, which has a thread of its own (tst_SignupBook tests what is in it).
class tst_SignupDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAfterTheCommit();
    void answersInALaterTurn();
    void storesOneTurnInOneTransaction();
    void storesWhatComesDuringACommitInTheNextOne();
    void takesASubmitFromWithinAnAnswer();
    void tellsEverybodyInTimeWhileTheDatabaseHangs();
    void knowsWhatIsErased();

private:
    /// A desk whose book is in a thread of its own, over connections of its own.
    struct Desk
    {
        explicit Desk(TestOffice &office, std::chrono::milliseconds patience = 1min)
            : thread(patience)
            , book(must(thread.host<AnotherBook>(
                  [&]() -> Result<std::unique_ptr<AnotherBook>> { return std::make_unique<AnotherBook>(office, 5s); })))
            , signups(book.part(&AnotherBook::signups))
        {}

        /// Keeps the thread busy until it is let go.
        void hang()
        {
            book.ask(
                [this](AnotherBook &) -> Result<> {
                    letGo.acquire();
                    return {};
                },
                [](const Result<> &) {});
        }

        std::binary_semaphore letGo{0};
        DatabaseThread thread;
        Remote<AnotherBook> book;
        SignupDesk signups;
    };

    static Signup signupOf(TestOffice &office, const Facility &facility, const QString &typed)
    {
        return {ScanToken::make(facility.id, office.clock.now()), address(typed), u"ja"_s};
    }
};

void tst_SignupDesk::answersAfterTheCommit()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office);
    qint64 visits = -1;
    qint64 letters = -1;
    desk.signups.submit(signupOf(office, facility, u"taro@example.jp"_s), [&](const Result<VisitToken> &result) {
        VERIFY_DONE(result);
        visits = office.number(u"SELECT count(*) FROM visit"_s);
        letters = office.number(u"SELECT count(*) FROM outbox"_s);
    });
    QTRY_COMPARE(visits, 1);
    QCOMPARE(letters, 1);
    QCOMPARE(desk.signups.counts().registrations, 1U);
}

void tst_SignupDesk::answersInALaterTurn()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office);
    bool answered = false;
    desk.signups.submit(signupOf(office, facility, u"taro@example.jp"_s),
                        [&](const Result<VisitToken> &) { answered = true; });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

void tst_SignupDesk::storesOneTurnInOneTransaction()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office);
    int answered = 0;
    for (int i = 0; i < 200; ++i) {
        desk.signups.submit(signupOf(office, facility, u"user%1@example.jp"_s.arg(i)),
                            [&](const Result<VisitToken> &result) { answered += result.has_value(); });
    }
    QTRY_COMPARE(answered, 200);
    QCOMPARE(desk.signups.counts().commits, 1U);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 200);
}

void tst_SignupDesk::storesWhatComesDuringACommitInTheNextOne()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office);
    int answered = 0;
    const auto submit = [&](int i) {
        desk.signups.submit(signupOf(office, facility, u"user%1@example.jp"_s.arg(i)),
                            [&](const Result<VisitToken> &result) { answered += result.has_value(); });
    };
    desk.hang();
    submit(0);
    QCoreApplication::processEvents(); // the first is on its way to the book
    for (int turn = 1; turn <= 10; ++turn) {
        submit(turn);
        QCoreApplication::processEvents();
    }
    QCOMPARE(answered, 0);
    desk.letGo.release();
    QTRY_COMPARE(answered, 11);
    QCOMPARE(desk.signups.counts().commits, 2U);
}

void tst_SignupDesk::takesASubmitFromWithinAnAnswer()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office);
    bool second = false;
    desk.signups.submit(signupOf(office, facility, u"taro@example.jp"_s), [&](const Result<VisitToken> &) {
        desk.signups.submit(signupOf(office, facility, u"hanako@example.jp"_s),
                            [&](const Result<VisitToken> &result) { second = result.has_value(); });
    });
    QTRY_VERIFY(second);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 2);
}

void tst_SignupDesk::tellsEverybodyInTimeWhileTheDatabaseHangs()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Desk desk(office, 500ms);
    QList<ErrorCode> answers;
    const auto submit = [&](const QString &typed) {
        desk.signups.submit(signupOf(office, facility, typed), [&](const Result<VisitToken> &result) {
            answers << (result ? ErrorCode::Internal : result.error().code);
        });
        QCoreApplication::processEvents();
    };
    desk.hang();
    submit(u"taro@example.jp"_s);
    submit(u"hanako@example.jp"_s); // waits behind the first
    QTRY_COMPARE(answers, QList({ErrorCode::Unavailable, ErrorCode::Unavailable}));
    submit(u"jiro@example.jp"_s);
    QTRY_COMPARE(answers.size(), 3);
    desk.letGo.release();
    QTRY_VERIFY(!desk.thread.isHanging());
    // What was given up before it began is not done after all; repeating is.
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 0);
    // Again and again, as people do: on a busy machine one of them takes longer than this desk waits.
    std::optional<bool> registered;
    for (int tries = 0; tries < 100 && registered != true; ++tries) {
        registered.reset();
        desk.signups.submit(signupOf(office, facility, u"taro@example.jp"_s),
                            [&](const Result<VisitToken> &result) { registered = result.has_value(); });
        QTRY_VERIFY(registered.has_value());
    }
    QVERIFY(*registered);
}

void tst_SignupDesk::knowsWhatIsErased()
{
    TestOffice office;
    const VisitKey visit = office.visit(office.addFacility(), {u"taro@example.jp"_s}).first().visit;
    Desk desk(office);
    QList<ErasureState> seen;
    const auto look = [&] { desk.signups.erasureOf(visit, [&](const Result<ErasureState> &state) { seen.append(must(state)); }); };
    look();
    QTRY_COMPARE(seen.size(), 1);
    QVERIFY(seen.last() == ErasureState::None);
    must(Tombstones(*office.files.vault).add({visit})); // and there the power fails
    look();
    QTRY_COMPARE(seen.size(), 2);
    QVERIFY(seen.last() == ErasureState::Begun);
    must(VisitErasure(*office.files.main, *office.files.vault, office.clock).erase({{visit}}));
    look();
    QTRY_COMPARE(seen.size(), 3);
    QVERIFY(seen.last() == ErasureState::Done);
}

QTEST_GUILESS_MAIN(tst_SignupDesk)
#include "tst_SignupDesk.moc"
