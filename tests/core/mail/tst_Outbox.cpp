// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Outbox.h"

#include "core/visits/ConfirmationMail.h"
#include "tests/support/DueMails.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;
using State = MailRecord::State;

class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesALetterWhenItLeaves();
    void recordsWhatItCannotComposeAndLetsTheOthersGo_data();
    void recordsWhatItCannotComposeAndLetsTheOthersGo();
    void keepsALetterWhoseComposerFailsForNow();
    void handsOutTheOldestDueFirst();
    void keepsTheMessageIdOverTheTries();
    void forgetsALetterThatWasAccepted();
    void erasesTheAddressOfALetterThatFailed();
    void waitsUntilALetterIsDueAgain();
    void sealsEachLetterWhole();
    void goesWithTheTransactionOfItsCaller();
    void withdrawsOneLetterByItsReference_data();
    void withdrawsOneLetterByItsReference();
    void withdrawsALetterOfAnOlderShirase_data() { withdrawsOneLetterByItsReference_data(); }
    void withdrawsALetterOfAnOlderShirase();
    void givesLettersMessageIdsInTheOrderOfTime();
    void saysHowTheQueueStands();
    void writesFromTheSettings();
};

namespace {

struct Post
{
    void put(const QString &recipient, const QString &kind = u"confirmation"_s,
             const QString &language = u"ja"_s)
    {
        must(office.outbox.put({kind, recipient, language, {{u"facility"_s, 3}}}));
    }
    std::vector<DueMail> due(int atMost = 100)
    {
        return dueMails(queue, office.clock.now(), must(MailIdentity::of(office.settings)), atMost);
    }
    void record(qint64 id, State state, int attempts, const QString &reply, qint64 dueAt = 0)
    {
        must(queue.record({{id, state, attempts, dueAt, office.clock.now(), reply}}));
    }

    TestOffice office;
    ErrorCode composerFails = ErrorCode::Internal;
    Outbox queue{*office.files.main,
                 office.serverKey.queueOpener(),
                 {{u"confirmation"_s, confirmationMail(office.settings)},
                  {u"failing"_s,
                   [this](const Letter &, Message &) -> Result<> { return fail(composerFails, u"x"_s); }}}};
};

} // namespace

void tst_Outbox::composesALetterWhenItLeaves()
{
    Post post;
    post.put(u"a..b@docomo.ne.jp"_s, u"confirmation"_s, u"en"_s);
    const auto mails = post.due();
    QCOMPARE(mails.size(), size_t(1));
    QCOMPARE(mails[0].recipient, "\"a..b\"@docomo.ne.jp"_ba); // REQUIREMENTS V6
    QCOMPARE(mails[0].domain, "docomo.ne.jp"_ba);
    QCOMPARE(mails[0].attempts, 0);
    QVERIFY(mails[0].mime.contains("Content-Language: en"));
    QVERIFY(mails[0].mime.contains("Auto-Submitted: auto-generated")); // REQUIREMENTS M4
    // The text is of the settings in force when it leaves.
    must(post.office.settings.set(u"organisation.system_name.en"_s, u"Snow Notice System"_s));
    QVERIFY(post.due()[0].mime.contains("Snow Notice System"));
}

void tst_Outbox::recordsWhatItCannotComposeAndLetsTheOthersGo_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("damage");
    QTest::newRow("nobody writes that kind") << u"poem"_s << u"bad@example.jp"_s << QString();
    QTest::newRow("its composer fails") << u"failing"_s << u"bad@example.jp"_s << QString();
    QTest::newRow("no address") << u"confirmation"_s << u"nonsense"_s << QString();
    QTest::newRow("sealed to another key")
        << u"confirmation"_s << u"bad@example.jp"_s
        << u"UPDATE outbox SET sealed = %1 WHERE id = (SELECT min(id) FROM outbox)"_s.arg(
               TestDatabase::zeros(200));
    QTest::newRow("empty") << u"confirmation"_s << u"bad@example.jp"_s
                           << u"UPDATE outbox SET sealed = NULL WHERE id = (SELECT min(id) FROM outbox)"_s;
}

void tst_Outbox::recordsWhatItCannotComposeAndLetsTheOthersGo()
{
    QFETCH(QString, kind);
    QFETCH(QString, recipient);
    QFETCH(QString, damage);
    Post post;
    post.put(recipient, kind);
    post.put(u"taro@example.jp"_s);
    if (!damage.isEmpty())
        post.office.run(damage);
    const auto mails = post.due();
    QCOMPARE(mails.size(), size_t(1));
    QCOMPARE(mails[0].recipient, "taro@example.jp"_ba);
    QCOMPARE(post.office.number(u"SELECT count(*) FROM outbox WHERE state = 'failed' AND sealed IS NULL"_s),
             1);
    QCOMPARE(post.due().size(), size_t(1));
}

