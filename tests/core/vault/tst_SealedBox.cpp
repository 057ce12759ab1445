// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SealedBox.h"

#include "tests/support/MemoryScan.h"
#include "tests/support/Results.h"

#include <QSet>

#include <functional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SealedBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void hidesTheLengthOfAnAddress();
    void refusesAnotherKey();
    void refusesWhatWasCutAtEveryLength();
    void refusesEveryChangedByte();
    void sealsEqualMessagesOfABatchDifferently();
    void opensBatchesInAnyOrder();
    void cannotBeOpenedByWhoeverSealed();
    void opensSecretsIntoLockedMemory();
    void movesAndCopiesSecrets();
    void leavesNoKeyOnTheStack_data();
    void leavesNoKeyOnTheStack();
};

void tst_SealedBox::opensWhatItSealed_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<qsizetype>("padded");
    const std::pair<qsizetype, qsizetype> rows[]{{0, 64},    {1, 64},    {63, 64},        {64, 128},
                                                 {127, 128}, {128, 256}, {255, 256},      {256, 512},
                                                 {511, 512}, {512, 768}, {100000, 100096}};
    for (const auto &[length, padded] : rows)
        QTest::addRow("%d bytes", int(length)) << length << padded;
}

void tst_SealedBox::opensWhatItSealed()
{
    QFETCH(qsizetype, length);
    QFETCH(qsizetype, padded);
    const KeyPair keys = KeyPair::generate();
    QByteArray message(length, 'x');
    for (qsizetype i = 0; i < length; ++i)
        message[i] = char(i); // zeros and padding marks among them
    const QByteArray sealed = Sealer(keys.publicKey).seal(message);
    QCOMPARE(sealed.size(), 1 + 32 + 24 + 16 + padded);
    const Result<QByteArray> opened = Opener(keys.copy()).open(sealed);
    VERIFY_DONE(opened);
    QCOMPARE(*opened, message);
}

// REQUIREMENTS D2
void tst_SealedBox::hidesTheLengthOfAnAddress()
{
    const Sealer sealer(KeyPair::generate().publicKey);
    QSet<qsizetype> sizes;
    for (int length = 1; length <= 63; ++length)
        sizes.insert(sealer.seal(QByteArray(length, 'a')).size());
    QCOMPARE(sizes.size(), 1);
}

void tst_SealedBox::refusesAnotherKey()
{
    const QByteArray sealed = Sealer(KeyPair::generate().publicKey).seal("taro@example.jp");
    VERIFY_FAILS(Opener(KeyPair::generate()).open(sealed), ErrorCode::Corrupt);
}

void tst_SealedBox::refusesWhatWasCutAtEveryLength()
{
    const KeyPair keys = KeyPair::generate();
    const QByteArray sealed = Sealer(keys.publicKey).seal("taro@example.jp");
    const Opener opener(keys.copy());
    for (qsizetype length = 0; length < sealed.size(); ++length)
        VERIFY_FAILS(opener.open(sealed.first(length)), ErrorCode::Corrupt);
    VERIFY_FAILS(opener.open(sealed + '\0'), ErrorCode::Corrupt);
    VERIFY_DONE(opener.open(sealed)); // the bad ones did not spoil the opener
}

void tst_SealedBox::refusesEveryChangedByte()
{
    const KeyPair keys = KeyPair::generate();
    const QByteArray sealed = Sealer(keys.publicKey).seal("taro@example.jp");
    const Opener opener(keys.copy());
    for (qsizetype place = 0; place < sealed.size(); ++place) {
        QByteArray changed = sealed;
        changed[place] = char(changed[place] ^ 0x01);
        VERIFY_FAILS(opener.open(changed), ErrorCode::Corrupt);
    }
    QByteArray nobody = sealed; // a public key of small order would give a known shared key
    nobody.replace(1, 32, QByteArray(32, '\0'));
    VERIFY_FAILS(opener.open(nobody), ErrorCode::Corrupt);
}

void tst_SealedBox::sealsEqualMessagesOfABatchDifferently()
{
    const Sealer sealer(KeyPair::generate().publicKey);
    QSet<QByteArray> nonces;
    QSet<QByteArray> boxes;
    QSet<QByteArray> ephemerals;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray sealed = sealer.seal("taro@example.jp");
        ephemerals.insert(sealed.sliced(1, 32));
        nonces.insert(sealed.sliced(33, 24));
        boxes.insert(sealed.sliced(57));
    }
    QCOMPARE(ephemerals.size(), 1);
    QCOMPARE(nonces.size(), 1000);
    QCOMPARE(boxes.size(), 1000);
}

