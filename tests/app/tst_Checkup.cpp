// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Checkup.h"

#include "app/Connection.h"
#include "app/SetUp.h"
#include "tests/support/TestOffice.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Checkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAFreshSetUpGood();
    void findsNothingWhereNothingIsSetUp();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void goesOnWhereTheDatabaseIsNone();
    void seesThatTheDiskFillsUp_data();
    void seesThatTheDiskFillsUp();
    void seesAClockThatIsBehind();
    void seesADatabaseServerWithAnotherTime();
    void seesWhatShouldHaveBeenErased();
    void seesADayThatCannotBeOpened();
    void seesThatTheLastBackupIsOld();
    void seesDatabasesThatAMoveHasLeft();
    void seesACertificateThatCannotBeRead();
    void asksTheRelayOnlyIfItIsWanted();
    void asksARelay_data();
    void asksARelay();
};

namespace {

/// A Shirase as the command line sets it up.
struct Installation
{
    Installation()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
        must(setUp(
            folder,
            {.administrator = u"admin"_s, .password = secret("long-enough"), .cost = PasswordCost::minimal()},
            clock));
        const auto opened = Connection::open(folder, clock); // as every program does at its start
        if (!opened)
            qFatal("%s", errorText(opened).constData());
    }
    void inMain(const QString &sql)
    {
        must(must(Database::open({u"sqlite:"_s + folder.file(u"shirase.sqlite"_s)}))->run(sql));
    }
    void inVault(const QString &sql)
    {
        must(must(Database::open({u"sqlite:"_s + folder.file(u"vault.sqlite"_s)}))->run(sql));
    }
    /// The checks that find something wrong.
    [[nodiscard]] QStringList wrong() const
    {
        QStringList checks;
        for (const Finding &finding : must(checkUp(folder, clock, false))) {
            if (!finding.good)
                checks.append(finding.check);
        }
        return checks;
    }

    FixedClock clock;
    QTemporaryDir place;
    DataFolder folder{place.filePath(u"data"_s)};
};

/// A relay that greets one client, in a thread of its own: the check waits without an event loop.
class Relay
{
public:
    explicit Relay(const QByteArray &greeting)
        : m_thread([this, greeting] { serve(greeting); })
    {
        port = m_port.get_future().get();
    }

