// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/mail/SenderOffice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;
using State = MailRecord::State;

/// What becomes of each mail, whatever relay and database do.
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
};

void tst_Sender::recordsAnAcceptedMailOnce()
{
    SenderOffice office;
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
    SenderOffice office(2);
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
    SenderOffice office(2);
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
    SenderOffice office;
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
    SenderOffice office;
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
    SenderOffice office;
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
    SenderOffice office;
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
    SenderOffice office;
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
    SenderOffice office(1);
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
    SenderOffice office(8);
    for (int i = 0; i < 8; ++i)
        office.source.add(i, "user" + QByteArray::number(i) + "@example.jp");
    office.transport.always(relayDown);
    office.steps();
    QCOMPARE(office.sender.restsUntil(), office.clock.now() + 5);
}

void tst_Sender::doesNotRestLongerWhenTheClockIsSetBack()
{
    SenderOffice office(1);
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
    SenderOffice office(1);
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
    SenderOffice office;
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
    SenderOffice office(1);
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
    SenderOffice office(2);
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
    SenderOffice office(1);
    office.source.add(1, "taro@example.jp");
    office.source.add(2, "hanako@example.jp");
    office.transport.hold(true); // the first one is under way
    office.steps();
    office.source.remove(2);
    office.transport.hold(false);
    office.steps(3);
    QCOMPARE(office.transport.submitted().size(), size_t(1));
}

QTEST_GUILESS_MAIN(tst_Sender)
#include "tst_Sender.moc"
