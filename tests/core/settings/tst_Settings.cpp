// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "tests/support/Fault.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsDefaultsWhereNothingIsSet();
    void writesEachSettingToItsPlace();
    void readsAFileByHand();
    void namesTheLineThatItDoesNotUnderstand_data();
    void namesTheLineThatItDoesNotUnderstand();
    void saysWhatIsWrongWithAValueByHand();
    void keepsTheRestOfTheFile();
    void writesTheFileForItsOwnerOnlyAndWhole();
    void saysWhereTheFileCannotBeWritten();
    void knowsNoOtherSetting();
    void needsTheDatabaseForItsSettings();
    void seesWhatAnotherConnectionChanged();
    void keepsTheOldValueWhereTheNewOneIsRefused();
    void speaksSeveralLanguages();
    void fillsTheProfile();
    void knowsWhereVisitorsReachIt();
    void writesSeveralTogether();
    void goesBackToTheStandard();
    void writesAllOrNone_data();
    void writesAllOrNone();
    void leavesTheFileAsItWasWhereTheDatabaseFails();
    void refusesAChangeOfWhatSomebodyElseHasChanged();
    void isPartOfItsCallersTransaction();
    void showsWhatWouldBe();
    void countsItsChanges();
};

namespace {

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct House
{
    House() { must(settings.attach(*files.main)); }
    [[nodiscard]] QString path() const { return files.path(u"shirase.conf"_s); }
    TestDatabase files;
    Settings settings = must(Settings::load(files.path(u"shirase.conf"_s)));
};

} // namespace

void tst_Settings::showsDefaultsWhereNothingIsSet()
{
    const House house;
    for (const SettingDefinition &definition : Settings::definitions())
        QCOMPARE(house.settings.value(definition.key), definition.standard);
    QCOMPARE(house.settings.number(u"retention.months"_s), 2);
    QCOMPARE(house.settings.list(u"web.languages"_s),
             (QStringList{u"ja"_s, u"ja-x-easy"_s, u"en"_s, u"zh-Hans"_s, u"zh-Hant"_s, u"ko"_s}));
    QCOMPARE(house.settings.list(u"web.trusted_proxies"_s), QStringList());
    QVERIFY(!QFile::exists(house.path()));
}

void tst_Settings::writesEachSettingToItsPlace()
{
    House house;
    must(house.settings.set(u"web.listen"_s, u"127.0.0.1:9090"_s));
    must(house.settings.set(u"retention.months"_s, u"3"_s));
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:9090"_s);
    QCOMPARE(house.settings.number(u"retention.months"_s), 3);
    QCOMPARE(readFile(house.path()), "web.listen = 127.0.0.1:9090\n"_ba);
    QCOMPARE(house.files.number(u"SELECT count(*) FROM setting"_s), 1);
    // And both are there after a start.
    Settings again = must(Settings::load(house.path()));
    must(again.attach(*house.files.main));
    QCOMPARE(again.value(u"web.listen"_s), u"127.0.0.1:9090"_s);
    QCOMPARE(again.number(u"retention.months"_s), 3);
}

void tst_Settings::readsAFileByHand()
{
    const TestDatabase files;
    const QString path = files.path(u"shirase.conf"_s);
    writeFile(
        path,
        "# Shirase\r\n\r\n  web.listen=127.0.0.1:1 \n\nmail.folder = /var/a=b # c\nweb.listen = 127.0.0.1:2\n"
        "web.trusted_proxies = 192.0.2.1,192.0.2.2\nbackup.folder =");
    const Settings settings = must(Settings::load(path));
    QCOMPARE(settings.value(u"web.listen"_s), u"127.0.0.1:2"_s);
    QCOMPARE(settings.value(u"mail.folder"_s), u"/var/a=b # c"_s);
    QCOMPARE(settings.list(u"web.trusted_proxies"_s), (QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s})); // as "config set" takes it
    QCOMPARE(settings.value(u"backup.folder"_s), QString());
}

