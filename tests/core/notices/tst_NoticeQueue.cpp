// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeQueue.h"

#include "core/mail/Sender.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/TestOffice.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;

class tst_NoticeQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEachRecipientOneMailInTheirLanguage();
    void fallsBackToJapaneseAndEnglishWhereThereIsNoText();
    void erasesAnAddressWithTheCommitThatRecordsItsMail();
    void endsTheNoticeWithTheLastMail_data();
    void endsTheNoticeWithTheLastMail();
    void sendsNothingBeforeItsTime();
    void sendsNothingInTheQuietHours();
    void sendsNothingThatIsNotReleased();
    void sendsNothingMoreAfterAPauseOrACancellation_data();
    void sendsNothingMoreAfterAPauseOrACancellation();
    void holdsANoticeWhoseTextWasChanged();
    void doesNotHoldUpOthersForAHeldNotice();
    void leavesOthersAloneForARowThatCannotBeOpened();
    void keepsTheMessageIdOverTheTries();
    void doesNotGiveUpAScheduledOrPausedNoticeAtItsFirstDeferral();
    void datesAMailByTheTimeItWasToLeave();
    void reportsFailuresByKind();
    void pausesAfterABurstOfRefusals_data();
    void pausesAfterABurstOfRefusals();
    void doesNotPauseForSingleMailboxesThatAreGone();
    void pausesRatherThanEndWithNobodyReached();
    void triesTheRefusedOnesAgainWhenAsked();
    void leavesTheRefusedOnesAloneOtherwise();
    void erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver_data();
    void erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver();
    void recordsAMailThatComesHomeAfterTheCancellation_data();
    void recordsAMailThatComesHomeAfterTheCancellation();
    void endsAPausedNoticeOnlyWhenItIsResumed();
    void sendsNothingOfAQuietHourThatBeginsMeanwhile();
    void keepsToItsPace();
    void knowsWhenItsLastMailLeft();
};

namespace {

const QDate day(2026, 11, 21);

struct Sending
{
    explicit Sending(const QStringList &people = {u"taro@example.jp"_s, u"hanako@example.jp"_s},
                     std::optional<QuietHours> quiet = {}, std::size_t slots = 4)
        : transport(slots)
        , queue(*office.files.main, office.serverKey.queueOpener(), office.staff.audit(), {quiet, {}})
        , sender(*office.files.main, transport, {&queue}, must(MailIdentity::of(office.settings)),
                 office.clock, {})
    {
        cafe = office.addFacility();
        office.visit(cafe, people);
        office.clock.set("2026-11-24T10:00");
        id = approved();
    }
    NoticeId approved()
    {
        const NoticeId notice =
            must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, day)}, u"standard"_s));
        must(office.desk.approve(*office.session, notice, false));
        return notice;
    }
    void send(std::optional<qint64> at = {}) { must(office.desk.send(*office.session, id, at)); }
    void steps(int number = 5)
    {
        for (int i = 0; i < number; ++i)
            must(sender.step(0ms));
    }
    NoticeProgress progress() { return must(office.notices.progress(id)); }
    QString reason() { return must(office.notices.find(id)).reason; }
    qint64 addresses()
    {
        return office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s);
    }

    TestOffice office;
    ScriptedTransport transport;
    NoticeQueue queue;
    Sender sender;
    Facility cafe = office.addFacility(u"もう一つの店"_s);
    NoticeId id = 0;
};

QStringList manyPeople(int number)
{
    QStringList people;
    for (int i = 0; i < number; ++i)
        people.append(u"user%1@example.jp"_s.arg(i));
    return people;
}

std::string headerOf(const OutgoingMail &mail, const std::string &name)
{
    const size_t begin = mail.mime.find("\r\n" + name + ": ");
    const size_t value = begin + name.size() + 4;
    return begin == std::string::npos ? std::string()
                                      : mail.mime.substr(value, mail.mime.find("\r\n", value) - value);
}

} // namespace

