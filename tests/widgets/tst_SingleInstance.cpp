// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/SingleInstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace shirase;

/// One window for a data folder (REQUIREMENTS S10).
class tst_SingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_second_brings_the_first_forward()
    {
        const QTemporaryDir runtime;
        const QTemporaryDir data;
        SingleInstance first(data.path(), runtime.path());
        QSignalSpy started(&first, &SingleInstance::startedAgain);
        QCOMPARE(first.claim().value(), true);
        for (int times = 1; times <= 3; ++times) {
            SingleInstance second(data.path(), runtime.path());
            QCOMPARE(second.claim().value(), false);
            QTRY_COMPARE(started.count(), times);
        }
    }

    void a_folder_is_the_same_however_it_is_written()
    {
        const QTemporaryDir runtime;
        const QTemporaryDir data;
        SingleInstance first(data.path(), runtime.path());
        QCOMPARE(first.claim().value(), true);
        const QString link = runtime.filePath(u"link"_s);
        QVERIFY(QFile::link(data.path(), link));
        for (const QString &path : {data.path() + u'/', data.path() + u"/./"_s, link}) {
            SingleInstance second(path, runtime.path());
            QCOMPARE(second.claim().value(), false);
        }
    }

    void another_folder_has_a_window_of_its_own()
    {
        const QTemporaryDir runtime;
        SingleInstance first(runtime.filePath(u"one"_s), runtime.path()); // neither exists yet
        SingleInstance second(runtime.filePath(u"two"_s), runtime.path());
        QCOMPARE(first.claim().value(), true);
        QCOMPARE(second.claim().value(), true);
    }

    void the_next_one_is_the_first_once_the_first_has_gone()
    {
        const QTemporaryDir runtime;
        for (int i = 0; i < 2; ++i) {
            SingleInstance only(runtime.path(), runtime.path());
            QCOMPARE(only.claim().value(), true);
        }
    }

    // A process that dies leaves its lock and its socket behind.
    void what_a_crash_left_behind_is_cleared()
    {
        const QTemporaryDir runtime;
        QString lock;
        {
            SingleInstance gone(runtime.path(), runtime.path());
            QCOMPARE(gone.claim().value(), true);
            const QStringList files = QDir(runtime.path()).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden);
            QCOMPARE(files.size(), 1);
            lock = runtime.filePath(files.first());
        }
        constexpr int nobody = 0x3ffffffe; // more than Linux gives to a process
        QFile left(lock);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(u"%1\nshirase\n%2\n"_s.arg(nobody).arg(QSysInfo::machineHostName()).toUtf8());
        left.close();
        QFile socket(lock.chopped(5));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        SingleInstance next(runtime.path(), runtime.path());
        QCOMPARE(next.claim().value(), true);
        SingleInstance after(runtime.path(), runtime.path());
        QCOMPARE(after.claim().value(), false);
    }

    void one_that_does_not_answer_is_told_of()
    {
        const QTemporaryDir runtime;
        SingleInstance hangs(runtime.path(), runtime.path());
        QCOMPARE(hangs.claim().value(), true);
        QVERIFY(QFile::remove(QDir(runtime.path()).entryInfoList(QDir::System | QDir::Hidden).value(0).filePath()));
        SingleInstance second(runtime.path(), runtime.path());
        const Result<bool> claimed = second.claim();
        QVERIFY(!claimed);
        QCOMPARE(claimed.error().code, ErrorCode::Unavailable);
        QVERIFY(claimed.error().message.contains(QDir::toNativeSeparators(runtime.path())));
    }
};

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_SingleInstance.moc"
