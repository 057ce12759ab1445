// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"

#include "app/Connection.h"
#include "tests/support/FullDisk.h"
#include "tests/support/TestOffice.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString code = u"7KQ2-ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345"_s;
const char *const password = "snow-in-sapporo";

struct Place
{
    Place()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
    }
    [[nodiscard]] static SetUpRequest request()
    {
        return {.administrator = u"山田"_s,
                .password = secret(password),
                .recoveryCode = code,
                .settings = {{.key = u"organisation.name"_s, .value = u"青森県"_s},
                             {.key = u"web.listen"_s, .value = u"127.0.0.1:8081"_s}},
                .mailPassword = secret("relay-password"),
                .cost = PasswordCost::minimal()};
    }
    /// Everything in the folder; the number in a password file's name stands as *.
    [[nodiscard]] QStringList entries() const
    {
        static const QRegularExpression number(u"^mail-[0-9a-f]{8}"_s);
        return QDir(folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)
            .replaceInStrings(number, u"mail-*"_s);
    }
    [[nodiscard]] QString mailPasswordFile() const
    {
        return QDir(folder.path()).entryList({u"mail-*"_s}).value(0);
    }
    void expectWhole() const
    {
        QCOMPARE(entries(), (QStringList{u"mail-*.password"_s, u"server.key"_s, u"shirase.conf"_s, u"shirase.sqlite"_s,
                                         u"vault.sqlite"_s}));
        const auto connection = must(Connection::open(folder, clock));
        QCOMPARE(connection->settings.profile(u"ja"_s).organisation, u"青森県"_s);
        QCOMPARE(connection->settings.value(u"web.listen"_s), u"127.0.0.1:8081"_s);
        const auto session = must(connection->staff.logIn(u"山田"_s, secret(password)));
        QCOMPARE(session->account().roles, everyRole);
    }

    FixedClock clock;
    QTemporaryDir place;
    DataFolder folder{place.filePath(u"data"_s)};
};

} // namespace

class tst_SetUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesWhatWasAskedFor();
    void leavesNothingWhereItIsRefused_data();
    void leavesNothingWhereItIsRefused();
    void leavesNothingOnAFullDisk_data();
    void leavesNothingOnAFullDisk();
    void isFinishedByTheNextStart_data();
    void isFinishedByTheNextStart();
    void isTakenBackWhereItWasNotWhole_data();
    void isTakenBackWhereItWasNotWhole();
    void touchesNoDatabaseThatHasLostItsKey();
    void saysThatAnotherProgramIsAtIt();
    void goesOnWithWhatTheAdministratorHasWritten();
};

