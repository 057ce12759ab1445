// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AuditLog.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_AuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheNewestEntriesFirst();
    void holdsWhileNobodyTouchesIt();
    void showsWhereItWasTouched_data();
    void showsWhereItWasTouched();
    void goesWithTheTransactionOfItsCaller();
    void keepsEmptyFields();
    void showsThatItsEndWasCutOff_data();
    void showsThatItsEndWasCutOff();
    void isWholeWhereTheVaultHasNotHeardOfTheNewest();
    void tellsTheVaultAfterTheCommitOnly();
    void followsAChainOverManyPages();
    void stopsItsCheckWhenProgressSaysSo();
    void isReadInPagesWithoutGapsOrDoubles();
    void isFiltered_data();
    void isFiltered();
    void isReadByTheAuditRoleOnly();
};

namespace {

struct Book
{
    void fill(int entries)
    {
        if (!files.main->inTransaction()) {
            Transaction transaction = must(Transaction::begin(*files.main));
            fill(entries);
            must(transaction.commit());
            return;
        }
        for (int i = 1; i <= entries; ++i) {
            must(log.add(u"山田"_s, u"facility.add"_s, u"facility %1"_s.arg(i)));
            clock.advance(1);
        }
    }
    qint64 broken() { return must(log.check()).firstBroken; }
    QList<AuditLog::Entry> newest(int atMost, const AuditLog::Filter &filter = {})
    {
        return must(log.page(reader(), filter, {}, atMost));
    }

    /// Somebody with the audit role.
    const Session &reader()
    {
        if (!office)
            office = std::make_unique<TestOffice>();
        return *office->session;
    }

    std::unique_ptr<TestOffice> office;
    TestDatabase files;
    FixedClock clock;
    AuditLog log{*files.main, *files.vault, clock};
};

} // namespace

void tst_AuditLog::givesTheNewestEntriesFirst()
{
    Book book;
    const qint64 start = book.clock.now();
    book.fill(5);
    const QList<AuditLog::Entry> entries = book.newest(2);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].subject, u"facility 5"_s);
    QCOMPARE(entries[1].subject, u"facility 4"_s);
    QCOMPARE(entries[0].at, start + 4);
    QCOMPARE(entries[0].account, u"山田"_s);
    QCOMPARE(entries[0].action, u"facility.add"_s);
}

void tst_AuditLog::holdsWhileNobodyTouchesIt()
{
    Book book;
    QCOMPARE(book.broken(), 0);
    book.fill(20);
    QCOMPARE(book.broken(), 0);
}

void tst_AuditLog::showsWhereItWasTouched_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("broken");
    QTest::newRow("another person") << u"UPDATE audit SET account = '鈴木' WHERE id = 3"_s << 3;
    QTest::newRow("another action") << u"UPDATE audit SET action = 'notice.approve' WHERE id = 3"_s << 3;
    QTest::newRow("another subject") << u"UPDATE audit SET subject = 'facility 4' WHERE id = 3"_s << 3;
    QTest::newRow("another time") << u"UPDATE audit SET at = at + 1 WHERE id = 3"_s << 3;
    QTest::newRow("another hash") << u"UPDATE audit SET hash = %1 WHERE id = 3"_s.arg(TestDatabase::zeros(32))
                                  << 3;
    QTest::newRow("a letter moved to the next field")
        << u"UPDATE audit SET account = '山', action = '田facility.add' WHERE id = 3"_s << 3;
    QTest::newRow("one is missing") << u"DELETE FROM audit WHERE id = 3"_s << 4;
    QTest::newRow("the first is missing") << u"DELETE FROM audit WHERE id = 1"_s << 2;
    QTest::newRow("two are swapped")
        << u"UPDATE audit SET id = 99 WHERE id = 3;\nUPDATE audit SET id = 3 WHERE id = 4;\n"
           "UPDATE audit SET id = 4 WHERE id = 99;\n"_s
        << 3;
    QTest::newRow("one is a copy of another")
        << u"INSERT INTO audit SELECT 99, at, account, action, subject, hash FROM audit WHERE id = 3;\n"_s
        << 99;
    QTest::newRow("the last is changed") << u"UPDATE audit SET subject = 'x' WHERE id = 6"_s << 6;
}

