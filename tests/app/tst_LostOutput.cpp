// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int exit = 0;
    QByteArray said; ///< on standard error
};

Ended run(const QString &program, const QStringList &arguments, const QString &output)
{
    QProcess command;
    command.setStandardOutputFile(output);
    command.start(program, arguments);
    if (!command.waitForFinished(60'000) || command.exitStatus() != QProcess::NormalExit)
        return {-1, command.readAllStandardError()};
    return {command.exitCode(), command.readAllStandardError()};
}

} // namespace

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
            const auto [exit, said] = run(program, {option}, output);
            QCOMPARE(exit, status);
            QCOMPARE(said.contains("output could not be written"), status != 0);
        }
    }

    // DESIGN, Keys: whoever has no new sheet still has the old one.
    void aRecoveryCodeThatCannotBeWrittenIsNotValid()
    {
        const QTemporaryDir folder;
        const auto keep = [&folder](const QString &name, const QByteArray &line) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(line) == line.size();
        };
        const QString ctl = QStringLiteral(SHIRASE_CTL);
        const QStringList command{u"--data"_s, folder.filePath(u"data"_s), u"--json"_s};
        QVERIFY(keep(u"password"_s, "snow-in-sapporo\n"));
        const QString answer = folder.filePath(u"answer"_s);
        QCOMPARE(run(ctl, command + QStringList{u"setup"_s, u"--admin"_s, u"A"_s, u"--password-file"_s, folder.filePath(u"password"_s)},
                     answer)
                     .exit,
                 0);
        QFile given(answer);
        QVERIFY(given.open(QIODevice::ReadOnly));
        QVERIFY(keep(u"code"_s, QJsonDocument::fromJson(given.readAll())[u"recovery_code"_s].toString().toLatin1()));
        const QStringList recovery{u"staff"_s, u"passwd"_s, u"A"_s, u"--recovery-file"_s, folder.filePath(u"code"_s),
                                   u"--new-password-file"_s, folder.filePath(u"password"_s)};
        for (const QStringList &all : {command + recovery, command.first(2) + recovery}) {
            const auto [exit, said] = run(ctl, all, u"/dev/full"_s);
            QCOMPARE(exit, 1);
            QVERIFY2(said.startsWith("Nothing was changed") && said.count('\n') == 1, said.constData());
        }
        QCOMPARE(run(ctl, command + recovery, u"/dev/null"_s).exit, 0);
    }
};

QTEST_GUILESS_MAIN(tst_LostOutput)
#include "tst_LostOutput.moc"
