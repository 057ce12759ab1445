// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DayKeys.h"

#include "tests/support/TestOffice.h"

#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

class tst_DayKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areMadeOnceAndReadBackByAnotherConnection();
    void ofTheWinnerOfARaceAreEverybodys();
    void endForTheServerSixtyOneMinutesAfterTheDay_data();
    void endForTheServerSixtyOneMinutesAfterTheDay();
    void keepTheOfficesCopyWhenTheServersIsGone();
    void nameAPersonStablyPerFacilityAndDay();
    void nameTheConfirmationOfAVisit();
    void openWithTheOfficeKeyOnly();
    void ofAnErasedDayOpenNoMore();
    void areMadeAnewForADayThatWasErased();
    void giveTheServerNothingButTheIndexSecret();
};

namespace {

const QDate day(2026, 11, 21);
constexpr const char *taro = "taro@example.jp";

} // namespace

void tst_DayKeys::areMadeOnceAndReadBackByAnotherConnection()
{
    TestOffice office;
    const QByteArray who = must(office.dayKeys.seal(day))->who(1, taro);
    const auto other = office.files.open(Migrations::Schema::Vault);
    DayKeys elsewhere(*other, office.serverKey, office.founding.office);
    QCOMPARE(must(elsewhere.seal(day))->who(1, taro), who);
    QCOMPARE(must(office.dayKeys.seal(day))->who(1, taro), who);
    QCOMPARE(TestDatabase::number(*other, u"SELECT count(*) FROM day_key"_s), 1);
}

void tst_DayKeys::ofTheWinnerOfARaceAreEverybodys()
{
    TestOffice office;
    constexpr int days = 40;
    constexpr int servers = 2;
    std::vector<std::vector<QByteArray>> seen(servers);
    std::barrier together(servers);
    const auto serve = [&](std::vector<QByteArray> &mine) {
        const auto vault = office.files.open(Migrations::Schema::Vault);
        TestDatabase::wait(*vault, 5s);
        DayKeys keys(*vault, office.serverKey, office.founding.office);
        for (int i = 0; i < days; ++i) {
            together.arrive_and_wait();
            mine.push_back(must(keys.seal(day.addDays(i)))->who(1, taro));
        }
    };
    std::thread first(serve, std::ref(seen[0]));
    std::thread second(serve, std::ref(seen[1]));
    first.join();
    second.join();
    QVERIFY(seen[0] == seen[1]);
    // And the office reads those same keys.
    OpenedDays opened(*office.files.vault, *office.session->office());
    for (int i = 0; i < days; ++i)
        QCOMPARE(must(opened.open(day.addDays(i)))->seal.who(1, taro), seen[0][size_t(i)]);
}

void tst_DayKeys::endForTheServerSixtyOneMinutesAfterTheDay_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("kept");
    QTest::newRow("that day") << u"2026-11-21T23:59"_s << true;
    QTest::newRow("after midnight") << u"2026-11-22T00:00"_s << true;
    QTest::newRow("sixty minutes later") << u"2026-11-22T01:00"_s << true;
    QTest::newRow("sixty-one minutes later") << u"2026-11-22T01:01"_s << false;
}

// DESIGN, Keys
void tst_DayKeys::endForTheServerSixtyOneMinutesAfterTheDay()
{
    QFETCH(QString, now);
    QFETCH(bool, kept);
    TestOffice office;
    must(office.dayKeys.seal(day));
    must(office.dayKeys.forgetPast(*japan::parseDateTime(now)));
    QCOMPARE(TestDatabase::number(*office.files.vault,
                                  u"SELECT count(*) FROM day_key WHERE server_index IS NOT NULL"_s),
             kept ? 1 : 0);
    if (kept)
        VERIFY_DONE(office.dayKeys.seal(day));
    else
        VERIFY_FAILS(office.dayKeys.seal(day), ErrorCode::Conflict);
}

void tst_DayKeys::keepTheOfficesCopyWhenTheServersIsGone()
{
    TestOffice office;
    const QByteArray who = must(office.dayKeys.seal(day))->who(1, taro);
    must(office.dayKeys.forgetPast(japanese("2026-11-23T00:00")));
    OpenedDays opened(*office.files.vault, *office.session->office());
    QCOMPARE(must(opened.open(day))->seal.who(1, taro), who);
}

// REQUIREMENTS D2: rows of one person cannot be joined across facilities or days.
void tst_DayKeys::nameAPersonStablyPerFacilityAndDay()
{
    TestOffice office;
    const DaySeal *today = must(office.dayKeys.seal(day));
    const DaySeal *tomorrow = must(office.dayKeys.seal(day.addDays(1)));
    QCOMPARE(today->who(1, taro).size(), 16);
    QCOMPARE(today->who(1, taro), today->who(1, taro));
    QCOMPARE(today->who(1, address(u"ＴＡＲＯ＠example.jp"_s).canonical()), today->who(1, taro));
    QVERIFY(today->who(1, taro) != today->who(2, taro));
    QVERIFY(today->who(1, taro) != tomorrow->who(1, taro));
    QVERIFY(today->who(1, taro) != today->who(1, "hanako@example.jp"));
}

