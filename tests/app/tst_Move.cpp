// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Move.h"

#include "app/Connection.h"
#include "core/visits/SignupBook.h"
#include "tests/support/TestOffice.h"

#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace shirase;

/// To a real PostgreSQL and back.
class tst_Move : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestDatabase::isSqlite())
            QSKIP("SHIRASE_TEST_POSTGRESQL names no server to move to.");
    }
    void bringsEverythingToPostgresAndBack();
    void refusesWhileSomebodyUsesTheData();
    void refusesADatabaseInWhichSomethingIs();
    void skipsWhatAnInterruptedMoveHasBrought();
    void changesNothingWhenItIsCancelled_data();
    void changesNothingWhenItIsCancelled();
    void refusesAddressesThatMakeNoSense_data();
    void refusesAddressesThatMakeNoSense();
    void removesOldDatabasesWhenTold();
};

namespace {

/// Two empty databases on the test server.
class TwoDatabases
{
    Q_DISABLE_COPY_MOVE(TwoDatabases)
public:
    TwoDatabases()
    {
        for (const QString &end : {u"_main"_s, u"_vault"_s})
            run(u"CREATE DATABASE "_s + m_name + end);
    }
    ~TwoDatabases()
    {
        for (const QString &end : {u"_main"_s, u"_vault"_s})
            run(u"DROP DATABASE %1%2 WITH (FORCE)"_s.arg(m_name, end));
    }
    [[nodiscard]] DataAddresses addresses() const { return {url(u"_main"_s), url(u"_vault"_s), {}}; }

private:
    [[nodiscard]] QString url(const QString &end) const
    {
        return QString(m_server).replace(u"/postgres"_s, u'/' + m_name + end);
    }
    void run(const QString &sql) const { must(must(Database::open({m_server}))->command(sql)); }

    QString m_server = QUrl(TestDatabase().address(Migrations::Schema::Main).url).adjusted(QUrl::RemoveQuery).toString();
    QString m_name = u"move_"_s + QUuid::createUuid().toString(QUuid::Id128);
};

struct Case
{
    Case()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
        must(setUp(
            folder,
            {.administrator = u"admin"_s, .password = secret("long-enough"), .cost = PasswordCost::minimal()},
            clock));
        const auto connection = must(Connection::open(folder, clock));
        const Facility cafe = must(connection->registration.add(TestOffice::details(), FacilitySource::Staff, false, u"ja"_s));
        const OfficePublicKey office = must(connection->staff.officePublicKey());
        DayKeys days(*connection->vault, connection->serverKey, office);
        std::vector<Visit> visits;
        for (int i = 0; i < 1500; ++i) {
            const QDate day = japan::dayOf(clock.now()).addDays(i % 3);
            const DaySeal *seal = must(days.seal(day));
            const QByteArray person = "user" + QByteArray::number(i) + "@example.jp";
            visits.push_back({{day, cafe.id, clock.now() + i, seal->who(cafe.id, person)},
                              u"ja"_s,
                              Sealer(seal->publicKey()).seal(person)});
        }
        Transaction transaction = must(Transaction::begin(*connection->database));
        must(VisitStore(*connection->database).insertAll(visits));
        must(transaction.commit());
        must(connection->database->command(u"DELETE FROM backup_report"_s));
    }
    [[nodiscard]] Result<MoveReport> run(const DataAddresses &to, const Progress &progress = {}) const
    {
        return moveData(folder, to, clock, progress);
    }
    [[nodiscard]] QString conf() const
    {
        QFile file(folder.settingsFile());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    [[nodiscard]] DataAddresses files(const QString &name) const
    {
        return {u"sqlite:"_s + folder.file(name + u".sqlite"_s), u"sqlite:"_s + folder.file(name + u"-vault.sqlite"_s), {}};
    }

    FixedClock clock;
    QTemporaryDir place;
    DataFolder folder{place.filePath(u"data"_s)};
};

tableCopy::Digests digestsIn(const Case &c)
{
    const auto connection = must(Connection::open(c.folder, c.clock));
    tableCopy::Digests digests =
        must(tableCopy::digestsOf(*connection->database, [](qint64, qint64) { return Result<>(); }));
    digests.insert(must(tableCopy::digestsOf(*connection->vault, [](qint64, qint64) { return Result<>(); })));
    digests.remove(u"audit"_s);     // each move adds an entry
    digests.remove(u"audit_end"_s);
    return digests;
}

} // namespace

void tst_Move::bringsEverythingToPostgresAndBack()
{
    const Case c;
    const TwoDatabases server;
    const tableCopy::Digests before = digestsIn(c);
    const Result<MoveReport> moved = c.run(server.addresses());
    VERIFY_DONE(moved);
    QCOMPARE(moved->tables.value(u"visit"_s).rows(), 1500);
    QVERIFY(c.conf().contains(u"database.url = postgresql://"_s));
    QVERIFY(digestsIn(c) == before);
    {
        const auto connection = must(Connection::open(c.folder, c.clock));
        QCOMPARE(connection->database->dialect(), Dialect::PostgreSql);
        VERIFY_DONE(connection->staff.logIn(u"admin"_s, secret("long-enough")));
        QVERIFY(must(connection->staff.audit().check()).isWhole());
        must(connection->registration.add(TestOffice::details(u"あたらしい店"_s), FacilitySource::Staff, false, u"ja"_s));
    }
    const tableCopy::Digests later = digestsIn(c);
    VERIFY_DONE(c.run(c.files(u"back"_s)));
    QVERIFY(digestsIn(c) == later);
    const auto connection = must(Connection::open(c.folder, c.clock));
    QCOMPARE(connection->database->dialect(), Dialect::Sqlite);
    QVERIFY(must(connection->staff.audit().check()).isWhole());
}