    quint16 port = 0;

private:
    void serve(const QByteArray &greeting)
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("The relay cannot listen.");
        m_port.set_value(server.serverPort());
        if (greeting.isEmpty() || !server.waitForNewConnection(60'000))
            return;
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write(greeting);
        socket->waitForDisconnected(60'000);
    }

    std::promise<quint16> m_port;
    std::jthread m_thread;
};

} // namespace

void tst_Checkup::findsAFreshSetUpGood()
{
    const Installation installation;
    const QList<Finding> findings = must(checkUp(installation.folder, installation.clock, true));
    QStringList checks;
    for (const Finding &finding : findings) {
        QVERIFY2(finding.good, qPrintable(finding.sentence));
        checks.append(finding.check);
    }
    QCOMPARE(checks, (QStringList{u"permissions"_s, u"disk"_s, u"database"_s, u"vault"_s, u"server_key"_s,
                                  u"office_key"_s, u"audit"_s, u"clock"_s, u"erasure"_s, u"backup"_s, u"relay"_s}));
}

void tst_Checkup::findsNothingWhereNothingIsSetUp()
{
    const QTemporaryDir place;
    const FixedClock clock;
    VERIFY_FAILS(checkUp(DataFolder(place.path()), clock, false), ErrorCode::NotFound);
    QVERIFY(QDir(place.path()).isEmpty());
}

void tst_Checkup::findsWhatIsWrong_data()
{
    QTest::addColumn<std::function<void(Installation &)>>("harm");
    QTest::addColumn<QStringList>("wrong");
    using Harm = std::function<void(Installation &)>;
    const auto openTo = [](const QString &name, QFile::Permissions permissions) -> Harm {
        return [=](Installation &i) { QVERIFY(QFile::setPermissions(i.folder.file(name), permissions)); };
    };
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    QTest::newRow("a vault that others read")
        << openTo(u"vault.sqlite"_s, owner | QFile::ReadOther) << QStringList{u"permissions"_s};
    QTest::newRow("a database that the group writes")
        << openTo(u"shirase.sqlite"_s, owner | QFile::WriteGroup) << QStringList{u"permissions"_s};
    QTest::newRow("a key that others read") << openTo(u"server.key"_s, owner | QFile::ReadOther)
                                            << QStringList{u"permissions"_s, u"server_key"_s};
    QTest::newRow("a folder that others enter")
        << openTo(u"."_s, owner | QFile::ExeOwner | QFile::ExeOther) << QStringList{u"permissions"_s};
    QTest::newRow("a changed entry") << Harm([](Installation &i) {
        i.inMain(u"UPDATE audit SET account = 'x'"_s);
    }) << QStringList{u"audit"_s};
    QTest::newRow("entries that are gone")
        << Harm([](Installation &i) { i.inMain(u"DELETE FROM audit"_s); }) << QStringList{u"audit"_s};
    QTest::newRow("another server key") << Harm([](Installation &i) {
        QFile::remove(i.folder.serverKeyFile());
        must(ServerKey::generate().save(i.folder.serverKeyFile()));
    }) << QStringList{u"server_key"_s};
    QTest::newRow("a newer schema") << Harm([](Installation &i) {
        i.inMain(u"INSERT INTO schema_version VALUES (9999)"_s);
    }) << QStringList{u"database"_s};
    QTest::newRow("an older vault") << Harm([](Installation &i) {
        i.inVault(u"DELETE FROM schema_version WHERE version > 1"_s);
    }) << QStringList{u"vault"_s};
    QTest::newRow("a holder who was disabled")
        << Harm([](Installation &i) { i.inMain(u"UPDATE account SET state = 'disabled'"_s); })
        << QStringList{u"office_key"_s};
    QTest::newRow("a change of the key half-way") << Harm([](Installation &i) {
        i.inMain(u"INSERT INTO office_key (public_key, created_at) VALUES (zeroblob(32), 0)"_s);
    }) << QStringList{u"office_key"_s};
}

void tst_Checkup::findsWhatIsWrong()
{
    QFETCH(std::function<void(Installation &)>, harm);
    QFETCH(QStringList, wrong);
    Installation installation;
    harm(installation);
    QCOMPARE(installation.wrong(), wrong);
}

void tst_Checkup::goesOnWhereTheDatabaseIsNone()
{
    const Installation installation;
    QFile file(installation.folder.file(u"shirase.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(4096, 'x'));
    file.close();
    QCOMPARE(installation.wrong(), QStringList{u"database"_s});
}

void tst_Checkup::seesThatTheDiskFillsUp_data()
{
    QTest::addColumn<qint64>("free");
    QTest::addColumn<bool>("good");
    QTest::newRow("nothing") << qint64(0) << false;
    QTest::newRow("half a gigabyte") << qint64(500'000'000) << false;
    QTest::newRow("ten gigabytes") << qint64(10'000'000'000) << true;
}

void tst_Checkup::seesThatTheDiskFillsUp()
{
    QFETCH(qint64, free);
    QFETCH(bool, good);
    QCOMPARE(checkup::diskSpace(u"/srv/shirase"_s, free).good, good);
}

void tst_Checkup::seesAClockThatIsBehind()
{
    Installation installation;
    QVERIFY(installation.wrong().isEmpty());
    installation.clock.advance(-1);
    QCOMPARE(installation.wrong(), QStringList{u"clock"_s});
}

// Leases in the database go by the clocks of those who share it.
void tst_Checkup::seesADatabaseServerWithAnotherTime()
{
    const qint64 here = japanese("2026-11-21T12:00");
    QVERIFY(checkup::databaseClock(here, here + 5).good);
    QVERIFY(checkup::databaseClock(here, here - 5).good);
    QVERIFY(!checkup::databaseClock(here, here + 6).good);
    const Finding behind = checkup::databaseClock(here, here - 6);
    QVERIFY(!behind.good);
    QVERIFY2(behind.sentence.contains(u"12:00:00"_s) && behind.sentence.contains(u"11:59:54"_s), qPrintable(behind.sentence));
    QVERIFY(!checkup::databaseClock(here, fail(ErrorCode::Unavailable, u"gone"_s)).good);
}

void tst_Checkup::seesWhatShouldHaveBeenErased()
{
    Installation installation;
    installation.inMain(u"INSERT INTO backup_report (at, file, bytes, digest, office_key_id, newest_audit, milliseconds) "
                        "VALUES (%1, 'f', 1, zeroblob(32), 1, 1, 1)"_s.arg(japanese("2027-01-20T12:00"))); // not too old then
    installation.inVault(
        u"INSERT INTO day_key VALUES (20261121, 1, zeroblob(32), zeroblob(9), zeroblob(9), NULL)"_s);
    installation.clock.set("2027-01-20T23:59");
    QVERIFY(installation.wrong().isEmpty());
    installation.clock.set("2027-01-21T00:30"); // the erasure of this night has just begun
    QVERIFY(installation.wrong().isEmpty());
    installation.clock.set("2027-01-21T01:00");
    QCOMPARE(installation.wrong(), QStringList{u"erasure"_s});
}

void tst_Checkup::seesADayThatCannotBeOpened()
{
    Installation installation;
    installation.inVault(
        u"INSERT INTO day_key VALUES (20261121, 7, zeroblob(32), zeroblob(9), zeroblob(9), NULL)"_s);
    QCOMPARE(installation.wrong(), QStringList{u"office_key"_s});
}

void tst_Checkup::seesThatTheLastBackupIsOld()
{
    Installation installation;
    installation.clock.advance(2 * 24 * 3600);
    QVERIFY(installation.wrong().isEmpty());
    installation.clock.advance(1);
    QCOMPARE(installation.wrong(), QStringList{u"backup"_s});
    installation.inMain(u"INSERT INTO backup_report (at, file, bytes, digest, office_key_id, newest_audit, milliseconds) "
                        "VALUES (%1, 'f', 1, zeroblob(32), 1, 1, 1)"_s.arg(installation.clock.now()));
    QVERIFY(installation.wrong().isEmpty());
    installation.clock.advance(-3 * 24 * 3600); // it was made while the clock was ahead
    QVERIFY(installation.wrong().contains(u"backup"_s));
    installation.clock.advance(3 * 24 * 3600);
    installation.inMain(u"UPDATE backup_report SET office_key_id = 7"_s);
    QCOMPARE(installation.wrong(), QStringList{u"backup"_s});
}

void tst_Checkup::seesDatabasesThatAMoveHasLeft()
{
    const Installation installation;
    Settings settings = must(Settings::load(installation.folder.settingsFile()));
    QVERIFY(checkup::oldData(installation.folder, settings).good);
    must(settings.set(u"database.url"_s, u"postgresql://shirase@db.example.jp/shirase"_s));
    const Finding finding = checkup::oldData(installation.folder, settings);
    QVERIFY(!finding.good);
    QVERIFY(finding.sentence.contains(u"shirase.sqlite"_s));
    QVERIFY(!finding.sentence.contains(u"vault.sqlite"_s));
}

void tst_Checkup::seesACertificateThatCannotBeRead()
{
    const Installation installation;
    Settings settings = must(Settings::load(installation.folder.settingsFile()));
    must(settings.set(u"web.tls_certificate"_s, u"/no/such/file.pem"_s));
    must(settings.set(u"web.tls_key"_s, u"/no/such/key.pem"_s));
    QCOMPARE(installation.wrong(), QStringList{u"certificate"_s});
}

void tst_Checkup::asksTheRelayOnlyIfItIsWanted()
{
    const Installation installation;
    QCOMPARE(must(checkUp(installation.folder, installation.clock, true)).size(),
             must(checkUp(installation.folder, installation.clock, false)).size() + 1);
}

void tst_Checkup::asksARelay_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<bool>("good");
    QTest::newRow("that greets") << "220 relay.example.jp ready\r\n"_ba << true;
    QTest::newRow("that is busy") << "421 too many connections\r\n"_ba << false;
    QTest::newRow("that is gone") << QByteArray() << false;
}

void tst_Checkup::asksARelay()
{
    QFETCH(QByteArray, greeting);
    QFETCH(bool, good);
    Relay relay(greeting);
    const TestDatabase files;
    Settings settings = must(Settings::load(files.path(u"shirase.conf"_s)));
    must(settings.attach(*files.main));
    must(settings.set(u"mail.url"_s, u"smtp://127.0.0.1:%1"_s.arg(relay.port)));
    must(settings.set(u"mail.transport"_s, u"smtp"_s));
    QCOMPARE(checkup::relay(DataFolder(files.path({})), settings).good, good);
}

QTEST_GUILESS_MAIN(tst_Checkup)
#include "tst_Checkup.moc"
