// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/DatabaseThread.h"

#include "tests/support/Results.h"

#include <QElapsedTimer>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

namespace {

/// Lives in the thread, and says so.
struct Ledger
{
    explicit Ledger(QStringList *diary = nullptr)
        : m_diary(diary)
    {}
    ~Ledger()
    {
        if (m_diary)
            *m_diary << (QThread::currentThread() == home ? u"closed at home"_s : u"closed elsewhere"_s);
    }
    Q_DISABLE_COPY_MOVE(Ledger)

    [[nodiscard]] Result<int> add(int number)
    {
        sum += number;
        return QThread::currentThread() == home ? Result<int>(sum) : fail(ErrorCode::Internal, u"Not here."_s);
    }

    QThread *home = QThread::currentThread();
    int sum = 0;

private:
    QStringList *m_diary;
};

Remote<Ledger> ledgerIn(DatabaseThread &thread, QStringList *diary = nullptr)
{
    return must(thread.host<Ledger>(
        [diary]() -> Result<std::unique_ptr<Ledger>> { return std::make_unique<Ledger>(diary); }));
}

} // namespace

class tst_DatabaseThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksThereAndAnswersHere();
    void answersInTheOrderOfTheQuestions();
    void saysWhyAnObjectCouldNotBeMade();
    void closesItsObjectsInTheThread();
    void givesUpAfterItsPatienceAndFailsAtOnceWhileItHangs();
    void doesNotBeginWhatWasGivenUp();
    void neverAnswersTwice();
    void takesAQuestionFromWithinAnAnswer();
    void dropsWhatWaitsWhenItGoes();
};

void tst_DatabaseThread::asksThereAndAnswersHere()
{
    DatabaseThread thread(1min);
    const Remote<Ledger> ledger = ledgerIn(thread);
    QThread *answeredIn = nullptr;
    int sum = 0;
    ledger.ask([](Ledger &own) { return own.add(3); },
               [&](const Result<int> &result) {
                   answeredIn = QThread::currentThread();
                   sum = must(result);
               });
    QCOMPARE(sum, 0);
    QTRY_COMPARE(sum, 3);
    QCOMPARE(answeredIn, QThread::currentThread());
}

void tst_DatabaseThread::answersInTheOrderOfTheQuestions()
{
    DatabaseThread thread(1min);
    const Remote<Ledger> ledger = ledgerIn(thread);
    QList<int> sums;
    for (int i = 1; i <= 100; ++i)
        ledger.ask([](Ledger &own) { return own.add(1); }, [&](const Result<int> &sum) { sums << must(sum); });
    QTRY_COMPARE(sums.size(), 100);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(sums[i], i + 1);
}

void tst_DatabaseThread::saysWhyAnObjectCouldNotBeMade()
{
    DatabaseThread thread(1min);
    VERIFY_FAILS(thread.host<Ledger>([]() -> Result<std::unique_ptr<Ledger>> {
        return fail(ErrorCode::Refused, u"There is no ledger."_s);
    }),
                 ErrorCode::Refused);
}

void tst_DatabaseThread::closesItsObjectsInTheThread()
{
    QStringList diary;
    {
        DatabaseThread thread(1min);
        std::ignore = ledgerIn(thread, &diary);
        std::ignore = ledgerIn(thread, &diary);
    }
    QCOMPARE(diary, QStringList({u"closed at home"_s, u"closed at home"_s}));
}

namespace {

/// Keeps the thread busy until the gate opens.
void hang(const Remote<Ledger> &ledger, std::binary_semaphore &gate, QList<ErrorCode> &answers)
{
    ledger.ask(
        [&gate](Ledger &) -> Result<> {
            gate.acquire();
            return {};
        },
        [&answers](const Result<> &result) { answers << (result ? ErrorCode::Internal : result.error().code); });
}

} // namespace

void tst_DatabaseThread::givesUpAfterItsPatienceAndFailsAtOnceWhileItHangs()
{
    std::binary_semaphore gate(0);
    DatabaseThread thread(100ms);
    const Remote<Ledger> ledger = ledgerIn(thread);
    QList<ErrorCode> answers;
    QElapsedTimer timer;
    timer.start();
    hang(ledger, gate, answers);
    QVERIFY(!thread.isHanging());
    QTRY_COMPARE(answers, QList{ErrorCode::Unavailable});
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(thread.isHanging());
    std::optional<Result<int>> next;
    ledger.ask([](Ledger &own) { return own.add(1); }, [&](const Result<int> &result) { next = result; });
    QVERIFY(!next); // in a later turn, as always
    QCoreApplication::processEvents();
    QVERIFY(next);
    VERIFY_FAILS(*next, ErrorCode::Unavailable);
    gate.release();
}

void tst_DatabaseThread::doesNotBeginWhatWasGivenUp()
{
    std::binary_semaphore gate(0);
    DatabaseThread thread(50ms);
    const Remote<Ledger> ledger = ledgerIn(thread);
    QList<ErrorCode> answers;
    hang(ledger, gate, answers);
    ledger.ask([](Ledger &own) { return own.add(1); },
               [&](const Result<int> &result) { answers << (result ? ErrorCode::Internal : result.error().code); });
    QTRY_COMPARE(answers, QList({ErrorCode::Unavailable, ErrorCode::Unavailable}));
    gate.release();
    QTRY_VERIFY(!thread.isHanging());
    int sum = 0;
    ledger.ask([](Ledger &own) { return own.add(10); }, [&](const Result<int> &result) { sum = must(result); });
    QTRY_COMPARE(sum, 10);
}

void tst_DatabaseThread::neverAnswersTwice()
{
    std::binary_semaphore gate(0);
    DatabaseThread thread(50ms);
    const Remote<Ledger> ledger = ledgerIn(thread);
    QList<ErrorCode> answers;
    hang(ledger, gate, answers);
    QTRY_COMPARE(answers.size(), 1);
    gate.release(); // it is done after all, and nobody waits
    QTRY_VERIFY(!thread.isHanging());
    QCoreApplication::processEvents();
    QCOMPARE(answers.size(), 1);
}

void tst_DatabaseThread::takesAQuestionFromWithinAnAnswer()
{
    DatabaseThread thread(1min);
    const Remote<Ledger> ledger = ledgerIn(thread);
    int sum = 0;
    ledger.ask([](Ledger &own) { return own.add(1); },
               [&](const Result<int> &) {
                   ledger.ask([](Ledger &own) { return own.add(1); },
                              [&](const Result<int> &result) { sum = must(result); });
               });
    QTRY_COMPARE(sum, 2);
}

// Answers hold what belongs to the thread that asks; they go there too.
void tst_DatabaseThread::dropsWhatWaitsWhenItGoes()
{
    QStringList diary;
    std::binary_semaphore gate(0);
    bool answered = false;
    {
        DatabaseThread thread(1min);
        const Remote<Ledger> ledger = ledgerIn(thread);
        QList<ErrorCode> answers;
        hang(ledger, gate, answers);
        auto held = std::make_unique<Ledger>(&diary);
        ledger.ask([](Ledger &own) { return own.add(1); },
                   [&answered, held = std::move(held)](const Result<int> &) { answered = true; });
        gate.release();
    }
    QVERIFY(!answered);
    QCOMPARE(diary, QStringList{u"closed at home"_s});
}

QTEST_GUILESS_MAIN(tst_DatabaseThread)
#include "tst_DatabaseThread.moc"