void tst_NoticeQueue::sendsEachRecipientOneMailInTheirLanguage()
{
    Sending sending({u"taro@example.jp"_s});
    sending.office.clock.set("2026-11-21T15:00");
    sending.office.visit(sending.cafe, {u"mary@example.com"_s}, u"en"_s);
    sending.office.clock.set("2026-11-24T10:00");
    must(sending.office.desk.cancel(*sending.office.session, sending.id));
    sending.id = sending.approved();
    sending.send();
    sending.steps();
    QCOMPARE(sending.transport.submitted().size(), size_t(2));
    for (const OutgoingMail &mail : sending.transport.submitted()) {
        QCOMPARE(headerOf(mail, "Content-Language"),
                 std::string(mail.recipient == "mary@example.com" ? "en" : "ja"));
        QCOMPARE(headerOf(mail, "To"), mail.recipient); // REQUIREMENTS M1
    }
    QCOMPARE(sending.progress().sent, 2);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
}

void tst_NoticeQueue::fallsBackToJapaneseAndEnglishWhereThereIsNoText()
{
    Sending sending(QStringList{});
    sending.office.clock.set("2026-11-21T15:00");
    sending.office.visit(sending.cafe, {u"marie@example.com"_s}, u"fr"_s);
    sending.office.clock.set("2026-11-24T10:00");
    sending.id = sending.approved();
    sending.send();
    sending.steps();
    QCOMPARE(sending.transport.submitted().size(), size_t(1));
    const OutgoingMail &mail = sending.transport.submitted()[0];
    QCOMPARE(headerOf(mail, "Content-Language"), std::string("ja"));
    const QByteArray mime = QByteArray::fromStdString(mail.mime);
    const QString body = QString::fromUtf8(QByteArray::fromBase64(mime.sliced(mime.indexOf("\r\n\r\n"))));
    const qsizetype japanese = body.indexOf(u"あなたが感染したという意味ではありません"_s);
    const qsizetype english = body.indexOf(u"does not mean that you are infected"_s);
    QVERIFY(japanese >= 0 && english > japanese);
}

