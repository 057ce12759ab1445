// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SendingMark.h"

#include "tests/support/TestDatabase.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SendingMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isLevelFromTheBeginning();
    void isAheadOfItsNoteAndNeverBehind();
    void knowsADatabaseThatWasPutBack();
    void catchesUpOnce();
    void neverGoesBack();
    void isNeverBehindAfterAProgramWasKilled();
};

namespace {

void advance(Database &database)
{
    Transaction transaction = must(Transaction::begin(database));
    must(SendingMark::advance(database));
    must(transaction.commit());
}

std::unique_ptr<Database> openAt(const QString &url)
{
    return must(Database::open({url}));
}

/// Counts and notes until it is killed.
[[noreturn]] void countFor(const QString &main, const QString &vault)
{
    const auto database = openAt(main);
    const auto other = openAt(vault);
    SendingMark mark(*database, *other);
    for (qint64 i = 0;; ++i) {
        advance(*database);
        must(mark.note(i));
        std::puts("x");
        std::fflush(stdout);
    }
}

} // namespace

void tst_SendingMark::isLevelFromTheBeginning()
{
    TestDatabase files;
    SendingMark mark(*files.main, *files.vault);
    QVERIFY(!must(mark.behindSince()));
    must(mark.note(100));
    QVERIFY(!must(mark.behindSince()));
}

void tst_SendingMark::isAheadOfItsNoteAndNeverBehind()
{
    TestDatabase files;
    SendingMark mark(*files.main, *files.vault);
    advance(*files.main); // the power goes before the note
    QVERIFY(!must(mark.behindSince()));
    must(mark.note(100));
    QVERIFY(!must(mark.behindSince()));
}

void tst_SendingMark::knowsADatabaseThatWasPutBack()
{
    if (!TestDatabase::isSqlite())
        QSKIP("The copy of a file stands for the backup here; PostgreSQL has none.");
    TestDatabase files;
    SendingMark mark(*files.main, *files.vault);
    advance(*files.main);
    must(files.main->run(u"VACUUM INTO ?"_s, {files.path(u"backup.sqlite"_s)}));
    advance(*files.main);
    must(mark.note(1234));
    const auto restored = openAt(u"sqlite:"_s + files.path(u"backup.sqlite"_s));
    QCOMPARE(must(SendingMark(*restored, *files.vault).behindSince()), std::optional<qint64>(1234));
}

void tst_SendingMark::catchesUpOnce()
{
    TestDatabase files;
    SendingMark mark(*files.main, *files.vault);
    must(files.vault->run(u"UPDATE sending_mark SET number = 7, at = 50"_s));
    QVERIFY(must(mark.behindSince()));
    Transaction transaction = must(Transaction::begin(*files.main));
    must(mark.catchUp());
    must(transaction.commit());
    QVERIFY(!must(mark.behindSince()));
    advance(*files.main);
    must(mark.note(60));
    QCOMPARE(TestDatabase::number(*files.vault, u"SELECT number FROM sending_mark"_s), 8);
}

void tst_SendingMark::neverGoesBack()
{
    TestDatabase files;
    must(files.vault->run(u"UPDATE sending_mark SET number = 7"_s));
    must(SendingMark(*files.main, *files.vault).note(60));
    QCOMPARE(TestDatabase::number(*files.vault, u"SELECT number FROM sending_mark"_s), 7);
}

// DESIGN: a crash holds no notice.
void tst_SendingMark::isNeverBehindAfterAProgramWasKilled()
{
    TestDatabase files;
    SendingMark mark(*files.main, *files.vault);
    const QStringList arguments{u"count"_s, files.address(Migrations::Schema::Main).url,
                                files.address(Migrations::Schema::Vault).url};
    auto random = QRandomGenerator::securelySeeded();
    for (int kill = 0; kill < 200; ++kill) {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), arguments);
        // After some of its commits, at any moment of one.
        for (int lines = random.bounded(1, 4); lines > 0; --lines)
            QVERIFY2(program.canReadLine() || program.waitForReadyRead(), qPrintable(program.errorString()));
        const qint64 longer = random.bounded(3'000'000); // ns: about as long as a commit takes
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < longer) {
        }
        program.kill();
        QVERIFY(program.waitForFinished());
        QVERIFY(!must(mark.behindSince()));
    }
    QVERIFY(files.number(u"SELECT number FROM sending_progress"_s) >= 200);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"count"_s)
        countFor(arguments[2], arguments[3]);
    tst_SendingMark test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SendingMark.moc"