void tst_Settings::namesTheLineThatItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no equals sign") << "# one\n\nweb.listen\n"_ba;
    QTest::newRow("no such setting") << "\n\nweb.lisen = x\n"_ba;
    QTest::newRow("a setting of the database") << "\n\nretention.months = 3\n"_ba;
    QTest::newRow("only an equals sign") << "\n\n=\n"_ba;
    QTest::newRow("a value that is none") << "\n\nweb.listen = 8080\n"_ba;
    QTest::newRow("an address that is cut off") << "\n\nweb.trusted_proxies = 192.0.2.1 10.1\n"_ba;
    QTest::newRow("no value where one has to be") << "\n\nweb.listen =\n"_ba;
}

void tst_Settings::namesTheLineThatItDoesNotUnderstand()
{
    QFETCH(QByteArray, content);
    const TestDatabase files;
    const QString path = files.path(u"shirase.conf"_s);
    writeFile(path, content);
    const Result<Settings> loaded = Settings::load(path);
    VERIFY_FAILS(loaded, ErrorCode::Invalid);
    QVERIFY(loaded.error().message.contains(u'3') &&
            loaded.error().message.contains(QDir::toNativeSeparators(path)));
}

// QHostAddress would take "10.1" for 10.1.0.0/16, and each of those could claim to be any visitor.
void tst_Settings::saysWhatIsWrongWithAValueByHand()
{
    const TestDatabase files;
    const QString path = files.path(u"shirase.conf"_s);
    writeFile(path, "web.trusted_proxies = 192.0.2.1 10.1\n");
    const Result<Settings> loaded = Settings::load(path);
    VERIFY_FAILS(loaded, ErrorCode::Invalid);
    QVERIFY2(loaded.error().message.contains(u"web.trusted_proxies: 10.1 is no IP address"_s), qPrintable(loaded.error().message));
}

void tst_Settings::keepsTheRestOfTheFile()
{
    House house;
    writeFile(house.path(), "# ours\nweb.listen = 127.0.0.1:1\n\n# mail\nmail.folder = /a\n");
    must(house.settings.reload());
    must(house.settings.set(u"web.listen"_s, u"127.0.0.1:2"_s));
    must(house.settings.set(u"web.public_url"_s, u"https://example.jp"_s));
    QCOMPARE(readFile(house.path()), "# ours\nweb.listen = 127.0.0.1:2\n\n# mail\nmail.folder = /a\n"
                                     "web.public_url = https://example.jp\n"_ba);
}

void tst_Settings::writesTheFileForItsOwnerOnlyAndWhole()
{
    House house;
    writeFile(house.path(), "");
    QVERIFY(QFile::setPermissions(house.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                                    QFile::ReadOther));
    must(house.settings.set(u"web.listen"_s, u"127.0.0.1:2"_s));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(house.path()) & others));
    // It was put in the place of the old one, and nothing else lies about.
    QCOMPARE(QDir(QFileInfo(house.path()).path())
                 .entryList({u"shirase.conf*"_s}, QDir::Files | QDir::Hidden)
                 .size(),
             1);
}

void tst_Settings::saysWhereTheFileCannotBeWritten()
{
    const QTemporaryDir folder;
    Settings settings = must(Settings::load(folder.filePath(u"missing/shirase.conf"_s)));
    VERIFY_FAILS(settings.set(u"web.listen"_s, u"127.0.0.1:2"_s), ErrorCode::Unavailable);
    QCOMPARE(settings.value(u"web.listen"_s), u"127.0.0.1:8080"_s);
}

void tst_Settings::knowsNoOtherSetting()
{
    House house;
    for (const auto &key : {u"nonsense"_s, u"web"_s, u"retention.months.en"_s, u"organisation"_s, QString()})
        VERIFY_FAILS(house.settings.set(key, u"1"_s), ErrorCode::NotFound);
}

void tst_Settings::needsTheDatabaseForItsSettings()
{
    const QTemporaryDir folder;
    Settings settings = must(Settings::load(folder.filePath(u"shirase.conf"_s)));
    VERIFY_FAILS(settings.set(u"retention.months"_s, u"3"_s), ErrorCode::Unavailable);
    QVERIFY(!must(settings.reload()));
}