// DESIGN: an address leaves its row in the commit that records that the relay has accepted the mail.
void tst_NoticeQueue::erasesAnAddressWithTheCommitThatRecordsItsMail()
{
    Sending sending;
    sending.send();
    sending.transport.hold(true);
    sending.steps(1);
    QCOMPARE(sending.transport.submitted().size(), size_t(2));
    QCOMPARE(sending.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 2);
    sending.transport.hold(false);
    sending.steps(1);
    QCOMPARE(sending.office.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    QCOMPARE(sending.office.number(u"SELECT count(*) FROM notice_recipient WHERE state = 'sent'"_s), 2);
}

void tst_NoticeQueue::endsTheNoticeWithTheLastMail_data()
{
    QTest::addColumn<bool>("refused");
    QTest::newRow("accepted") << false;
    QTest::newRow("refused") << true;
}

void tst_NoticeQueue::endsTheNoticeWithTheLastMail()
{
    QFETCH(bool, refused);
    Sending sending;
    sending.send();
    const DeliveryOutcome last{0, refused ? Kind::Refused : Kind::Accepted, refused ? 550 : 250, "5.1.1", {}};
    sending.transport.script({{0, Kind::Deferred, 451, "4.2.0", {}}, last});
    sending.steps(2);
    QCOMPARE(sending.progress().state, NoticeState::Sending);
    sending.office.clock.advance(60);
    sending.steps(2);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(must(sending.office.notices.find(sending.id)).finishedAt,
             std::optional(sending.office.clock.now()));
}

void tst_NoticeQueue::sendsNothingBeforeItsTime()
{
    Sending sending;
    const qint64 time = sending.office.clock.now() + 3600;
    sending.send(time);
    sending.office.clock.set(time - 1);
    sending.steps();
    QVERIFY(sending.transport.submitted().empty());
    sending.office.clock.set(time);
    sending.steps();
    QCOMPARE(sending.transport.submitted().size(), size_t(2));
}

// REQUIREMENTS S3, DESIGN mail.quiet_hours: in Japanese time
void tst_NoticeQueue::sendsNothingInTheQuietHours()
{
    Sending sending({u"taro@example.jp"_s, u"hanako@example.jp"_s}, QuietHours{21, 8});
    sending.office.clock.set("2026-11-24T21:00");
    sending.send();
    for (const char *time :
         {"2026-11-24T21:00", "2026-11-24T23:59", "2026-11-25T00:00", "2026-11-25T07:59"}) {
        sending.office.clock.set(time);
        sending.steps(1);
        QVERIFY2(sending.transport.submitted().empty(), time);
    }
    sending.office.clock.set("2026-11-25T08:00");
    sending.steps(1);
    QCOMPARE(sending.transport.submitted().size(), size_t(2));
}

void tst_NoticeQueue::sendsNothingThatIsNotReleased()
{
    Sending sending; // approved only
    sending.steps();
    QVERIFY(sending.transport.submitted().empty());
    sending.send();
    must(sending.office.desk.pause(*sending.office.session, sending.id));
    sending.steps();
    QVERIFY(sending.transport.submitted().empty());
}

void tst_NoticeQueue::sendsNothingMoreAfterAPauseOrACancellation_data()
{
    QTest::addColumn<bool>("cancel");
    QTest::newRow("pause") << false;
    QTest::newRow("cancellation") << true;
}

void tst_NoticeQueue::sendsNothingMoreAfterAPauseOrACancellation()
{
    QFETCH(bool, cancel);
    Sending sending(manyPeople(20), {}, 1); // one connection: the others wait
    sending.send();
    sending.steps(3);
    QCOMPARE(sending.transport.submitted().size(), size_t(4)); // the last one is under way
    if (cancel)
        must(sending.office.desk.cancel(*sending.office.session, sending.id));
    else
        must(sending.office.desk.pause(*sending.office.session, sending.id));
    sending.office.clock.advance(1); // a second is what it may take to be noticed
    sending.steps(10);
    QCOMPARE(sending.transport.submitted().size(), size_t(4));
    QCOMPARE(sending.progress().sent, 4);
    if (cancel)
        return;
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    sending.steps(30);
    QCOMPARE(sending.transport.submitted().size(), size_t(20));
    QCOMPARE(sending.progress().state, NoticeState::Sent);
}

void tst_NoticeQueue::holdsANoticeWhoseTextWasChanged()
{
    Sending sending;
    sending.office.run(u"UPDATE notice SET texts = replace(texts, 'wear a mask', 'call 0120-000-000')"_s);
    sending.send();
    sending.steps();
    QVERIFY(sending.transport.submitted().empty());
    QCOMPARE(sending.progress().state, NoticeState::Paused);
    QCOMPARE(HoldReason::of(sending.reason()), (HoldReason{HoldReason::Kind::TextChanged, {}}));
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    sending.steps();
    QVERIFY(sending.transport.submitted().empty());
    QCOMPARE(sending.progress().waiting, 2);
}

void tst_NoticeQueue::doesNotHoldUpOthersForAHeldNotice()
{
    Sending sending;
    sending.office.run(u"UPDATE notice SET texts = '{}'"_s);
    sending.send();
    const Facility hall = sending.office.addFacility(u"雪まつり会場"_s);
    sending.office.clock.set("2026-11-22T10:00");
    sending.office.visit(hall, {u"jiro@example.jp"_s});
    sending.office.clock.set("2026-11-24T10:00");
    const NoticeId second = must(sending.office.desk.draft(
        *sending.office.session, {NoticeTarget::wholeDay(hall.id, QDate(2026, 11, 22))}, u"standard"_s));
    must(sending.office.desk.approve(*sending.office.session, second, false));
    must(sending.office.desk.send(*sending.office.session, second));
    sending.steps();
    QCOMPARE(sending.transport.submitted().size(), size_t(1));
    QCOMPARE(must(sending.office.notices.progress(second)).state, NoticeState::Sent);
}

void tst_NoticeQueue::leavesOthersAloneForARowThatCannotBeOpened()
{
    Sending sending;
    sending.office.run(
        u"UPDATE notice_recipient SET sealed = %1 WHERE id = (SELECT min(id) FROM notice_recipient)"_s.arg(
            TestDatabase::zeros(200)));
    sending.send();
    sending.steps();
    QCOMPARE(sending.progress().sent, 1);
    QCOMPARE(sending.progress().failed, 1);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
}

// REQUIREMENTS M2
void tst_NoticeQueue::keepsTheMessageIdOverTheTries()
{
    Sending sending({u"taro@example.jp"_s});
    sending.send();
    sending.transport.script(
        {{0, Kind::Deferred, 451, "4.2.0", {}}, {0, Kind::RelayFailed, 0, {}, "no answer"}});
    sending.steps(1);
    sending.office.clock.advance(60);
    sending.steps(1);
    sending.office.clock.advance(60);
    sending.steps(1);
    const auto &mails = sending.transport.submitted();
    QCOMPARE(mails.size(), size_t(3));
    QVERIFY(!headerOf(mails[0], "Message-ID").empty());
    QCOMPARE(mails[1].mime, mails[0].mime);
    QCOMPARE(mails[2].mime, mails[0].mime);
}

// REQUIREMENTS M2, M3: days that a mail spent waiting for its time, for staff or for the relay are no tries.
void tst_NoticeQueue::doesNotGiveUpAScheduledOrPausedNoticeAtItsFirstDeferral()
{
    Sending sending({u"taro@example.jp"_s});
    const qint64 start = sending.office.clock.now() + 3 * 86400;
    sending.send(start);
    sending.office.clock.set(start);
    must(sending.office.desk.pause(*sending.office.session, sending.id));
    sending.office.clock.advance(3 * 86400);
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    sending.transport.script(
        {{0, Kind::Deferred, 451, "4.7.1", {}}, {0, Kind::Deferred, 451, "4.7.1", {}}}); // greylisting
    sending.steps(1);
    QCOMPARE(sending.progress().waiting, 1);
    sending.office.clock.advance(60);
    sending.steps(1);
    QCOMPARE(sending.progress().waiting, 1);
    sending.office.clock.advance(300);
    sending.steps(1);
    QCOMPARE(sending.progress().sent, 1);
}

void tst_NoticeQueue::datesAMailByTheTimeItWasToLeave()
{
    Sending sending({u"taro@example.jp"_s});
    const qint64 start = japanese("2026-11-26T09:00");
    sending.send(start);
    sending.office.clock.set(start + 30);
    sending.steps(1);
    QCOMPARE(sending.transport.submitted().size(), size_t(1));
    QCOMPARE(headerOf(sending.transport.submitted()[0], "Date"),
             std::string("Thu, 26 Nov 2026 09:00:00 +0900"));
}

void tst_NoticeQueue::reportsFailuresByKind()
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
void tst_NoticeQueue::pausesAfterABurstOfRefusals_data()
{
    QTest::addColumn<int>("acceptedBetween");
    QTest::addColumn<int>("refusedBefore");
    QTest::newRow("ten in a row") << 0 << 11; // with the next one, which was under way
    QTest::newRow("twenty of the last fifty") << 1 << 20;
}

void tst_NoticeQueue::pausesAfterABurstOfRefusals()
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

void tst_NoticeQueue::doesNotPauseForSingleMailboxesThatAreGone()
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

void tst_NoticeQueue::pausesRatherThanEndWithNobodyReached()
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

void tst_NoticeQueue::triesTheRefusedOnesAgainWhenAsked()
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

void tst_NoticeQueue::leavesTheRefusedOnesAloneOtherwise()
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

void tst_NoticeQueue::erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("sent") << false;
    QTest::newRow("cancelled") << true;
}

