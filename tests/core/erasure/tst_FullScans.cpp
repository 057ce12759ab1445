// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/Erasure.h"
#include "core/erasure/PersonErasure.h"
#include "core/visits/ConfirmationMail.h"
#include "core/visits/VisitCounts.h"
#include "tests/support/DueMails.h"
#include "tests/support/ManyVisits.h"
#include "tests/support/TestOffice.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace shirase;

/// What runs all day finds its rows by an index, however many there are: over two months of visits, on PostgreSQL in 61
/// partitions. The program's own calls are watched, not copies of their statements.
class tst_FullScans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void areNotPartOf_data();
    void areNotPartOf();
};

namespace {

const QDate today(2026, 11, 21);

/// Notes which statements (SQLite) or tables (PostgreSQL) of a connection are read from end to end while it lives.
class ScanWatch
{
    Q_DISABLE_COPY_MOVE(ScanWatch)
public:
    explicit ScanWatch(Database &database)
        : m_database(database)
    {
        if (TestDatabase::isSqlite()) {
            sqlite3_trace_v2(*static_cast<sqlite3 *const *>(database.handle().constData()), SQLITE_TRACE_PROFILE, &finished,
                             this);
        } else {
            // A small table is read faster whole, which says nothing of a large one.
            must(database.command(u"SET enable_seqscan = off"_s));
            m_scans = countsOf(u"seq_scan"_s);
            m_probes = countsOf(u"coalesce(idx_scan, 0)"_s);
        }
    }
    ~ScanWatch()
    {
        if (TestDatabase::isSqlite())
            sqlite3_trace_v2(*static_cast<sqlite3 *const *>(m_database.handle().constData()), 0, nullptr, nullptr);
        else
            must(m_database.command(u"RESET enable_seqscan"_s));
    }

    [[nodiscard]] QStringList found()
    {
        if (!TestDatabase::isSqlite())
            m_found = moreThan(m_scans, countsOf(u"seq_scan"_s));
        return m_found;
    }
    /// How many days' partitions were looked into; nothing on SQLite, which has none.
    [[nodiscard]] qsizetype partitions()
    {
        if (TestDatabase::isSqlite())
            return 0;
        return moreThan(m_probes, countsOf(u"coalesce(idx_scan, 0)"_s)).filter(u"visit_20"_s).size();
    }

private:
    using Counts = QMap<QString, qint64>;

    static int finished(unsigned, void *self, void *statement, void *)
    {
        auto *const prepared = static_cast<sqlite3_stmt *>(statement);
        if (sqlite3_stmt_status(prepared, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1) > 0)
            static_cast<ScanWatch *>(self)->m_found.append(QString::fromUtf8(sqlite3_sql(prepared)));
        return 0;
    }
    /// As of all transactions of this connection that have ended.
    [[nodiscard]] Counts countsOf(const QString &column)
    {
        must(m_database.command(u"SELECT pg_stat_force_next_flush()"_s));
        Rows rows = must(m_database.run(
            u"SELECT relname, %1 FROM pg_stat_user_tables WHERE schemaname = current_schema()"_s.arg(column)));
        Counts counts;
        while (rows.next())
            counts.insert(rows.text(0), rows.number(1));
        return counts;
    }
    [[nodiscard]] static QStringList moreThan(const Counts &before, const Counts &after)
    {
        QStringList more;
        for (const auto &[table, count] : after.asKeyValueRange()) {
            if (count > before.value(table))
                more.append(table);
        }
        return more;
    }

    Database &m_database;
    Counts m_scans;
    Counts m_probes;
    QStringList m_found;
};

struct Office : TestOffice
{
    Office()
    {
        clock.set(japan::startOf(today) + 12 * 3600);
        addManyVisits(*files.main, 3000, 5, today.addDays(-1), 60);
        for (const QDate day : {today.addDays(-1), today}) {
            clock.set(japan::startOf(day) + 12 * 3600);
            last = visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s, u"jiro@example.jp"_s});
        }
        clock.advance(60);
    }
    VisitErasure visitErasure() { return {*files.main, *files.vault, clock}; }

    Facility cafe = addFacility();
    QList<VisitToken> last;
    Outbox queue{*files.main, serverKey.queueOpener(), {{SignupBook::confirmationLetter, confirmationMail(settings)}}};
};

struct Path
{
    const char *name;
    std::function<void(Office &)> go;
    int days;                    ///< the most partitions that it needs to look into
    QStringList mayRead = {};    ///< what it reads whole all the same: what is small, or what happens once a day
    bool writesTablesAnew = false; ///< which reads them whole on PostgreSQL; what else it does is seen on SQLite
};

