// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitToken.h"

#include "core/visits/ScanToken.h"
#include "tests/support/FixedClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_VisitToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void comesBackAsItWasMade();
    void livesTwentyFourHours_data();
    void livesTwentyFourHours();
    void noticesEveryFlippedBit();
    void isRefusedCutAtEveryLength();
    void saysNothingToWhoeverReadsIt();
    void ofAnAddressOfOneLetterIsAsLongAsOfAnother();
    void ofTheSameVisitLooksDifferentEachTime();
    void isNoScanToken();
    void ofAnotherServerIsRefused();
};

namespace {

constexpr auto base64url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const qint64 made = japanese("2026-11-21T12:00");

VisitToken sample(const QString &masked = u"t…o@d…o.ne.jp"_s)
{
    return {{QDate(2026, 11, 21), 42, made - 30, QByteArray("0123456789abcdef")}, u"ja"_s, masked, QByteArray("fedcba9876543210")};
}

} // namespace

void tst_VisitToken::comesBackAsItWasMade()
{
    const SecretBytes key = SecretBytes::random(32);
    const auto read = VisitToken::decode(sample().encode(key, made), key, made + 10);
    QVERIFY(read.has_value());
    QVERIFY(*read == sample());
}

void tst_VisitToken::livesTwentyFourHours_data()
{
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<bool>("valid");
    QTest::newRow("at once") << qint64(0) << true;
    QTest::newRow("in the last second") << qint64(86399) << true;
    QTest::newRow("after a day") << qint64(86400) << false;
    // The next page may come from another server (REQUIREMENTS D4).
    QTest::newRow("by a clock that is a minute behind") << qint64(-60) << true;
    QTest::newRow("by a clock that is further behind") << qint64(-61) << false;
}

void tst_VisitToken::livesTwentyFourHours()
{
    QFETCH(qint64, secondsLater);
    QFETCH(bool, valid);
    const SecretBytes key = SecretBytes::random(32);
    QCOMPARE(VisitToken::decode(sample().encode(key, made), key, made + secondsLater).has_value(), valid);
}

void tst_VisitToken::noticesEveryFlippedBit()
{
    const SecretBytes key = SecretBytes::random(32);
    const QByteArray bytes = QByteArray::fromBase64(sample().encode(key, made), base64url);
    for (int bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray changed = bytes;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
        QVERIFY2(!VisitToken::decode(changed.toBase64(base64url), key, made),
                 qPrintable(QString::number(bit)));
    }
}

void tst_VisitToken::isRefusedCutAtEveryLength()
{
    const SecretBytes key = SecretBytes::random(32);
    const QByteArray text = sample().encode(key, made);
    for (qsizetype length = 0; length < text.size(); ++length)
        QVERIFY(!VisitToken::decode(text.first(length), key, made));
    QVERIFY(!VisitToken::decode(text + "AAAA", key, made));
    QVERIFY(!VisitToken::decode(text + '=', key, made));
    int spellings = 0;
    for (int c = 0; c < 256; ++c)
        spellings += VisitToken::decode(text.chopped(1) + char(c), key, made) ? 1 : 0;
    QCOMPARE(spellings, 1); // Base64 leaves bits over that nobody reads
    QVERIFY(!VisitToken::decode("知らせ", key, made));
}

void tst_VisitToken::saysNothingToWhoeverReadsIt()
{
    const QByteArray text = sample().encode(SecretBytes::random(32), made);
    const QByteArray bytes = QByteArray::fromBase64(text, base64url);
    for (const QByteArray &word : {"0123456789abcdef"_ba, "ne.jp"_ba, u"ne.jp"_s.toUtf8()}) {
        QVERIFY(!text.contains(word));
        QVERIFY(!bytes.contains(word));
    }
    // It stands in an address: letters that need no escaping.
    for (const char c : text)
        QVERIFY(
            QByteArrayView("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").contains(c));
}

void tst_VisitToken::ofAnAddressOfOneLetterIsAsLongAsOfAnother()
{
    const SecretBytes key = SecretBytes::random(32);
    QCOMPARE(sample(u"…@a.jp"_s).encode(key, made).size(), sample(u"t…o@d…o.jp"_s).encode(key, made).size());
}

void tst_VisitToken::ofTheSameVisitLooksDifferentEachTime()
{
    const SecretBytes key = SecretBytes::random(32);
    QVERIFY(sample().encode(key, made) != sample().encode(key, made));
}

void tst_VisitToken::isNoScanToken()
{
    const SecretBytes key = SecretBytes::random(32);
    QVERIFY(!VisitToken::decode(ScanToken::make(42, made).encode(key), key, made));
    QVERIFY(!ScanToken::decode(sample().encode(key, made), key, made));
}

void tst_VisitToken::ofAnotherServerIsRefused()
{
    QVERIFY(
        !VisitToken::decode(sample().encode(SecretBytes::random(32), made), SecretBytes::random(32), made));
}

QTEST_GUILESS_MAIN(tst_VisitToken)
#include "tst_VisitToken.moc"
