// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PageTexts.h"

#include "core/wording/Wordings.h"

#include <QRegularExpression>
#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

/// The languages say the same: nothing lacks a sentence, and nothing names what the others do not.
class tst_PageTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLanguageOfVisitorsIsThere() // REQUIREMENTS V7
    {
        QStringList languages = visitorLanguages();
        languages.sort();
        QCOMPARE(PageTexts::languages(), languages);
    }

    void everyLanguageHasTheKeysOfJapanese_data() { languages(); }
    void everyLanguageHasTheKeysOfJapanese()
    {
        QFETCH(QString, language);
        QCOMPARE(load(language).keys(), load(u"ja"_s).keys());
    }

    void everyTextHasThePlaceholdersOfTheJapaneseOne_data() { languages(); }
    void everyTextHasThePlaceholdersOfTheJapaneseOne()
    {
        QFETCH(QString, language);
        const PageTexts japanese = load(u"ja"_s);
        const PageTexts texts = load(language);
        for (const QString &key : japanese.keys()) {
            // The date formats and the phrases of a count are each language's own.
            QVERIFY2(PageTexts::placeholders(texts.text(key)) == PageTexts::placeholders(japanese.text(key)),
                     qPrintable(language + u' ' + key));
        }
    }

    void noTextIsEmptyOrHasBracesLeftOver_data() { languages(); }
    void noTextIsEmptyOrHasBracesLeftOver()
    {
        QFETCH(QString, language);
        const PageTexts texts = load(language);
        for (const QString &key : texts.keys()) {
            QString text = texts.text(key);
            QVERIFY2(!text.trimmed().isEmpty(), qPrintable(key));
            for (const QString &name : PageTexts::placeholders(text))
                text.remove(u"{{"_s + name + u"}}"_s);
            QVERIFY2(!text.contains(u'{') && !text.contains(u'[') && !text.contains(u'<'), qPrintable(key));
            // What stands for readings and for places to break is not shown.
            QVERIFY2(!text.contains(u'|') && !text.contains(u'《') && !text.contains(u'｜'), qPrintable(key));
        }
    }

    // LOOK, Words: never "error", "invalid", "exception" to a visitor.
    void noTextFrightensAVisitor_data() { languages(); }
    void noTextFrightensAVisitor()
    {
        QFETCH(QString, language);
        static const QRegularExpression frightening(
            u"error|invalid|exception|fail|エラー|無効|不正|例外|失敗|错误|錯誤|无效|無效|失败|失敗|오류|에러|실패|잘못된 요청"_s,
            QRegularExpression::CaseInsensitiveOption);
        const PageTexts texts = load(language);
        for (const QString &key : texts.keys())
            QVERIFY2(!texts.text(key).contains(frightening), qPrintable(key + u": "_s + texts.text(key)));
    }

    void unwantedMailLiesWhereMailProgramsSayThatItDoes_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ja") << u"ja"_s;
        QTest::newRow("ja-x-easy") << u"ja-x-easy"_s;
    }
    void unwantedMailLiesWhereMailProgramsSayThatItDoes()
    {
        QFETCH(QString, language);
        static const QRegularExpression otherName(u"迷惑[^メ]*メール(?!フォルダー)"_s);
        const PageTexts texts = load(language);
        for (const QString &key : texts.keys())
            QVERIFY2(!texts.text(key).contains(otherName), qPrintable(key + u": "_s + texts.text(key)));
    }

    // LOOK, Words: short sentences, spaces between phrases.
    void easyJapaneseHasShortPhrases()
    {
        static const QRegularExpression longPhrase(
            u"[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FA}ー\\x{4E00}-\\x{9FFF}]{20,}"_s);
        const PageTexts texts = load(u"ja-x-easy"_s);
        for (const QString &key : texts.keys())
            QVERIFY2(!texts.text(key).contains(longPhrase), qPrintable(key + u": "_s + texts.text(key)));
    }

    // LOOK, Words: who reads やさしい日本語 reads kana.
    void easyJapaneseHasReadings()
    {
        static const QRegularExpression withReading(u"\\x{E000}[^\\x{E001}]*\\x{E001}[\\x{3041}-\\x{3096}]+\\x{E002}"_s);
        static const QRegularExpression chinese(u"[\\x{4E00}-\\x{9FFF}]"_s);
        const PageTexts texts = load(u"ja-x-easy"_s);
        int found = 0;
        for (const QString &key : texts.keys()) {
            if (key == u"language.name" || key == u"language.date" || key == u"language.time")
                continue;
            QString text = texts.text(key);
            found += int(text.count(withReading));
            QVERIFY2(!text.remove(withReading).contains(chinese), qPrintable(key + u": "_s + text));
        }
        QVERIFY(found > 1000);
    }

    void anUnknownLanguageIsNotFound()
    {
        const auto texts = PageTexts::load(u"tlh"_s);
        QVERIFY(!texts);
        QCOMPARE(texts.error().code, ErrorCode::NotFound);
    }

    void placeholdersAreNamesBetweenDoubleBraces()
    {
        QCOMPARE(PageTexts::placeholders(u"{{a}} and {{bC}} and {d} and {{ e }}"_s),
                 (QSet<QString>{u"a"_s, u"bC"_s}));
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : PageTexts::languages())
            QTest::newRow(qPrintable(language)) << language;
    }
    static PageTexts load(const QString &language)
    {
        auto texts = PageTexts::load(language);
        if (!texts)
            qFatal("unreadable texts");
        return *texts;
    }
};

QTEST_GUILESS_MAIN(tst_PageTexts)
#include "tst_PageTexts.moc"