void tst_NoticeQueue::erasesTheAddressesOfTheRefusedWhenTheNoticeIsOver()
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

void tst_NoticeQueue::recordsAMailThatComesHomeAfterTheCancellation_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sent");
    QTest::addColumn<QString>("reply");
    QTest::newRow("accepted") << int(Kind::Accepted) << 1 << QString();
    QTest::newRow("refused") << int(Kind::Refused) << 0 << u"550 5.1.1"_s;
    QTest::newRow("deferred") << int(Kind::Deferred) << 0 << u"cancelled"_s;
}

void tst_NoticeQueue::recordsAMailThatComesHomeAfterTheCancellation()
{
    QFETCH(int, kind);
    QFETCH(int, sent);
    QFETCH(QString, reply);
    Sending sending({u"taro@example.jp"_s});
    sending.send();
    sending.transport.always({0, Kind(kind), kind == int(Kind::Accepted) ? 250 : 550, "5.1.1", {}});
    sending.transport.hold(true);
    sending.steps(1);
    must(sending.office.desk.cancel(*sending.office.session, sending.id));
    sending.transport.hold(false);
    sending.office.clock.advance(60);
    sending.steps(5);
    QCOMPARE(sending.transport.submitted().size(), size_t(1));
    QCOMPARE(sending.progress().state, NoticeState::Cancelled);
    QCOMPARE(sending.progress().sent, sent);
    QCOMPARE(sending.progress().failures.keys().join(u','), reply);
    QCOMPARE(sending.addresses(), 0);
}

