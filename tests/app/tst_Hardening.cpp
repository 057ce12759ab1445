// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// The programs are built so that a flaw is hard to make use of (packaging/SECURITY.md). What is looked at is
/// the program, not the options: one that a tool chain has dropped is seen too.
class tst_Hardening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canBeLoadedAnywhere_data() { addPrograms(); }
    void canBeLoadedAnywhere();
    void hasNoTableThatCanBeOverwrittenLater_data() { addPrograms(); }
    void hasNoTableThatCanBeOverwrittenLater();
    void hasNoMemoryThatIsBothWrittenAndExecuted_data() { addPrograms(); }
    void hasNoMemoryThatIsBothWrittenAndExecuted();
    void noticesThatABufferWasOverrun_data() { addPrograms(); }
    void noticesThatABufferWasOverrun();
    void touchesEachPageOfALargeFrame_data() { addPrograms(); }
    void touchesEachPageOfALargeFrame();
    void marksWhereCallsAndJumpsMayLand_data() { addPrograms(); }
    void marksWhereCallsAndJumpsMayLand();

private:
    void addPrograms()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("the window") << QStringLiteral(SHIRASE_WINDOW);
        QTest::newRow("the web server") << QStringLiteral(SHIRASE_CTL);
    }
};

namespace {

/// What a tool says; empty where it fails.
QString said(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment inEnglish = QProcessEnvironment::systemEnvironment();
    inEnglish.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(inEnglish);
    process.start(tool, arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

QString shown(const QString &what, const QString &program)
{
    return said(u"readelf"_s, {u"--wide"_s, what, program});
}

/// The program headers of this type, as in "LOAD  0x0f9ca0 … R E 0x1000".
QStringList segments(const QString &program, const QString &type)
{
    QStringList found = shown(u"--program-headers"_s, program).split(u'\n');
    found.removeIf([&type](const QString &line) { return !line.trimmed().startsWith(type + u' '); });
    return found;
}

} // namespace

void tst_Hardening::canBeLoadedAnywhere()
{
    QFETCH(QString, program);
    QVERIFY2(shown(u"--file-header"_s, program).contains(u"DYN (Position-Independent Executable file)"_s),
             "no -pie");
}

void tst_Hardening::hasNoTableThatCanBeOverwrittenLater()
{
    QFETCH(QString, program);
    QCOMPARE(segments(program, u"GNU_RELRO"_s).size(), 1);
    static const QRegularExpression bound(u"\\(FLAGS\\) .*\\bBIND_NOW\\b"_s);
    QVERIFY2(shown(u"--dynamic"_s, program).contains(bound), "no -z now");
}

void tst_Hardening::hasNoMemoryThatIsBothWrittenAndExecuted()
{
    QFETCH(QString, program);
    const QStringList all = segments(program, u"LOAD"_s) + segments(program, u"GNU_STACK"_s);
    QVERIFY(all.size() > 2);
    static const QRegularExpression both(u" RWE +0x?[0-9a-f]+$"_s);
    QCOMPARE(all.filter(both), QStringList());
}

void tst_Hardening::noticesThatABufferWasOverrun()
{
    QFETCH(QString, program);
    const QString called = shown(u"--dyn-syms"_s, program);
    QVERIFY2(called.contains(u" __stack_chk_fail@"_s), "no -fstack-protector-strong");
    static const QRegularExpression checked(u" __(?!stack_)\\w+_chk@"_s);
    if (SHIRASE_FORTIFIED) // with the optimiser only
        QVERIFY2(called.contains(checked), "no _FORTIFY_SOURCE");
}

void tst_Hardening::touchesEachPageOfALargeFrame()
{
#if defined(Q_PROCESSOR_X86_64)
    QFETCH(QString, program);
    const QStringList code =
        said(u"objdump"_s, {u"--disassemble"_s, u"--section=.text"_s, u"--no-show-raw-insn"_s, program})
            .split(u'\n');
    static const QRegularExpression taking(u"\\bsub +\\$0x[0-9a-f]+,%rsp"_s);
    QVERIFY(!code.filter(taking).isEmpty());
    // With -fstack-clash-protection the stack grows by a page, which is touched, and another.
    static const QRegularExpression morePagesAtOnce(
        u"\\bsub +\\$0x(?!1000,)(?:[1-9a-f][0-9a-f]{3}|[1-7]?[0-9a-f]{5,7}),%rsp"_s);
    QCOMPARE(code.filter(morePagesAtOnce), QStringList());
#else
    QSKIP("For this processor this test does not know what a frame looks like.");
#endif
}

void tst_Hardening::marksWhereCallsAndJumpsMayLand()
{
#if defined(Q_PROCESSOR_X86_64)
    constexpr QByteArrayView mark("\xf3\x0f\x1e\xfa"); // endbr64
#elif defined(Q_PROCESSOR_ARM_64)
    constexpr QByteArrayView mark("\x3f\x23\x03\xd5"); // paciasp
#else
    constexpr QByteArrayView mark;
    QSKIP("For this processor this test does not know what a mark looks like.");
#endif
    QFETCH(QString, program);
    QFile file(program);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const qsizetype marks = file.readAll().count(mark);
    QVERIFY2(marks > 1000,
             qPrintable(QString::number(marks))); // the compiler's own start files have one or two
}

QTEST_GUILESS_MAIN(tst_Hardening)
#include "tst_Hardening.moc"
