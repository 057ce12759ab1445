// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailRunner.h"

#include "app/SetUp.h"
#include "core/visits/SignupBook.h"
#include "tests/support/FixedClock.h"
#include "tests/support/Results.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_MailRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void deliversWhatWaits();
    void leavesTheDeliveryToTheOneProcessThatHoldsTheLease();
    void takesOverWhenTheOtherProcessWasKilled();
    void takesOverAtOnceWhenTheOtherProcessHasEnded();
    void doesNotSendAgainFromARestoredBackup();
    void holdsNothingAfterAKill();
    void takesChangedSettingsOverWithinASecond();

private:
    /// A program of its own: its connection and its runner.
    struct Program
    {
        explicit Program(const tst_MailRunner &test)
            : connection(must(Connection::open(DataFolder(test.data()), test.m_clock)))
            , runner(std::make_unique<MailRunner>(*connection))
        {}
        void turns(int number = 3)
        {
            for (int i = 0; i < number; ++i)
                must(runner->turn(0ms));
        }
        std::unique_ptr<Connection> connection;
        std::unique_ptr<MailRunner> runner;
    };

    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] int mails() const
    {
        return int(QDir(data() + u"/mail"_s).entryList({u"*.eml"_s}, QDir::Files).size());
    }
    void write(Program &program, int letters);
    void copy(const QString &from, const QString &to) const;

    QTemporaryDir m_pattern; ///< set up once: that takes its time
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock;
};

void tst_MailRunner::initTestCase()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    SetUpRequest request;
    request.administrator = u"admin"_s;
    request.password = SecretBytes(QByteArrayView("unlock 42 blue herons"));
    must(setUp(DataFolder(m_pattern.filePath(u"data"_s)), request, m_clock));
}

void tst_MailRunner::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    copy(m_pattern.filePath(u"data"_s), data());
}

void tst_MailRunner::copy(const QString &from, const QString &to) const
{
    QVERIFY(QDir().mkpath(to));
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        QFile::remove(to + u'/' + name);
        QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
    }
}

void tst_MailRunner::write(Program &program, int letters)
{
    Transaction transaction = must(Transaction::begin(*program.connection->database));
    OutboxWriter::Batch batch = program.connection->outbox.batch();
    for (int i = 0; i < letters; ++i)
        must(batch.put(
            {SignupBook::confirmationLetter, u"user%1@example.jp"_s.arg(i), u"ja"_s, {{u"facility"_s, 3}}}));
    must(transaction.commit());
}

void tst_MailRunner::deliversWhatWaits()
{
    Program program(*this);
    write(program, 3);
    program.turns(10);
    QCOMPARE(mails(), 3);
    QVERIFY(program.runner->holdsLease());
    QVERIFY(program.runner->problem().isEmpty());
    QVERIFY(program.runner->held().isEmpty());
}

void tst_MailRunner::leavesTheDeliveryToTheOneProcessThatHoldsTheLease()
{
    Program first(*this);
    Program second(*this);
    first.turns();
    write(first, 4);
    second.turns(5);
    QVERIFY(!second.runner->holdsLease());
    QCOMPARE(mails(), 0);
    for (int second_ = 0; second_ < 60; ++second_) {
        m_clock.advance(1);
        first.turns(1);
        second.turns(1);
        QVERIFY(first.runner->holdsLease());
        QVERIFY(!second.runner->holdsLease());
    }
    QCOMPARE(mails(), 4);
}

void tst_MailRunner::takesOverWhenTheOtherProcessWasKilled()
{
    Program killed(*this);
    killed.turns(); // and never again
    Program next(*this);
    write(next, 2);
    m_clock.advance(14);
    next.turns();
    QVERIFY(!next.runner->holdsLease());
    QCOMPARE(mails(), 0);
    m_clock.advance(1);
    next.turns();
    QVERIFY(next.runner->holdsLease());
    QCOMPARE(mails(), 2);
    killed.turns(); // it had only been stopped: it does not send beside the other
    QVERIFY(!killed.runner->holdsLease());
}

void tst_MailRunner::takesOverAtOnceWhenTheOtherProcessHasEnded()
{
    {
        Program first(*this);
        first.turns();
        first.runner->finish(1s);
    }
    Program next(*this);
    next.turns();
    QVERIFY(next.runner->holdsLease());
}

// REQUIREMENTS D5
void tst_MailRunner::doesNotSendAgainFromARestoredBackup()
{
    const QString backup = m_folder->filePath(u"backup.sqlite"_s);
    {
        Program program(*this);
        write(program, 3);
        must(program.connection->database->run(u"VACUUM INTO ?"_s, {backup}));
        program.turns(10);
        QCOMPARE(mails(), 3);
        program.runner->finish(1s);
    }
    for (const QString &name : QDir(data()).entryList({u"shirase.sqlite*"_s}, QDir::Files))
        QVERIFY(QFile::remove(data() + u'/' + name));
    QVERIFY(QFile::copy(backup, data() + u"/shirase.sqlite"_s));

    Program restored(*this);
    restored.turns(10);
    QCOMPARE(mails(), 3);
    QVERIFY(restored.runner->held().contains(u"mail release"_s));
    m_clock.advance(1);
    must(releaseLetters(*restored.connection->database, m_clock.now()));
    restored.turns(10);
    QVERIFY(restored.runner->held().isEmpty());
}

void tst_MailRunner::holdsNothingAfterAKill()
{
    {
        Program killed(*this);
        write(killed, 3);
        killed.turns(10); // what was recorded last is not noted in the vault
    }
    m_clock.advance(60);
    Program next(*this);
    write(next, 1);
    next.turns(10);
    QCOMPARE(mails(), 4);
    QVERIFY(next.runner->held().isEmpty());
}

void tst_MailRunner::takesChangedSettingsOverWithinASecond()
{
    Program program(*this);
    program.turns();
    Program clerk(*this);
    must(clerk.connection->settings.set(u"mail.transport"_s, u"smtp"_s)); // and names no relay
    m_clock.advance(1);
    program.turns();
    QVERIFY(program.runner->problem().contains(u"mail.url"_s));
    must(clerk.connection->settings.set(u"mail.transport"_s, u"folder"_s));
    m_clock.advance(1);
    program.turns();
    QVERIFY(program.runner->problem().isEmpty());
}

QTEST_GUILESS_MAIN(tst_MailRunner)
#include "tst_MailRunner.moc"
