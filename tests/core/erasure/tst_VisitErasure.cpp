// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/VisitErasure.h"

#include "core/mail/SendingMark.h"
#include "tests/core/visits/Signups.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

/// REQUIREMENTS V11: what becomes of a visit that its visitor has erased.
class tst_VisitErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesAVisitForGood();
    void withdrawsAConfirmationThatWasWrittenByAnotherClock_data();
    void withdrawsAConfirmationThatWasWrittenByAnotherClock();
    void marksADatabaseThatKnowsOfIt();
};

void tst_VisitErasure::erasesAVisitForGood()
{
    TestOffice office;
    const ScanToken token = ScanToken::make(office.addFacility().id, office.clock.now());
    const auto taro = signupOf(token, u"taro@example.jp"_s);
    const auto first = stored(office, {taro, signupOf(token, u"hanako@example.jp"_s)});
    const VisitKey visit = first[0]->visit;
    QVERIFY(must(office.signups.erasureOf(visit)) == ErasureState::None);
    const ErasableVisit all{visit, first[0]->confirmation};
    QCOMPARE(must(erasureIn(office).erase({all})).confirmations, 1);
    QCOMPARE(must(erasureIn(office).erase({all})).confirmations, 0); // twice is once
    QVERIFY(must(office.signups.erasureOf(visit)) == ErasureState::Done);
    QVERIFY(must(office.signups.erasureOf(first[1]->visit)) == ErasureState::None);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);

    const auto again = stored(office, {taro});
    VERIFY_DONE(again[0]);
    QVERIFY(*again[0] == *first[0]); // no mail, no visit, the same page
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1);

    // Another scan is another visit.
    const ScanToken later = ScanToken::make(token.facility, token.scannedAt + 1);
    const auto another = stored(office, {signupOf(later, u"taro@example.jp"_s)});
    VERIFY_DONE(another[0]);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 2);
}

void tst_VisitErasure::withdrawsAConfirmationThatWasWrittenByAnotherClock_data()
{
    QTest::addColumn<int>("ahead"); // seconds
    QTest::newRow("eight minutes behind") << -480;
    QTest::newRow("a day ahead") << 86400;
}

// Letters are written by the database's clock, and the scan is this machine's.
void tst_VisitErasure::withdrawsAConfirmationThatWasWrittenByAnotherClock()
{
    QFETCH(int, ahead);
    TestOffice office;
    const FixedClock shared(office.clock.now() + ahead);
    OutboxWriter outbox(*office.files.main, office.serverKey.queuePublicKey(), shared, "example.jp");
    SignupBook book({*office.files.main, *office.files.vault, office.dayKeys, office.visits, outbox, office.clock,
                     office.settings});
    const ScanToken token = ScanToken::make(office.addFacility().id, office.clock.now());
    office.clock.advance(60);
    const auto answers = book.store({signupOf(token, u"taro@example.jp"_s)});
    VERIFY_DONE(answers[0]);
    const ErasableVisit all{answers[0]->visit, answers[0]->confirmation};
    QCOMPARE(must(erasureIn(office).erase({all})).confirmations, 1);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

// REQUIREMENTS D5: an older database that is put back is known by it. What makes up for that there must not hide it.
void tst_VisitErasure::marksADatabaseThatKnowsOfIt()
{
    TestOffice office;
    const auto visit = office.visit(office.addFacility(), {u"taro@example.jp"_s}).first();
    SendingMark mark(*office.files.main, *office.files.vault);
    must(mark.note(office.clock.now()));
    const qint64 before = office.number(u"SELECT number FROM sending_progress"_s);
    must(erasureIn(office).erase({{visit.visit, visit.confirmation}}));
    QCOMPARE(office.number(u"SELECT number FROM sending_progress"_s), before + 1);
    must(mark.note(office.clock.now()));

    office.run(u"UPDATE sending_progress SET number = %1"_s.arg(before));
    const auto comeBack = [&] {
        Transaction transaction = must(Transaction::begin(*office.files.main));
        must(office.visits.insert({visit.visit, u"ja"_s, "sealed"}));
        must(transaction.commit());
    };
    comeBack();
    QCOMPARE(must(erasureIn(office).complete(10)).visits, 1);
    comeBack();
    QCOMPARE(must(erasureIn(office).applyTombstones()).visits, 1);
    QVERIFY(must(mark.behindSince()).has_value());
}

QTEST_GUILESS_MAIN(tst_VisitErasure)
#include "tst_VisitErasure.moc"