void tst_NoticeQueue::endsAPausedNoticeOnlyWhenItIsResumed()
{
    Sending sending({u"taro@example.jp"_s});
    sending.send();
    sending.transport.hold(true);
    sending.steps(1);
    must(sending.office.desk.pause(*sending.office.session, sending.id));
    sending.transport.hold(false);
    sending.steps(3);
    QCOMPARE(sending.progress().state, NoticeState::Paused);
    QCOMPARE(sending.progress().sent, 1);
    must(sending.office.desk.resume(*sending.office.session, sending.id));
    QCOMPARE(sending.progress().state, NoticeState::Sent);
}

void tst_NoticeQueue::sendsNothingOfAQuietHourThatBeginsMeanwhile()
{
    Sending sending(manyPeople(20), QuietHours{21, 8}, 1);
    sending.office.clock.set("2026-11-24T20:59");
    sending.send();
    sending.steps(3);
    QCOMPARE(sending.transport.submitted().size(), size_t(4)); // the last one is under way
    sending.office.clock.set("2026-11-24T21:00");
    sending.steps(3);
    QCOMPARE(sending.transport.submitted().size(), size_t(4));
}

// REQUIREMENTS S3
void tst_NoticeQueue::keepsToItsPace()
{
    Sending sending(manyPeople(20));
    NoticeQueue slow(*sending.office.files.main, sending.office.serverKey.queueOpener(),
                     sending.office.staff.audit(), {{}, Pace(360, 3600)});
    Sender sender(*sending.office.files.main, sending.transport, {&slow},
                  must(MailIdentity::of(sending.office.settings)), sending.office.clock, {});
    sending.send();
    for (int second = 0; second <= 100; ++second) {
        must(sender.step(0ms));
        must(sender.step(0ms));
        sending.office.clock.advance(1);
    }
    QCOMPARE(sending.progress().sent, 11);
}

void tst_NoticeQueue::knowsWhenItsLastMailLeft()
{
    Sending sending(manyPeople(3), {}, 1);
    Database &database = *sending.office.files.main;
    const qint64 start = sending.office.clock.now();
    QCOMPARE(must(lastNoticeMailAt(database, start - 3600)), 0);
    sending.send();
    sending.steps(1);
    QCOMPARE(must(lastNoticeMailAt(database, start - 3600)), start);
    sending.office.clock.advance(100);
    sending.steps(1);
    QCOMPARE(must(lastNoticeMailAt(database, start - 3600)), start + 100);
    sending.steps(3);
    QCOMPARE(sending.progress().state, NoticeState::Sent);
    QCOMPARE(must(lastNoticeMailAt(database, start + 200)), 0); // it ended before
}

QTEST_GUILESS_MAIN(tst_NoticeQueue)
#include "tst_NoticeQueue.moc"
