// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/notices/Sending.h"

using namespace Qt::StringLiterals;
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
    void recordsAMailThatComesHomeAfterTheCancellation_data();
    void recordsAMailThatComesHomeAfterTheCancellation();
    void endsAPausedNoticeOnlyWhenItIsResumed();
    void sendsNothingOfAQuietHourThatBeginsMeanwhile();
    void keepsToItsPace();
    void knowsWhenItsLastMailLeft();
};

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
