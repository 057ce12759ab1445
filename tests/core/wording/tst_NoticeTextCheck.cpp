// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/wording/CheckedTexts.h"
#include "tests/core/wording/HarmlessSentences.h"
#include "tests/core/wording/NoticeDateSamples.h"
#include "tests/core/wording/NoticeTextSamples.h"
#include "tests/support/Results.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <span>

using namespace Qt::StringLiterals;
using namespace shirase;
using samples::Sample;
using Rule = TextFault::Rule;

namespace {

const QList<Rule> samplesRules{Rule::Link, Rule::MailAddress, Rule::Phone, Rule::Date, Rule::Control};

std::span<const Sample> samplesOf(Rule rule)
{
    switch (rule) {
    case Rule::Link:
        return samples::links;
    case Rule::MailAddress:
        return samples::mailAddresses;
    case Rule::Phone:
        return samples::phones;
    case Rule::Date:
        return samples::dates;
    default:
        return samples::controls;
    }
}

QByteArray rowName(const Sample &sample)
{
    return QByteArray(sample.language) + ": " + QString::fromUtf16(sample.text).toUtf8();
}

/// The text with something between each two of its characters.
QString spread(const QString &text, const QString &between)
{
    QStringList characters;
    for (const char32_t c : text.toUcs4())
        characters.append(QString::fromUcs4(&c, 1));
    return characters.join(between);
}

} // namespace

class tst_NoticeTextCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsHarmlessSentences_data();
    void allowsHarmlessSentences();
    void refusesAndPointsAtThePlace_data();
    void refusesAndPointsAtThePlace();
    void theTextsThatComeWithTheProgramPass();
    void bracesThatNothingFillsAreRefused_data();
    void bracesThatNothingFillsAreRefused();
    void whatASettingBringsInIsRefusedAtItsPlaceholder();
    void invisibleCharactersAreWarnedAbout();
    void theSubjectIsCheckedToo();
    void aRefusalNamesLanguageLineAndCharacter();
    void disguisesOfPhonesAndLinksAreRefused_data();
    void disguisesOfPhonesAndLinksAreRefused();
    void randomTextsNeverBreakTheChecker();
    void placesAreAlwaysWithinTheText();
    void longTextsTakeTimeInProportion_data();
    void longTextsTakeTimeInProportion();
};

void tst_NoticeTextCheck::allowsHarmlessSentences_data()
{
    QTest::addColumn<QString>("body");
    for (const Sample &sample : samples::allowed)
        QTest::newRow(rowName(sample).constData()) << QString::fromUtf16(sample.text);
}

void tst_NoticeTextCheck::allowsHarmlessSentences()
{
    QFETCH(const QString, body);
    const QList<TextFault> faults = refused(body);
    QVERIFY2(faults.isEmpty(), qPrintable(describe(faults, body)));
}

void tst_NoticeTextCheck::refusesAndPointsAtThePlace_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<Rule>("rule");
    for (const Rule rule : samplesRules) {
        for (const Sample &sample : samplesOf(rule))
            QTest::newRow((toText(rule).toUtf8() + ' ' + rowName(sample)).constData())
                << QString::fromUtf16(sample.text) << rule;
    }
}

void tst_NoticeTextCheck::refusesAndPointsAtThePlace()
{
    QFETCH(const QString, sample);
    QFETCH(const Rule, rule);
    const Marked marked(sample);
    const QList<TextFault> faults = refused(marked.text);
    QVERIFY2(faults.size() == 1, qPrintable(describe(faults, marked.text)));
    QCOMPARE(toText(faults.first().rule), toText(rule));
    QCOMPARE(marked.text.sliced(faults.first().place.offset, faults.first().place.length), marked.marked());
    QCOMPARE(faults.first().place, marked.place);
    QCOMPARE(faults.first().part, TextFault::Part::Body);
    QVERIFY(!faults.first().message.isEmpty());
}

void tst_NoticeTextCheck::theTextsThatComeWithTheProgramPass()
{
    const QList<NoticeText> texts = must(NoticeTextCheck::standardTexts(settings()));
    QCOMPARE(texts.size(), visitorLanguages().size());
    for (const NoticeText &text : texts) {
        const QList<TextFault> faults =
            checkFor({u"レストラン雪明かり"_s}, {u"カフェすずらん"_s}).check(text);
        QVERIFY2(faults.isEmpty(), faults.isEmpty() ? "" : qPrintable(lineOf(faults.first(), text)));
    }
}

