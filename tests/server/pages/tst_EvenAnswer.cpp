// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/EvenAnswer.h"

#include <QElapsedTimer>
#include <QTest>

#include <optional>

using namespace shirase;
using namespace std::chrono_literals;

class tst_EvenAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // No upper bound: a busy machine answers later, and by that as little can be told.
    void workDoesNotShowInTheTime_data()
    {
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("earliest");
        QTest::newRow("none") << 0 << 250;
        QTest::newRow("some") << 100 << 250;
        QTest::newRow("much") << 251 << 500;
    }
    void workDoesNotShowInTheTime()
    {
        QFETCH(int, work);
        QFETCH(int, earliest);
        std::optional<http::Response> response;
        qint64 took = 0;
        QElapsedTimer timer;
        timer.start();
        http::Answer answer = evenly([&](http::Response given) {
            took = timer.elapsed();
            response = std::move(given);
        });
        while (timer.elapsed() < work) {}
        http::Response given;
        given.status = 303;
        answer(std::move(given));
        QVERIFY(!response);
        QTRY_VERIFY(response.has_value());
        QCOMPARE(response->status, 303);
        QVERIFY2(took >= earliest, qPrintable(QString::number(took)));
    }

    void whatWasNotLookedUpLeavesAtOnce()
    {
        for (const int status : {400, 422}) {
            int answered = 0;
            http::Answer answer = evenly([&](const http::Response &given) { answered = given.status; });
            http::Response given;
            given.status = status;
            answer(std::move(given));
            QCOMPARE(answered, status);
        }
    }

    void oneThatIsNeverGivenHoldsNothing()
    {
        const auto held = std::make_shared<int>();
        std::ignore = evenly([held](http::Response) {});
        QCOMPARE(held.use_count(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_EvenAnswer)
#include "tst_EvenAnswer.moc"
