// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/VisitErasure.h"
#include "tests/support/AnotherBook.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

/// A visit is erased while another server writes a registration of it (REQUIREMENTS V11). On PostgreSQL only: SQLite has one
/// writer.
class tst_ErasureBesideSignups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatedRegistrationThatIsBeingWrittenDoesNotComeBack();
    void aRegistrationDoesNotWaitForAnErasureThatStandsStill();
};

namespace {

constexpr int patience = 30'000; // milliseconds, for a machine with much else to do

/// One more web server.
struct Server : AnotherBook
{
    explicit Server(TestOffice &office)
        : AnotherBook(office, 60s)
        , erasure(*main, *vault, office.clock)
    {}

    VisitErasure erasure;
};

/// What a server does in a thread of its own.
class Beside
{
    Q_DISABLE_COPY_MOVE(Beside)
public:
    Beside(TestOffice &office, const std::function<bool(Server &)> &work)
        : m_thread(QThread::create([this, &office, work] {
            Server server(office);
            m_backend = TestDatabase::number(*server.main, u"SELECT pg_backend_pid()"_s);
            m_succeeded = work(server);
        }))
    {
        m_thread->start();
    }
    ~Beside() { m_thread->wait(); }

    /// @param watcher another connection, also one in a transaction
    [[nodiscard]] bool waitsForALock(Database &watcher) const
    {
        return TestDatabase::number(watcher, u"SELECT count(*) FROM pg_locks WHERE NOT granted AND pid = %1"_s.arg(m_backend)) > 0;
    }
    [[nodiscard]] bool succeeded()
    {
        m_thread->wait();
        return m_succeeded;
    }

private:
    std::atomic<qint64> m_backend = 0;
    bool m_succeeded = false;
    std::unique_ptr<QThread> m_thread;
};

Signup signupAt(const Facility &facility, const TestOffice &office)
{
    return {ScanToken::make(facility.id, office.clock.now()), address(u"taro@example.jp"_s), u"ja"_s};
}

VisitToken stored(SignupBook &signups, const Signup &signup)
{
    return must(std::move(signups.store({signup}).front()));
}

} // namespace

// The one that repeats has looked for a tombstone, and found none; then comes the erasure, and then it commits.
void tst_ErasureBesideSignups::aRepeatedRegistrationThatIsBeingWrittenDoesNotComeBack()
{
    TestOffice office;
    const Signup signup = signupAt(office.addFacility(), office);
    const VisitToken token = stored(office.signups, signup);
    office.run(u"DELETE FROM visit"_s); // as far as the repetition is concerned, it is gone
    office.run(u"DELETE FROM outbox"_s);
    std::optional<Transaction> delay = must(Transaction::begin(*office.files.main, Transaction::Writers::Many));
    office.run(u"LOCK TABLE outbox IN EXCLUSIVE MODE"_s); // between the visit and its mail

    Beside repetition(office, [&](Server &server) { return server.signups.store({signup}).front().has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(repetition.waitsForALock(*office.files.main), patience);
    Beside erasure(office, [&](Server &server) {
        return server.erasure.erase({{token.visit, token.confirmation}}).has_value();
    });
    QTRY_VERIFY_WITH_TIMEOUT(erasure.waitsForALock(*office.files.main), patience);
    must(delay->commit());
    QVERIFY(repetition.succeeded());
    QVERIFY(erasure.succeeded());
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 0);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

// A server whose machine has stopped in the middle of an erasure must not keep visitors out.
void tst_ErasureBesideSignups::aRegistrationDoesNotWaitForAnErasureThatStandsStill()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const VisitToken token = stored(office.signups, signupAt(facility, office));
    office.clock.advance(60);
    std::optional<Transaction> delay = must(Transaction::begin(*office.files.main, Transaction::Writers::Many));
    office.run(u"LOCK TABLE notice_visit IN ACCESS EXCLUSIVE MODE"_s); // after the visit has gone
    Beside erasure(office, [&](Server &server) {
        return server.erasure.erase({{token.visit, token.confirmation}}).has_value();
    });
    QTRY_VERIFY_WITH_TIMEOUT(erasure.waitsForALock(*office.files.main), patience);

    Server another(office);
    TestDatabase::wait(*another.main, 0ms);
    std::ignore = stored(another.signups, signupAt(facility, office));
    must(delay->commit());
    QVERIFY(erasure.succeeded());
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);
}

QTEST_GUILESS_MAIN(tst_ErasureBesideSignups)
#include "tst_ErasureBesideSignups.moc"
