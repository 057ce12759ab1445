// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"

#include "core/facilities/FacilityCheck.h"
#include "core/mail/EmailAddress.h"
#include "core/staff/Actor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Keeps the languages in translations/ complete: each sentence of the sources has its Japanese, with the same
/// parts in it. And translations/shirase_en.ts: each sentence that counts something has its English for one.
class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theProgramsHaveTheLanguage_data() { languages(); }
    void theProgramsHaveTheLanguage();
    void everySentenceIsTranslated_data() { languages(); }
    void everySentenceIsTranslated();
    void japaneseHasOneFormForEveryNumber();
    void placeholdersAreTheSame_data() { languages(); }
    void placeholdersAreTheSame();
    void mnemonicsStandBehindTheWords();
    void thereIsNoHalfWidthKana();
    void englishCountsOneAndMany();
    void sourcesHaveNothingNew_data();
    void sourcesHaveNothingNew();
    void oneIsNotManyInEnglish();
    void sentencesArriveInJapanese();
    void noAccountCanHaveTheNameThatIsShownForOneWithout();

private:
    static void languages();
};

namespace {

const QString sources = QStringLiteral(SHIRASE_SOURCES);
const QString japanese = sources + u"/translations/shirase_ja.ts"_s;
const QString english = sources + u"/translations/shirase_en.ts"_s;

struct Entry
{
    QString context;
    QString source;
    QString comment;
    QString type; ///< "unfinished", "vanished", "obsolete" or empty
    bool numerus = false;
    QStringList forms; ///< one translation, or one per plural form

    QString key() const
    {
        return context + u": "_s + source + (comment.isEmpty() ? QString() : u" {%1}"_s.arg(comment)) +
               (numerus ? u" (plural)"_s : QString());
    }
};

QList<Entry> entries; ///< the Japanese ones

Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.context = context;
    entry.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.type = xml.attributes().value("type"_L1).toString();
            if (!entry.numerus)
                entry.forms = {xml.readElementText()};
            else
                while (xml.readNextStartElement())
                    entry.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> readTranslations(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    QXmlStreamReader xml(&file);
    QList<Entry> read;
    QString context;
    xml.readNextStartElement();          // TS
    while (xml.readNextStartElement()) { // context
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "message"_L1)
                read << readMessage(xml, context);
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return read;
}

/// A file for each language that has every sentence: of English there are plural forms alone.
QStringList translatedFiles()
{
    QStringList files;
    for (const QFileInfo &file : QDir(QFileInfo(english).path()).entryInfoList({u"shirase_*.ts"_s}, QDir::Files)) {
        if (file.filePath() != english)
            files << file.filePath();
    }
    return files;
}

QStringList keysOf(const QList<Entry> &list)
{
    QStringList keys;
    for (const Entry &entry : list)
        keys << entry.key();
    keys.sort();
    return keys;
}

/// %1, %L1 and %n, sorted; each as often as it occurs.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(u"%(?:L?\\d{1,2}|L?n)"_s);
    QStringList found;
    for (const QRegularExpressionMatch &match : form.globalMatch(text))
        found << match.captured();
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression form(u"(?<!&)&[^&\\s]"_s);
    return form.match(text).hasMatch();
}

bool isEmptyForm(const QString &form)
{
    return form.trimmed().isEmpty();
}

/// Fails with a line per fault.
#define QVERIFY_NONE(faults) QVERIFY2((faults).isEmpty(), qPrintable(u'\n' + (faults).join(u'\n')))

} // namespace

void tst_Translations::initTestCase()
{
    entries = readTranslations(japanese);
    QVERIFY(entries.size() > 400);
}

void tst_Translations::languages()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : translatedFiles())
        QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file;
}

// The line in app/CMakeLists.txt is there.
void tst_Translations::theProgramsHaveTheLanguage()
{
    QFETCH(QString, file);
    QVERIFY(QFile::exists(u":/shirase/translations/%1.qm"_s.arg(QFileInfo(file).baseName())));
}

void tst_Translations::everySentenceIsTranslated()
{
    QFETCH(QString, file);
    QStringList faults;
    for (const Entry &entry : readTranslations(file)) {
        if (!entry.type.isEmpty())
            faults << entry.type + u" – "_s + entry.key();
        else if (entry.forms.isEmpty() || std::ranges::any_of(entry.forms, isEmptyForm))
            faults << u"empty – "_s + entry.key();
    }
    QVERIFY_NONE(faults);
}

void tst_Translations::japaneseHasOneFormForEveryNumber()
{
    QStringList faults;
    for (const Entry &entry : std::as_const(entries)) {
        if (entry.forms.size() != 1)
            faults << u"%1 forms – %2"_s.arg(entry.forms.size()).arg(entry.key());
    }
    QVERIFY_NONE(faults);
}

void tst_Translations::placeholdersAreTheSame()
{
    QFETCH(QString, file);
    QStringList faults;
    for (const Entry &entry : readTranslations(file)) {
        for (const QString &form : entry.forms) {
            if (placeholders(form) != placeholders(entry.source))
                faults << entry.key() + u" → "_s + form;
        }
    }
    QVERIFY_NONE(faults);
}

