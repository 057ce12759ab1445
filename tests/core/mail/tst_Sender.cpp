// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Sender.h"

#include "tests/support/FakeMailSource.h"
#include "tests/support/FixedClock.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;
using State = MailRecord::State;

class tst_Sender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAnAcceptedMailOnce();
    void recordsBeforeTheConnectionDeliversItsNextMail();
    void startsTheNextMailsWhileTheLastOnesAreRecorded();
    void startsAgainWhatWasWithdrawnAndBlamesNobody();
    void neverHandsAMailOutTwiceAtOnce();
    void triesADeferredMailAgainWithGrowingPauses();
    void givesADeferredMailUpAfterTwoDaysOfPauses();
    void recordsARefusedMailOnce();
    void restsAfterAFailureOfTheRelayWithoutBlamingAMail();
    void restsOnceForManyConnectionsThatFailTogether();
    void doesNotRestLongerWhenTheClockIsSetBack();
    void worksOnAfterTheRelayIsBack();
    void recordsLaterWhatTheDatabaseDidNotTake();
    void startsNothingWhileTheDatabaseFails();
    void bringsHomeWhatIsUnderWayAndStartsNothingMore();
    void servesEverySource();
    void dropsWhatItsSourceHasTakenBack();
    void lettersDoNotWaitForANotice();
    void aDomainGetsWhatItIsGivenInAMinute_data();
    void aDomainGetsWhatItIsGivenInAMinute();
    void tenThousandOfOneCarrierHoldUpNobodyElse();
    void looksAheadWithBoundedMemory();
    void aSourceKeepsItsPaceAndTheOthersTheirs();
    void whatTheRelayDidNotTakeDoesNotCountForThePace();
    void startsNoBurstAfterARestart();

private:
    struct Office;
};

namespace {

MailIdentity identity()
{
    const EmailAddress from = must(EmailAddress::parse(u"shirase@example.jp"_s));
    return {.names = {}, .from = from, .envelopeFrom = from, .replyTo = {}};
}

const DeliveryOutcome deferred{0, Kind::Deferred, 451, "4.7.1", {}};
const DeliveryOutcome refused{0, Kind::Refused, 550, "5.1.1", "no such user"};
const DeliveryOutcome relayDown{.ticket = 0,
                                .kind = Kind::RelayFailed,
                                .fault = DeliveryOutcome::Fault::TimedOut};

} // namespace

struct tst_Sender::Office
{
    explicit Office(std::size_t connections = 4, int perDomain = 0, Pace pace = {})
        : transport(connections)
        , source(pace)
        , sender(*files.main, transport, {&source}, identity(), clock, {}, perDomain)
    {}
    /// Turns until nothing more leaves at this second.
    void settle()
    {
        size_t before = 0;
        do {
            before = transport.submitted().size();
            steps(3);
        } while (transport.submitted().size() > before);
    }
    void steps(int number = 1)
    {
        for (int i = 0; i < number; ++i)
            must(sender.step(0ms));
    }

    TestDatabase files;
    FixedClock clock;
    ScriptedTransport transport;
    FakeMailSource source;
    Sender sender;
};

void tst_Sender::recordsAnAcceptedMailOnce()
{
    Office office;
    office.source.add(7, "taro@example.jp");
    office.steps(5);
    QCOMPARE(office.transport.submitted().size(), size_t(1));
    const OutgoingMail &mail = office.transport.submitted()[0];
    QCOMPARE(mail.sender, std::string("shirase@example.jp"));
    QCOMPARE(mail.recipient, std::string("taro@example.jp"));
    QCOMPARE(mail.mime, std::string("mime of taro@example.jp"));
    QCOMPARE(office.source.records.size(), size_t(1));
    const MailRecord &record = office.source.records[0];
    QCOMPARE(record.id, 7);
    QCOMPARE(record.state, State::Accepted);
    QCOMPARE(record.attempts, 1);
    QCOMPARE(record.at, office.clock.now());
    QCOMPARE(record.reply, u"250 2.0.0"_s);
    QVERIFY(office.sender.idle());
}

