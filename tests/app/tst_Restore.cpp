// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Restore.h"

#include "app/Connection.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Restore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAShiraseThatOpens();
    void saysWhatIsInABackupWithoutWriting();
    void refusesAndWritesNothing_data();
    void refusesAndWritesNothing();
    void refusesAFolderInWhichSomethingIs();
    void beginsAgainAfterItWasKilled();
    void isAloneInItsFolder();
    void leavesTheFolderAsItWasWhenItIsCancelled_data();
    void leavesTheFolderAsItWasWhenItIsCancelled();
};

namespace {

/// A Shirase with a backup, and the place of a new one.
struct Case
{
    Case()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
        code = must(setUp(folder, founding(), clock));
        const auto connection = must(Connection::open(folder, clock));
        must(connection->registration.add(TestOffice::details(), FacilitySource::Staff, false, u"ja"_s));
        must(connection->settings.set(u"web.listen"_s, u"127.0.0.1:8123"_s));
        must(connection->backups.make(backup));
    }

    [[nodiscard]] static SetUpRequest founding()
    {
        return {
            .administrator = u"admin"_s, .password = secret("long-enough"), .cost = PasswordCost::minimal()};
    }
    [[nodiscard]] RestoreRequest request(const QString &with = {}) const
    {
        RestoreRequest request{.from = backup, .sheets = {}, .addresses = {}};
        request.sheets.push_back(must(recoveryCode::keys(with.isEmpty() ? code : with)));
        return request;
    }
    [[nodiscard]] Result<RestoreReport> run(const RestoreRequest &request, const Progress &progress = {}) const
    {
        return restore(fresh, request, clock, progress);
    }
    [[nodiscard]] QStringList freshNames() const
    {
        return QDir(fresh.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    FixedClock clock;
    QTemporaryDir place;
    DataFolder folder{place.filePath(u"data"_s)};
    DataFolder fresh{place.filePath(u"fresh"_s)};
    BackupPlace backup{place.filePath(u"a.backup"_s), place.filePath(u"a.keys"_s)};
    QString code;
};

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

void tst_Restore::makesAShiraseThatOpens()
{
    const Case c;
    const Result<RestoreReport> report = c.run(c.request());
    VERIFY_DONE(report);
    QCOMPARE(c.freshNames(),
             (QStringList{u"server.key"_s, u"shirase.conf"_s, u"shirase.sqlite"_s, u"vault.sqlite"_s}));
    for (const QString &name : c.freshNames())
        QVERIFY(!QFile::permissions(c.fresh.file(name)).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    const auto connection = Connection::open(c.fresh, c.clock);
    VERIFY_DONE(connection);
    QCOMPARE((*connection)->settings.value(u"web.listen"_s), u"127.0.0.1:8123"_s); // shirase.conf came along
    QVERIFY((*connection)->serverKey.fingerprint() != must(ServerKey::load(c.folder.serverKeyFile())).fingerprint());
    const auto session = (*connection)->staff.logIn(u"admin"_s, secret("long-enough"));
    VERIFY_DONE(session);
    QVERIFY((*session)->office());
}

void tst_Restore::saysWhatIsInABackupWithoutWriting()
{
    const Case c;
    const BackupContent content = must(inspectBackup(c.request(), {}));
    QCOMPARE(content.manifest.facts.rows.value(u"facility"_s), 1);
    QCOMPARE(content.keysMadeAt, c.clock.now());
    QVERIFY(!QFile::exists(c.fresh.path()));
}

void tst_Restore::refusesAndWritesNothing_data()
{
    QTest::addColumn<std::function<void(Case &, RestoreRequest &)>>("harm");
    QTest::addColumn<ErrorCode>("code");
    using Harm = std::function<void(Case &, RestoreRequest &)>;
    const auto change = [](const QString &path, const std::function<void(QByteArray &)> &how) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        QByteArray content = file.readAll();
        file.close();
        how(content);
        write(path, content);
    };
    QTest::newRow("a wrong code") << Harm([](Case &c, RestoreRequest &r) {
        r = c.request(recoveryCode::generate());
    }) << ErrorCode::Refused;
    QTest::newRow("no such file") << Harm([](Case &c, RestoreRequest &r) {
        r.from.file = c.place.filePath(u"none"_s);
    }) << ErrorCode::Unavailable;
    QTest::newRow("another file") << Harm([](Case &c, RestoreRequest &r) {
        r.from.file = c.folder.file(u"shirase.sqlite"_s);
    }) << ErrorCode::Corrupt;
    QTest::newRow("the two mixed up") << Harm([](Case &, RestoreRequest &r) {
        std::swap(r.from.file, r.from.keys);
    }) << ErrorCode::Invalid;
    QTest::newRow("the backup as the key file") << Harm([](Case &, RestoreRequest &r) {
        r.from.keys = r.from.file;
    }) << ErrorCode::Invalid;
    QTest::newRow("a key file of another office") << Harm([](Case &, RestoreRequest &r) {
        static const Case other;
        r.from.keys = other.backup.keys;
    }) << ErrorCode::Refused;
    QTest::newRow("a flipped bit in the backup") << Harm([change](Case &c, RestoreRequest &) {
        change(c.backup.file, [](QByteArray &content) { content[content.size() / 2] = char(content[content.size() / 2] ^ 1); });
    }) << ErrorCode::Corrupt;
    QTest::newRow("a flipped bit in the keys") << Harm([change](Case &c, RestoreRequest &) {
        change(c.backup.keys, [](QByteArray &content) { content[content.size() - 5] = char(content[content.size() - 5] ^ 16); });
    }) << ErrorCode::Corrupt;
    QTest::newRow("a backup that was cut off") << Harm([change](Case &c, RestoreRequest &) {
        change(c.backup.file, [](QByteArray &content) { content.chop(70'000); });
    }) << ErrorCode::Corrupt;
    QTest::newRow("keys that were cut off") << Harm([change](Case &c, RestoreRequest &) {
        change(c.backup.keys, [](QByteArray &content) { content.chop(1); });
    }) << ErrorCode::Corrupt;
    QTest::newRow("a newer schema") << Harm([](Case &c, RestoreRequest &) {
        const auto connection = must(Connection::open(c.folder, c.clock));
        must(connection->database->run(u"INSERT INTO schema_version VALUES (9999)"_s));
        must(connection->backups.make(c.backup));
    }) << ErrorCode::NewerSchema;
    QTest::newRow("a newer vault") << Harm([](Case &c, RestoreRequest &) {
        const auto connection = must(Connection::open(c.folder, c.clock));
        must(connection->vault->run(u"INSERT INTO schema_version VALUES (9999)"_s));
        must(connection->backups.make(c.backup));
    }) << ErrorCode::NewerSchema;
}

void tst_Restore::refusesAndWritesNothing()
{
    QFETCH(std::function<void(Case &, RestoreRequest &)>, harm);
    QFETCH(ErrorCode, code);
    Case c;
    RestoreRequest request = c.request();
    harm(c, request);
    VERIFY_FAILS(c.run(request), code);
    QVERIFY(!QFile::exists(c.fresh.path()));
}

void tst_Restore::refusesAFolderInWhichSomethingIs()
{
    const Case c;
    for (const QString &name : {u"a-file"_s, u".hidden"_s, u"server.key"_s}) {
        write(c.fresh.file(name), "x");
        VERIFY_FAILS(c.run(c.request()), ErrorCode::Conflict);
        QCOMPARE(c.freshNames(), QStringList{name});
        QFile::remove(c.fresh.file(name));
    }
    VERIFY_FAILS(restore(c.folder, c.request(), c.clock, {}), ErrorCode::Conflict);
    VERIFY_DONE(Connection::open(c.folder, c.clock));
}

void tst_Restore::beginsAgainAfterItWasKilled()
{
    const Case c;
    // While it was at work, and while the files took their places.
    write(c.fresh.file(u"restoring/shirase.sqlite"_s), "half");
    VERIFY_DONE(c.run(c.request()));
    QDir(c.fresh.path()).removeRecursively();
    write(c.fresh.file(u"restoring/server.key"_s), "x");
    write(c.fresh.file(u"shirase.sqlite"_s), "half");
    VERIFY_DONE(c.run(c.request()));
    VERIFY_DONE(Connection::open(c.fresh, c.clock));
    QVERIFY(!QFile::exists(c.fresh.file(u"restoring"_s)));
}

// Begun twice, or beside a set-up: the second one must not take the first one's half of a database for its
// own.
void tst_Restore::isAloneInItsFolder()
{
    const Case c;
    Result<RestoreReport> second = fail(ErrorCode::Internal, u"not tried"_s);
    Result<QString> founded = fail(ErrorCode::Internal, u"not tried"_s);
    VERIFY_DONE(c.run(c.request(), [&](int done, int) {
        if (done > 500 && second.error().code == ErrorCode::Internal) {
            second = c.run(c.request());
            founded = setUp(c.fresh, c.founding(), c.clock);
        }
        return !second.has_value() && !founded.has_value();
    }));
    VERIFY_FAILS(second, ErrorCode::Busy);
    VERIFY_FAILS(founded, ErrorCode::Busy);
    VERIFY_DONE(Connection::open(c.fresh, c.clock));
    QCOMPARE(c.freshNames(),
             (QStringList{u"server.key"_s, u"shirase.conf"_s, u"shirase.sqlite"_s, u"vault.sqlite"_s}));
}

void tst_Restore::leavesTheFolderAsItWasWhenItIsCancelled_data()
{
    QTest::addColumn<int>("at");
    for (const int at : {0, 200, 360, 700, 840})
        QTest::addRow("at %d thousandths", at) << at;
}

void tst_Restore::leavesTheFolderAsItWasWhenItIsCancelled()
{
    QFETCH(int, at);
    const Case c;
    VERIFY_FAILS(c.run(c.request(), [&](int done, int) { return done < at; }), ErrorCode::Conflict);
    QVERIFY(!QFile::exists(c.fresh.path()));
}

QTEST_GUILESS_MAIN(tst_Restore)
#include "tst_Restore.moc"
