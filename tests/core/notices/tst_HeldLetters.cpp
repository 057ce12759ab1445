// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/HeldLetters.h"

#include "core/erasure/PersonErasure.h"
#include "core/mail/Outbox.h"
#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Three letters that are held, and one that came afterwards.
struct Held
{
    Held()
    {
        for (int i = 0; i < 3; ++i)
            write();
        QCOMPARE(must(holdLetters(*office.files.main, office.clock.now())), 3);
        office.clock.advance(60);
        write();
    }
    void write() { must(office.outbox.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}})); }
    [[nodiscard]] OutboxState state() const { return must(outboxState(*office.files.main)); }
    [[nodiscard]] qint64 onRecord(const char *action) const
    {
        return office.number(u"SELECT count(*) FROM audit WHERE subject = 'mail' AND action = '%1'"_s.arg(
            QString::fromLatin1(action)));
    }

    TestOffice office;
    HeldLetters letters{*office.files.main, *office.files.vault, office.staff.audit(), office.clock};
};

/// Taro and Hanako have registered, Taro was erased, and a database that was put back by hand has both confirmations again.
struct BroughtBack
{
    BroughtBack()
    {
        office.visit(office.addFacility(), {u"taro@example.jp"_s, u"hanako@example.jp"_s});
        office.run(u"CREATE TABLE backup AS SELECT * FROM outbox"_s);
        PersonErasure erasure({*office.files.main, *office.files.vault, office.staff.audit(), office.clock});
        QCOMPARE(must(erasure.erase(*office.session, address(u"taro@example.jp"_s))).confirmations, 1);
        office.run(u"CREATE TABLE others AS SELECT message_id FROM outbox"_s);
        office.run(u"DELETE FROM outbox"_s);
        office.run(u"INSERT INTO outbox SELECT * FROM backup"_s);
        QCOMPARE(must(holdLetters(*office.files.main, office.clock.now())), 2);
    }
    [[nodiscard]] int held() const { return must(lettersHeld(*office.files.main)); }

    TestOffice office;
    HeldLetters letters{*office.files.main, *office.files.vault, office.staff.audit(), office.clock};
};

} // namespace

/// REQUIREMENTS D5: what becomes of the mail that is held after a restoring.
class tst_HeldLetters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sends_them_and_puts_it_on_record()
    {
        Held held;
        QCOMPARE(must(held.letters.release(*held.office.session)), 3);
        QCOMPARE(held.state().waiting, 4);
        QCOMPARE(held.state().held, 0);
        QCOMPARE(held.onRecord("mail.release"), 1);
        QCOMPARE(held.office.number(u"SELECT max(due_at) FROM outbox"_s), held.office.clock.now());
    }

    void gives_them_up_and_leaves_the_others()
    {
        Held held;
        held.office.run(u"INSERT INTO outbox (message_id, kind, created_at, due_at, attempts, state, reply) "
                        "VALUES ('refused', 'poster', 1, 1, 1, 'failed', '550 5.1.1')"_s);
        QCOMPARE(must(held.letters.discard(*held.office.session)), 3);
        QCOMPARE(held.state().waiting, 1);
        QCOMPARE(held.state().failed, 1);
        QCOMPARE(held.state().held, 0);
        QCOMPARE(held.onRecord("mail.discard"), 1);
    }

    void takes_the_notices_role()
    {
        Held held;
        const auto clerk = held.office.logIn(u"窓口"_s, Role::Facilities | Role::Approval | Role::Audit);
        QVERIFY(!HeldLetters::mayDecide(*clerk));
        for (const Result<int> &decided : {held.letters.release(*clerk), held.letters.discard(*clerk)}) {
            QVERIFY(!decided);
            QCOMPARE(decided.error().code, ErrorCode::Refused);
        }
        QCOMPARE(held.state().held, 3);
    }

    void a_second_decision_finds_nothing_and_says_so()
    {
        Held held;
        must(held.letters.release(*held.office.session));
        QCOMPARE(must(held.letters.discard(*held.office.session)), 0);
        QCOMPARE(held.state().waiting, 4);
        QCOMPARE(held.onRecord("mail.discard"), 0);
    }

    // REQUIREMENTS V11
    void leaves_out_whoever_was_erased_since()
    {
        BroughtBack back;
        QCOMPARE(must(back.letters.release(*back.office.session)), 1);
        QCOMPARE(back.office.number(u"SELECT count(*) FROM outbox"_s), 1);
        QCOMPARE(back.office.number(u"SELECT count(*) FROM outbox WHERE state = 'waiting' AND message_id IN "
                                    "(SELECT message_id FROM others)"_s),
                 1);
    }

    void takes_the_office_key_where_somebody_was_erased()
    {
        BroughtBack back;
        must(back.office.staff.add(*back.office.session, u"新人"_s, Role::Notices, secret("another-password")));
        back.office.run(u"DELETE FROM office_key_grant WHERE account_id = (SELECT max(id) FROM account)"_s);
        const auto clerk = must(back.office.staff.logIn(u"新人"_s, secret("another-password")));
        VERIFY_FAILS(back.letters.release(*clerk), ErrorCode::Refused);
        QCOMPARE(back.held(), 2);
        QCOMPARE(must(back.letters.discard(*clerk)), 2); // that tells nobody anything
    }

    void holds_on_where_it_cannot_be_told_who_was_erased()
    {
        BroughtBack back;
        must(back.office.files.vault->run(u"UPDATE day_key SET sealed_index = ?"_s, {QByteArray(137, 'x')}));
        VERIFY_FAILS(back.letters.release(*back.office.session), ErrorCode::Corrupt);
        QCOMPARE(back.held(), 2);
    }

    void nothing_happens_that_is_not_on_record()
    {
        Held held;
        held.office.run(u"ALTER TABLE audit RENAME TO away"_s);
        QVERIFY(!held.letters.release(*held.office.session));
        QVERIFY(!held.letters.discard(*held.office.session));
        held.office.run(u"ALTER TABLE away RENAME TO audit"_s);
        QCOMPARE(held.state().held, 3);
    }
};

QTEST_GUILESS_MAIN(tst_HeldLetters)
#include "tst_HeldLetters.moc"
