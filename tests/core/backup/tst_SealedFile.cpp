// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/SealedFile.h"

#include "core/vault/AccountKey.h"
#include "tests/support/Results.h"

#include <QBuffer>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SealedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void givesBackWhatWasSealed_data();
    void givesBackWhatWasSealed();
    void saysInTheClearWhoseItIsAndNothingElse();
    void findsAnyChangedBit();
    void findsThatItWasCutOffAnywhere();
    void findsThatSomethingWasAdded();
    void findsThatChunksWereSwapped();
    void opensWithTheSheetOfThen();
    void refusesAnotherOfficeKey();
    void refusesAFileOfANewerProgram();
    void refusesWhatIsNoSuchFile_data();
    void refusesWhatIsNoSuchFile();
};

namespace {

constexpr qsizetype chunk = 65536;

struct Office
{
    KeyPair sheet = must(recoveryCode::keys(recoveryCode::generate()));
    Opener opener{KeyPair::generate()};

    [[nodiscard]] SealedHead head() const
    {
        return {.kind = SealedHead::Kind::Backup,
                .office = QByteArray(16, 'o'),
                .madeAt = 1'795'000'000,
                .officeKey = {3, opener.publicKey()},
                .sheetGrant = opener.shareWith(sheet.publicKey)};
    }
    [[nodiscard]] QByteArray seal(const QByteArray &content, qsizetype atOnce = 1000) const
    {
        QByteArray file;
        SealedWriter writer(head(), [&](QByteArrayView piece) {
            file += piece;
            return Result<>();
        });
        for (qsizetype at = 0; at < content.size(); at += atOnce)
            must(writer.write(content.mid(at, atOnce)));
        must(writer.finish());
        return file;
    }
};

/// The whole content of a file, or why it cannot be had.
Result<QByteArray> open(QByteArray file, const Opener &office)
{
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    Result<SealedReader> reader = SealedReader::open(device, u"the file"_s);
    if (!reader)
        return passOn(reader);
    if (const Result<> unlocked = reader->unlock(office); !unlocked)
        return passOn(unlocked);
    QByteArray content;
    while (true) {
        const Result<QByteArray> piece = reader->next();
        if (!piece)
            return piece;
        if (piece->isEmpty())
            return content;
        content += *piece;
    }
}

QByteArray numbered(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = char(i * 31 + i / 256);
    return content;
}

} // namespace

void tst_SealedFile::givesBackWhatWasSealed_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {qsizetype(0), qsizetype(1), chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7})
        QTest::addRow("%lld bytes", qlonglong(size)) << size;
}

void tst_SealedFile::givesBackWhatWasSealed()
{
    QFETCH(qsizetype, size);
    const Office office;
    const QByteArray content = numbered(size);
    for (const qsizetype atOnce : {qsizetype(1000), chunk, 5 * chunk}) {
        const Result<QByteArray> opened = open(office.seal(content, atOnce), office.opener);
        VERIFY_DONE(opened);
        QVERIFY(*opened == content);
    }
}

void tst_SealedFile::saysInTheClearWhoseItIsAndNothingElse()
{
    const Office office;
    QByteArray file = office.seal("taro@example.jp"_ba);
    QVERIFY(!file.contains("taro"));
    QVERIFY(file != office.seal("taro@example.jp"_ba));
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    const SealedReader reader = must(SealedReader::open(device, u"the file"_s));
    QCOMPARE(reader.head().office, QByteArray(16, 'o'));
    QCOMPARE(reader.head().madeAt, 1'795'000'000);
    QCOMPARE(reader.head().officeKey.id, 3);
    QVERIFY(reader.head().kind == SealedHead::Kind::Backup);
}

void tst_SealedFile::findsAnyChangedBit()
{
    const Office office;
    const QByteArray file = office.seal(numbered(300));
    for (qsizetype at = 0; at < file.size(); ++at) {
        QByteArray changed = file;
        changed[at] = char(changed[at] ^ (1 << (at % 8)));
        const Result<QByteArray> opened = open(changed, office.opener);
        QVERIFY2(!opened, qPrintable(u"byte %1 may be changed"_s.arg(at)));
        QVERIFY(opened.error().message.contains(u"the file"_s));
    }
}

void tst_SealedFile::findsThatItWasCutOffAnywhere()
{
    const Office office;
    const QByteArray file = office.seal(numbered(chunk + 300));
    const qsizetype chunkEnd = file.size() - 300 - 17;
    for (qsizetype size = 0; size < file.size(); size += size < 1000 ? 1 : 997)
        VERIFY_FAILS(open(file.first(size), office.opener), ErrorCode::Corrupt);
    VERIFY_FAILS(open(file.first(chunkEnd), office.opener), ErrorCode::Corrupt);
    VERIFY_FAILS(open(file.chopped(1), office.opener), ErrorCode::Corrupt);
}

void tst_SealedFile::findsThatSomethingWasAdded()
{
    const Office office;
    const QByteArray file = office.seal(numbered(chunk));
    VERIFY_FAILS(open(file + '\0', office.opener), ErrorCode::Corrupt);
    VERIFY_FAILS(open(file + office.seal({}), office.opener), ErrorCode::Corrupt);
}

void tst_SealedFile::findsThatChunksWereSwapped()
{
    const Office office;
    const QByteArray file = office.seal(numbered(3 * chunk));
    const qsizetype sealedChunk = chunk + 17;
    const qsizetype first = file.size() - 3 * sealedChunk;
    const QByteArray swapped = file.first(first) + file.mid(first + sealedChunk, sealedChunk)
                               + file.mid(first, sealedChunk) + file.last(sealedChunk);
    VERIFY_FAILS(open(swapped, office.opener), ErrorCode::Corrupt);
}

void tst_SealedFile::opensWithTheSheetOfThen()
{
    const Office office;
    KeyPair other = must(recoveryCode::keys(recoveryCode::generate()));
    std::vector<KeyPair> sheets;
    sheets.push_back(other.copy());
    VERIFY_FAILS(openWithSheet(office.head(), sheets, u"the file"_s), ErrorCode::Refused);
    sheets.push_back(office.sheet.copy());
    const OfficeKey key = must(openWithSheet(office.head(), sheets, u"the file"_s));
    QCOMPARE(key.id, 3);
    QCOMPARE(must(open(office.seal("x"), key.opener)), "x"_ba);
}

void tst_SealedFile::refusesAnotherOfficeKey()
{
    VERIFY_FAILS(open(Office().seal("x"), Office().opener), ErrorCode::Refused);
}

void tst_SealedFile::refusesAFileOfANewerProgram()
{
    const Office office;
    QByteArray file = office.seal("x");
    file[15] = 2;
    VERIFY_FAILS(open(file, office.opener), ErrorCode::NewerSchema);
}

void tst_SealedFile::refusesWhatIsNoSuchFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a database") << "SQLite format 3"_ba + QByteArray(4096, '\0');
    QTest::newRow("a picture") << QByteArray(100, '\xff');
    QTest::newRow("half the mark") << "shirase"_ba;
    QTest::newRow("the mark alone") << "shirase sealed\n"_ba;
}

void tst_SealedFile::refusesWhatIsNoSuchFile()
{
    QFETCH(QByteArray, file);
    VERIFY_FAILS(open(file, Office().opener), ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(tst_SealedFile)
#include "tst_SealedFile.moc"