void tst_NoticeTextCheck::bracesThatNothingFillsAreRefused_data()
{
    QTest::addColumn<QString>("sample");
    for (const QString &sample :
         {u"«{{facility}}»で"_s, u"«｛｛disease｝｝»が"_s, u"«{disease}»が"_s, u"«{{{disease}}»が"_s,
          u"«{{#disease}}»が"_s, u"«{{dis\u200Bease}}»が"_s, u"手を«}»洗う"_s})
        QTest::newRow(sample.toUtf8().constData()) << sample;
}

void tst_NoticeTextCheck::bracesThatNothingFillsAreRefused()
{
    QFETCH(const QString, sample);
    const Marked marked(sample);
    const QList<TextFault> faults = refused(marked.text);
    QVERIFY2(faults.size() == 1, qPrintable(describe(faults, marked.text)));
    QCOMPARE(toText(faults.first().rule), u"placeholder"_s);
    QCOMPARE(faults.first().place, marked.place);
    QVERIFY(faults.first().message.contains(u"{{disease}}"_s)); // which ones there are
}

// The names of placeholders say nothing; what the settings make of them may.
void tst_NoticeTextCheck::whatASettingBringsInIsRefusedAtItsPlaceholder()
{
    Profile profile;
    profile.centreName = u"相談センター（011-204-5020、example.jp）"_s;
    profile.organisation = u"example"_s;
    const QString wording = u"ご相談は{{centreName}}へ。{{organisation}}.jp"_s;
    const QList<TextFault> faults = checkFor({}).check({u"お知らせ"_s, wording}, profile);
    QStringList places;
    for (const TextFault &fault : faults)
        places << toText(fault.rule) + u' ' + wording.sliced(fault.place.offset, fault.place.length);
    QCOMPARE(places, (QStringList{u"phone {{centreName}}"_s, u"link {{centreName}}"_s,
                                  u"link {{organisation}}.jp"_s}));
    QVERIFY(faults.first().message.endsWith(u"by way of {{centreName}}."_s));
}

void tst_NoticeTextCheck::invisibleCharactersAreWarnedAbout()
{
    const QList<TextFault> faults = checkFor({}).check({u"お知らせ"_s, u"手を\u200B洗う"_s});
    QCOMPARE(faults.size(), 1);
    QCOMPARE(toText(faults.first().rule), u"invisible"_s);
    QCOMPARE(faults.first().severity(), TextFault::Severity::Warning);
    QCOMPARE(faults.first().place, (TextSpan{2, 1}));
}

void tst_NoticeTextCheck::theSubjectIsCheckedToo()
{
    const NoticeTextCheck check = checkFor({u"ラーメンいろは"_s});
    const QList<TextFault> faults = check.check({u"11月22日、ラーメンいろは\n"_s, u"手を洗う"_s});
    QCOMPARE(faults.size(), 3);
    QCOMPARE(toText(faults[0].rule), u"date"_s);
    QCOMPARE(toText(faults[1].rule), u"own-name"_s);
    QCOMPARE(toText(faults[2].rule), u"control"_s); // a subject is one line
    for (const TextFault &fault : faults)
        QCOMPARE(fault.part, TextFault::Part::Subject);
}

void tst_NoticeTextCheck::aRefusalNamesLanguageLineAndCharacter()
{
    const Result<> accepted = checkFor({}).accept(
        {{u"ja"_s, {u"お知らせ"_s, u"手を洗う"_s}}, {u"en"_s, {u"A notice"_s, u"Wash.\n𝄞 See example.jp"_s}}},
        settings());
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().code, ErrorCode::Invalid);
    QVERIFY2(accepted.error().message.startsWith(u"en: line 2, character 7: link: \"example.jp\""_s),
             qPrintable(accepted.error().message));
    QVERIFY(!accepted.error().message.contains(u'\n'));
}

