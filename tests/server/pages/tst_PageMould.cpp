// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageMould.h"

#include "server/pages/Furigana.h"
#include "server/pages/PageFrame.h"
#include "tests/support/Results.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_PageMould : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesThePageThatIsWrittenForTheValues_data();
    void givesThePageThatIsWrittenForTheValues();
    void fitsTheNextVisitorsValues();
    void valuesOfAnotherShapeHaveAnother();
    void listsObjectsAndReadingsHaveNone();
    void takesNothingOfTheTextsForAMark();
    void aChangedSettingShowsOnTheNextPage();

private:
    [[nodiscard]] QByteArray written(const QJsonObject &values) const
    {
        return m_renderer.render(Page::Signup, u"ja-x-easy"_s, values);
    }
    [[nodiscard]] PageMould mouldOf(const QJsonObject &values) const
    {
        return PageMould(written(PageMould::marked(values)), values);
    }

    PageRenderer m_renderer;
    const QJsonObject m_plain{{u"facilityName"_s, u"喫茶しらかば"_s}, {u"token"_s, u"AbC-123_"_s}, {u"email"_s, u""_s},
                              {u"path"_s, u"/f/4G7K2MXQ9WA"_s},       {u"agreed"_s, false}};
};

void tst_PageMould::givesThePageThatIsWrittenForTheValues_data()
{
    QTest::addColumn<QJsonObject>("values");
    QTest::newRow("a form that is opened") << m_plain;
    QJsonObject values = m_plain;
    values.insert(u"facilityName"_s, u"<b>\"A\" & 'B'</b> {{token}} [[.title]]"_s);
    QTest::newRow("a name that looks like markup") << values;
    values.insert(u"facilityName"_s, u"札幌\u0002token\u0003\u0002\u0003"_s);
    QTest::newRow("a name that looks like a mark") << values;
    values.insert(u"email"_s, u"taro@example.jp"_s);
    values.insert(u"agreed"_s, true);
    values.insert(u"unconfirmed"_s, true);
    QTest::newRow("a form that comes back") << values;
    QTest::newRow("nothing") << QJsonObject();
}

void tst_PageMould::givesThePageThatIsWrittenForTheValues()
{
    QFETCH(QJsonObject, values);
    QCOMPARE(mouldOf(values).filled(values), written(values));
}

void tst_PageMould::fitsTheNextVisitorsValues()
{
    QJsonObject next = m_plain;
    next.insert(u"facilityName"_s, u"食堂 & 酒場"_s);
    next.insert(u"token"_s, u"another"_s);
    QCOMPARE(PageMould::shapeOf(next), PageMould::shapeOf(m_plain));
    QCOMPARE(mouldOf(m_plain).filled(next), written(next));
}

void tst_PageMould::valuesOfAnotherShapeHaveAnother()
{
    for (const auto &[key, value] : {std::pair(u"email"_s, QJsonValue(u"x"_s)), std::pair(u"token"_s, QJsonValue(u""_s)),
                                     std::pair(u"agreed"_s, QJsonValue(true)), std::pair(u"exercise"_s, QJsonValue(false))}) {
        QJsonObject other = m_plain;
        other.insert(key, value);
        QVERIFY2(PageMould::shapeOf(other) != PageMould::shapeOf(m_plain), qPrintable(key));
    }
}

void tst_PageMould::listsObjectsAndReadingsHaveNone()
{
    QVERIFY(PageMould::shapeOf(m_plain));
    QVERIFY(!PageMould::shapeOf({{u"list"_s, QJsonArray{u"x"_s}}}));
    QVERIFY(!PageMould::shapeOf({{u"typedParts"_s, QJsonObject{{u"local"_s, u"x"_s}}}}));
    QVERIFY(!PageMould::shapeOf({{u"codeProblem"_s, furigana::marked(u"コードを　書《か》いて　ください。"_s)}}));
}

void tst_PageMould::takesNothingOfTheTextsForAMark()
{
    const QByteArray html = "a\x02other\x03 b \x02 c \x02token\x03\x02";
    QCOMPARE(PageMould(html, m_plain).filled(m_plain), QByteArray("a\x02other\x03 b \x02 c AbC-123_\x02"));
}

void tst_PageMould::aChangedSettingShowsOnTheNextPage()
{
    const QTemporaryDir folder;
    Settings settings = must(Settings::load(folder.filePath(u"shirase.conf"_s)));
    const PageFrame frame(settings);
    const auto page = [&] { return frame.page({}, {u"ja"_s}, Page::Signup, m_plain).body; };
    QVERIFY(!page().contains("津軽県"));
    settings = settings.with({{.key = u"organisation.system_name"_s, .value = u"津軽県お知らせ"_s}});
    QVERIFY(page().contains("津軽県"));
}

QTEST_GUILESS_MAIN(tst_PageMould)
#include "tst_PageMould.moc"
