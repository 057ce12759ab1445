// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// shirasectl whose standard output leads to a full disk.
class tst_LostOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsAFailure_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("status");
        QTest::newRow("a full disk") << u"/dev/full"_s << 1;
        QTest::newRow("a place with room") << u"/dev/null"_s << 0;
    }
    void outputThatCannotBeWrittenIsAFailure()
    {
        QFETCH(QString, output);
        QFETCH(int, status);
        QProcess command;
        command.setStandardOutputFile(output);
        command.start(QStringLiteral(SHIRASE_CTL), {u"--version"_s});
        QVERIFY(command.waitForFinished(60'000));
        QCOMPARE(command.exitStatus(), QProcess::NormalExit);
        QCOMPARE(command.exitCode(), status);
        QCOMPARE(command.readAllStandardError().contains("its output could not be written"), status != 0);
    }
};

QTEST_GUILESS_MAIN(tst_LostOutput)
#include "tst_LostOutput.moc"
