// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(SHIRASE_SOURCES) + u'/' + name;
}

QString textOf(const QString &name)
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// "#" for a heading, by its level, and "code" for the lines of a block of code.
QStringList outlineOf(const QString &text)
{
    static const QRegularExpression code(u"^    [a-z]"_s);
    QStringList outline;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u'#'))
            outline.append(line.section(u' ', 0, 0));
        else if (code.match(line).hasMatch() && outline.last() != u"code")
            outline.append(u"code"_s);
    }
    return outline;
}

QStringList matchesOf(const QString &pattern, const QString &text)
{
    QStringList matches;
    for (const QRegularExpressionMatch &match : QRegularExpression(pattern).globalMatch(text))
        matches.append(match.captured(1));
    return matches;
}

/// The paths of these files in a folder and in those beneath it, without what tests have installed there: that is not ours.
QStringList filesIn(const QString &folder, const QStringList &names)
{
    QStringList found;
    for (const QFileInfo &entry : QDir(pathOf(folder)).entryInfoList(names, QDir::Files))
        found.append(entry.filePath());
    for (const QString &inner : QDir(pathOf(folder)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (inner != u"node_modules")
            found.append(filesIn(folder + u'/' + inner, names));
    }
    return found;
}

QStringList sourcesNamed(const QStringList &names)
{
    QStringList found;
    for (const QString &room : {u"app"_s, u"core"_s, u"server"_s, u"tests"_s, u"widgets"_s})
        found.append(filesIn(room, names));
    return found;
}

} // namespace

