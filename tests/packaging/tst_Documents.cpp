// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
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

QStringList findTests(const QString &name)
{
    QStringList found;
    QDirIterator tests(pathOf(u"tests"_s), {name}, QDir::Files, QDirIterator::Subdirectories);
    while (tests.hasNext())
        found.append(tests.next());
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

    void theTestsOfTheThreatModelExist()
    {
        const QStringList named = matchesOf(u"`((?:tst_\\w+(?:::\\w+)?)|(?:[a-z-]+\\.test\\.mjs))`"_s,
                                            textOf(u"packaging/SECURITY.md"_s));
        QVERIFY(named.size() > 20);
        for (const QString &test : named) {
            const bool isBrowserTest = test.endsWith(u".mjs");
            const QStringList files = findTests(isBrowserTest ? test : test.section(u"::"_s, 0, 0) + u".cpp"_s);
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