// DESIGN: serve applies changed settings within 2 s.
void tst_Settings::seesWhatAnotherConnectionChanged()
{
    House house;
    QVERIFY(!must(house.settings.reload()));
    const auto other = house.files.open(Migrations::Schema::Main);
    Settings elsewhere = must(Settings::load(house.path()));
    must(elsewhere.attach(*other));
    must(elsewhere.set(u"mail.quiet_hours"_s, u"none"_s));
    QCOMPARE(house.settings.value(u"mail.quiet_hours"_s), u"21-8"_s);
    QVERIFY(must(house.settings.reload()));
    QCOMPARE(house.settings.value(u"mail.quiet_hours"_s), u"none"_s);
    QVERIFY(!must(house.settings.reload()));
    must(elsewhere.set(u"web.listen"_s, u"127.0.0.1:2"_s)); // of the file
    QVERIFY(must(house.settings.reload()));
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:2"_s);
    // A file that somebody has just broken leaves the values in force, and what the database holds goes on
    // changing.
    writeFile(house.path(), "nonsense\n");
    must(elsewhere.set(u"mail.quiet_hours"_s, u"22-7"_s));
    QVERIFY(must(house.settings.reload()));
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:2"_s);
    QCOMPARE(house.settings.value(u"mail.quiet_hours"_s), u"22-7"_s);
    QVERIFY(house.settings.fileProblem().contains(u"Line 1"_s));
    writeFile(house.path(), "web.listen = 127.0.0.1:3\n");
    QVERIFY(must(house.settings.reload()));
    QVERIFY(house.settings.fileProblem().isEmpty());
}

void tst_Settings::keepsTheOldValueWhereTheNewOneIsRefused()
{
    House house;
    must(house.settings.set(u"retention.months"_s, u"3"_s));
    VERIFY_FAILS(house.settings.set(u"retention.months"_s, u"99"_s), ErrorCode::Invalid);
    QCOMPARE(house.settings.number(u"retention.months"_s), 3);
    QVERIFY(!must(house.settings.reload()));
}

// REQUIREMENTS V7
void tst_Settings::speaksSeveralLanguages()
{
    House house;
    const QString key = u"organisation.name"_s;
    QCOMPARE(house.settings.localised(key, u"ja"_s), u"北海道"_s);
    QCOMPARE(house.settings.localised(key, u"en"_s), u"Hokkaido"_s);
    QCOMPARE(house.settings.localised(key, u"ko"_s), u"홋카이도"_s);
    QCOMPARE(house.settings.localised(key, u"ja-x-easy"_s), u"北海道"_s); // the same as in Japanese
    must(house.settings.set(key + u".ko"_s, u"아오모리현"_s));
    must(house.settings.set(key, u"青森県"_s));
    QCOMPARE(house.settings.localised(key, u"ko"_s), u"아오모리현"_s);
    QCOMPARE(house.settings.localised(key, u"ja"_s), u"青森県"_s);
    QCOMPARE(house.settings.localised(key, u"zh-Hans"_s), u"青森県"_s);
    QCOMPARE(house.settings.localised(key, u"en"_s), u"青森県"_s); // Hokkaido it is not
}

void tst_Settings::fillsTheProfile()
{
    House house;
    must(house.settings.set(u"mail.from"_s, u"notice@shirase.example.jp"_s));
    must(house.settings.set(u"organisation.disease.en"_s, u"measles"_s));
    const Profile profile = house.settings.profile(u"en"_s);
    QCOMPARE(profile.language, u"en"_s);
    QCOMPARE(profile.organisation, u"Hokkaido"_s);
    QCOMPARE(profile.disease, u"measles"_s);
    QCOMPARE(profile.centrePhone, u"011-204-5020"_s);
    QCOMPARE(profile.mailDomain, u"shirase.example.jp"_s);
    QCOMPARE(profile.accent, QColor(0x0a, 0x3b, 0x8c));
    QCOMPARE(house.settings.profile(u"ja"_s).disease, u"新型コロナウイルス感染症"_s);
}

