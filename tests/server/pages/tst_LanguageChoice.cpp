// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/LanguageChoice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_LanguageChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestOfferedLanguageIsTaken_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("exact") << QByteArray("en") << u"en"_s;
        QTest::newRow("another country's") << QByteArray("en-GB") << u"en"_s;
        QTest::newRow("any case") << QByteArray("EN-us") << u"en"_s;
        QTest::newRow("weights before order") << QByteArray("en;q=0.5, ko;q=0.9") << u"ko"_s;
        QTest::newRow("order at equal weights") << QByteArray("ko, en") << u"ko"_s;
        QTest::newRow("not offered is passed over") << QByteArray("fr-FR, fr;q=0.9, en;q=0.1") << u"en"_s;
        QTest::newRow("nothing offered") << QByteArray("fr, de;q=0.5") << QString();
        QTest::newRow("weight nought is a refusal") << QByteArray("en;q=0, ko;q=0.1") << u"ko"_s;
        QTest::newRow("anything") << QByteArray("fr, *;q=0.1") << u"ja"_s;
        QTest::newRow("Taiwan") << QByteArray("zh-TW,zh;q=0.9") << u"zh-Hant"_s;
        QTest::newRow("Hong Kong") << QByteArray("zh-HK") << u"zh-Hant"_s;
        QTest::newRow("mainland") << QByteArray("zh-CN") << u"zh-Hans"_s;
        QTest::newRow("Chinese") << QByteArray("zh") << u"zh-Hans"_s;
        QTest::newRow("script and country") << QByteArray("zh-Hant-TW") << u"zh-Hant"_s;
        QTest::newRow("plain Japanese before easy") << QByteArray("ja-JP") << u"ja"_s;
        QTest::newRow("broken weight") << QByteArray("en;q=high, ko;q=0.2") << u"ko"_s;
        QTest::newRow("rubbish") << QByteArray(";;;,,=q,\xff\xfe, en") << u"en"_s;
        QTest::newRow("too many to be a browser's") << QByteArray("fr,").repeated(5000) + "en" << QString();
    }
    void theBestOfferedLanguageIsTaken()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, expected);
        const QStringList offered{u"ja"_s, u"ja-x-easy"_s, u"en"_s, u"zh-Hans"_s, u"zh-Hant"_s, u"ko"_s};
        QCOMPARE(acceptedLanguage(header, offered), expected);
    }
};

QTEST_GUILESS_MAIN(tst_LanguageChoice)
#include "tst_LanguageChoice.moc"
