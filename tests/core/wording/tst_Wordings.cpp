// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/Wordings.h"
#include "tests/support/Results.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Wordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStandardTextSpeaksEveryVisitorsLanguage();
    void theStandardTextSaysWhatItHasTo_data();
    void theStandardTextSaysWhatItHasTo();
    void fillsEachLanguageInItsOwnWords();
    void mendsWhatEditorsLeave();
    void putsTheVisitorsLanguagesFirst();
    void choosesTheTextOfALanguage_data();
    void choosesTheTextOfALanguage();
};

void tst_Wordings::theStandardTextSpeaksEveryVisitorsLanguage()
{
    QCOMPARE(inOrder(must(standardWordings()).keys()), visitorLanguages());
    for (const NoticeText &text : must(standardWordings()))
        QCOMPARE(mended(text), text);
}

void tst_Wordings::theStandardTextSaysWhatItHasTo_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    // REQUIREMENTS S5: the same day, how close, no infection, health, temperature, hands, mask, the centre.
    QTest::newRow("Japanese")
        << u"ja"_s << QStringList{u"同じ日に"_s, u"どのくらい近く"_s, u"感染したという意味ではありません"_s,
                                  u"体調"_s,     u"体温"_s,           u"手を洗"_s,
                                  u"マスク"_s};
    QTest::newRow("easy Japanese") << u"ja-x-easy"_s << QStringList{u"同じ　日に"_s,
                                                                    u"どのくらい　近く"_s,
                                                                    u"意味では　ありません"_s,
                                                                    u"体の　調子"_s,
                                                                    u"体温"_s,
                                                                    u"手を　洗"_s,
                                                                    u"マスク"_s};
    QTest::newRow("English") << u"en"_s
                             << QStringList{
                                    u"same day"_s, u"How close"_s,   u"does not mean that you are infected"_s,
                                    u"health"_s,   u"temperature"_s, u"hands"_s,
                                    u"mask"_s};
    QTest::newRow("simplified Chinese")
        << u"zh-Hans"_s
        << QStringList{u"同一天"_s, u"距离"_s, u"不表示您已被感染"_s, u"身体状况"_s, u"体温"_s,
                       u"洗手"_s,   u"口罩"_s};
    QTest::newRow("traditional Chinese")
        << u"zh-Hant"_s
        << QStringList{u"同一天"_s, u"距離"_s, u"不表示您已被感染"_s, u"身體狀況"_s, u"體溫"_s,
                       u"洗手"_s,   u"口罩"_s};
    QTest::newRow("Korean") << u"ko"_s
                            << QStringList{u"같은 날"_s, u"가까이"_s, u"감염되었다는 뜻이 아닙니다"_s,
                                           u"몸 상태"_s, u"체온"_s,   u"손을"_s,
                                           u"마스크"_s};
}

void tst_Wordings::theStandardTextSaysWhatItHasTo()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, words);
    const QString body = must(standardWordings())[language].body;
    for (const QString &word :
         words + QStringList{u"{{disease}}"_s, u"{{centreName}}"_s, u"{{organisation}}"_s})
        QVERIFY2(body.contains(word), qPrintable(word));
}

void tst_Wordings::fillsEachLanguageInItsOwnWords()
{
    const QTemporaryDir folder;
    const Settings settings = must(Settings::load(folder.filePath(u"shirase.conf"_s)));
    const Wordings texts = filled(must(standardWordings()), settings);
    QVERIFY(texts[u"ja"_s].subject.contains(u"北海道コロナ通知システム"_s));
    QVERIFY(texts[u"en"_s].subject.contains(u"Hokkaido COVID-19 Notice System"_s));
    QVERIFY(texts[u"ko"_s].body.contains(u"홋카이도"_s));
    for (const NoticeText &text : texts)
        QVERIFY(!text.subject.contains(u'{') && !text.body.contains(u'{'));
}

void tst_Wordings::mendsWhatEditorsLeave()
{
    const NoticeText text{u" お知らせ \n"_s, u"\n\r\n一行目\r\n二行目\r三行目 \n\n"_s};
    QCOMPARE(mended(text), (NoticeText{u"お知らせ"_s, u"一行目\n二行目\n三行目\n"_s}));
    QCOMPARE(mended({u"件名"_s, u" \n "_s}).body, QString());
}

void tst_Wordings::putsTheVisitorsLanguagesFirst()
{
    QCOMPARE(inOrder({u"en"_s, u"fr"_s, u"ja"_s, u"ko"_s}),
             (QStringList{u"ja"_s, u"en"_s, u"ko"_s, u"fr"_s}));
}

void tst_Wordings::choosesTheTextOfALanguage_data()
{
    QTest::addColumn<QStringList>("languages");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<ChosenText>("chosen");
    const QStringList both{u"ja"_s, u"en"_s};
    QTest::newRow("its own") << both << u"en"_s << ChosenText{u"en"_s, {u"s-en"_s, u"b-en\n"_s}};
    QTest::newRow("Japanese, then English")
        << both << u"ko"_s << ChosenText{u"ja"_s, {u"s-ja / s-en"_s, u"b-ja\n\n\nb-en\n"_s}};
    QTest::newRow("no language at all")
        << both << QString() << ChosenText{u"ja"_s, {u"s-ja / s-en"_s, u"b-ja\n\n\nb-en\n"_s}};
    QTest::newRow("Japanese alone") << QStringList{u"ja"_s} << u"ko"_s
                                    << ChosenText{u"ja"_s, {u"s-ja"_s, u"b-ja\n"_s}};
    QTest::newRow("English alone") << QStringList{u"en"_s} << u"ko"_s
                                   << ChosenText{u"en"_s, {u"s-en"_s, u"b-en\n"_s}};
}

void tst_Wordings::choosesTheTextOfALanguage()
{
    QFETCH(const QStringList, languages);
    QFETCH(const QString, wanted);
    QFETCH(const ChosenText, chosen);
    QMap<QString, NoticeText> texts;
    for (const QString &language : languages)
        texts.insert(language, {u"s-"_s + language, u"b-"_s + language + u'\n'});
    QCOMPARE(textFor(wanted, texts), chosen);
}

QTEST_GUILESS_MAIN(tst_Wordings)
#include "tst_Wordings.moc"
