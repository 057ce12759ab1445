// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailRunner.h"

#include "app/SetUp.h"
#include "core/erasure/VisitErasure.h"
#include "core/visits/SignupBook.h"
#include "tests/support/FixedClock.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

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
    void leavesTheDeliveryToOthersWhileItsRelayIsOutOfReach();
    void leavesTheDeliveryToOthersWhileItsSettingsAreNotWhole();
    void leavesTheDeliveryToOthersWhileItCannotNoteWhatHasLeft();
    void goesOnWhileALineOfItsFileIsNotUnderstood();
    void doesNotSendAgainFromARestoredBackup();
    void bringsNobodyBackWhoWasErasedWhileNothingLeft();
    void holdsNothingAfterAKill();
    void takesChangedSettingsOverWithinASecond();
    void serversWhoseClocksDifferSendEachMailOnce_data();
    void serversWhoseClocksDifferSendEachMailOnce();
    void aMailLeavesAtOnceHoweverFarTheClockOfWhoeverWroteItIsAhead();
    void aNoticeLeavesAtOnceHoweverFarTheClockOfTheDeskIsAhead();

private:
    /// A program of its own: its connection and its runner.
    struct Program
    {
        explicit Program(const tst_MailRunner &test)
            : Program(test.data(), test.m_clock)
        {}
        Program(const QString &folder, const Clock &clock)
            : connection(must(Connection::open(DataFolder(folder), clock)))
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
    [[nodiscard]] int mails() const { return mailsIn(data()); }
    [[nodiscard]] static int mailsIn(const QString &folder)
    {
        return int(QDir(folder + u"/mail"_s).entryList({u"*.eml"_s}, QDir::Files).size());
    }
    static SetUpRequest request()
    {
        SetUpRequest request;
        request.administrator = u"admin"_s;
        request.password = SecretBytes(QByteArrayView("unlock 42 blue herons"));
        request.cost = PasswordCost::minimal();
        return request;
    }
    void write(Program &program, int letters);
    void addVisit(Program &program, char who)
    {
        must(VisitStore(*program.connection->database)
                 .insert({{japan::dayOf(m_clock.now()), 1, m_clock.now(), QByteArray(16, who)}, u"ja"_s, "sealed"}));
    }
    [[nodiscard]] static qint64 visits(Program &program)
    {
        Rows rows = must(program.connection->database->run(u"SELECT count(*) FROM visit"_s));
        return rows.next() ? rows.number(0) : 0;
    }
    [[nodiscard]] VisitErasure erasureOf(Program &program) const
    {
        return {*program.connection->database, *program.connection->vault, m_clock};
    }
    void copy(const QString &from, const QString &to) const;
    /// As somebody does by hand.
    void putBack(const QString &backup) const;
    /// Two folders, "one" and "another", whose programs share a database of that server.
    void share(PostgresServer &server) const;
    [[nodiscard]] QString one() const { return m_folder->filePath(u"one"_s); }
    [[nodiscard]] QString another() const { return m_folder->filePath(u"another"_s); }

    QTemporaryDir m_pattern; ///< set up once: that takes its time
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock;
};

void tst_MailRunner::initTestCase()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    must(setUp(DataFolder(m_pattern.filePath(u"data"_s)), request(), m_clock));
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

void tst_MailRunner::putBack(const QString &backup) const
{
    for (const QString &name : QDir(data()).entryList({u"shirase.sqlite*"_s}, QDir::Files))
        QVERIFY(QFile::remove(data() + u'/' + name));
    QVERIFY(QFile::copy(backup, data() + u"/shirase.sqlite"_s));
}

void tst_MailRunner::share(PostgresServer &server) const
{
    SetUpRequest shared = request();
    shared.addresses = {.database = server.make(u"shirase"_s), .vault = server.make(u"vault"_s)};
    must(setUp(DataFolder(one()), shared, m_clock));
    copy(one(), another());
}