// REQUIREMENTS M2: a crash doubles at most the one mail in flight on each connection.
void tst_Sender::recordsBeforeTheConnectionDeliversItsNextMail()
{
    Office office(2);
    for (int i = 0; i < 20; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    std::size_t worst = 0;
    std::size_t delivered = 0;
    office.transport.onDelivery = [&](const OutgoingMail &) {
        worst = std::max(worst, ++delivered - office.source.records.size());
    };
    office.steps(15);
    QCOMPARE(office.source.records.size(), size_t(20));
    QCOMPARE(worst, size_t(2)); // never more unrecorded than there are connections
}

void tst_Sender::startsTheNextMailsWhileTheLastOnesAreRecorded()
{
    Office office(2);
    for (int i = 0; i < 6; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    office.source.failing = true;
    VERIFY_FAILS(office.sender.step(0ms), ErrorCode::StorageFull);
    QCOMPARE(office.transport.delivered(), size_t(2));
    QCOMPARE(office.transport.submitted().size(), size_t(4)); // the next two are as far as they may
    VERIFY_FAILS(office.sender.step(0ms), ErrorCode::StorageFull);
    QCOMPARE(office.transport.delivered(), size_t(2));
    QCOMPARE(office.transport.submitted().size(), size_t(4));
    office.source.failing = false;
    office.steps(3);
    QCOMPARE(office.transport.delivered(), size_t(6));
    QCOMPARE(office.source.records.size(), size_t(6));
}

void tst_Sender::startsAgainWhatWasWithdrawnAndBlamesNobody()
{
    Office office;
    office.source.add(1, "taro@example.jp");
    office.transport.script({{.ticket = 0, .kind = Kind::Withdrawn}});
    office.steps(2);
    QCOMPARE(office.transport.timesSent("taro@example.jp"), 2);
    QVERIFY(office.sender.relayProblem().isEmpty());
    QCOMPARE(office.source.records.size(), size_t(1));
    QCOMPARE(office.source.records[0].state, State::Accepted);
    QCOMPARE(office.source.records[0].attempts, 1);
}

void tst_Sender::neverHandsAMailOutTwiceAtOnce()
{
    Office office;
    office.source.add(1, "taro@example.jp");
    office.transport.hold(true);
    for (int i = 0; i < 5; ++i) {
        office.steps();
        office.clock.advance(1);
    }
    QCOMPARE(office.transport.submitted().size(), size_t(1));
    QVERIFY(!office.sender.idle());
    office.source.add(2, "hanako@example.jp"); // the others go on meanwhile
    office.steps();
    QCOMPARE(office.transport.submitted().size(), size_t(2));
}

// REQUIREMENTS M3
void tst_Sender::triesADeferredMailAgainWithGrowingPauses()
{
    Office office;
    office.source.add(1, "taro@example.jp");
    office.transport.always(deferred);
    const std::vector<qint64> pauses{60, 300, 900, 3600, 14400, 14400};
    for (size_t i = 0; i < pauses.size(); ++i) {
        office.steps(3);
        QCOMPARE(office.source.records.size(), i + 1);
        const MailRecord &record = office.source.records.back();
        QCOMPARE(record.state, State::TryAgain);
        QCOMPARE(record.attempts, int(i + 1));
        QCOMPARE(record.dueAt, office.clock.now() + pauses[i]);
        QCOMPARE(record.reply, u"451 4.7.1"_s);
        office.clock.set(record.dueAt - 1);
        office.steps(3);
        QCOMPARE(office.source.records.size(), i + 1);
        office.clock.set(record.dueAt);
    }
}

void tst_Sender::givesADeferredMailUpAfterTwoDaysOfPauses()
{
    Office office;
    const qint64 start = office.clock.now();
    office.source.add(1, "taro@example.jp");
    office.transport.always(deferred);
    int turns = 0;
    while ((office.source.records.empty() || office.source.records.back().state == State::TryAgain) &&
           ++turns < 100) {
        office.steps();
        if (office.source.records.back().state == State::TryAgain)
            office.clock.set(office.source.records.back().dueAt);
    }
    QCOMPARE(office.source.records.back().state, State::Failed);
    QCOMPARE(office.source.records.back().reply, u"451 4.7.1"_s);
    const qint64 lasted = office.clock.now() - start;
    QVERIFY(lasted <= 48 * 3600);
    QVERIFY(lasted + 14400 > 48 * 3600); // the next try would have come after two days
    const size_t tries = office.transport.submitted().size();
    office.clock.advance(86400);
    office.steps(3);
    QCOMPARE(office.transport.submitted().size(), tries);
}

void tst_Sender::recordsARefusedMailOnce()
{
    Office office;
    office.source.add(1, "taro@example.jp");
    office.source.add(2, "hanako@example.jp");
    office.transport.script({refused});
    office.steps(5);
    QCOMPARE(office.source.records.size(), size_t(2));
    QCOMPARE(office.source.records[0].state, State::Refused);
    QCOMPARE(office.source.records[0].reply, u"550 5.1.1"_s);
    QCOMPARE(office.source.records[1].state, State::Accepted);
    QCOMPARE(office.transport.submitted().size(), size_t(2));
}

void tst_Sender::restsAfterAFailureOfTheRelayWithoutBlamingAMail()
{
    Office office(1);
    office.source.add(1, "taro@example.jp");
    office.transport.always(relayDown);
    for (const qint64 rest : {5, 10, 20, 40, 80, 160, 300, 300}) {
        office.steps();
        QCOMPARE(office.sender.restsUntil(), office.clock.now() + rest);
        QCOMPARE(office.sender.relayProblem(), u"The mail relay did not answer in time."_s);
        const size_t tries = office.transport.submitted().size();
        office.clock.set(office.sender.restsUntil() - 1);
        office.steps(3);
        QCOMPARE(office.transport.submitted().size(), tries);
        office.clock.advance(1);
    }
    QVERIFY(office.source.records.empty());
    QVERIFY(office.sender.idle());
}

void tst_Sender::restsOnceForManyConnectionsThatFailTogether()
{
    Office office(8);
    for (int i = 0; i < 8; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    office.transport.always(relayDown);
    office.steps();
    QCOMPARE(office.sender.restsUntil(), office.clock.now() + 5);
}

void tst_Sender::doesNotRestLongerWhenTheClockIsSetBack()
{
    Office office(1);
    office.source.add(1, "taro@example.jp");
    office.transport.script({relayDown});
    office.steps();
    QVERIFY(office.source.records.empty());
    office.clock.advance(-3600);
    office.steps(2);
    QCOMPARE(office.source.records.size(), size_t(1));
}

void tst_Sender::worksOnAfterTheRelayIsBack()
{
    Office office(1);
    office.source.add(1, "taro@example.jp");
    office.transport.script({relayDown, relayDown});
    office.steps();
    office.clock.set(office.sender.restsUntil());
    office.steps();
    office.clock.set(office.sender.restsUntil());
    office.steps();
    QCOMPARE(office.source.records.size(), size_t(1));
    QCOMPARE(office.source.records[0].attempts, 1); // nothing was counted against it
    QVERIFY(office.sender.relayProblem().isEmpty());
    // The next failure rests from the beginning.
    office.source.add(2, "hanako@example.jp");
    office.transport.script({relayDown});
    office.steps();
    QCOMPARE(office.sender.restsUntil(), office.clock.now() + 5);
}

void tst_Sender::recordsLaterWhatTheDatabaseDidNotTake()
{
    Office office;
    office.source.add(1, "taro@example.jp");
    office.source.failing = true;
    VERIFY_FAILS(office.sender.step(0ms), ErrorCode::StorageFull);
    QVERIFY(!office.sender.idle());
    VERIFY_FAILS(office.sender.step(0ms), ErrorCode::StorageFull);
    office.source.failing = false;
    office.clock.advance(600);
    office.steps(3);
    QCOMPARE(office.source.records.size(), size_t(1));
    QCOMPARE(office.source.records[0].state, State::Accepted);
    QCOMPARE(office.transport.submitted().size(), size_t(1)); // it did not leave again
    QVERIFY(office.sender.idle());
}

void tst_Sender::startsNothingWhileTheDatabaseFails()
{
    Office office(1);
    for (int i = 0; i < 5; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    const auto other = office.files.open(Migrations::Schema::Main);
    {
        const Transaction held = must(Transaction::begin(*other));
        for (int i = 0; i < 3; ++i)
            VERIFY_FAILS(office.sender.step(0ms), ErrorCode::Busy);
        QCOMPARE(office.transport.delivered(), size_t(1));
        QCOMPARE(office.transport.submitted().size(), size_t(2)); // the next one waits for its end
        QVERIFY(office.source.records.empty());
    }
    office.steps(8);
    QCOMPARE(office.transport.submitted().size(), size_t(5));
    QCOMPARE(office.source.records.size(), size_t(5));
}

void tst_Sender::bringsHomeWhatIsUnderWayAndStartsNothingMore()
{
    Office office(2);
    for (int i = 0; i < 10; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    office.transport.hold(true);
    office.steps();
    QVERIFY(!office.sender.idle());
    office.transport.hold(false);
    for (int i = 0; i < 5; ++i)
        must(office.sender.bringHome(0ms));
    QVERIFY(office.sender.idle());
    QCOMPARE(office.transport.submitted().size(), size_t(2));
    QCOMPARE(office.source.records.size(), size_t(2));
}

void tst_Sender::servesEverySource()
{
    TestDatabase files;
    FixedClock clock;
    ScriptedTransport transport(1);
    FakeMailSource letters;
    FakeMailSource notices;
    Sender sender(*files.main, transport, {&letters, &notices}, identity(), clock, {});
    for (int i = 0; i < 3; ++i) {
        letters.add(i, "letter" + QByteArray::number(i) + "@example.jp"); // the same ids in both
        notices.add(i, "notice" + QByteArray::number(i) + "@example.jp");
    }
    for (int i = 0; i < 10; ++i)
        must(sender.step(0ms));
    QCOMPARE(letters.records.size(), size_t(3));
    QCOMPARE(notices.records.size(), size_t(3));
    QCOMPARE(transport.submitted().size(), size_t(6));
}

void tst_Sender::dropsWhatItsSourceHasTakenBack()
{
    Office office(1);
    office.source.add(1, "taro@example.jp");
    office.source.add(2, "hanako@example.jp");
    office.transport.hold(true); // the first one is under way
    office.steps();
    office.source.remove(2);
    office.transport.hold(false);
    office.steps(3);
    QCOMPARE(office.transport.submitted().size(), size_t(1));
}

void tst_Sender::lettersDoNotWaitForANotice()
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
void tst_Sender::aDomainGetsWhatItIsGivenInAMinute_data()
{
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("inOneSecond");
    QTest::addColumn<int>("inAMinute");
    QTest::newRow("one a minute") << 1 << 1 << 1;
    QTest::newRow("one in two seconds") << 30 << 1 << 30;
    QTest::newRow("five a second") << 300 << 5 << 300;
    QTest::newRow("no limit") << 0 << 400 << 400;
}

void tst_Sender::aDomainGetsWhatItIsGivenInAMinute()
{
    QFETCH(int, perMinute);
    QFETCH(int, inOneSecond);
    QFETCH(int, inAMinute);
    Office office(4, perMinute);
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

void tst_Sender::tenThousandOfOneCarrierHoldUpNobodyElse()
{
    Office office(4, 60);
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

void tst_Sender::looksAheadWithBoundedMemory()
{
    Office office(1, 1);
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
void tst_Sender::aSourceKeepsItsPaceAndTheOthersTheirs()
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

void tst_Sender::whatTheRelayDidNotTakeDoesNotCountForThePace()
{
    Office office(1, 0, Pace(1, 3600));
    office.source.add(1, "taro@example.jp");
    office.source.add(2, "hanako@example.jp");
    office.source.add(3, "jiro@example.jp");
    office.transport.script({deferred, refused});
    office.steps(10);
    QCOMPARE(office.transport.submitted().size(), size_t(3));
    QCOMPARE(office.source.records.back().state, State::Accepted);
}

void tst_Sender::startsNoBurstAfterARestart()
{
    const qint64 now = FixedClock().now();
    Office office(4, 0, Pace(60, 3600, now - 20)); // the last one left twenty seconds ago
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

QTEST_GUILESS_MAIN(tst_Sender)
#include "tst_Sender.moc"
