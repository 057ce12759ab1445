// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/FileLock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace shirase;
using Outcome = FileLock::Outcome;

class tst_FileLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATimeHoldsIt()
    {
        FileLock first(path());
        QCOMPARE(first.take(), Outcome::Taken);
        QCOMPARE(FileLock(path()).take(), Outcome::Held);
        first.release();
        QCOMPARE(FileLock(path()).take(), Outcome::Taken);
    }

    void leavesNoFile()
    {
        {
            FileLock lock(path());
            QCOMPARE(lock.take(), Outcome::Taken);
        }
        QVERIFY(QDir(m_folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    // A set-up beside a slow database server takes as long as it takes.
    void doesNotGrowOld()
    {
        FileLock lock(path());
        QCOMPARE(lock.take(), Outcome::Taken);
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        QCOMPARE(FileLock(path()).take(), Outcome::Held);
    }

    void isGivenBackByAProgramThatIsKilled()
    {
        std::array<int, 2> taken{};
        QCOMPARE(pipe(taken.data()), 0);
        const pid_t other = fork();
        if (other == 0) {
            FileLock lock(path());
            const char answer = lock.take() == Outcome::Taken ? 'y' : 'n';
            if (write(taken[1], &answer, 1) == 1)
                pause();
            _exit(1);
        }
        char answer = 0;
        QCOMPARE(read(taken[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        QCOMPARE(FileLock(path()).take(), Outcome::Held);
        kill(other, SIGKILL);
        QCOMPARE(waitpid(other, nullptr, 0), other);
        QVERIFY(QFile::exists(path()));
        QCOMPARE(FileLock(path()).take(), Outcome::Taken);
        for (const int end : taken)
            close(end);
    }

    void isHeldByNobodyAfterACrash_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("of a machine that has another name now") << "1\nshirasectl\nanother-machine\n\n\n"_ba;
        QTest::newRow("whose content a power cut has kept from the disk") << ""_ba;
    }
    void isHeldByNobodyAfterACrash()
    {
        QFETCH(QByteArray, content);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QCOMPARE(FileLock(path()).take(), Outcome::Taken);
    }

    void isNotTakenWhereNoFileCanBeMade()
    {
        QCOMPARE(FileLock(m_folder.filePath(u"no such folder/lock"_s)).take(), Outcome::Impossible);
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"lock"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_FileLock)
#include "tst_FileLock.moc"