void tst_Settings::knowsWhereVisitorsReachIt()
{
    House house;
    QCOMPARE(house.settings.publicUrl(), u"http://127.0.0.1:8080"_s);
    must(house.settings.set(u"web.listen"_s, u"[::1]:9090"_s));
    QCOMPARE(house.settings.publicUrl(), u"http://[::1]:9090"_s);
    must(house.settings.set(u"web.public_url"_s, u"https://shirase.example.jp/"_s));
    QCOMPARE(house.settings.publicUrl(), u"https://shirase.example.jp"_s);
}

void tst_Settings::writesSeveralTogether()
{
    House house;
    int beside = 0;
    const Result<> written = house.settings.apply({{.key = u"web.listen"_s, .value = u" 127.0.0.1:9090 "_s},
                                                   {.key = u"retention.months"_s, .value = u"3"_s},
                                                   {.key = u"mail.folder"_s, .value = u"/srv/mail"_s}},
                                                  [&]() -> Result<> {
                                                      beside += house.files.main->inTransaction() ? 1 : 0;
                                                      return {};
                                                  });
    VERIFY_DONE(written);
    QCOMPARE(beside, 1);
    QCOMPARE(readFile(house.path()), "web.listen = 127.0.0.1:9090\nmail.folder = /srv/mail\n"_ba);
    QCOMPARE(house.settings.number(u"retention.months"_s), 3);
    QVERIFY(!must(house.settings.reload()));
}

void tst_Settings::goesBackToTheStandard()
{
    House house;
    writeFile(house.path(), "# ours\nweb.listen = 127.0.0.1:1\nweb.listen = 127.0.0.1:2\n");
    must(house.settings.reload());
    must(house.settings.set(u"retention.months"_s, u"3"_s));
    QVERIFY(house.settings.isSet(u"web.listen"_s) && house.settings.isSet(u"retention.months"_s));
    must(house.settings.apply({{.key = u"web.listen"_s}, {.key = u"retention.months"_s}, {.key = u"mail.user"_s}}));
    QCOMPARE(readFile(house.path()), "# ours\n"_ba);
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:8080"_s);
    QCOMPARE(house.settings.number(u"retention.months"_s), 2);
    QVERIFY(!house.settings.isSet(u"web.listen"_s) && !house.settings.isSet(u"retention.months"_s));
    QVERIFY(!must(house.settings.reload()));
}

void tst_Settings::writesAllOrNone_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("besideFails");
    QTest::newRow("a value that is refused") << u"retention.months"_s << u"99"_s << false;
    QTest::newRow("a key that is unknown") << u"retention.days"_s << u"3"_s << false;
    QTest::newRow("what goes along fails") << u"retention.months"_s << u"3"_s << true;
}

void tst_Settings::writesAllOrNone()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, besideFails);
    House house;
    const Result<> written = house.settings.apply(
        {{.key = u"web.listen"_s, .value = u"127.0.0.1:9090"_s}, {.key = u"mail.user"_s, .value = u"x"_s}, {.key = key, .value = value}},
        [&]() -> Result<> { return besideFails ? fail(ErrorCode::Invalid, u"no"_s) : Result<>(); });
    QVERIFY(!written);
    QVERIFY(!QFile::exists(house.path()));
    QCOMPARE(house.files.number(u"SELECT count(*) FROM setting"_s), 0);
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:8080"_s);
    QCOMPARE(house.settings.value(u"mail.user"_s), QString());
}

void tst_Settings::leavesTheFileAsItWasWhereTheDatabaseFails()
{
    House house;
    writeFile(house.path(), "# ours\nweb.listen = 127.0.0.1:1\n");
    must(house.settings.reload());
    const QList<SettingChange> changes{{.key = u"web.listen"_s, .value = u"127.0.0.1:9090"_s},
                                       {.key = u"mail.folder"_s, .value = u"/srv/mail"_s},
                                       {.key = u"mail.user"_s, .value = u"x"_s}};
    {
        const Fault fault(*house.files.main, u"INSERT"_s, u"setting"_s);
        QVERIFY(!house.settings.apply(changes));
    }
    QCOMPARE(readFile(house.path()), "# ours\nweb.listen = 127.0.0.1:1\n"_ba);
    // At the very end, after the file was written: the commit finds a reference to nothing.
    QVERIFY(!house.settings.apply(changes, [&]() -> Result<> {
        must(house.files.main->command(u"CREATE TEMPORARY TABLE one (id INTEGER PRIMARY KEY)"_s));
        must(house.files.main->command(
            u"CREATE TEMPORARY TABLE other (id INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED)"_s));
        return house.files.main->command(u"INSERT INTO other VALUES (1)"_s);
    }));
    QCOMPARE(readFile(house.path()), "# ours\nweb.listen = 127.0.0.1:1\n"_ba);
    QCOMPARE(house.settings.value(u"web.listen"_s), u"127.0.0.1:1"_s);
}

