// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/CborMap.h"

#include <QCborArray>
#include <QCborValue>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_CborMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten();
    void ofTextsIsReadAsItWasWritten_data();
    void ofTextsIsReadAsItWasWritten();
    void isEmptyWhereverTheBytesEndEarly();
    void isEmptyForWhatIsNone_data();
    void isEmptyForWhatIsNone();
};

namespace {

const QCborMap written{{u"engine"_s, u"sqlite"_s},
                       {u"rows"_s, QCborMap{{u"visit"_s, 3}, {u"札幌"_s, QCborArray{1, "x"_ba, u"y"_s}}}},
                       {u"made_at"_s, 1'795'000'000}};

} // namespace

void tst_CborMap::isReadAsItWasWritten()
{
    QCOMPARE(cborMapOf(written.toCborValue().toCbor()), written);
}

void tst_CborMap::ofTextsIsReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("as long as its head tells by itself") << QString(23, u'a');
    QTest::newRow("longer") << QString(24, u'a');
    QTest::newRow("longer than a byte tells") << QString(300, u'a');
    QTest::newRow("longer than two tell") << QString(70'000, u'札');
    QTest::newRow("not ASCII") << u"札幌 \U0001F363"_s;
}

void tst_CborMap::ofTextsIsReadAsItWasWritten()
{
    QFETCH(QString, text);
    const QCborMap map = cborMapOf(cborOf({{"to"_L1, text}, {"language"_L1, u"ja"_s}}));
    QCOMPARE(map, (QCborMap{{u"to"_s, text}, {u"language"_s, u"ja"_s}}));
}

// Qt makes a map of what there is, which may end with a key.
void tst_CborMap::isEmptyWhereverTheBytesEndEarly()
{
    const QByteArray bytes = written.toCborValue().toCbor();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const QCborMap map = cborMapOf(bytes.first(size));
        QVERIFY2(map.isEmpty(), qPrintable(QString::number(size)));
        QCOMPARE(map[u"engine"_s].toString(), QString());
    }
}

void tst_CborMap::isEmptyForWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QCborValue(u"engine"_s).toCbor();
    QTest::newRow("an array") << QCborArray{1, 2}.toCborValue().toCbor();
    QTest::newRow("something behind it") << written.toCborValue().toCbor() + '\0';
    QTest::newRow("a map of eleven pairs with two values") << "\xab\x01\x02\x03"_ba;
    QTest::newRow("a map without an end") << "\xbf\x01\x02\x03"_ba;
    QTest::newRow("deep") << "\x81"_ba.repeated(100'000);
}

void tst_CborMap::isEmptyForWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    const QCborMap map = cborMapOf(bytes);
    QVERIFY(map.isEmpty());
    QVERIFY(map[3].isUndefined());
}

QTEST_GUILESS_MAIN(tst_CborMap)
#include "tst_CborMap.moc"