void tst_Move::refusesWhileSomebodyUsesTheData()
{
    const Case c;
    const TwoDatabases server;
    {
        const auto idle = must(Connection::open(c.folder, c.clock)); // a window at which nobody sits
        VERIFY_FAILS(c.run(server.addresses()), ErrorCode::Busy);
        VERIFY_DONE(idle->settings.set(u"organisation.contact_phone"_s, u"011-000-0000"_s));
    }
    // Nor can anybody begin while it is under way.
    Result<std::unique_ptr<Connection>> meanwhile = fail(ErrorCode::Internal, u"not tried"_s);
    VERIFY_DONE(c.run(server.addresses(), [&](int done, int) {
        if (done > 500 && !meanwhile && meanwhile.error().code == ErrorCode::Internal)
            meanwhile = Connection::open(c.folder, c.clock);
        return true;
    }));
    VERIFY_FAILS(meanwhile, ErrorCode::Busy);
    const auto idle = must(Connection::open(c.folder, c.clock));
    VERIFY_FAILS(c.run(c.files(u"back"_s)), ErrorCode::Busy);
}

void tst_Move::refusesADatabaseInWhichSomethingIs()
{
    const Case c;
    const Case other;
    const TwoDatabases server;
    must(other.run(server.addresses()));
    const QString before = c.conf();
    VERIFY_FAILS(c.run(server.addresses()), ErrorCode::Conflict);
    QCOMPARE(c.conf(), before);
    QVERIFY(must(Connection::open(other.folder, other.clock))->staff.list().has_value());
}

void tst_Move::skipsWhatAnInterruptedMoveHasBrought()
{
    const Case c;
    const TwoDatabases server;
    // The vault had arrived, the database not.
    VERIFY_FAILS(c.run(server.addresses(), [](int done, int) { return done < 600; }), ErrorCode::Conflict);
    QVERIFY(!c.conf().contains(u"postgresql"_s));
    VERIFY_DONE(Connection::open(c.folder, c.clock)); // everything goes on where it was
    VERIFY_DONE(c.run(server.addresses()));
}

void tst_Move::changesNothingWhenItIsCancelled_data()
{
    QTest::addColumn<int>("at");
    for (const int at : {0, 50, 300, 990})
        QTest::addRow("at %d thousandths", at) << at;
}

void tst_Move::changesNothingWhenItIsCancelled()
{
    QFETCH(int, at);
    const Case c;
    const TwoDatabases server;
    const QString conf = c.conf();
    const tableCopy::Digests before = digestsIn(c);
    VERIFY_FAILS(c.run(server.addresses(), [&](int done, int) { return done < at; }), ErrorCode::Conflict);
    QCOMPARE(c.conf(), conf);
    QVERIFY(digestsIn(c) == before);
    const auto database = must(Database::open({server.addresses().database}));
    if (must(Migrations::current(*database)) > 0)
        QVERIFY(must(tableCopy::isFresh(*database)));
}

void tst_Move::refusesAddressesThatMakeNoSense_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("vault");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("no vault") << u"postgresql://a@b/c"_s << QString();
    QTest::newRow("the same for both") << u"postgresql://a@b/c"_s << u"postgresql://a@b/c"_s;
    QTest::newRow("the present ones") << u"here"_s << u"here"_s;
}

void tst_Move::refusesAddressesThatMakeNoSense()
{
    QFETCH(QString, database);
    QFETCH(QString, vault);
    const Case c;
    if (database == u"here") {
        database = u"sqlite:"_s + c.folder.file(u"shirase.sqlite"_s);
        vault = u"sqlite:"_s + c.folder.file(u"vault.sqlite"_s);
    }
    VERIFY_FAILS(c.run({database, vault, {}}), ErrorCode::Invalid);
}

void tst_Move::removesOldDatabasesWhenTold()
{
    const Case c;
    QCOMPARE(must(removeOldDatabases(c.folder)), QStringList());
    VERIFY_DONE(Connection::open(c.folder, c.clock));
    const TwoDatabases server;
    must(c.run(server.addresses()));
    QVERIFY(QFile::exists(c.folder.file(u"shirase.sqlite"_s))); // until told
    QCOMPARE(must(removeOldDatabases(c.folder)).size(), 2);
    QCOMPARE(QDir(c.folder.path()).entryList({u"*.sqlite*"_s}, QDir::Files), QStringList());
    VERIFY_DONE(Connection::open(c.folder, c.clock));
}

QTEST_GUILESS_MAIN(tst_Move)
#include "tst_Move.moc"
