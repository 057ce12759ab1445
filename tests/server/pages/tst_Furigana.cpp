// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/Furigana.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_Furigana : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingsStandAboveTheirCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::newRow("none") << u"メールを　ください"_s << u"メールを　ください"_s;
        QTest::newRow("one") << u"お知《し》らせ"_s << u"お\u2060<ruby>知<rt>し</rt></ruby>らせ"_s;
        QTest::newRow("two") << u"受《う》け取《と》る"_s
                             << u"<ruby>受<rt>う</rt></ruby>け\u2060<ruby>取<rt>と</rt></ruby>る"_s;
        QTest::newRow("with a figure") << u"｜1人《ひとり》ずつ"_s << u"<ruby>1人<rt>ひとり</rt></ruby>ずつ"_s;
        QTest::newRow("after a placeholder")
            << u"{{months}}か月《げつ》"_s << u"{{months}}か\u2060<ruby>月<rt>げつ</rt></ruby>"_s;
        QTest::newRow("after a mark") << u"日、同《おな》じ。「店《みせ》」"_s
                                      << u"日、<ruby>同<rt>おな</rt></ruby>じ。「<ruby>店<rt>みせ</rt></ruby>」"_s;
        QTest::newRow("beside each other") << u"携帯《けいたい》電話《でんわ》"_s
                                           << u"<ruby>携帯<rt>けいたい</rt></ruby>\u2060<ruby>電話<rt>でんわ</rt></ruby>"_s;
        QTest::newRow("after a space") << u"お　金《かね》"_s << u"お　<ruby>金<rt>かね</rt></ruby>"_s;
        QTest::newRow("no Chinese characters before it") << u"あ《い》"_s << u"あ《い》"_s;
    }
    void readingsStandAboveTheirCharacters()
    {
        QFETCH(QString, text);
        QFETCH(QString, html);
        QCOMPARE(QString::fromUtf8(furigana::asRuby(furigana::marked(text).toUtf8())), html);
    }

    void titlesAndAttributesGoWithout()
    {
        const QString text = furigana::marked(u"登録《とうろく》"_s);
        const QString html = u"<title>%1 | x</title><img alt=\"%1\"><p>%1</p>"_s.arg(text);
        QCOMPARE(QString::fromUtf8(furigana::asRuby(html.toUtf8())),
                 u"<title>登録 | x</title><img alt=\"登録\"><p><ruby>登録<rt>とうろく</rt></ruby></p>"_s);
    }

    void whatAnOperatorWroteIsNoReading()
    {
        const QByteArray name = u"<bdi>茶屋《一服》</bdi>"_s.toUtf8();
        QCOMPARE(furigana::asRuby(name + furigana::marked(u"店《みせ》"_s).toUtf8()),
                 name + u"<ruby>店<rt>みせ</rt></ruby>"_s.toUtf8());
    }

    void strayMarksOpenNothing()
    {
        const QByteArray stray = u"<bdi>\uE000亭\uE002</bdi>\uE001<b>\uE002</b>"_s.toUtf8();
        QCOMPARE(furigana::asRuby(stray), stray);
    }
};

QTEST_GUILESS_MAIN(tst_Furigana)
#include "tst_Furigana.moc"