void tst_SetUp::makesWhatWasAskedFor()
{
    const Place place;
    QVERIFY(!must(finishSetUp(place.folder)));
    QVERIFY(!QFile::exists(place.folder.path()));
    QCOMPARE(must(setUp(place.folder, Place::request(), place.clock)), code);
    place.expectWhole();
    QFile mailPassword(place.folder.file(place.mailPasswordFile()));
    QVERIFY(mailPassword.open(QIODevice::ReadOnly));
    QCOMPARE(mailPassword.readAll(), "relay-password"_ba);
    for (const QString &name : QDir(place.folder.path()).entryList(QDir::Files))
        QVERIFY2(!(QFile::permissions(place.folder.file(name)) & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
    // The printed code is the one that opens.
    const auto connection = must(Connection::open(place.folder, place.clock));
    QCOMPARE(connection->folder.mailPassword(connection->settings), place.folder.file(place.mailPasswordFile()));
    VERIFY_DONE(connection->staff.checkRecovery(u"山田"_s, code, secret("another-password")));
    VERIFY_FAILS(setUp(place.folder, Place::request(), place.clock), ErrorCode::Conflict);
}

void tst_SetUp::leavesNothingWhereItIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    for (const auto &fault : {"password", "name", "code", "setting", "database"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void tst_SetUp::leavesNothingWhereItIsRefused()
{
    QFETCH(QString, fault);
    const Place place;
    SetUpRequest request = Place::request();
    if (fault == u"password")
        request.password = secret("short");
    if (fault == u"name")
        request.administrator = u"  "_s;
    if (fault == u"code")
        request.recoveryCode = u"7KQ2"_s;
    if (fault == u"setting")
        request.settings.append({.key = u"retention.months"_s, .value = u"99"_s});
    if (fault == u"database")
        request.addresses = {.database = u"sqlite:/nowhere/at/all.sqlite"_s, .vault = {}, .passwordFile = {}};
    QVERIFY(!setUp(place.folder, request, place.clock));
    QCOMPARE(place.entries(), QStringList());
    must(setUp(place.folder, Place::request(), place.clock));
    place.expectWhole();
}

void tst_SetUp::leavesNothingOnAFullDisk_data()
{
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 10, 4096, 20000, 70000})
        QTest::addRow("%d bytes", bytes) << bytes;
}

void tst_SetUp::leavesNothingOnAFullDisk()
{
    QFETCH(int, bytes);
    const Place place;
    {
        const FullDisk full{rlim_t(bytes)};
        const Result<QString> made = setUp(place.folder, Place::request(), place.clock);
        QVERIFY(!made);
        QVERIFY(!made.error().message.isEmpty());
    }
    QVERIFY(!must(finishSetUp(place.folder)));
    QCOMPARE(place.entries(), QStringList());
    must(setUp(place.folder, Place::request(), place.clock));
    place.expectWhole();
}

void tst_SetUp::isFinishedByTheNextStart_data()
{
    QTest::addColumn<int>("moved");
    for (int moved = 0; moved <= 5; ++moved)
        QTest::addRow("%d of 5 files in their place", moved) << moved;
}

// A power cut between the renames, which go in this order.
void tst_SetUp::isFinishedByTheNextStart()
{
    QFETCH(int, moved);
    const Place place;
    must(setUp(place.folder, Place::request(), place.clock));
    const QStringList order{place.mailPasswordFile(), u"shirase.conf"_s, u"shirase.sqlite"_s, u"vault.sqlite"_s, u"server.key"_s};
    const QDir folder(place.folder.path());
    QVERIFY(folder.mkdir(u".setup"_s));
    for (const QString &name : order.sliced(moved))
        QVERIFY(QFile::rename(folder.filePath(name), folder.filePath(u".setup/"_s + name)));
    QVERIFY(must(finishSetUp(place.folder)));
    place.expectWhole();
}

void tst_SetUp::isTakenBackWhereItWasNotWhole_data()
{
    QTest::addColumn<QString>("lost");
    QTest::newRow("before the key") << u"server.key"_s;
    QTest::newRow("before the database") << u"shirase.sqlite"_s;
    QTest::newRow("before the vault") << u"vault.sqlite"_s;
    QTest::newRow("before the commit") << QString();
}

void tst_SetUp::isTakenBackWhereItWasNotWhole()
{
    QFETCH(QString, lost);
    const Place place;
    must(setUp(place.folder, Place::request(), place.clock));
    if (lost.isEmpty())
        must(must(Database::open({u"sqlite:"_s + place.folder.file(u"shirase.sqlite"_s)}))->run(u"DELETE FROM setting"_s));
    const QDir folder(place.folder.path());
    QVERIFY(folder.mkdir(u".setup"_s));
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY(QFile::rename(folder.filePath(name), folder.filePath(u".setup/"_s + name)));
    QVERIFY(lost.isEmpty() || QFile::remove(folder.filePath(u".setup/"_s + lost)));
    QVERIFY(!must(finishSetUp(place.folder)));
    QCOMPARE(place.entries(), QStringList());
    must(setUp(place.folder, Place::request(), place.clock));
    place.expectWhole();
}

void tst_SetUp::touchesNoDatabaseThatHasLostItsKey()
{
    const Place place;
    must(setUp(place.folder, Place::request(), place.clock));
    QVERIFY(QFile::rename(place.folder.serverKeyFile(), place.place.filePath(u"kept.key"_s)));
    VERIFY_FAILS(setUp(place.folder, Place::request(), place.clock), ErrorCode::Conflict);
    QVERIFY(!must(finishSetUp(place.folder)));
    QVERIFY(QFile::rename(place.place.filePath(u"kept.key"_s), place.folder.serverKeyFile()));
    place.expectWhole();
}

void tst_SetUp::saysThatAnotherProgramIsAtIt()
{
    const Place place;
    must(place.folder.prepare());
    QVERIFY(QDir(place.folder.path()).mkdir(u".setup"_s));
    FillLock other(place.folder);
    VERIFY_DONE(other.take());
    VERIFY_FAILS(setUp(place.folder, Place::request(), place.clock), ErrorCode::Busy);
    VERIFY_FAILS(finishSetUp(place.folder), ErrorCode::Busy);
    QVERIFY(QFile::exists(place.folder.file(u".setup"_s))); // which is the other's
}

void tst_SetUp::goesOnWithWhatTheAdministratorHasWritten()
{
    const Place place;
    must(place.folder.prepare());
    Settings before = must(Settings::load(place.folder.settingsFile()));
    must(before.set(u"web.public_url"_s, u"https://shirase.example.jp"_s));
    must(setUp(place.folder, Place::request(), place.clock));
    place.expectWhole();
    QCOMPARE(must(Settings::load(place.folder.settingsFile())).publicUrl(), u"https://shirase.example.jp"_s);
}

QTEST_GUILESS_MAIN(tst_SetUp)
#include "tst_SetUp.moc"
