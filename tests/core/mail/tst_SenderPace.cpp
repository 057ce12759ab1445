// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/mail/SenderOffice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using State = MailRecord::State;

/// How fast mails leave, and who waits for whom: domains, sources, and what waits behind them (REQUIREMENTS M3).
class tst_SenderPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersDoNotWaitForANotice();
    void aDomainGetsWhatItIsGivenInAMinute_data();
    void aDomainGetsWhatItIsGivenInAMinute();
    void tenThousandOfOneCarrierHoldUpNobodyElse();
    void looksAheadWithBoundedMemory();
    void aSourceKeepsItsPaceAndTheOthersTheirs();
    void whatTheRelayDidNotTakeDoesNotCountForThePace();
    void startsNoBurstAfterARestart();
};

void tst_SenderPace::lettersDoNotWaitForANotice()
{
    TestDatabase files;
    FixedClock clock;
    ScriptedTransport transport(1);
    FakeMailSource letters;
    FakeMailSource notice;
    Sender sender(*files.main, transport, {&letters, &notice}, identity(), clock, {});
    for (int i = 0; i < 1000; ++i)
        notice.add(i, "visitor" + QByteArray::number(i) + "@example.jp");
    for (int i = 0; i < 5; ++i)
        must(sender.step(0ms));
    letters.add(1, "taro@example.jp");
    must(sender.step(0ms));
    must(sender.step(0ms));
    QCOMPARE(transport.timesSent("taro@example.jp"), 1);
}

// REQUIREMENTS M3
void tst_SenderPace::aDomainGetsWhatItIsGivenInAMinute_data()
{
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("inOneSecond");
    QTest::addColumn<int>("inAMinute");
    QTest::newRow("one a minute") << 1 << 1 << 1;
    QTest::newRow("one in two seconds") << 30 << 1 << 30;
    QTest::newRow("five a second") << 300 << 5 << 300;
    QTest::newRow("no limit") << 0 << 400 << 400;
}

void tst_SenderPace::aDomainGetsWhatItIsGivenInAMinute()
{
    QFETCH(int, perMinute);
    QFETCH(int, inOneSecond);
    QFETCH(int, inAMinute);
    SenderOffice office(4, perMinute);
    for (int i = 0; i < 400; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@docomo.ne.jp");
    office.settle();
    QCOMPARE(int(office.transport.submitted().size()), inOneSecond);
    for (int second = 1; second < 60; ++second) {
        office.clock.advance(1);
        office.settle();
    }
    QCOMPARE(int(office.transport.submitted().size()), inAMinute);
    QCOMPARE(int(office.source.records.size()), inAMinute);
}

void tst_SenderPace::tenThousandOfOneCarrierHoldUpNobodyElse()
{
    SenderOffice office(4, 60);
    for (int i = 0; i < 10'000; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@docomo.ne.jp");
    for (int i = 0; i < 20; ++i)
        office.source.add(20'000 + i, "user@domain" + QByteArray::number(i) + ".example.jp");
    office.steps(200); // all within the same second
    QCOMPARE(int(office.transport.submitted().size()), 21);
    office.clock.advance(1);
    office.settle();
    QCOMPARE(int(office.transport.submitted().size()), 22);
    // The oldest of those who waited, and nobody twice.
    QCOMPARE(office.transport.submitted()[0].recipient, std::string("user0@docomo.ne.jp"));
    QCOMPARE(office.transport.submitted()[21].recipient, std::string("user1@docomo.ne.jp"));
}

void tst_SenderPace::looksAheadWithBoundedMemory()
{
    SenderOffice office(1, 1);
    const int many = int(MailLine::lookAhead);
    for (int i = 0; i < many + 500; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@docomo.ne.jp");
    office.source.add(many + 1000, "taro@example.jp");
    office.steps(400);
    QCOMPARE(office.transport.timesSent("taro@example.jp"), 0); // too far behind to be seen yet
    for (int i = 0; i < 1000; ++i)
        office.source.remove(i);     // cancelled
    for (int i = 0; i < 1000; ++i) { // each minute shows that some of those aside are gone
        office.clock.advance(60);
        office.steps(2);
    }
    QCOMPARE(office.transport.timesSent("taro@example.jp"), 1);
}

// REQUIREMENTS S3: what the consultation centre can bear, for notices only
void tst_SenderPace::aSourceKeepsItsPaceAndTheOthersTheirs()
{
    TestDatabase files;
    FixedClock clock;
    ScriptedTransport transport(8);
    FakeMailSource letters;
    FakeMailSource notice(Pace(1200, 3600)); // one in three seconds
    Sender sender(*files.main, transport, {&letters, &notice}, identity(), clock, {});
    for (int i = 0; i < 100; ++i) {
        letters.add(i, "letter" + QByteArray::number(i) + "@example.jp");
        notice.add(i, "notice" + QByteArray::number(i) + "@example.jp");
    }
    for (int i = 0; i < 30; ++i)
        must(sender.step(0ms));
    QCOMPARE(letters.records.size(), size_t(100));
    QCOMPARE(notice.records.size(), size_t(1));
    for (int second = 0; second < 30; ++second) {
        clock.advance(1);
        must(sender.step(0ms));
    }
    QCOMPARE(notice.records.size(), size_t(11));
}

void tst_SenderPace::whatTheRelayDidNotTakeDoesNotCountForThePace()
{
    SenderOffice office(1, 0, Pace(1, 3600));
    office.source.add(1, "taro@example.jp");
    office.source.add(2, "hanako@example.jp");
    office.source.add(3, "jiro@example.jp");
    office.transport.script({deferred, refused});
    office.steps(10);
    QCOMPARE(office.transport.submitted().size(), size_t(3));
    QCOMPARE(office.source.records.back().state, State::Accepted);
}

void tst_SenderPace::startsNoBurstAfterARestart()
{
    const qint64 now = FixedClock().now();
    SenderOffice office(4, 0, Pace(60, 3600, now - 20)); // the last one left twenty seconds ago
    for (int i = 0; i < 10; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    office.settle();
    QCOMPARE(office.transport.submitted().size(), size_t(0));
    office.clock.advance(39);
    office.settle();
    QCOMPARE(office.transport.submitted().size(), size_t(0));
    office.clock.advance(1);
    office.settle();
    QCOMPARE(office.transport.submitted().size(), size_t(1));
}

QTEST_GUILESS_MAIN(tst_SenderPace)
#include "tst_SenderPace.moc"
