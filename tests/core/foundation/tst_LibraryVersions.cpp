// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/LibraryVersions.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_LibraryVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEachLibraryWithItsVersion()
    {
        static const QRegularExpression form(u"^[A-Za-z]+ [0-9]+\\.[0-9]+(\\.[0-9]+)?$"_s);
        const QStringList libraries = libraryVersions();
        QCOMPARE(libraries.size(), 5);
        for (const QString &library : libraries)
            QVERIFY2(form.match(library).hasMatch(), qPrintable(library));
        QCOMPARE(libraries.first(), u"Qt "_s + QString::fromLatin1(qVersion()));
    }

    void beginsWithTheProgram()
    {
        QCOMPARE(versionText(u"shirasectl"_s).section(u'\n', 0, 0), u"shirasectl "_s + QStringLiteral(SHIRASE_VERSION));
        QCOMPARE(versionText(u"shirasectl"_s).count(u'\n'), 5);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryVersions)
#include "tst_LibraryVersions.moc"