void tst_Outbox::keepsALetterWhoseComposerFailsForNow()
{
    Post post;
    post.composerFails = ErrorCode::Busy;
    post.put(u"hanako@example.jp"_s, u"failing"_s);
    post.put(u"taro@example.jp"_s);
    QCOMPARE(post.due().size(), size_t(1));
    QCOMPARE(must(outboxState(*post.office.files.main)).waiting, 2);
    QCOMPARE(must(outboxState(*post.office.files.main)).failed, 0);
}

void tst_Outbox::handsOutTheOldestDueFirst()
{
    Post post;
    for (const auto &recipient : {u"a@example.jp"_s, u"b@example.jp"_s, u"c@example.jp"_s}) {
        post.put(recipient);
        post.office.clock.advance(10);
    }
    const auto mails = post.due(2);
    QCOMPARE(mails.size(), size_t(2));
    QCOMPARE(mails[0].recipient, "a@example.jp"_ba);
    QCOMPARE(mails[1].recipient, "b@example.jp"_ba);
}

// REQUIREMENTS M2
void tst_Outbox::keepsTheMessageIdOverTheTries()
{
    Post post;
    post.put(u"taro@example.jp"_s);
    post.put(u"hanako@example.jp"_s);
    const auto idOf = [](const QByteArray &mime) {
        const qsizetype begin = mime.indexOf("\r\nMessage-ID: ");
        return mime.sliced(begin, mime.indexOf("\r\n", begin + 2) - begin);
    };
    const auto first = post.due();
    post.record(first[0].id, State::TryAgain, 1, u"451 4.7.1"_s, post.office.clock.now());
    post.office.clock.advance(60);
    const auto second = post.due();
    QCOMPARE(second.size(), size_t(2));
    for (const DueMail &mail : second)
        QCOMPARE(mail.mime, mail.id == first[0].id ? first[0].mime : first[1].mime);
    QVERIFY(idOf(first[0].mime) != idOf(first[1].mime));
    QVERIFY(idOf(first[0].mime).endsWith("@example.jp>"));
}

void tst_Outbox::forgetsALetterThatWasAccepted()
{
    Post post;
    post.put(u"taro@example.jp"_s);
    post.record(post.due()[0].id, State::Accepted, 1, u"250 2.0.0"_s);
    QCOMPARE(post.office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

void tst_Outbox::erasesTheAddressOfALetterThatFailed()
{
    Post post;
    post.put(u"taro@example.jp"_s);
    post.record(post.due()[0].id, State::Failed, 1, u"550 5.1.1"_s);
    QCOMPARE(post.office.number(u"SELECT count(*) FROM outbox WHERE sealed IS NOT NULL"_s), 0);
    QVERIFY(post.due().empty());
    Rows rows = must(post.office.files.main->run(u"SELECT state, reply, attempts FROM outbox"_s));
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), u"failed"_s);
    QCOMPARE(rows.text(1), u"550 5.1.1"_s);
    QCOMPARE(rows.number(2), 1);
}

void tst_Outbox::waitsUntilALetterIsDueAgain()
{
    Post post;
    post.put(u"taro@example.jp"_s);
    post.record(post.due()[0].id, State::TryAgain, 1, u"451"_s, post.office.clock.now() + 60);
    QVERIFY(post.due().empty());
    post.office.clock.advance(59);
    QVERIFY(post.due().empty());
    post.office.clock.advance(1);
    QCOMPARE(post.due().size(), size_t(1));
    QCOMPARE(post.due()[0].attempts, 1);
}

// REQUIREMENTS D2
void tst_Outbox::sealsEachLetterWhole()
{
    Post post;
    post.put(u"momotaro@example.jp"_s);
    post.put(u"momotaro@example.jp"_s);
    QVERIFY(!post.office.files.rawBytes().contains("momotaro"));
    QCOMPARE(post.office.number(u"SELECT count(DISTINCT sealed) FROM outbox"_s), 2);
    Rows rows = must(post.office.files.main->run(u"SELECT sealed FROM outbox"_s));
    QVERIFY(rows.next());
    QVERIFY(
        !post.office.session->office()->open(rows.bytes(0)).has_value()); // the queue key's, not the office's
}

