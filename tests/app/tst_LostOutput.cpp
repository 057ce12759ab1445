// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// Programs whose standard output leads to a full disk.
class tst_LostOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsAFailure_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("option");
        for (const auto &[name, path] : {std::pair("shirasectl", QStringLiteral(SHIRASE_CTL)),
                                         {"shirase", QStringLiteral(SHIRASE_WINDOW)}}) {
            for (const char *option : {"--version", "--help"})
                QTest::addRow("%s %s", name, option) << path << QString::fromLatin1(option);
        }
    }
    void outputThatCannotBeWrittenIsAFailure()
    {
        QFETCH(QString, program);
        QFETCH(QString, option);
        for (const auto &[output, status] : {std::pair(u"/dev/full"_s, 1), {u"/dev/null"_s, 0}}) {
            QProcess command;
            command.setStandardOutputFile(output);
            command.start(program, {option});
            QVERIFY(command.waitForFinished(60'000));
            QCOMPARE(command.exitStatus(), QProcess::NormalExit);
            QCOMPARE(command.exitCode(), status);
            QCOMPARE(command.readAllStandardError().contains("output could not be written"), status != 0);
        }
    }
};

QTEST_GUILESS_MAIN(tst_LostOutput)
#include "tst_LostOutput.moc"
