// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityKeys.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsAlikeWhatIsTheSame_data();
    void foldsAlikeWhatIsTheSame();
    void takesApartWhatWasTyped_data();
    void takesApartWhatWasTyped();
    void holdsEveryCode();
};

void tst_FacilityKeys::foldsAlikeWhatIsTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("same");
    QTest::newRow("width") << u"ＣＡＦＥ１２３"_s << u"cafe123"_s;
    QTest::newRow("case") << u"Café"_s << u"CAFÉ"_s;
    QTest::newRow("half-width katakana") << u"ｶﾞｽﾄ"_s << u"ガスト"_s;
    QTest::newRow("kana") << u"サッポロ"_s << u"さっぽろ"_s;
    QTest::newRow("vu") << u"ヴィラ"_s << u"ゔぃら"_s;
    QTest::newRow("small ka and ke") << u"ヵヶ"_s << u"ゕゖ"_s;
    QTest::newRow("spaces") << u"喫茶　しらかば"_s << u"喫茶 しら かば"_s;
    QTest::newRow("circled") << u"①号店"_s << u"1号店"_s;
}

void tst_FacilityKeys::foldsAlikeWhatIsTheSame()
{
    QFETCH(QString, text);
    QFETCH(QString, same);
    QCOMPARE(FacilityKeys::folded(text), FacilityKeys::folded(same));
    QCOMPARE(FacilityKeys::folded(FacilityKeys::folded(text)), FacilityKeys::folded(text));
}

void tst_FacilityKeys::takesApartWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("spaces and hyphens") << u" 　－ - "_s << QStringList();
    QTest::newRow("a word") << u"シラカバ"_s << QStringList{u"しらかば"_s};
    QTest::newRow("words") << u"札幌　 ｶﾌｪ"_s << QStringList{u"札幌"_s, u"かふぇ"_s};
    QTest::newRow("a phone number") << u"011-204-5020"_s << QStringList{u"0112045020"_s};
    QTest::newRow("a code with the letters that people take for digits")
        << u"oooo oooo ooo"_s << QStringList{u"00000000000"_s};
    QTest::newRow("a text as long as a code") << u"snow festiv"_s << QStringList{u"snow"_s, u"festiv"_s};
}

void tst_FacilityKeys::takesApartWhatWasTyped()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, words);
    QCOMPARE(FacilityKeys::wordsOf(typed), words);
}

void tst_FacilityKeys::holdsEveryCode()
{
    const FacilityCode first = *FacilityCode::parse(u"00000000000");
    const FacilityKeys keys = FacilityKeys::of({}, {first});
    for (const QString &typed : {first.text(), first.checkCode()}) {
        for (const QString &word : FacilityKeys::wordsOf(typed))
            QVERIFY2(keys.search.contains(word), qPrintable(typed));
    }
}

QTEST_GUILESS_MAIN(tst_FacilityKeys)
#include "tst_FacilityKeys.moc"
