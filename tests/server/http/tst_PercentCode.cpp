// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/PercentCode.h"

#include <QTest>

using namespace shirase::http;
using namespace Qt::StringLiterals;

class tst_PercentCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsDecoded_data();
    void textIsDecoded();
    void brokenTextIsRefused_data();
    void brokenTextIsRefused();
    void plusIsASpaceInFormsOnly();
};

void tst_PercentCode::textIsDecoded_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray("") << u""_s;
    QTest::newRow("plain") << QByteArray("abc") << u"abc"_s;
    QTest::newRow("both cases of digits") << QByteArray("%e3%81%82%E3%81%82") << u"ああ"_s;
    QTest::newRow("bare UTF-8") << QByteArray("あ") << u"あ"_s;
    QTest::newRow("outside the BMP") << QByteArray("%F0%A0%AE%B7") << u"𠮷"_s;
    QTest::newRow("replacement character as sent") << QByteArray("%EF%BF%BD") << QString(QChar(0xfffd));
    QTest::newRow("decoded once") << QByteArray("%2541") << u"%41"_s;
}

void tst_PercentCode::textIsDecoded()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QString, text);
    const auto decoded = percentDecoded(encoded);
    QVERIFY(decoded.has_value());
    QCOMPARE(*decoded, text);
}

void tst_PercentCode::brokenTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("percent alone") << QByteArray("%");
    QTest::newRow("one digit") << QByteArray("a%4");
    QTest::newRow("no digits") << QByteArray("%gg");
    QTest::newRow("sign as digit") << QByteArray("%+1");
    QTest::newRow("NUL") << QByteArray("a%00");
    QTest::newRow("lone continuation byte") << QByteArray("%81");
    QTest::newRow("cut off sequence") << QByteArray("%E3%81");
    QTest::newRow("overlong slash") << QByteArray("%C0%AF");
    QTest::newRow("surrogate") << QByteArray("%ED%A0%80");
    QTest::newRow("beyond Unicode") << QByteArray("%F4%90%80%80");
    QTest::newRow("Latin-1") << QByteArray("caf%E9");
    QTest::newRow("Shift_JIS") << QByteArray("%82%A0");
    QTest::newRow("byte order mark") << QByteArray("%EF%BB%BFa");
}

void tst_PercentCode::brokenTextIsRefused()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!percentDecoded(encoded).has_value());
}

void tst_PercentCode::plusIsASpaceInFormsOnly()
{
    QCOMPARE(percentDecoded("a+b").value(), u"a+b"_s);
    QCOMPARE(percentDecoded("a+b%2B", PlusSign::IsSpace).value(), u"a b+"_s);
}

QTEST_GUILESS_MAIN(tst_PercentCode)
#include "tst_PercentCode.moc"