void tst_Outbox::goesWithTheTransactionOfItsCaller()
{
    Post post;
    {
        const Transaction undone = must(Transaction::begin(*post.office.files.main));
        post.put(u"taro@example.jp"_s);
    }
    QCOMPARE(post.office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

void tst_Outbox::withdrawsOneLetterByItsReference_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::newRow("a letter") << QByteArray::fromHex("00112233445566778899aabbccddeeff");
    QTest::newRow("one whose next number carries") << QByteArray::fromHex("000000000000000000000000009fffff");
    QTest::newRow("the first of all") << QByteArray(16, char(0));
    QTest::newRow("the last of all") << QByteArray(16, char(0xff));
}

// Also where the sender's domain, the right side of the Message-ID, was another one when it was written.
void tst_Outbox::withdrawsOneLetterByItsReference()
{
    QFETCH(QByteArray, reference);
    Post post;
    post.put(u"before@example.jp"_s);
    OutboxWriter other(*post.office.files.main, post.office.serverKey.queuePublicKey(), post.office.clock, "zz.example.jp");
    const qint64 scanned = post.office.clock.now() - 480; // by a machine whose clock may be another
    must(other.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}, reference, scanned}));
    post.put(u"after@example.jp"_s);
    QByteArray another = reference;
    another[15] = char(another[15] ^ 1);
    const auto withdraws = [&](const QByteArray &one, qint64 time) {
        return must(withdrawLetter(*post.office.files.main, one, time));
    };
    QVERIFY(!withdraws(another, scanned));
    QVERIFY(!withdraws(reference, scanned - 1));
    QVERIFY(!withdraws(reference, scanned + 1));
    QVERIFY(withdraws(reference, scanned));
    QVERIFY(!withdraws(reference, scanned));
    QCOMPARE(post.due().size(), size_t(2));
}

// It had the reference alone on the left side of its Message-ID.
void tst_Outbox::withdrawsALetterOfAnOlderShirase()
{
    QFETCH(QByteArray, reference);
    Post post;
    post.put(u"before@example.jp"_s);
    post.put(u"taro@example.jp"_s);
    post.office.run(u"UPDATE outbox SET message_id = '%1@example.jp' WHERE id = (SELECT max(id) FROM outbox)"_s.arg(
        QString::fromLatin1(reference.toHex())));
    post.put(u"after@example.jp"_s);
    const qint64 now = post.office.clock.now();
    QVERIFY(must(withdrawLetter(*post.office.files.main, reference, now)));
    QVERIFY(!must(withdrawLetter(*post.office.files.main, reference, now)));
    QCOMPARE(post.due().size(), size_t(2));
}

// Else each has a page of its own in the index: that is what most registrations' time went into.
void tst_Outbox::givesLettersMessageIdsInTheOrderOfTime()
{
    Post post;
    for (int i = 0; i < 40; ++i) {
        post.put(u"taro@example.jp"_s);
        post.office.clock.advance(i % 20 == 0 ? 1 : 0);
    }
    QCOMPARE(post.office.number(u"SELECT count(*) FROM outbox a JOIN outbox b ON b.id > a.id "
                                "AND b.message_id < a.message_id"_s),
             0);
}

void tst_Outbox::saysHowTheQueueStands()
{
    Post post;
    QCOMPARE(must(outboxState(*post.office.files.main)).oldestWaiting, 0);
    const qint64 start = post.office.clock.now();
    post.put(u"a@example.jp"_s, u"poem"_s);
    post.office.clock.advance(10);
    post.put(u"b@example.jp"_s);
    post.office.clock.advance(10);
    post.put(u"c@example.jp"_s);
    OutboxState state = must(outboxState(*post.office.files.main));
    QCOMPARE(state.waiting, 3);
    QCOMPARE(state.oldestWaiting, start);
    post.due(); // finds that nobody writes poems
    state = must(outboxState(*post.office.files.main));
    QCOMPARE(state.waiting, 2);
    QCOMPARE(state.failed, 1);
    QCOMPARE(state.oldestWaiting, start + 10);
}

void tst_Outbox::writesFromTheSettings()
{
    Post post;
    must(post.office.settings.set(u"mail.from"_s, u"notice@example.jp"_s));
    MailIdentity identity = must(MailIdentity::of(post.office.settings));
    QCOMPARE(identity.from.wire(), "notice@example.jp"_ba);
    QCOMPARE(identity.envelopeFrom.wire(), "notice@example.jp"_ba);
    QVERIFY(!identity.replyTo);
    must(post.office.settings.set(u"mail.envelope_from"_s, u"bounce@example.jp"_s));
    must(post.office.settings.set(u"mail.reply_to"_s, u"centre@example.jp"_s));
    identity = must(MailIdentity::of(post.office.settings));
    QCOMPARE(identity.envelopeFrom.wire(), "bounce@example.jp"_ba);
    QCOMPARE(identity.replyTo->wire(), "centre@example.jp"_ba);
    QCOMPARE(identity.name(u"en"_s), u"Hokkaido COVID-19 Notice System"_s);
    QCOMPARE(identity.name(u"fr"_s), u"北海道コロナ通知システム"_s);
}

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_Outbox.moc"