// Japanese words have no letter to underline: ファイル(&F).
void tst_Translations::mnemonicsStandBehindTheWords()
{
    static const QRegularExpression style(u"\\(&[A-Z0-9]\\)"_s);
    QStringList faults;
    for (const Entry &entry : std::as_const(entries)) {
        for (const QString &form : entry.forms) {
            const bool wanted = hasMnemonic(entry.source);
            if (hasMnemonic(form) != wanted || style.match(form).hasMatch() != wanted)
                faults << entry.key() + u" → "_s + form;
        }
    }
    QVERIFY_NONE(faults);
}

void tst_Translations::thereIsNoHalfWidthKana()
{
    static const QRegularExpression kana(u"[\\x{FF61}-\\x{FF9F}]"_s);
    QStringList faults;
    for (const Entry &entry : std::as_const(entries)) {
        for (const QString &form : entry.forms) {
            if (kana.match(form).hasMatch())
                faults << entry.key() + u" → "_s + form;
        }
    }
    QVERIFY_NONE(faults);
}

// The second form is the sentence of the source, so that somebody who reads the code knows it.
void tst_Translations::englishCountsOneAndMany()
{
    QStringList faults;
    for (const Entry &entry : readTranslations(english)) {
        if (!entry.type.isEmpty() || entry.forms.size() != 2 || std::ranges::any_of(entry.forms, isEmptyForm)) {
            faults << u"please write both forms – "_s + entry.key();
            continue;
        }
        if (entry.forms[1] != entry.source)
            faults << u"the second form is not the source – "_s + entry.key();
        if (placeholders(entry.forms[0]) != placeholders(entry.source) ||
            hasMnemonic(entry.forms[0]) != hasMnemonic(entry.source))
            faults << entry.key() + u" → "_s + entry.forms[0];
    }
    QVERIFY_NONE(faults);
}

void tst_Translations::sourcesHaveNothingNew_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    for (const QString &file : translatedFiles())
        QTest::newRow(qPrintable(QFileInfo(file).baseName())) << file << QStringList();
    QTest::newRow("English plurals") << english << QStringList{u"-pluralonly"_s};
}

void tst_Translations::sourcesHaveNothingNew()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QString lupdate = QStringLiteral(SHIRASE_LUPDATE);
    if (!QFileInfo(lupdate).isExecutable())
        QSKIP(qPrintable(lupdate + u" is missing, so the sources cannot be searched for new sentences."_s));
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QFileInfo(file).fileName());
    QVERIFY(QFile::copy(file, copy));

    QStringList words{u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, sources};
    for (const QString &room : {u"app"_s, u"core"_s, u"server"_s, u"widgets"_s})
        words << sources + u'/' + room;
    QProcess process;
    process.start(lupdate, words + options + QStringList{u"-ts"_s, copy});
    QVERIFY2(process.waitForFinished(120'000), qPrintable(process.errorString()));
    const QString said = QString::fromLocal8Bit(process.readAllStandardError());
    QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, qPrintable(said));

    // Of such a call lupdate takes another context than the program asks for: its translation would never be
    // found.
    QStringList faults = said.split(u'\n').filter(
        QRegularExpression(u"lacks Q_OBJECT macro|cannot be called without context|unknown namespace"_s));
    const QStringList before = keysOf(readTranslations(file));
    const QStringList after = keysOf(readTranslations(copy));
    for (const QString &key : after) {
        if (!before.contains(key))
            faults << u"new, please run the target wiring_lupdate and translate – "_s + key;
    }
    for (const QString &key : before) {
        if (!after.contains(key))
            faults << u"no longer in the sources, please run the target wiring_lupdate – "_s + key;
    }
    QVERIFY_NONE(faults);
}

// Also where the user's language is one that we do not have.
void tst_Translations::oneIsNotManyInEnglish()
{
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    shirase::installTranslations(*QCoreApplication::instance());
    const auto people = [](int count) {
        return QCoreApplication::translate("Texts", "%L1 people", nullptr, count).arg(count);
    };
    QCOMPARE(people(0), u"0 people"_s);
    QCOMPARE(people(1), u"1 person"_s);
    QCOMPARE(people(2), u"2 people"_s);
}

// Through the compiled file, for a sentence that a free function asks for and one of a class.
void tst_Translations::sentencesArriveInJapanese()
{
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    shirase::installTranslations(*QCoreApplication::instance());
    const QList<shirase::FieldProblem> problems = shirase::problems({});
    QVERIFY(!problems.isEmpty());
    QCOMPARE(problems.first().message, u"この欄を入力してください。"_s);
    const auto address = shirase::EmailAddress::parse({});
    QVERIFY(!address);
    QCOMPARE(address.error().message, u"メールアドレスを入力してください。"_s);
}

// The audit page shows the system and operators by these names.
void tst_Translations::noAccountCanHaveTheNameThatIsShownForOneWithout()
{
    int checked = 0;
    for (const Entry &entry : std::as_const(entries)) {
        if (entry.context != "AuditTexts"_L1 || entry.comment != "who did it"_L1)
            continue;
        QVERIFY2(shirase::actors::isReserved(entry.forms.value(0)), qPrintable(entry.forms.value(0)));
        ++checked;
    }
    QCOMPARE(checked, 3);
}

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_Translations.moc"
