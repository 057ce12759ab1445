// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/wording/CheckedTexts.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;
using Rule = TextFault::Rule;

/// NoticeTextCheck and the names of facilities (REQUIREMENTS S5).
class tst_NamesInTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesTheNamesOfItsOwnFacilities_data();
    void refusesTheNamesOfItsOwnFacilities();
    void namesThatBlockNothing_data();
    void namesThatBlockNothing();
    void otherFacilitiesAreOnlyWarnedAbout();
};

void tst_NamesInTexts::refusesTheNamesOfItsOwnFacilities_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sample");
    const auto row = [](const char *title, const QString &name, const QString &sample) {
        QTest::newRow(title) << name << sample;
    };
    row("as it is", u"ラーメンいろは"_s, u"先日«ラーメンいろは»で"_s);
    row("hiragana for katakana", u"ラーメンいろは"_s, u"先日«らーめんイロハ»で"_s);
    row("half-width katakana", u"ガーデン札幌"_s, u"先日«ｶﾞｰﾃﾞﾝ札幌»で"_s);
    row("spaces inside", u"ラーメン いろは"_s, u"先日«ラーメン　い ろ は»で"_s);
    row("zero-width characters inside", u"ラーメンいろは"_s, u"先日«ラーメン\u200Bいろは»で"_s);
    row("a dash for the long vowel", u"ラーメンいろは"_s, u"先日«ラ―メンいろは»で"_s);
    row("dots inside", u"いろは"_s, u"先日«い・ろ・は»で"_s);
    row("across lines", u"ラーメンいろは"_s, u"先日«ラーメン\nいろは»で"_s);
    row("upper case and full width", u"Club Nova"_s, u"people at «ＣＬＵＢ ＮＯＶＡ» were"_s);
    row("without the space", u"Club Nova"_s, u"people at «ClubNova» were"_s);
    row("without accents", u"Café Léon"_s, u"people at «Cafe Leon» were"_s);
    row("decomposed accents", u"Café Léon"_s, u"people at «Cafe\u0301 Léon» were"_s);
    row("korean", u"은하수식당"_s, u"지난번 «은하수 식당»에서"_s);
    row("a number in the name", u"カフェ19"_s, u"先日«カフェ１９»で"_s);
    row("signs only", u"☆☆☆"_s, u"先日«☆☆☆»で"_s);
}

void tst_NamesInTexts::refusesTheNamesOfItsOwnFacilities()
{
    QFETCH(const QString, name);
    QFETCH(const QString, sample);
    const Marked marked(sample);
    QList<TextFault> faults = checkFor({u"別の店の名前"_s, name}).check({u"お知らせ"_s, marked.text});
    faults.removeIf([](const TextFault &fault) { return fault.rule == Rule::Invisible; });
    QVERIFY2(faults.size() == 1, qPrintable(describe(faults, marked.text)));
    QCOMPARE(toText(faults.first().rule), toText(Rule::OwnName));
    QCOMPARE(marked.text.sliced(faults.first().place.offset, faults.first().place.length), marked.marked());
}

void tst_NamesInTexts::namesThatBlockNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("body");
    const auto row = [](const QString &name, const QString &body) {
        QTest::newRow((name + u" in "_s + body).toUtf8().constData()) << name << body;
    };
    const QString standard =
        u"北海道から、あなたにお知らせします。マスクを着けてください。リンクは書いていません。"_s;
    for (const QString &name :
         {u"あなた"_s, u"アナタ"_s, u"お知らせ"_s, u"北海道"_s, u"マスク"_s, u"ますく"_s, u"リンク"_s})
        row(name, standard);
    row(u"Mask"_s, u"Please wear a mask."_s);
    row(u"Hokkaido"_s, u"Hokkaido sends this."_s);
    row(u"COVID-19"_s, u"COVID-19"_s);
    row(u"雪"_s, u"雪の日"_s);
    row(u"19"_s, u"COVID-19"_s);
    row(u"Nova"_s, u"Please renovate and innovate."_s);
    row(u"art"_s, u"Please start at the party."_s);
    row(u"いろは"_s, u"白い。ろは"_s);
    row(QString(), u"体調に気をつけてください。"_s);
}

void tst_NamesInTexts::namesThatBlockNothing()
{
    QFETCH(const QString, name);
    QFETCH(const QString, body);
    const QList<TextFault> faults = checkFor({name}, {name}).check({u"お知らせ"_s, body});
    QVERIFY2(faults.isEmpty(), qPrintable(describe(faults, body)));
}

void tst_NamesInTexts::otherFacilitiesAreOnlyWarnedAbout()
{
    const NoticeTextCheck check = checkFor({u"ラーメンいろは"_s}, {u"カフェすずらん"_s, u"ラーメンいろは"_s});
    const QList<TextFault> faults = check.check({u"お知らせ"_s, u"カフェ　スズランとラーメンいろは"_s});
    QCOMPARE(faults.size(), 2);
    QCOMPARE(toText(faults[0].rule), u"other-name"_s);
    QCOMPARE(toText(faults[0].severity()), u"warning"_s);
    QCOMPARE(faults[0].place, (TextSpan{0, 8}));
    QCOMPARE(toText(faults[1].rule), u"own-name"_s);
    QCOMPARE(toText(faults[1].severity()), u"refused"_s);
    VERIFY_DONE(check.accept({{u"ja"_s, {u"お知らせ"_s, u"カフェすずらん"_s}}}, settings()));
}

QTEST_GUILESS_MAIN(tst_NamesInTexts)
#include "tst_NamesInTexts.moc"