// REQUIREMENTS S7
void tst_AuditLog::showsWhereItWasTouched()
{
    QFETCH(QString, sql);
    QFETCH(int, broken);
    Book book;
    book.fill(6);
    must(book.files.main->runScript(sql));
    QCOMPARE(book.broken(), broken);
    must(book.log.add(u"山田"_s, u"x"_s, u"y"_s)); // what comes after does not heal it
    QVERIFY(book.broken() > 0 && book.broken() <= broken);
}

void tst_AuditLog::goesWithTheTransactionOfItsCaller()
{
    Book book;
    book.fill(1);
    {
        const Transaction undone = must(Transaction::begin(*book.files.main));
        book.fill(3);
    }
    book.fill(1);
    QCOMPARE(book.newest(10).size(), 2);
    QCOMPARE(book.broken(), 0);
}

void tst_AuditLog::keepsEmptyFields()
{
    Book book;
    must(book.log.add({}, {}, {}));
    book.fill(1);
    QCOMPARE(book.broken(), 0);
}

void tst_AuditLog::showsThatItsEndWasCutOff_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("whole");
    QTest::newRow("nothing was done") << u"SELECT 1"_s << true;
    QTest::newRow("the last entry is gone") << u"DELETE FROM audit WHERE id = 6"_s << false;
    QTest::newRow("the last three are gone") << u"DELETE FROM audit WHERE id > 3"_s << false;
    QTest::newRow("all are gone") << u"DELETE FROM audit"_s << false;
    QTest::newRow("all are gone, and so is the counter")
        << (TestDatabase::isSqlite()
                ? u"DELETE FROM audit;\nDELETE FROM sqlite_sequence WHERE name = 'audit';\n"_s
                : u"TRUNCATE audit RESTART IDENTITY"_s)
        << false;
}

// A chain alone does not show that its last links are gone.
void tst_AuditLog::showsThatItsEndWasCutOff()
{
    QFETCH(QString, sql);
    QFETCH(bool, whole);
    Book book;
    book.fill(6);
    must(book.files.main->runScript(sql));
    const AuditLog::State state = must(book.log.check());
    QCOMPARE(state.firstBroken, 0);
    QCOMPARE(state.missingEnd, whole ? 0 : 6);
    QCOMPARE(state.isWhole(), whole);
    if (whole)
        return;
    book.fill(1); // the next entry, whatever number it gets, does not hide it
    QVERIFY(!must(book.log.check()).isWhole());
}

// The power fails between the commit of an entry and the vault's.
void tst_AuditLog::isWholeWhereTheVaultHasNotHeardOfTheNewest()
{
    Book book;
    book.fill(4);
    must(book.files.vault->run(u"UPDATE audit_end SET number = 2, hash = ?"_s, {[&] {
                                   Rows rows =
                                       must(book.files.main->run(u"SELECT hash FROM audit WHERE id = 2"_s));
                                   return rows.next() ? rows.bytes(0) : QByteArray();
                               }()}));
    QVERIFY(must(book.log.check()).isWhole());
    book.fill(1);
    QCOMPARE(TestDatabase::number(*book.files.vault, u"SELECT number FROM audit_end"_s), 5);
    QVERIFY(must(book.log.check()).isWhole());
}

void tst_AuditLog::tellsTheVaultAfterTheCommitOnly()
{
    Book book;
    book.fill(1);
    const auto known = [&] {
        return TestDatabase::number(*book.files.vault, u"SELECT number FROM audit_end"_s);
    };
    {
        const Transaction undone = must(Transaction::begin(*book.files.main));
        book.fill(2);
        QCOMPARE(known(), 1);
    }
    QCOMPARE(known(), 1);
    Transaction done = must(Transaction::begin(*book.files.main));
    book.fill(2);
    QCOMPARE(known(), 1);
    must(done.commit());
    QCOMPARE(known(), TestDatabase::number(*book.files.main, u"SELECT max(id) FROM audit"_s));
    QVERIFY(must(book.log.check()).isWhole());
}

void tst_AuditLog::followsAChainOverManyPages()
{
    Book book;
    book.fill(2500);
    QList<std::pair<int, int>> seen;
    const AuditLog::State state = must(book.log.check([&](int done, int total) {
        seen.append({done, total});
        return true;
    }));
    QVERIFY(state.isWhole());
    QCOMPARE(state.entries, 2500);
    QCOMPARE(state.newestAt, book.clock.now() - 1);
    QCOMPARE(seen, (QList<std::pair<int, int>>{{1000, 2500}, {2000, 2500}}));
    must(book.files.main->run(u"UPDATE audit SET subject = 'x' WHERE id = 2001"_s));
    QCOMPARE(book.broken(), 2001);
}