void tst_SealedBox::opensBatchesInAnyOrder()
{
    const KeyPair keys = KeyPair::generate();
    const Sealer first(keys.publicKey);
    const Sealer second(keys.publicKey);
    const Opener opener(keys.copy());
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(must(opener.open(first.seal("first"))), "first"_ba);
        QCOMPARE(must(opener.open(second.seal("second"))), "second"_ba);
    }
}

void tst_SealedBox::cannotBeOpenedByWhoeverSealed()
{
    const KeyPair keys = KeyPair::generate();
    const QByteArray sealed = Sealer(keys.publicKey).seal("taro@example.jp");
    QVERIFY(!sealed.contains("taro"));
    // What the sealing side knows: the public key. As a secret it opens nothing.
    VERIFY_FAILS(Opener(KeyPair::fromSecret(SecretBytes(QByteArrayView(keys.publicKey)))).open(sealed),
                 ErrorCode::Corrupt);
}

void tst_SealedBox::opensSecretsIntoLockedMemory()
{
    const KeyPair keys = KeyPair::generate();
    const SecretBytes secret = SecretBytes::random(32);
    const Result<SecretBytes> opened =
        Opener(keys.copy()).openSecret(Sealer(keys.publicKey).seal(secret.view()));
    VERIFY_DONE(opened);
    QCOMPARE(opened->view().toByteArray(), secret.view().toByteArray());
}

void tst_SealedBox::movesAndCopiesSecrets()
{
    SecretBytes first{QByteArrayView("password")};
    const SecretBytes copy = first.copy();
    SecretBytes moved = std::move(first);
    QCOMPARE(moved.view(), QByteArrayView("password"));
    QCOMPARE(copy.view(), QByteArrayView("password"));
    QVERIFY(copy.data() != moved.data());
    moved = SecretBytes(); // its old bytes went with the temporary
    QVERIFY(moved.isEmpty());
    QVERIFY(SecretBytes(QByteArrayView()).isEmpty());
    QCOMPARE(SecretBytes(8).view(), QByteArrayView("\0\0\0\0\0\0\0\0", 8));
    QVERIFY(SecretBytes::random(32).view() != SecretBytes::random(32).view());
}

using UseOfAKey = std::function<void(const KeyPair &)>;

void tst_SealedBox::leavesNoKeyOnTheStack_data()
{
    QTest::addColumn<UseOfAKey>("use");
    const auto sealed = [](const KeyPair &keys) { return Sealer(keys.publicKey).seal("a message"); };
    QTest::newRow("its public half is computed")
        << UseOfAKey([](const KeyPair &keys) { std::ignore = KeyPair::fromSecret(keys.secretKey.copy()); });
    QTest::newRow("it opens a message")
        << UseOfAKey([=](const KeyPair &keys) { must(Opener(keys.copy()).open(sealed(keys))); });
    QTest::newRow("it fails to open a message") << UseOfAKey([=](const KeyPair &keys) {
        QByteArray changed = sealed(keys);
        changed.back() = char(changed.back() ^ 1);
        QVERIFY(!Opener(keys.copy()).open(changed));
    });
    QTest::newRow("it is sealed itself") << UseOfAKey(
        [](const KeyPair &keys) { std::ignore = Opener(keys.copy()).shareWith(keys.publicKey); });
    QTest::newRow("it is opened itself") << UseOfAKey([](const KeyPair &keys) {
        must(Opener(keys.copy()).openSecret(Opener(keys.copy()).shareWith(keys.publicKey)));
    });
}

// REQUIREMENTS D2
void tst_SealedBox::leavesNoKeyOnTheStack()
{
    if (const char *obstacle = MemoryScan::obstacle())
        QSKIP(obstacle);
    QFETCH(UseOfAKey, use);
    const KeyPair keys = KeyPair::generate();
    const MemoryScan scan(keys.secretKey.view());
    QCOMPARE(scan.copies(), 1);
    // On a thread of its own: its stack outlives it in the C library's cache, and the search itself does not
    // wipe it.
    std::thread([&] { use(keys); }).join();
    QCOMPARE(scan.copies(), 1);
}

QTEST_GUILESS_MAIN(tst_SealedBox)
#include "tst_SealedBox.moc"
