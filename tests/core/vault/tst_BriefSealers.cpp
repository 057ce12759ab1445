// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/BriefSealers.h"

#include "tests/support/Results.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace shirase;

class tst_BriefSealers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }

    void shareOneKeyAgreementForAWhile()
    {
        BriefSealers sealers(1h);
        const KeyPair keys = KeyPair::generate();
        const QByteArray first = sealers.to(keys.publicKey).seal("taro@example.jp");
        const QByteArray second = sealers.to(keys.publicKey).seal("hanako@example.jp");
        QCOMPARE(agreementOf(first), agreementOf(second));
        const Opener opener(keys.copy());
        QCOMPARE(must(opener.open(first)), QByteArray("taro@example.jp"));
        QCOMPARE(must(opener.open(second)), QByteArray("hanako@example.jp"));
    }

    void sealToEachKeyByItself()
    {
        BriefSealers sealers(1h);
        const KeyPair today = KeyPair::generate();
        const KeyPair tomorrow = KeyPair::generate();
        std::ignore = sealers.to(today.publicKey).seal("taro@example.jp");
        const QByteArray sealed = sealers.to(tomorrow.publicKey).seal("taro@example.jp");
        QVERIFY(!Opener(today.copy()).open(sealed));
        QCOMPARE(must(Opener(tomorrow.copy()).open(sealed)), QByteArray("taro@example.jp"));
    }

    // REQUIREMENTS D2: who breaks in later finds nothing that opens what was sealed before.
    void goWhenTheirTimeIsOverThoughNothingMoreIsSealed()
    {
        BriefSealers sealers(1ms);
        std::ignore = sealers.to(KeyPair::generate().publicKey);
        QVERIFY(!sealers.isEmpty());
        QTRY_VERIFY(sealers.isEmpty());
    }

    void goWhenTheirTimeIsOverThoughTheEventLoopStandsStill()
    {
        BriefSealers sealers(0ms);
        const KeyPair keys = KeyPair::generate();
        const QByteArray first = sealers.to(keys.publicKey).seal("taro@example.jp");
        const QByteArray second = sealers.to(keys.publicKey).seal("taro@example.jp");
        QVERIFY(agreementOf(first) != agreementOf(second));
    }

private:
    /// The ephemeral public key (Sealer).
    static QByteArray agreementOf(const QByteArray &sealed) { return sealed.sliced(1, 32); }
};

QTEST_GUILESS_MAIN(tst_BriefSealers)
#include "tst_BriefSealers.moc"