void tst_AuditLog::stopsItsCheckWhenProgressSaysSo()
{
    Book book;
    book.fill(1500);
    VERIFY_FAILS(book.log.check([](int, int) { return false; }), ErrorCode::Conflict);
}

void tst_AuditLog::isReadInPagesWithoutGapsOrDoubles()
{
    Book book;
    book.fill(25);
    QList<qint64> ids;
    std::optional<qint64> before;
    while (true) {
        const QList<AuditLog::Entry> page = must(book.log.page(book.reader(), {}, before, 10));
        if (page.isEmpty())
            break;
        for (const AuditLog::Entry &entry : page)
            ids.append(entry.id);
        before = ids.last();
        book.fill(1); // what is added meanwhile is in front of the first page
    }
    QCOMPARE(ids.size(), 25);
    for (int i = 0; i < 25; ++i)
        QCOMPARE(ids[i], 25 - i);
}

void tst_AuditLog::isFiltered_data()
{
    QTest::addColumn<AuditLog::Filter>("filter");
    QTest::addColumn<QList<qint64>>("ids");
    const qint64 day = japanese("2026-11-22T00:00");
    QTest::newRow("not at all") << AuditLog::Filter{} << QList<qint64>{4, 3, 2, 1};
    QTest::newRow("by account") << AuditLog::Filter{.account = u"鈴木"_s,
                                                    .action = {},
                                                    .from = {},
                                                    .until = {}}
                                << QList<qint64>{4, 2};
    QTest::newRow("by action") << AuditLog::Filter{.account = {},
                                                   .action = u"notice.send"_s,
                                                   .from = {},
                                                   .until = {}}
                               << QList<qint64>{4, 3};
    QTest::newRow("from a day") << AuditLog::Filter{.account = {}, .action = {}, .from = day, .until = {}}
                                << QList<qint64>{4, 3};
    QTest::newRow("until a day") << AuditLog::Filter{.account = {}, .action = {}, .from = {}, .until = day}
                                 << QList<qint64>{2, 1};
    QTest::newRow("by all") << AuditLog::Filter{.account = u"鈴木"_s,
                                                .action = u"notice.send"_s,
                                                .from = day,
                                                .until = day + 24 * 3600}
                            << QList<qint64>{4};
    QTest::newRow("by somebody unknown")
        << AuditLog::Filter{.account = u"佐藤"_s, .action = {}, .from = {}, .until = {}} << QList<qint64>{};
}

void tst_AuditLog::isFiltered()
{
    QFETCH(AuditLog::Filter, filter);
    QFETCH(QList<qint64>, ids);
    Book book;
    book.clock.set("2026-11-21T23:59");
    must(book.log.add(u"山田"_s, u"notice.draft"_s, u"notice 1"_s));
    must(book.log.add(u"鈴木"_s, u"notice.approve"_s, u"notice 1"_s));
    book.clock.set("2026-11-22T00:00");
    must(book.log.add(u"山田"_s, u"notice.send"_s, u"notice 1"_s));
    must(book.log.add(u"鈴木"_s, u"notice.send"_s, u"notice 2"_s));
    QList<qint64> found;
    for (const AuditLog::Entry &entry : book.newest(10, filter))
        found.append(entry.id);
    QCOMPARE(found, ids);
    QCOMPARE(must(book.log.count(book.reader(), filter)), ids.size());
}

void tst_AuditLog::isReadByTheAuditRoleOnly()
{
    Book book;
    TestOffice office;
    const auto clerk = office.logIn(u"鈴木"_s, everyRole & ~Roles(Role::Audit));
    VERIFY_FAILS(book.log.page(*clerk, {}, {}, 10), ErrorCode::Refused);
    VERIFY_FAILS(book.log.count(*clerk, {}), ErrorCode::Refused);
    const auto auditor = office.logIn(u"佐藤"_s, Role::Audit);
    VERIFY_DONE(book.log.page(*auditor, {}, {}, 10));
}

QTEST_GUILESS_MAIN(tst_AuditLog)
#include "tst_AuditLog.moc"