/// What the documents say of the repository has to be there.
class tst_Documents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twinsHaveOneOutline_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("japanese");
        QTest::newRow("readme") << u"README.md"_s << u"README.ja.md"_s;
        QTest::newRow("operations") << u"packaging/OPERATIONS.md"_s << u"packaging/OPERATIONS.ja.md"_s;
    }
    void twinsHaveOneOutline()
    {
        QFETCH(QString, english);
        QFETCH(QString, japanese);
        const QStringList outline = outlineOf(textOf(english));
        QVERIFY(outline.size() > 5);
        QCOMPARE(outlineOf(textOf(japanese)), outline);
    }

    void linksLeadSomewhere_data()
    {
        QTest::addColumn<QString>("document");
        for (const QString &document :
             {u"README.md"_s, u"README.ja.md"_s, u"ARCHITECTURE.md"_s, u"CONTRIBUTING.md"_s, u"CHANGELOG.md"_s,
              u"packaging/SECURITY.md"_s, u"packaging/OPERATIONS.md"_s, u"packaging/OPERATIONS.ja.md"_s})
            QTest::newRow(qPrintable(document)) << document;
    }
    void linksLeadSomewhere()
    {
        QFETCH(QString, document);
        const QString text = textOf(document);
        QVERIFY(!text.isEmpty());
        const QDir folder = QFileInfo(pathOf(document)).dir();
        for (const QString &link : matchesOf(uR"(\]\(([^)#]+)\))"_s, text)) {
            if (!link.contains(u"://"))
                QVERIFY2(folder.exists(link), qPrintable(link));
        }
    }

    // The adapter to QHttpServer is the one place where releases differ: of Qt, or of another library.
    void versionsAreToldApartInOneFile()
    {
        static const QRegularExpression version(uR"(^\s*#\s*(el)?if.*(VERSION|__has_include))"_s,
                                                QRegularExpression::MultilineOption);
        QStringList found;
        for (const QString &source : sourcesNamed({u"*.cpp"_s, u"*.h"_s})) {
            QFile file(source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (version.match(QString::fromUtf8(file.readAll())).hasMatch())
                found.append(QFileInfo(file).fileName());
        }
        QCOMPARE(found, QStringList{u"HttpAdapter.h"_s});
    }

    // The hook of .pre-commit-config.yaml stops a commit that touches such a file.
    void noLineEndsWithASpace()
    {
        static const QRegularExpression trailing(u"[ \\t]$"_s, QRegularExpression::MultilineOption);
        const QStringList sources = sourcesNamed({u"*.cpp"_s, u"*.h"_s, u"CMakeLists.txt"_s, u"*.sql"_s});
        for (const QString &source : sources) {
            QFile file(source);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!trailing.match(QString::fromUtf8(file.readAll())).hasMatch(), qPrintable(source));
        }
        QVERIFY2(sources.size() > 500, qPrintable(QString::number(sources.size())));
    }

    // What packaging/dependencies installs for a build is what Debian's packages are built with.
    void thePackagesAreBuiltWithWhatABuildNeeds()
    {
        const QString group = matchesOf(uR"(\[build\]='([^']+)')"_s, textOf(u"packaging/dependencies"_s)).value(0);
        QStringList given;
        const QString field = textOf(u"debian/control"_s).section(u"Build-Depends:"_s, 1).section(u"Standards-Version"_s, 0, 0);
        for (const QString &entry : field.split(u','))
            given.append(entry.simplified().section(u' ', 0, 0));
        QStringList needed = group.simplified().split(u' ');
        QVERIFY(needed.size() > 10);
        for (QString &entry : needed)
            entry = entry.section(u':', -1);
        // Debian's build-essential, what only makes it faster, and pkg-config by its new name.
        for (const QString &entry : {u"g++"_s, u"ccache"_s, u"lld"_s, u"pkg-config"_s})
            QCOMPARE(needed.removeAll(entry), 1);
        for (const QString &entry : std::as_const(needed))
            QVERIFY2(given.contains(entry), qPrintable(entry));
    }

    void theVersionIsTheSameEverywhere()
    {
        const QString version = matchesOf(uR"(project\(Shirase VERSION (\S+))"_s, textOf(u"CMakeLists.txt"_s)).value(0);
        QVERIFY(!version.isEmpty());
        QVERIFY(textOf(u"debian/changelog"_s).startsWith(u"shirase (%1)"_s.arg(version)));
        QVERIFY(textOf(u"packaging/desktop/jp.shirase.Shirase.metainfo.xml"_s).contains(u"<release version=\"%1\""_s.arg(version)));
        QVERIFY(textOf(u"CHANGELOG.md"_s).contains(u"\n## [%1] - "_s.arg(version)));
    }

    // packaging/run shows them.
    void theSamplesNewsAreThereInEveryLanguage()
    {
        QStringList languages;
        for (const QString &file : QDir(pathOf(u"resources/pages/text"_s)).entryList({u"*.json"_s}))
            languages.append(QFileInfo(file).completeBaseName());
        QVERIFY(languages.contains(u"ko"_s));
        const QJsonArray news = QJsonDocument::fromJson(textOf(u"packaging/sample/news.json"_s).toUtf8()).array();
        QVERIFY(!news.isEmpty());
        for (const QJsonValue &item : news) {
            for (const QString &language : std::as_const(languages))
                QVERIFY2(!item[language].toString().isEmpty(), qPrintable(language));
        }
    }

    void theTestsThatAreNamedExist_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("threat model") << u"packaging/SECURITY.md"_s << 20;
        QTest::newRow("contributing") << u"CONTRIBUTING.md"_s << 3;
        QTest::newRow("architecture") << u"ARCHITECTURE.md"_s << 1;
    }
    void theTestsThatAreNamedExist()
    {
        QFETCH(QString, document);
        QFETCH(int, atLeast);
        const QStringList named = matchesOf(u"`((?:tst_\\w+(?:::\\w+)?)|(?:[a-z-]+\\.test\\.mjs))`"_s, textOf(document));
        QVERIFY2(named.size() >= atLeast, qPrintable(QString::number(named.size())));
        for (const QString &test : named) {
            const bool isBrowserTest = test.endsWith(u".mjs");
            const QStringList files =
                filesIn(u"tests"_s, {isBrowserTest ? test : test.section(u"::"_s, 0, 0) + u".cpp"_s});
            QVERIFY2(!files.isEmpty(), qPrintable(test));
            QFile file(files.first());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString function = test.section(u"::"_s, 1);
            QVERIFY2(function.isEmpty() || file.readAll().contains(function.toUtf8()), qPrintable(test));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Documents)
#include "tst_Documents.moc"
