// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/ScanToken.h"

#include "tests/support/FixedClock.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;
using Fault = ScanToken::Fault;

class tst_ScanToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialiseCryptography()); }
    void comesBackAsItWasMade();
    void livesSixtyMinutesFromTheScan_data();
    void livesSixtyMinutesFromTheScan();
    void noticesEveryFlippedBit();
    void hasOneSpellingOnly();
    void isNothingButATokenOfOurs_data();
    void isNothingButATokenOfOurs();
    void ofAnotherServerIsForged();
    void isNeverTheSameTwice();
};

namespace {

constexpr auto base64url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const qint64 scan = japanese("2026-11-21T23:59");

struct Sample
{
    SecretBytes key = SecretBytes::random(32);
    ScanToken token = ScanToken::make(42, scan);
    QByteArray text = token.encode(key);
};

} // namespace

void tst_ScanToken::comesBackAsItWasMade()
{
    const Sample sample;
    const auto read = ScanToken::decode(sample.text, sample.key, scan + 60);
    QVERIFY(read.has_value());
    QCOMPARE(read->facility, FacilityId(42));
    QCOMPARE(read->scannedAt, scan); // REQUIREMENTS V1: the time of the scan, not of the form
    QVERIFY(*read == sample.token);
}

void tst_ScanToken::livesSixtyMinutesFromTheScan_data()
{
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<bool>("valid");
    QTest::newRow("at the scan") << qint64(0) << true;
    QTest::newRow("in the last second") << qint64(3599) << true;
    QTest::newRow("after sixty minutes") << qint64(3600) << false;
    QTest::newRow("a day later") << qint64(86400) << false;
    // Another server may have made it (REQUIREMENTS D4).
    QTest::newRow("by a clock that is a minute behind") << qint64(-60) << true;
    QTest::newRow("by a clock that is further behind") << qint64(-61) << false;
}

void tst_ScanToken::livesSixtyMinutesFromTheScan()
{
    QFETCH(qint64, secondsLater);
    QFETCH(bool, valid);
    const Sample sample;
    const auto read = ScanToken::decode(sample.text, sample.key, scan + secondsLater);
    QCOMPARE(read.has_value(), valid);
    if (!valid)
        QCOMPARE(read.error(), Fault::Expired);
}

void tst_ScanToken::noticesEveryFlippedBit()
{
    const Sample sample;
    const QByteArray bytes = QByteArray::fromBase64(sample.text, base64url);
    for (int bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray changed = bytes;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
        const auto read = ScanToken::decode(changed.toBase64(base64url), sample.key, scan);
        QVERIFY2(!read, qPrintable(u"Bit %1 of the token does not count."_s.arg(bit)));
    }
}

// Who counts a token's registrations by its text must not be deceived by a second spelling of the same bytes.
void tst_ScanToken::hasOneSpellingOnly()
{
    const Sample sample;
    for (qsizetype place = 0; place < sample.text.size(); ++place) {
        for (int c = 1; c < 256; ++c) {
            QByteArray changed = sample.text;
            changed[place] = char(c);
            if (changed != sample.text)
                QVERIFY2(!ScanToken::decode(changed, sample.key, scan), changed.constData());
        }
    }
    QVERIFY(!ScanToken::decode(sample.text + '=', sample.key, scan));
    QVERIFY(!ScanToken::decode(sample.text + ' ', sample.key, scan));
}

void tst_ScanToken::isNothingButATokenOfOurs_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = Sample().text;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a word") << "token"_ba;
    QTest::newRow("not Base64") << QByteArray(good.size(), '*');
    QTest::newRow("cut short") << good.chopped(2);
    QTest::newRow("too long") << good + "AAAA";
    QTest::newRow("zeros") << QByteArray(good.size(), 'A');
    QTest::newRow("a megabyte") << QByteArray(1 << 20, 'A');
    QTest::newRow("Japanese") << QByteArray("知らせ");
}

void tst_ScanToken::isNothingButATokenOfOurs()
{
    QFETCH(QByteArray, text);
    const auto read = ScanToken::decode(text, SecretBytes::random(32), scan);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), Fault::Malformed);
}

void tst_ScanToken::ofAnotherServerIsForged()
{
    const Sample sample;
    const auto read = ScanToken::decode(sample.text, SecretBytes::random(32), scan);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), Fault::Forged);
}

void tst_ScanToken::isNeverTheSameTwice()
{
    const SecretBytes key = SecretBytes::random(32);
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(ScanToken::make(42, scan).encode(key));
    QCOMPARE(seen.size(), 1000);
}

QTEST_GUILESS_MAIN(tst_ScanToken)
#include "tst_ScanToken.moc"
