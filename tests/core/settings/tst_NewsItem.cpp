// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/NewsItem.h"

#include "tests/support/Results.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NewsItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNoNews() { QCOMPARE(must(newsOf(u" "_s)), QList<NewsItem>()); }

    void theNewestComesFirst()
    {
        const QList<NewsItem> news = must(newsOf(
            uR"([{"date":"2026-11-01","ja":"古い"},{"date":"2026-11-20","ja":"新しい","en":"New"}])"_s));
        QCOMPARE(news.size(), 2);
        QCOMPARE(news[0].day, QDate(2026, 11, 20));
        QCOMPARE(news[0].text, (QMap<QString, QString>{{u"ja"_s, u"新しい"_s}, {u"en"_s, u"New"_s}}));
        QCOMPARE(news[1].text[u"ja"_s], u"古い"_s);
    }

    void whatIsNotUnderstoodIsNamed_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << u"2026-11-20 開始"_s << u"JSON"_s;
        QTest::newRow("one item without a list") << uR"({"date":"2026-11-20","ja":"a"})"_s << u"JSON"_s;
        QTest::newRow("a list of texts") << uR"(["a"])"_s << u"JSON"_s;
        QTest::newRow("no date") << uR"([{"ja":"a"}])"_s << u"item 1 needs a \"date\""_s;
        QTest::newRow("no such day")
            << uR"([{"date":"2026-11-01","ja":"a"},{"date":"2026-02-30","ja":"a"}])"_s << u"item 2"_s;
        QTest::newRow("no Japanese") << uR"([{"date":"2026-11-20","en":"a"}])"_s << u"\"ja\""_s;
        QTest::newRow("a slip") << uR"([{"date":"2026-11-20","ja":"a","Text":"a"}])"_s << u"\"Text\""_s;
        QTest::newRow("a number for a text")
            << uR"([{"date":"2026-11-20","ja":1}])"_s << u"\"ja\" of item 1"_s;
        QTest::newRow("empty") << uR"([{"date":"2026-11-20","ja":" "}])"_s << u"one line"_s;
        QTest::newRow("two lines") << uR"([{"date":"2026-11-20","ja":"a\nb"}])"_s << u"one line"_s;
        QTest::newRow("long") << uR"([{"date":"2026-11-20","ja":"%1"}])"_s.arg(QString(301, u'あ'))
                              << u"300 characters"_s;
    }
    void whatIsNotUnderstoodIsNamed()
    {
        QFETCH(QString, json);
        QFETCH(QString, named);
        const Result<QList<NewsItem>> news = newsOf(json);
        VERIFY_FAILS(news, ErrorCode::Invalid);
        QVERIFY2(news.error().message.contains(named), qPrintable(news.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_NewsItem)
#include "tst_NewsItem.moc"