// What a row of a table says once for all, or what is counted by subject.
const QStringList small{u"setting"_s, u"change_count"_s, u"schema_version"_s, u"sending_progress"_s, u"facility_revision"_s};

const QList<Path> &paths()
{
    static const QList<Path> all{
        {"a registration",
         [](Office &office) { office.visit(office.cafe, {u"saburo@example.jp"_s}); }, 1},
        {"a repetition of it", [](Office &office) { office.visit(office.cafe, {u"saburo@example.jp"_s}); }, 1},
        {"the place behind a code",
         [](Office &office) { QCOMPARE(must(office.facilities.findByCode(office.cafe.code)).facility.id, office.cafe.id); }, 0},
        {"whether a visit was erased", [](Office &office) { must(office.signups.erasureOf(office.last[0].visit)); }, 0},
        {"the people at a place on a day",
         [](Office &office) {
             QCOMPARE(must(office.visits.countPeople(office.cafe.id, japan::startOf(today), japan::startOf(today.addDays(1)))),
                      4);
         },
         1},
        {"the visits to a place on a day",
         [](Office &office) {
             must(office.visits.forEach(office.cafe.id, japan::startOf(today), japan::startOf(today.addDays(1)),
                                        [](const Visit &) { return true; }));
         },
         1},
        {"what the outbox has due",
         [](Office &office) {
             const MailIdentity identity = must(MailIdentity::of(office.settings));
             QVERIFY(dueMails(office.queue, office.clock.now(), identity, 3).size() == 3);
         },
         0},
        {"what became of a letter",
         [](Office &office) {
             const std::vector<qint64> due = must(office.queue.due(office.clock.now(), 3));
             using State = MailRecord::State;
             const qint64 now = office.clock.now();
             must(office.queue.record(std::vector<MailRecord>{{due[0], State::TryAgain, 1, now + 60, now, u"451"_s},
                                                              {due[1], State::Failed, 1, 0, now, u"550"_s},
                                                              {due[2], State::Accepted, 1, 0, now, {}}}));
         },
         0},
        {"how the queue stands", [](Office &office) { must(outboxState(*office.files.main)); }, 0},
        {"erasing one visit",
         [](Office &office) {
             const VisitToken &token = office.last[0];
             QCOMPARE(must(office.visitErasure().erase({{token.visit, token.confirmation}})).visits, 1);
         },
         1},
        {"erasing one person",
         [](Office &office) {
             PersonErasure erasure({*office.files.main, *office.files.vault, office.staff.audit(), office.clock});
             QVERIFY(must(erasure.erase(*office.session, address(u"hanako@example.jp"_s))).visits == 2);
         },
         61, {u"day_key"_s}, true},
        {"the daily erasure",
         [](Office &office) {
             Erasure erasure(*office.files.main, *office.files.vault, office.clock);
             QVERIFY(must(erasure.run(today.addDays(10), {.visits = 2, .contacts = 3})).visits > 0);
         },
         61, {u"outbox"_s, u"facility"_s, u"erasure_report"_s, u"notice"_s}, true},
    };
    return all;
}

std::unique_ptr<Office> office;

} // namespace

void tst_FullScans::initTestCase()
{
    office = std::make_unique<Office>();
}

void tst_FullScans::cleanupTestCase()
{
    office.reset();
}

void tst_FullScans::areNotPartOf_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < paths().size(); ++i)
        QTest::newRow(paths()[i].name) << i;
}

void tst_FullScans::areNotPartOf()
{
    QFETCH(int, index);
    const Path &path = paths()[index];
    ScanWatch main(*office->files.main);
    ScanWatch vault(*office->files.vault);
    path.go(*office);
    QStringList found = main.found() + vault.found();
    if (path.writesTablesAnew && !TestDatabase::isSqlite())
        found.clear();
    const qsizetype partitions = main.partitions();
    // A full queue is looked through in nobody's way, never by a statement for which all others have to wait.
    QVERIFY2(found.filter(u"DELETE FROM outbox"_s).isEmpty(), qPrintable(found.join(u'\n')));
    found.removeIf([&](const QString &read) {
        return std::ranges::any_of(small + path.mayRead, [&](const QString &table) {
            return read == table || read.contains(u" %1 "_s.arg(table)) || read.endsWith(u' ' + table);
        });
    });
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    QVERIFY2(partitions <= path.days, qPrintable(QString::number(partitions)));
}

QTEST_GUILESS_MAIN(tst_FullScans)
#include "tst_FullScans.moc"
