// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailTemplate.h"

#include "core/settings/Settings.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_MailTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatAGenuineMailHolds_data();
    void holdsWhatAGenuineMailHolds();
    void namesTheOrganisationAndTheDisease();
    void saysForHowLongARegistrationIsKept_data();
    void saysForHowLongARegistrationIsKept();
    void keepsValuesAsTheyAre();
    void fallsBackToEnglish();
    void saysWhichTemplateIsMissing();
    void knowsItsLanguages();
    void everyMailIsThereInEveryLanguageWithTheSameParts_data();
    void everyMailIsThereInEveryLanguageWithTheSameParts();
};

namespace {

Profile profile(const QString &language)
{
    return {.language = language,
            .organisation = u"<北海道> & \"Co\" {{disease}}"_s,
            .systemName = u"しらせ"_s,
            .disease = u"麻しん"_s,
            .centreName = u"相談センター"_s,
            .centrePhone = u"011-204-5020"_s,
            .contactName = u"対策本部"_s,
            .contactPhone = u"011-206-0289"_s,
            .mailDomain = u"example.jp"_s,
            .accent = {},
            .publicUrl = u"https://shirase.example.jp"_s};
}

} // namespace

void tst_MailTemplate::holdsWhatAGenuineMailHolds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("language");
    for (const QString &name : {u"confirmation"_s, u"notice-standard"_s}) {
        for (const QString &language : mailLanguages(name))
            QTest::addRow("%s in %s", qPrintable(name), qPrintable(language)) << name << language;
    }
}

// REQUIREMENTS V4, S5: no link, no phone number, no mail address, no date.
void tst_MailTemplate::holdsWhatAGenuineMailHolds()
{
    QFETCH(QString, name);
    QFETCH(QString, language);
    const Result<MailText> text = renderMail(name, profile(language));
    QVERIFY(text.has_value());
    QVERIFY(!text->subject.isEmpty() && !text->subject.contains(u'\n') && text->subject.size() < 100);
    QVERIFY(text->body.size() > 100);
    QVERIFY(!text->body.startsWith(u'\n') && text->body.endsWith(u'\n') && !text->body.contains(u'\r'));
    const QString all = (text->subject + u'\n' + text->body).normalized(QString::NormalizationForm_KC);
    for (const char *pattern : {"://", "www\\.", "@", "\\d{2,}", "\\d+[-/月]\\d+", "011", "example"})
        QVERIFY2(!all.contains(QRegularExpression(QString::fromUtf8(pattern))), pattern);
}

void tst_MailTemplate::namesTheOrganisationAndTheDisease()
{
    for (const QString &language : mailLanguages(u"notice-standard"_s)) {
        const Result<MailText> text = renderMail(u"notice-standard"_s, profile(language));
        QVERIFY(text.has_value());
        for (const QString &value : {u"しらせ"_s, u"北海道"_s, u"麻しん"_s, u"相談センター"_s})
            QVERIFY2((text->subject + text->body).contains(value), qPrintable(language + u' ' + value));
    }
}

void tst_MailTemplate::saysForHowLongARegistrationIsKept_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("words");
    QTest::newRow("ja") << u"ja"_s << 3 << u"3か月"_s;
    QTest::newRow("ja-x-easy") << u"ja-x-easy"_s << 3 << u"3か月"_s;
    QTest::newRow("en") << u"en"_s << 3 << u"3 months"_s;
    QTest::newRow("en, one") << u"en"_s << 1 << u"one month"_s;
    QTest::newRow("zh-Hans") << u"zh-Hans"_s << 3 << u"3个月"_s;
    QTest::newRow("zh-Hant") << u"zh-Hant"_s << 3 << u"3個月"_s;
    QTest::newRow("ko") << u"ko"_s << 3 << u"3개월"_s;
}

void tst_MailTemplate::saysForHowLongARegistrationIsKept() // REQUIREMENTS D1: retention.months is a setting
{
    QFETCH(QString, language);
    QFETCH(int, months);
    QFETCH(QString, words);
    Profile kept = profile(language);
    kept.retentionMonths = months;
    const Result<MailText> text = renderMail(u"confirmation"_s, kept);
    QVERIFY(text.has_value());
    QCOMPARE(text->body.count(words), 2);
}

void tst_MailTemplate::keepsValuesAsTheyAre()
{
    const Result<MailText> text = renderMail(u"confirmation"_s, profile(u"ja"_s));
    QVERIFY(text.has_value());
    QVERIFY(text->body.contains(
        u"<北海道> & \"Co\" {{disease}}"_s)); // plain text: no escapes, no second rendering
    QVERIFY(!text->body.contains(u"{{systemName}}"_s));
}

void tst_MailTemplate::fallsBackToEnglish()
{
    const Result<MailText> english = renderMail(u"confirmation"_s, profile(u"en"_s));
    for (const QString &language : {u"fr"_s, u""_s, u"../../x"_s})
        QCOMPARE(renderMail(u"confirmation"_s, profile(language))->body, english->body);
}

void tst_MailTemplate::saysWhichTemplateIsMissing()
{
    const Result<MailText> text = renderMail(u"poem"_s, profile(u"ja"_s));
    QVERIFY(!text.has_value());
    QVERIFY(text.error().detail.contains(u"poem"_s));
}

void tst_MailTemplate::knowsItsLanguages()
{
    QStringList languages = Settings::find(u"web.languages"_s)->choices; // REQUIREMENTS V7
    languages.sort();
    QCOMPARE(mailLanguages(u"confirmation"_s), languages);
    QCOMPARE(mailLanguages(u"notice-standard"_s), languages);
    QVERIFY(mailLanguages(u"poem"_s).isEmpty());
}

void tst_MailTemplate::everyMailIsThereInEveryLanguageWithTheSameParts_data()
{
    QTest::addColumn<QString>("name");
    QSet<QString> names;
    for (const QString &file : QDir(u":/shirase/mails"_s).entryList())
        names.insert(file.section(u'.', 0, 0));
    QVERIFY(names.size() > 5);
    for (const QString &name : std::as_const(names))
        QTest::newRow(qPrintable(name)) << name;
}

// REQUIREMENTS V7. A language may name the organisation where another does not have to, and count one month by itself.
void tst_MailTemplate::everyMailIsThereInEveryLanguageWithTheSameParts()
{
    QFETCH(QString, name);
    QCOMPARE(mailLanguages(name), mailLanguages(u"confirmation"_s));
    const auto parts = [&name](const QString &language) {
        static const QRegularExpression form(u"\\{\\{([^}]+)\\}\\}"_s);
        const Result<MailText> text = mailTemplate(name, language);
        QSet<QString> found;
        for (const QRegularExpressionMatch &match : form.globalMatch(text ? text->subject + text->body : QString()))
            found.insert(match.captured(1));
        return found - QSet<QString>{u"organisation"_s, u"#oneMonth"_s, u"^oneMonth"_s, u"/oneMonth"_s};
    };
    for (const QString &language : mailLanguages(name)) {
        QVERIFY2(parts(language) == parts(u"ja"_s), qPrintable(language));
        // A heading is no item of a list: items come beneath one.
        static const QRegularExpression item(u"\\n\\n[-・]"_s);
        QVERIFY2(!mailTemplate(name, language)->body.contains(item), qPrintable(language));
    }
}

QTEST_GUILESS_MAIN(tst_MailTemplate)
#include "tst_MailTemplate.moc"
