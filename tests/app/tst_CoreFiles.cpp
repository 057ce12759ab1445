// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// A program that runs in a folder of its own, started by somebody who allows core files of any size.
class Started
{
public:
    Started(const QString &folder, const QString &program, const QStringList &arguments)
    {
        m_process.setWorkingDirectory(folder);
        m_process.setChildProcessModifier([] {
            rlimit limit{};
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = limit.rlim_max;
            setrlimit(RLIMIT_CORE, &limit);
        });
        m_process.start(program, arguments);
        m_started = m_process.waitForStarted(60'000);
    }

    [[nodiscard]] bool isRunning() const { return m_started && m_process.state() == QProcess::Running; }
    /// As the system tells it: "Max core file size         0                    0                    bytes".
    [[nodiscard]] QByteArray coreLimit() const
    {
        QFile limits(u"/proc/%1/limits"_s.arg(m_process.processId()));
        if (!limits.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &line : limits.readAll().split('\n')) {
            if (line.startsWith("Max core file size"))
                return line.simplified();
        }
        return {};
    }
    [[nodiscard]] bool crash()
    {
        // A signal that ends it with a core file, and that AddressSanitizer leaves to the system.
        return kill(pid_t(m_process.processId()), SIGABRT) == 0 && m_process.waitForFinished(60'000)
            && m_process.exitStatus() == QProcess::CrashExit;
    }

private:
    QProcess m_process;
    bool m_started = false;
};

QStringList coreFilesIn(const QString &folder)
{
    return QDir(folder).entryList({u"core*"_s}, QDir::Files);
}

} // namespace

/// Secrets are never in core files.
class tst_CoreFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    }

    void aProgramThatCrashesLeavesNone_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("the window") << QStringLiteral(SHIRASE_WINDOW);
        QTest::newRow("the web server") << QStringLiteral(SHIRASE_CTL);
    }
    void aProgramThatCrashesLeavesNone()
    {
        QFETCH(QString, program);
        const bool isServer = QTest::currentDataTag() == "the web server"_ba;
        QStringList arguments{u"--data"_s, m_folder->filePath(u"data"_s)};
        if (isServer) {
            setUp();
            arguments += {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s};
        }
        Started started(m_folder->path(), program, arguments);
        QTRY_COMPARE_WITH_TIMEOUT(started.coreLimit(), "Max core file size 0 0 bytes"_ba, 60'000);
        QVERIFY(started.isRunning());
        QVERIFY(started.crash());
        QCOMPARE(coreFilesIn(m_folder->path()), QStringList());
    }

    // Otherwise the one above would hold of any program.
    void anotherProgramWould()
    {
        Started started(m_folder->path(), u"sleep"_s, {u"600"_s});
        QVERIFY(started.isRunning());
        QVERIFY(started.coreLimit() != "Max core file size 0 0 bytes");
        QVERIFY(started.crash());
        if (coreFilesIn(m_folder->path()).isEmpty())
            QSKIP("This system writes core files elsewhere or not at all; what the limit says is looked at above.");
    }

private:
    void setUp()
    {
        QFile password(m_folder->filePath(u"password"_s));
        QVERIFY(password.open(QIODevice::WriteOnly));
        password.write("correct horse battery staple\n");
        password.close();
        QCOMPARE(QProcess::execute(QStringLiteral(SHIRASE_CTL),
                                   {u"--data"_s, m_folder->filePath(u"data"_s), u"setup"_s, u"--admin"_s, u"sato"_s,
                                    u"--password-file"_s, password.fileName()}),
                 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_CoreFiles)
#include "tst_CoreFiles.moc"
