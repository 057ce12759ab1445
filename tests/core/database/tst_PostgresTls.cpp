// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/TestAuthority.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/Results.h"

#include "core/database/Database.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

/// TLS to the database, with a real server whose certificate is for the host "a.example".
class tst_PostgresTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void trustsTheServerOfTheNameAndTheAuthority();
    void asksForTlsByItselfWhereTheServerIsElsewhere();
    void refusesAServerThatDoesNotProveWhoItIs_data();
    void refusesAServerThatDoesNotProveWhoItIs();
    void refusesPlainTextToAServerElsewhere();
    void speaksPlainTextElsewhereOnlyWhenTold();
    void refusesWhatMayFallBackToPlainText_data();
    void refusesWhatMayFallBackToPlainText();
    void needsNoTlsOnThisMachine();
    void takesThePasswordFromAFileOnly_data();
    void takesThePasswordFromAFileOnly();

private:
    /// @param host as the address names it; all of them lead to this machine
    [[nodiscard]] static QString urlOf(const PostgresServer &server, const QString &host, const QString &options)
    {
        return u"postgresql://shirase@%1:%2/postgres?hostaddr=127.0.0.1%3"_s.arg(host).arg(server.port()).arg(options);
    }
    [[nodiscard]] QString authority(const QString &name = u"ca.pem"_s) const
    {
        return u"&sslrootcert="_s + m_authority->path(name);
    }
    static bool isEncrypted(Database &database)
    {
        Rows rows = must(database.run(u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s));
        return rows.next() && rows.value(0).toBool();
    }

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<TestAuthority> m_stranger;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresServer> m_plain; ///< speaks no TLS
};

void tst_PostgresTls::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>();
    m_stranger = std::make_unique<TestAuthority>();
    m_authority->issue(u"database"_s);
    m_server = std::make_unique<PostgresServer>(m_authority->path(u"database.pem"_s),
                                                m_authority->path(u"database.key"_s));
    m_plain = std::make_unique<PostgresServer>();
}

void tst_PostgresTls::cleanupTestCase()
{
    m_server.reset();
    m_plain.reset();
}

void tst_PostgresTls::trustsTheServerOfTheNameAndTheAuthority()
{
    const auto database =
        must(Database::open({urlOf(*m_server, u"a.example"_s, u"&sslmode=verify-full"_s + authority())}));
    QVERIFY(isEncrypted(*database));
}

void tst_PostgresTls::asksForTlsByItselfWhereTheServerIsElsewhere()
{
    const auto database = must(Database::open({urlOf(*m_server, u"a.example"_s, authority())}));
    QVERIFY(isEncrypted(*database));
}

void tst_PostgresTls::refusesAServerThatDoesNotProveWhoItIs_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("options");
    const QString other = u"&sslrootcert="_s + m_stranger->path(u"ca.pem"_s);
    QTest::newRow("another authority") << u"a.example"_s << u"&sslmode=verify-full"_s + other;
    QTest::newRow("another authority, by itself") << u"a.example"_s << other;
    QTest::newRow("another authority, name unchecked") << u"a.example"_s << u"&sslmode=verify-ca"_s + other;
    QTest::newRow("another host name") << u"b.example"_s << u"&sslmode=verify-full"_s + authority();
    QTest::newRow("the machine's authorities") << u"a.example"_s << u"&sslmode=verify-full"_s;
    QTest::newRow("an authority that is no file") << u"a.example"_s << authority(u"missing.pem"_s);
    QTest::newRow("on this machine, if so told") << u"localhost"_s << u"&sslmode=verify-full"_s + authority();
}

void tst_PostgresTls::refusesAServerThatDoesNotProveWhoItIs()
{
    QFETCH(QString, host);
    QFETCH(QString, options);
    const auto refused = Database::open({urlOf(*m_server, host, options)});
    VERIFY_FAILS(refused, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(host));
    QVERIFY(refused.error().message.contains(u"sslrootcert"_s));
}

void tst_PostgresTls::refusesPlainTextToAServerElsewhere()
{
    const auto refused = Database::open({urlOf(*m_plain, u"a.example"_s, authority())});
    VERIFY_FAILS(refused, ErrorCode::Refused);
    QVERIFY(refused.error().message.contains(u"TLS"_s));
}

void tst_PostgresTls::speaksPlainTextElsewhereOnlyWhenTold()
{
    const auto database = must(Database::open({urlOf(*m_plain, u"a.example"_s, u"&sslmode=disable"_s)}));
    QVERIFY(!isEncrypted(*database));
}

void tst_PostgresTls::refusesWhatMayFallBackToPlainText_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("allow") << u"allow"_s;
    QTest::newRow("prefer") << u"prefer"_s;
}

void tst_PostgresTls::refusesWhatMayFallBackToPlainText()
{
    QFETCH(QString, mode);
    const auto refused = Database::open({urlOf(*m_plain, u"a.example"_s, u"&sslmode="_s + mode)});
    VERIFY_FAILS(refused, ErrorCode::Invalid);
    QVERIFY(refused.error().message.contains(u"verify-full"_s));
}

void tst_PostgresTls::needsNoTlsOnThisMachine()
{
    for (const QString &host : {u"localhost"_s, u"127.0.0.1"_s})
        QVERIFY(!isEncrypted(*must(Database::open({urlOf(*m_plain, host, {})}))));
}

void tst_PostgresTls::takesThePasswordFromAFileOnly_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("before the host") << u"postgresql://shirase:snow@localhost/shirase"_s;
    QTest::newRow("as an option") << u"postgresql://shirase@localhost/shirase?password=snow"_s;
    QTest::newRow("of a client's key") << u"postgresql://shirase@localhost/shirase?sslpassword=snow"_s;
}

void tst_PostgresTls::takesThePasswordFromAFileOnly()
{
    QFETCH(QString, url);
    const auto refused = Database::open({url});
    VERIFY_FAILS(refused, ErrorCode::Invalid);
    QVERIFY(refused.error().message.contains(u"database.password_file"_s));
    QVERIFY(!(refused.error().message + refused.error().detail).contains(u"snow"_s));
}

QTEST_GUILESS_MAIN(tst_PostgresTls)
#include "tst_PostgresTls.moc"
