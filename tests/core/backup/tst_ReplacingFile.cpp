// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/ReplacingFile.h"

#include "core/vault/SecretBytes.h"
#include "tests/support/Results.h"
#include "tests/support/SmallDisk.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ReplacingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void hasItsNameOnlyWhenItIsTaken();
    void leavesWhatWasThereIfItIsNotTaken();
    void replacesWhatWasThereInOneStep();
    void overwritesTheOldContentOfAFileOfKeys();
    void isForItsOwnerOnly();
    void findsThatTheDiskHasLied();
    void saysThatThePlaceCannotBeWritten_data();
    void saysThatThePlaceCannotBeWritten();
    void saysThatTheDiskIsFull();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray noSmallDisk;

Result<> nothing(qint64, qint64)
{
    return {};
}

} // namespace

void tst_ReplacingFile::hasItsNameOnlyWhenItIsTaken()
{
    ReplacingFile file(path(u"backup"_s));
    must(file.open());
    must(file.write("new"));
    must(file.verify(nothing));
    QCOMPARE(names().size(), 1);
    QVERIFY(names().first().endsWith(ReplacingFile::ending));
    VERIFY_DONE(file.take(ReplacingFile::Old::Forget));
    QCOMPARE(names(), QStringList{u"backup"_s});
    QCOMPARE(contentOf(path(u"backup"_s)), "new"_ba);
    QCOMPARE(file.size(), 3);
    QCOMPARE(file.digest().size(), 32);
}

void tst_ReplacingFile::leavesWhatWasThereIfItIsNotTaken()
{
    write(path(u"backup"_s), "old");
    {
        ReplacingFile file(path(u"backup"_s));
        must(file.open());
        must(file.write("new"));
    }
    QCOMPARE(names(), QStringList{u"backup"_s});
    QCOMPARE(contentOf(path(u"backup"_s)), "old"_ba);
}

void tst_ReplacingFile::replacesWhatWasThereInOneStep()
{
    write(path(u"backup"_s), "old");
    QFile reader(path(u"backup"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    ReplacingFile file(path(u"backup"_s));
    must(file.open());
    must(file.write("new"));
    must(file.verify(nothing));
    VERIFY_DONE(file.take(ReplacingFile::Old::Forget));
    QCOMPARE(contentOf(path(u"backup"_s)), "new"_ba);
    QCOMPARE(reader.readAll(), "old"_ba); // whoever copies it at this moment has it whole
}

void tst_ReplacingFile::overwritesTheOldContentOfAFileOfKeys()
{
    write(path(u"keys"_s), "a key that has to go");
    QFile reader(path(u"keys"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly));
    ReplacingFile file(path(u"keys"_s));
    must(file.open());
    must(file.write("new"));
    must(file.verify(nothing));
    VERIFY_DONE(file.take(ReplacingFile::Old::Overwrite));
    QCOMPARE(contentOf(path(u"keys"_s)), "new"_ba);
    QCOMPARE(reader.readAll(), QByteArray(20, '\0'));
}

void tst_ReplacingFile::isForItsOwnerOnly()
{
    ReplacingFile file(path(u"backup"_s));
    must(file.open());
    must(file.verify(nothing));
    must(file.take(ReplacingFile::Old::Forget));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!QFile::permissions(path(u"backup"_s)).testAnyFlags(others));
}

void tst_ReplacingFile::findsThatTheDiskHasLied()
{
    write(path(u"backup"_s), "old");
    {
        ReplacingFile file(path(u"backup"_s));
        must(file.open());
        must(file.write(QByteArray(100, 'x')));
        QFile disk(path(names().last()));
        QVERIFY(disk.fileName().endsWith(ReplacingFile::ending));
        const Result<> asked = file.verify([&](qint64, qint64) { return Result<>(); });
        VERIFY_DONE(asked);
    }
    ReplacingFile file(path(u"backup"_s));
    must(file.open());
    must(file.write(QByteArray(3 << 20, 'x')));
    const QString partial = path(QDir(m_folder->path()).entryList({u"*.part"_s}, QDir::Files).first());
    // The last byte changes after the first mebibyte has been read back.
    const Result<> read = file.verify([&](qint64, qint64) {
        QFile disk(partial);
        disk.open(QIODevice::ReadWrite);
        disk.seek((3 << 20) - 1);
        disk.write("y");
        return Result<>();
    });
    VERIFY_FAILS(read, ErrorCode::Corrupt);
    QCOMPARE(contentOf(path(u"backup"_s)), "old"_ba);
}

void tst_ReplacingFile::saysThatThePlaceCannotBeWritten_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no such folder") << u"none/backup"_s;
    QTest::newRow("a folder itself") << u"."_s;
    QTest::newRow("beneath a file") << u"file/backup"_s;
}

void tst_ReplacingFile::saysThatThePlaceCannotBeWritten()
{
    QFETCH(QString, place);
    write(path(u"file"_s), "x");
    ReplacingFile file(path(place));
    VERIFY_FAILS(file.open(), ErrorCode::Unavailable);
    QCOMPARE(names(), QStringList{u"file"_s});
}

void tst_ReplacingFile::saysThatTheDiskIsFull()
{
    if (!noSmallDisk.isEmpty())
        QSKIP(noSmallDisk.constData());
    const SmallDisk disk(m_folder->path(), 1 << 20);
    write(path(u"backup"_s), "old");
    {
        ReplacingFile file(path(u"backup"_s));
        must(file.open());
        const Result<> written = [&]() -> Result<> {
            for (int i = 0; i < 100; ++i) {
                if (const Result<> done = file.write(QByteArray(100'000, 'x')); !done)
                    return done;
            }
            return file.verify(nothing);
        }();
        VERIFY_FAILS(written, ErrorCode::StorageFull);
    }
    QCOMPARE(names(), QStringList{u"backup"_s});
    QCOMPARE(contentOf(path(u"backup"_s)), "old"_ba);
}

int main(int argc, char *argv[])
{
    noSmallDisk = SmallDisk::enterOwnNamespace();
    QCoreApplication application(argc, argv);
    tst_ReplacingFile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ReplacingFile.moc"