void tst_NoticeTextCheck::disguisesOfPhonesAndLinksAreRefused_data()
{
    QTest::addColumn<QString>("text");
    const QStringList separators{u"\u200B"_s, u"\u2060"_s, u"\u00AD"_s, u" "_s,       u"　"_s,
                                 u"\u00A0"_s, u"."_s,      u"・"_s,     u"\u200D "_s, u"·"_s};
    for (const Rule rule : {Rule::Phone, Rule::Link}) {
        for (const Sample &sample : samplesOf(rule)) {
            const QString marked = Marked(QString::fromUtf16(sample.text)).marked();
            // Short numbers and words are no longer what they were once they are taken apart.
            const auto digits = std::ranges::count_if(marked, [](QChar c) { return c.digitValue() >= 0; });
            const bool whole =
                rule == Rule::Phone ? digits >= 7 : marked.startsWith(u"http"_s) || marked.endsWith(u".jp"_s);
            for (const QString &separator : whole ? separators : QStringList()) {
                const QString text = u"こちら：「"_s + spread(marked, separator) + u"」"_s;
                QTest::newRow(text.toUtf8().constData()) << text;
            }
        }
    }
}

void tst_NoticeTextCheck::disguisesOfPhonesAndLinksAreRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!refused(text).isEmpty());
}

void tst_NoticeTextCheck::randomTextsNeverBreakTheChecker()
{
    const NoticeTextCheck check = checkFor({});
    QRandomGenerator random(20261122);
    const QString pieces =
        u"0123456789０１〇一二三十百年月日時分@＠.．。・:/-ー─()[]（）【】 　\n\t\u200B\u202E\u0301ﾞ゛ガabcwhtpsjpCOM년월일시👩\u200D"_s +
        QChar(0xD83D) + QChar(0xDC00) + QChar(0xFFFF);
    for (int turn = 0; turn < 3000; ++turn) {
        QString text;
        const int length = random.bounded(60);
        for (int i = 0; i < length; ++i)
            text += pieces[random.bounded(int(pieces.size()))];
        const NoticeText notice{text, text};
        for (const TextFault &fault : check.check(notice))
            QVERIFY(!lineOf(fault, notice).isEmpty());
    }
}

void tst_NoticeTextCheck::placesAreAlwaysWithinTheText()
{
    QRandomGenerator random(42);
    for (const Rule rule : samplesRules) {
        for (const Sample &sample : samplesOf(rule)) {
            QString text = Marked(QString::fromUtf16(sample.text)).text;
            for (int i = 0; i < 5; ++i)
                text.insert(random.bounded(int(text.size())), QChar(char16_t(random.bounded(0x10000))));
            for (const TextFault &fault : refused(text)) {
                QVERIFY(fault.place.offset >= 0 && fault.place.length > 0);
                QVERIFY(fault.place.end() <= text.size());
            }
        }
    }
}

void tst_NoticeTextCheck::longTextsTakeTimeInProportion_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
         {u"1"_s, u"@"_s, u"a"_s, u"あ"_s, u"a."_s, u"1."_s, u"1/"_s, u"日本."_s, u"十"_s, u" "_s, u"a "_s,
          u"http"_s, u"\u0301"_s, u"(at)"_s, u"いち"_s, u"1月"_s, u"a:"_s, u"-"_s})
        QTest::newRow(piece.toUtf8().constData()) << piece;
}

// Four times the text may take a little over four times as long; a quadratic checker takes sixteen.
void tst_NoticeTextCheck::longTextsTakeTimeInProportion()
{
    QFETCH(const QString, piece);
    const auto secondsFor = [&](qsizetype length) {
        const QString text = piece.repeated(length / piece.size());
        QElapsedTimer timer;
        timer.start();
        (void)refused(text);
        return double(timer.nsecsElapsed()) * 1e-9;
    };
    (void)secondsFor(1000); // compiles the patterns
    double ratio = 0;
    for (int attempt = 0; attempt < 5; ++attempt) { // the machine may be busy
        ratio = secondsFor(100'000) / std::max(secondsFor(25'000), 1e-4);
        if (ratio < 9)
            return;
    }
    QFAIL(qPrintable(u"Four times the text took %1 times as long."_s.arg(ratio)));
}

QTEST_GUILESS_MAIN(tst_NoticeTextCheck)
#include "tst_NoticeTextCheck.moc"