void tst_Settings::refusesAChangeOfWhatSomebodyElseHasChanged()
{
    House house;
    const auto other = house.files.open(Migrations::Schema::Main);
    Settings elsewhere = must(Settings::load(house.path()));
    must(elsewhere.attach(*other));
    must(elsewhere.set(u"mail.quiet_hours"_s, u"none"_s));
    const SettingChange late{.key = u"mail.quiet_hours"_s, .value = u"20-9"_s, .seen = u"21-8"_s};
    VERIFY_FAILS(house.settings.apply({{.key = u"mail.user"_s, .value = u"x"_s}, late}), ErrorCode::Conflict);
    QCOMPARE(house.settings.value(u"mail.quiet_hours"_s), u"none"_s); // it is seen now
    QCOMPARE(house.settings.value(u"mail.user"_s), QString());
    must(house.settings.apply({{.key = u"mail.quiet_hours"_s, .value = u"20-9"_s, .seen = u"none"_s}}));
    QCOMPARE(house.settings.value(u"mail.quiet_hours"_s), u"20-9"_s);
}

void tst_Settings::isPartOfItsCallersTransaction()
{
    House house;
    {
        const Transaction transaction = must(Transaction::begin(*house.files.main));
        must(house.settings.set(u"mail.user"_s, u"x"_s));
    }
    QVERIFY(must(house.settings.reload()));
    QCOMPARE(house.settings.value(u"mail.user"_s), QString());
}

void tst_Settings::showsWhatWouldBe()
{
    House house;
    const Settings other = house.settings.with({{.key = u"web.public_url"_s, .value = u"https://shirase.example.jp/"_s},
                                                {.key = u"retention.months"_s, .value = u"99"_s},
                                                {.key = u"organisation.name"_s, .value = u"青森県"_s}});
    QCOMPARE(other.publicUrl(), u"https://shirase.example.jp"_s);
    QCOMPARE(other.number(u"retention.months"_s), 2);
    QCOMPARE(other.profile(u"ja"_s).organisation, u"青森県"_s);
    QCOMPARE(house.settings.profile(u"ja"_s).organisation, u"北海道"_s);
    QVERIFY(!QFile::exists(house.path()));
    QCOMPARE(house.files.number(u"SELECT count(*) FROM setting"_s), 0);
}

// Pages are kept for as long as the number stays.
void tst_Settings::countsItsChanges()
{
    House house;
    const auto other = house.files.open(Migrations::Schema::Main);
    Settings theirs = must(Settings::load(house.path()));
    must(theirs.attach(*other));
    quint64 last = house.settings.revision();
    const auto hasChanged = [&] { return std::exchange(last, house.settings.revision()) != house.settings.revision(); };

    must(house.settings.set(u"organisation.disease"_s, u"はしか"_s));
    QVERIFY(hasChanged());
    must(house.settings.reload());
    QVERIFY(!hasChanged());
    must(theirs.set(u"organisation.disease"_s, u"風しん"_s));
    must(house.settings.reload());
    QVERIFY(hasChanged());
    QVERIFY(!house.settings.set(u"retention.months"_s, u"many"_s));
    QVERIFY(!hasChanged());
    QCOMPARE(house.settings.with({}).revision(), last); // a copy of the same
    QVERIFY(house.settings.with({{.key = u"retention.months"_s, .value = u"3"_s}}).revision() != last);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_Settings.moc"