// REQUIREMENTS D2, V11: staff find the mail of a visit, and nobody else the visit of a mail.
void tst_DayKeys::nameTheConfirmationOfAVisit()
{
    TestOffice office;
    const DaySeal *today = must(office.dayKeys.seal(day));
    const QByteArray who = today->who(1, taro);
    const QByteArray name = today->confirmation(1, 1000, who);
    QCOMPARE(name.size(), 16);
    OpenedDays opened(*office.files.vault, *office.session->office());
    QCOMPARE(must(opened.open(day))->seal.confirmation(1, 1000, who), name);
    QVERIFY(name != who);
    QVERIFY(name != today->confirmation(2, 1000, who));
    QVERIFY(name != today->confirmation(1, 1001, who));
    QVERIFY(name != today->confirmation(1, 1000, today->who(1, "hanako@example.jp")));
    QVERIFY(name != must(office.dayKeys.seal(day.addDays(1)))->confirmation(1, 1000, who));
}

void tst_DayKeys::openWithTheOfficeKeyOnly()
{
    TestOffice office;
    const QByteArray sealed = Sealer(must(office.dayKeys.seal(day))->publicKey()).seal(taro);
    OpenedDays opened(*office.files.vault, *office.session->office());
    QCOMPARE(must(must(opened.open(day))->opener.open(sealed)), QByteArray(taro));
    const Opener stranger(KeyPair::generate());
    OpenedDays refused(*office.files.vault, stranger);
    VERIFY_FAILS(refused.open(day), ErrorCode::Corrupt);
    VERIFY_FAILS(opened.open(day.addDays(1)), ErrorCode::NotFound);
}

void tst_DayKeys::ofAnErasedDayOpenNoMore()
{
    TestOffice office;
    must(office.dayKeys.seal(day));
    must(office.files.vault->run(u"DELETE FROM day_key"_s));
    OpenedDays opened(*office.files.vault, *office.session->office());
    VERIFY_FAILS(opened.open(day), ErrorCode::NotFound);
}

// REQUIREMENTS D2: sealed at registration to a key that the web side cannot open.
void tst_DayKeys::giveTheServerNothingButTheIndexSecret()
{
    TestOffice office;
    office.visit(office.addFacility(), {u"taro@example.jp"_s});
    const Opener server = office.serverKey.queueOpener();
    const std::pair<Database *, QString> columns[]{
        {office.files.vault.get(), u"SELECT sealed_secret FROM day_key"_s},
        {office.files.vault.get(), u"SELECT sealed_index FROM day_key"_s},
        {office.files.main.get(), u"SELECT sealed_address FROM visit"_s},
        {office.files.main.get(), u"SELECT sealed_secret FROM office_key_grant"_s}};
    for (const auto &[database, sql] : columns) {
        Rows rows = must(database->run(sql));
        int seen = 0;
        while (rows.next()) {
            ++seen;
            VERIFY_FAILS(server.open(rows.bytes(0)), ErrorCode::Corrupt);
        }
        QVERIFY2(seen > 0, qPrintable(sql));
    }
    Rows rows = must(office.files.vault->run(u"SELECT server_index, sealed_index FROM day_key"_s));
    QVERIFY(rows.next());
    QCOMPARE(must(server.open(rows.bytes(0))), must(office.session->office()->open(rows.bytes(1))));
    // Its secret key opens no address: it is the index secret and nothing else.
    const Opener index(KeyPair::fromSecret(must(server.openSecret(rows.bytes(0)))));
    Rows visits = must(office.files.main->run(u"SELECT sealed_address FROM visit"_s));
    QVERIFY(visits.next());
    VERIFY_FAILS(index.open(visits.bytes(0)), ErrorCode::Corrupt);
}

// "shirasectl erase --as-of" may mean today: what a server then sealed to the key in its memory, nobody could open.
void tst_DayKeys::areMadeAnewForADayThatWasErased()
{
    TestOffice office;
    const QByteArray who = must(office.dayKeys.seal(day))->who(1, taro);
    office.dayKeys.dropPast(office.clock.now());
    QCOMPARE(must(office.dayKeys.seal(day))->who(1, taro), who);

    must(office.files.vault->run(u"DELETE FROM day_key"_s));
    office.dayKeys.dropPast(office.clock.now());
    const DaySeal &fresh = *must(office.dayKeys.seal(day));
    QVERIFY(fresh.who(1, taro) != who);
    OpenedDays opened(*office.files.vault, *office.session->office());
    QCOMPARE(must(must(opened.open(day))->opener.open(Sealer(fresh.publicKey()).seal(taro))), QByteArray(taro));
}

QTEST_GUILESS_MAIN(tst_DayKeys)
#include "tst_DayKeys.moc"
