// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/notices/Sending.h"

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;

/// What becomes of a notice whose mails the relay refuses (REQUIREMENTS M3).
class tst_NoticeRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsFailuresByKind();
    void pausesAfterABurstOfRefusals_data();
    void pausesAfterABurstOfRefusals();
    void doesNotPauseForSingleMailboxesThatAreGone();
    void pausesRatherThanEndWithNobodyReached();
    void triesTheRefusedOnesAgainWhenAsked();
    void leavesTheRefusedOnesAloneOtherwise();
    void erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver_data();
    void erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver();
};

void tst_NoticeRefusals::reportsFailuresByKind()
{
    Sending sending(manyPeople(4));
    sending.send();
    sending.transport.script({{0, Kind::Refused, 550, "5.1.1", "user3@example.jp unknown"},
                              {0, Kind::Refused, 550, "5.1.1", {}},
                              {0, Kind::Refused, 552, {}, {}},
                              {0, Kind::Accepted, 250, "2.0.0", {}}});
    sending.steps();
    const NoticeProgress progress = sending.progress();
    QCOMPARE(progress.sent, 1);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"550 5.1.1"_s, 2}, {u"552"_s, 1}}));
    QVERIFY(!sending.office.files.rawBytes().contains("user3@"));
}

namespace {

const DeliveryOutcome accepted{0, Kind::Accepted, 250, "2.0.0", {}};
const DeliveryOutcome relayDenied{0, Kind::Refused, 554, "5.7.1", "Relay access denied"};
const DeliveryOutcome gone{0, Kind::Refused, 550, "5.1.1", {}};

} // namespace

// REQUIREMENTS M3
void tst_NoticeRefusals::pausesAfterABurstOfRefusals_data()
{
    QTest::addColumn<int>("acceptedBetween");
    QTest::addColumn<int>("refusedBefore");
    QTest::newRow("ten in a row") << 0 << 11; // with the next one, which was under way
    QTest::newRow("twenty of the last fifty") << 1 << 20;
}

void tst_NoticeRefusals::pausesAfterABurstOfRefusals()
{
    QFETCH(int, acceptedBetween);
    QFETCH(int, refusedBefore);
    Sending sending(manyPeople(100), {}, 1);
    sending.send();
    std::deque<DeliveryOutcome> script(7, accepted);
    for (int i = 0; i < 40; ++i) {
        script.push_back(relayDenied);
        script.insert(script.end(), size_t(acceptedBetween), accepted);
    }
    sending.transport.script(script);
    sending.steps(100);
    const NoticeProgress progress = sending.progress();
    QCOMPARE(progress.state, NoticeState::Paused);
    QCOMPARE(progress.failures, (QMap<QString, int>{{u"554 5.7.1"_s, refusedBefore}}));
    QCOMPARE(progress.canBeTriedAgain, refusedBefore);
    QCOMPARE(sending.reason(), u"refusals: 554 5.7.1"_s);
    const AuditLog::Entry entry =
        must(sending.office.staff.audit().page(*sending.office.session, {}, {}, 1)).first();
    QCOMPARE(entry.account, u"system"_s);
    QCOMPARE(entry.action, u"notice.hold.refusals"_s);
    QCOMPARE(entry.subject, u"notice %1"_s.arg(sending.id));
}

void tst_NoticeRefusals::doesNotPauseForSingleMailboxesThatAreGone()
{
    Sending sending(manyPeople(90), {}, 1);
    sending.send();
    std::deque<DeliveryOutcome> script;
    for (int i = 0; i < 30; ++i)
        script.insert(script.end(), {gone, accepted, accepted});
    sending.transport.script(script);
    sending.steps(100);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(sending.progress().failed, 30);
}

void tst_NoticeRefusals::pausesRatherThanEndWithNobodyReached()
{
    Sending sending(manyPeople(3), {}, 1);
    sending.send();
    sending.transport.always(relayDenied);
    sending.steps(10);
    QCOMPARE(sending.progress().state, NoticeState::Paused);
    QCOMPARE(sending.progress().canBeTriedAgain, 3);
    // Staff may take it for what it is.
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(sending.addresses(), 0);
}

void tst_NoticeRefusals::triesTheRefusedOnesAgainWhenAsked()
{
    Sending sending(manyPeople(40), {}, 4);
    sending.send();
    sending.transport.always(relayDenied);
    sending.steps(30);
    QCOMPARE(sending.progress().state, NoticeState::Paused);
    QVERIFY(sending.progress().failed >= 10);
    sending.transport.always(accepted);
    must(sending.office.desk.resume(*sending.office.session, sending.id, NoticeSending::Refused::TryAgain));
    QCOMPARE(sending.progress().waiting, 40);
    QVERIFY(sending.reason().isEmpty());
    sending.steps(30);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(sending.progress().sent, 40);
    // The second try of a mail has the Message-ID of the first.
    std::map<std::string, std::set<std::string>> ids;
    for (const OutgoingMail &mail : sending.transport.submitted())
        ids[mail.recipient].insert(headerOf(mail, "Message-ID"));
    for (const auto &[recipient, seen] : ids)
        QCOMPARE(seen.size(), size_t(1));
}

void tst_NoticeRefusals::leavesTheRefusedOnesAloneOtherwise()
{
    Sending sending(manyPeople(30), {}, 1);
    sending.send();
    sending.transport.script(std::deque<DeliveryOutcome>(10, relayDenied));
    sending.steps(30);
    QCOMPARE(sending.progress().state, NoticeState::Paused);
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    sending.steps(30);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(sending.progress().sent, 20);
    QCOMPARE(sending.progress().failed, 10);
    VERIFY_FAILS(
        sending.office.desk.resume(*sending.office.session, sending.id, NoticeSending::Refused::TryAgain),
        ErrorCode::Conflict);
}

void tst_NoticeRefusals::erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("sent") << false;
    QTest::newRow("cancelled") << true;
}

void tst_NoticeRefusals::erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver()
{
    QFETCH(bool, cancelled);
    Sending sending(manyPeople(6), {}, 1);
    sending.send();
    sending.transport.script({accepted, gone, gone});
    sending.steps(3);
    QCOMPARE(sending.addresses(), 5);
    QCOMPARE(sending.progress().canBeTriedAgain, 2);
    if (cancelled)
        must(sending.office.desk.cancel(*sending.office.session, sending.id));
    else
        sending.steps(10);
    QCOMPARE(sending.addresses(), 0);
    QCOMPARE(sending.progress().canBeTriedAgain, 0);
    QCOMPARE(sending.progress().failures.value(u"550 5.1.1"_s), 2);
}

QTEST_GUILESS_MAIN(tst_NoticeRefusals)
#include "tst_NoticeRefusals.moc"