void tst_MailRunner::write(Program &program, int letters)
{
    Transaction transaction = must(Transaction::begin(*program.connection->database));
    for (int i = 0; i < letters; ++i)
        must(program.connection->outbox.put(
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

// A desk whose firewall keeps it from the relay, beside the server in the DMZ.
void tst_MailRunner::leavesTheDeliveryToOthersWhileItsRelayIsOutOfReach()
{
    Program program(*this);
    must(program.connection->settings.set(u"mail.url"_s, u"smtp://127.0.0.1:1"_s));
    must(program.connection->settings.set(u"mail.transport"_s, u"smtp"_s));
    write(program, 1);
    while (program.runner->problem().isEmpty())
        must(program.runner->turn(100ms));
    program.turns();
    QVERIFY(!program.runner->holdsLease());
    Lease other(*program.connection->database, u"sender"_s, m_clock);
    QVERIFY(must(other.take(15)));

    // The other may be out of its reach as well: then it has the lease while it tries.
    m_clock.advance(10); // as long as it rests, and more
    program.turns();
    QVERIFY(!program.runner->holdsLease());
    QVERIFY(!program.runner->problem().isEmpty());
    for (int i = 0; i < 7; ++i) {
        QVERIFY(must(other.take(15)));
        m_clock.advance(10);
        program.turns();
    }
    QCOMPARE(program.runner->problem(), QString()); // mail leaves, by somebody else
    must(other.giveBack());
    program.turns(1);
    QVERIFY(program.runner->holdsLease()); // it tries again
    const auto isLeft = [&] {
        must(program.runner->turn(100ms));
        return must(other.take(15));
    };
    QTRY_VERIFY(isLeft());
}

void tst_MailRunner::leavesTheDeliveryToOthersWhileItsSettingsAreNotWhole()
{
    Program program(*this);
    program.turns();
    QVERIFY(program.runner->holdsLease());
    Program clerk(*this);
    must(clerk.connection->settings.set(u"mail.transport"_s, u"smtp"_s)); // and names no relay
    m_clock.advance(1);
    program.turns();
    QVERIFY(!program.runner->problem().isEmpty());
    Lease other(*program.connection->database, u"sender"_s, m_clock);
    QVERIFY(must(other.take(15)));
    must(other.giveBack());

    must(clerk.connection->settings.set(u"mail.transport"_s, u"folder"_s));
    m_clock.advance(1);
    program.turns();
    QVERIFY(program.runner->holdsLease());
}

void tst_MailRunner::leavesTheDeliveryToOthersWhileItCannotNoteWhatHasLeft()
{
    Program first(*this);
    write(first, 1);
    first.turns();
    QVERIFY(first.runner->holdsLease());
    must(first.connection->vault->run(u"PRAGMA query_only = 1"_s));
    m_clock.advance(1);
    QVERIFY(!first.runner->turn(0ms));
    QVERIFY(!first.runner->holdsLease());
    Program second(*this);
    write(second, 2);
    second.turns(5);
    QCOMPARE(mails(), 3);
}

void tst_MailRunner::goesOnWhileALineOfItsFileIsNotUnderstood()
{
    Program program(*this);
    program.turns();
    QFile file(data() + u"/shirase.conf"_s);
    QVERIFY(file.open(QIODevice::Append));
    file.write("web.trusted_proxies = 10.1\n");
    file.close();
    m_clock.advance(1);
    write(program, 2);
    program.turns(5);
    QCOMPARE(mails(), 2);
}

// REQUIREMENTS D5
void tst_MailRunner::doesNotSendAgainFromARestoredBackup()
{
    const QString backup = m_folder->filePath(u"backup.sqlite"_s);
    {
        Program program(*this);
        write(program, 3);
        addVisit(program, 'a');
        addVisit(program, 'b');
        must(program.connection->database->run(u"VACUUM INTO ?"_s, {backup}));
        program.turns(10);
        QCOMPARE(mails(), 3);
        must(erasureOf(program).erase({{{japan::dayOf(m_clock.now()), 1, m_clock.now(), QByteArray(16, 'a')}}}));
        program.runner->finish(1s);
    }
    putBack(backup);

    Program restored(*this);
    restored.turns(10);
    QCOMPARE(mails(), 3);
    QVERIFY(restored.runner->held().contains(u"mail release"_s));
    QCOMPARE(visits(restored), 1); // who was erased since has not come back (V11)
    m_clock.advance(1);
    must(releaseLetters(*restored.connection->database, m_clock.now()));
    restored.turns(10);
    QVERIFY(restored.runner->held().isEmpty());
}

// REQUIREMENTS V11, D5: while the relay is down, nothing else tells the older database from the newer one.
void tst_MailRunner::bringsNobodyBackWhoWasErasedWhileNothingLeft()
{
    const QString backup = m_folder->filePath(u"backup.sqlite"_s);
    {
        Program program(*this);
        must(program.connection->settings.set(u"mail.transport"_s, u"smtp"_s)); // and names no relay
        program.turns();
        write(program, 1);
        addVisit(program, 'a');
        addVisit(program, 'b');
        must(program.connection->database->run(u"VACUUM INTO ?"_s, {backup}));
        must(erasureOf(program).erase({{{japan::dayOf(m_clock.now()), 1, m_clock.now(), QByteArray(16, 'a')}}}));
        m_clock.advance(1);
        program.turns();
    }
    putBack(backup);

    m_clock.advance(60);
    Program restored(*this);
    restored.turns();
    QCOMPARE(visits(restored), 1);
    QVERIFY(restored.runner->held().contains(u"mail release"_s));
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

void tst_MailRunner::serversWhoseClocksDifferSendEachMailOnce_data()
{
    QTest::addColumn<int>("ahead"); // seconds
    QTest::newRow("the second is ahead") << 600;
    QTest::newRow("the second is behind") << -600;
}

void tst_MailRunner::serversWhoseClocksDifferSendEachMailOnce()
{
    QFETCH(int, ahead);
    PostgresServer server;
    share(server);
    FixedClock clock;
    clock.advance(ahead);
    Program first(one(), m_clock);
    Program second(another(), clock);
    write(first, 20);
    for (int i = 0; i < 60; ++i) {
        first.turns(1);
        second.turns(1);
        QVERIFY(first.runner->holdsLease());
        QVERIFY(!second.runner->holdsLease());
        m_clock.advance(1); // each renews and asks many times
        clock.advance(1);
    }
    QCOMPARE(mailsIn(one()), 20);
    QCOMPARE(mailsIn(another()), 0);
}

// REQUIREMENTS V3: due is what the database's clock says, not that of the server in the DMZ.
void tst_MailRunner::aMailLeavesAtOnceHoweverFarTheClockOfWhoeverWroteItIsAhead()
{
    PostgresServer server;
    share(server);
    const FixedClock ahead(SystemClock().now() + 3600);
    Program writes(one(), ahead);
    Program sends(another(), m_clock);
    sends.turns();
    QVERIFY(sends.runner->holdsLease());
    write(writes, 3);
    m_clock.advance(60); // until it looks at the clock of both again
    sends.turns(10);
    QCOMPARE(mailsIn(another()), 3);
}

void tst_MailRunner::aNoticeLeavesAtOnceHoweverFarTheClockOfTheDeskIsAhead()
{
    PostgresServer server;
    share(server);
    const FixedClock ahead(SystemClock().now() + 3600);
    Program desk(one(), ahead);
    Program sends(another(), m_clock);
    Connection &office = *desk.connection;
    const auto session = must(office.staff.logIn(request().administrator, request().password));
    const Facility cafe = must(office.registration.add(TestOffice::details(), FacilitySource::Staff, false, u"ja"_s));
    const QDate yesterday = japan::dayOf(sends.connection->sharedClock.now()).addDays(-1);
    const NoticeId id =
        must(office.noticeDesk.draft(*session, {NoticeTarget::wholeDay(cafe.id, yesterday)}, u"standard"_s));
    must(office.noticeDesk.approve(*session, id, true));
    must(office.noticeDesk.send(*session, id));
    const Notice notice = must(sends.connection->notices.find(id));
    m_clock.advance(60);
    QVERIFY(notice.sendAt && *notice.sendAt <= sends.connection->sharedClock.now());
}

QTEST_GUILESS_MAIN(tst_MailRunner)
#include "tst_MailRunner.moc"
