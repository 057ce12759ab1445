// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/Worker.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Worker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void works_in_its_own_thread_and_answers_in_the_windows()
    {
        TestSite site;
        Worker worker(site.factory());
        QThread *worked = nullptr;
        QThread *answered = nullptr;
        worker.run<int>(
            this,
            [&](Office &office, const Job::Report &) -> Result<int> {
                worked = QThread::currentThread();
                const Result<QList<FacilityId>> ids = office.search.ids({});
                return ids ? Result<int>(int(ids->size())) : passOn(ids);
            },
            [&](Result<int> count) {
                QVERIFY(count);
                answered = QThread::currentThread();
            });
        QTRY_VERIFY(answered);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
    }

    void a_receiver_that_has_gone_is_not_called()
    {
        TestSite site;
        Worker worker(site.factory());
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        bool finished = false;
        worker.run<void>(
            receiver.get(), [](Office &, const Job::Report &) { return Result<>(); },
            [&](Result<>) { called = true; });
        receiver.reset();
        worker.run<void>(
            this, [](Office &, const Job::Report &) { return Result<>(); },
            [&](Result<>) { finished = true; });
        QTRY_VERIFY(finished);
        QVERIFY(!called);
    }

    void a_task_hears_that_it_is_cancelled()
    {
        TestSite site;
        Worker worker(site.factory());
        std::optional<Result<>> result;
        Job *job = worker.run<void>(
            this,
            [](Office &, const Job::Report &report) -> Result<> {
                for (int i = 0; report(i, 100); i = (i + 1) % 100)
                    QThread::yieldCurrentThread();
                return fail(ErrorCode::Conflict, u"cancelled"_s);
            },
            [&](Result<> done) { result = std::move(done); });
        QSignalSpy progressed(job, &Job::progressed);
        QTRY_VERIFY(progressed.count() >= 2);
        job->cancel();
        QTRY_VERIFY(result);
        QCOMPARE(result->error().message, u"cancelled"_s);
    }

    void cancelling_all_lets_go_of_what_the_tasks_held()
    {
        TestSite site;
        Worker worker(site.factory());
        const auto held = std::make_shared<int>(1);
        for (int i = 0; i < 3; ++i) {
            worker.run<void>(
                this,
                [held](Office &, const Job::Report &report) -> Result<> {
                    while (report(0, 1))
                        QThread::yieldCurrentThread();
                    return {};
                },
                [](Result<>) {});
        }
        worker.cancelAll();
        QCOMPARE(held.use_count(), 1);
    }

    // Nobody is left to close the dialog, and the task may refer to what its caller holds.
    void a_dialog_over_a_task_answers_where_the_program_ends_first()
    {
        TestSite site;
        Worker worker(site.factory());
        bool over = false;
        Result<int> result = 0;
        QTimer::singleShot(0, this, [&] {
            QTimer::singleShot(0, [] { QCoreApplication::exit(); });
            result = JobDialog::run<int>(worker, nullptr, u"A sentence."_s,
                                         [&over](Office &, const Job::Report &report) -> Result<int> {
                                             while (report(0, 0))
                                                 QThread::yieldCurrentThread();
                                             over = true;
                                             return 7; // what was done stays done
                                         });
            QVERIFY(over);
        });
        QCoreApplication::exec();
        QVERIFY(over);
        QVERIFY(result);
        QCOMPARE(*result, 7);
    }

    void an_office_that_cannot_be_opened_is_an_error_and_is_tried_again()
    {
        TestSite site;
        bool broken = true;
        Worker worker([&]() -> Result<std::unique_ptr<Office>> {
            if (broken)
                return fail(ErrorCode::Unavailable, u"The database cannot be opened."_s);
            return site.openOffice();
        });
        std::optional<Result<>> result;
        const auto run = [&] {
            result.reset();
            worker.run<void>(
                this, [](Office &, const Job::Report &) { return Result<>(); },
                [&](Result<> done) { result = std::move(done); });
        };
        run();
        QTRY_VERIFY(result);
        QCOMPARE(result->error().code, ErrorCode::Unavailable);
        broken = false;
        run();
        QTRY_VERIFY(result);
        QVERIFY(result->has_value());
    }
};

QTEST_MAIN(tst_Worker)
#include "tst_Worker.moc"
