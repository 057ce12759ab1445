// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ServerKey.h"

#include "tests/support/Results.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ServerKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void comesBackFromItsFile();
    void isReadableByItsOwnerOnly();
    void refusesAFileThatOthersMayRead_data();
    void refusesAFileThatOthersMayRead();
    void neverOverwritesAKey();
    void saysWhatIsWrongWithTheFile_data();
    void saysWhatIsWrongWithTheFile();
    void saysWhereItCannotBeWritten();
    void hasAFingerprintOfItsOwn();

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    QString fresh() { return m_folder.filePath(u"server%1.key"_s.arg(++m_files)); }
};

void tst_ServerKey::comesBackFromItsFile()
{
    const QString path = fresh();
    const ServerKey key = ServerKey::generate();
    VERIFY_DONE(key.save(path));
    const Result<ServerKey> loaded = ServerKey::load(path);
    VERIFY_DONE(loaded);
    QCOMPARE(loaded->tokenKey().view().toByteArray(), key.tokenKey().view().toByteArray());
    QCOMPARE(loaded->queuePublicKey(), key.queuePublicKey());
    QCOMPARE(loaded->fingerprint(), key.fingerprint());
    QCOMPARE(must(loaded->queueOpener().open(Sealer(key.queuePublicKey()).seal("letter"))), "letter"_ba);
}

void tst_ServerKey::isReadableByItsOwnerOnly()
{
    const QString path = fresh();
    VERIFY_DONE(ServerKey::generate().save(path));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path) & others));
}

void tst_ServerKey::refusesAFileThatOthersMayRead_data()
{
    QTest::addColumn<QFile::Permissions>("extra");
    QTest::newRow("group") << QFile::Permissions(QFile::ReadGroup);
    QTest::newRow("others") << QFile::Permissions(QFile::ReadOther);
}

void tst_ServerKey::refusesAFileThatOthersMayRead()
{
    QFETCH(QFile::Permissions, extra);
    const QString path = fresh();
    VERIFY_DONE(ServerKey::generate().save(path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | extra));
    VERIFY_FAILS(ServerKey::load(path), ErrorCode::Refused);
}

void tst_ServerKey::neverOverwritesAKey()
{
    const QString path = fresh();
    const ServerKey first = ServerKey::generate();
    VERIFY_DONE(first.save(path));
    VERIFY_FAILS(ServerKey::generate().save(path), ErrorCode::Conflict);
    QCOMPARE(ServerKey::load(path)->fingerprint(), first.fingerprint());
}

void tst_ServerKey::saysWhatIsWrongWithTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray key = QByteArray(32, 'k').toBase64();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another file") << "hello\nworld\n!\n"_ba;
    QTest::newRow("mark only") << "shirase-server-key 1\n"_ba;
    QTest::newRow("one key only") << "shirase-server-key 1\n" + key + "\n";
    QTest::newRow("a short key") << "shirase-server-key 1\n" + key + "\n" + key.first(20) + "\n";
    QTest::newRow("a newer form") << "shirase-server-key 2\n" + key + "\n" + key + "\n";
}

void tst_ServerKey::saysWhatIsWrongWithTheFile()
{
    QFETCH(QByteArray, content);
    const QString path = fresh();
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner));
    file.write(content);
    file.close();
    VERIFY_FAILS(ServerKey::load(path), ErrorCode::Corrupt);
}

void tst_ServerKey::saysWhereItCannotBeWritten()
{
    VERIFY_FAILS(ServerKey::generate().save(m_folder.filePath(u"missing/server.key"_s)),
                 ErrorCode::Unavailable);
    VERIFY_FAILS(ServerKey::load(m_folder.filePath(u"missing/server.key"_s)), ErrorCode::NotFound);
}

void tst_ServerKey::hasAFingerprintOfItsOwn()
{
    const ServerKey key = ServerKey::generate();
    QCOMPARE(key.fingerprint().size(), 32);
    QVERIFY(key.fingerprint() != ServerKey::generate().fingerprint());
    QVERIFY(!key.fingerprint().contains(
        QString::fromLatin1(key.tokenKey().view().toByteArray().toHex().first(16))));
}

QTEST_GUILESS_MAIN(tst_ServerKey)
#include "tst_ServerKey.moc"
