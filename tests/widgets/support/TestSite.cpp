// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"

#include "core/foundation/JapaneseTime.h"
#include "core/mail/EmailAddress.h"
#include "core/visits/SignupBook.h"

#include <QTest>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// What stands behind an office; made before the office that refers to it.
struct Parts
{
    Parts(std::unique_ptr<Database> main, std::unique_ptr<Database> vault_, Settings settings_,
          const ServerKey &key, const Clock &clock_, const QString &folder)
        : ownDatabase(std::move(main))
        , vault(std::move(vault_))
        , ownSettings(std::move(settings_))
        , outbox(*ownDatabase, key.queuePublicKey(), clock_, QByteArray("example.jp"))
        , facilityStore(*ownDatabase, clock_)
        , facilitySearch(*ownDatabase)
        , noticeStore(*ownDatabase)
        , facilityRegistration(*ownDatabase, facilityStore, outbox)
        , staffDesk(*ownDatabase, *vault, clock_, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s})
        , deskOfFacilities(*ownDatabase, facilityStore, facilityRegistration, staffDesk.audit())
        , desk({*ownDatabase, *vault, facilityStore, noticeStore, outbox, staffDesk.audit(), ownSettings,
                clock_})
        , lettersHeld(*ownDatabase, *vault, staffDesk.audit(), clock_)
        , backupDesk({*ownDatabase, *vault, DatabaseAddress(), folder, staffDesk, ownSettings, clock_})
        , erasureOfPersons({*ownDatabase, *vault, staffDesk.audit(), clock_})
        , guard(*ownDatabase, *vault, staffDesk.audit(), clock_)
    {}

    std::unique_ptr<Database> ownDatabase;
    std::unique_ptr<Database> vault;
    Settings ownSettings;
    OutboxWriter outbox;
    FacilityStore facilityStore;
    FacilitySearch facilitySearch;
    NoticeStore noticeStore;
    FacilityRegistration facilityRegistration;
    StaffDesk staffDesk;
    FacilityDesk deskOfFacilities;
    NoticeDesk desk;
    HeldLetters lettersHeld;
    BackupDesk backupDesk;
    PersonErasure erasureOfPersons;
    ClockGuard guard;
};

struct TestOffice final : private Parts, public Office
{
    TestOffice(std::unique_ptr<Database> main, std::unique_ptr<Database> vault_, Settings settings_,
               const ServerKey &key, const Clock &clock_, const QString &folder)
        : Parts(std::move(main), std::move(vault_), std::move(settings_), key, clock_, folder)
        , Office(*ownDatabase, facilityStore, facilitySearch, deskOfFacilities, desk, noticeStore, lettersHeld,
                 staffDesk, ownSettings, backupDesk, erasureOfPersons, guard, clock_)
    {
        if (const Result<> attached = ownSettings.attach(*ownDatabase); !attached)
            qFatal("%s", qPrintable(attached.error().message));
    }

    [[nodiscard]] Parts &parts() { return *this; }
};

} // namespace

const QString TestSite::userName = u"山田"_s;
const QString TestSite::password = u"ゆきだるまと2026"_s;
const qint64 TestSite::visitTime = *japan::parseDateTime(u"2026-11-21T12:00"_s);
const qint64 TestSite::officeTime = *japan::parseDateTime(u"2026-11-24T10:00"_s);

TestSite::TestSite()
    : m_clock(officeTime)
    , m_serverKey((must(initialiseCryptography() ? Result<>() : fail(ErrorCode::Internal, {})),
                   ServerKey::generate()))
{
    m_office = must(openOffice());
    Transaction transaction = must(Transaction::begin(m_office->database));
    m_recoveryCode =
        must(m_office->staff.found(userName, SecretBytes(QByteArrayView(password.toUtf8())))).recoveryCode;
    must(transaction.commit());
}

Result<std::unique_ptr<Office>> TestSite::openOffice()
{
    Result<std::unique_ptr<Database>> main = Database::open(m_files.address(Migrations::Schema::Main));
    if (!main)
        return passOn(main);
    Result<std::unique_ptr<Database>> vault = Database::open(m_files.address(Migrations::Schema::Vault));
    if (!vault)
        return passOn(vault);
    Result<Settings> settings = Settings::load(path(u"shirase.conf"_s));
    if (!settings)
        return passOn(settings);
    return std::make_unique<TestOffice>(std::move(*main), std::move(*vault), std::move(*settings),
                                        m_serverKey, m_clock, path({}));
}

void TestSite::addAccount(const QString &name, Roles roles)
{
    must(m_office->staff.add(*logIn(), name, roles, SecretBytes(QByteArrayView(password.toUtf8()))));
}

std::shared_ptr<const Session> TestSite::logIn()
{
    return must(m_office->staff.logIn(userName, SecretBytes(QByteArrayView(password.toUtf8()))));
}

void TestSite::addEntries(int count)
{
    // The vault keeps the end of the log after each entry: on the disk once for all of them.
    Transaction ends = must(Transaction::begin(*static_cast<TestOffice &>(*m_office).parts().vault));
    Transaction transaction = must(Transaction::begin(m_office->database));
    for (int i = 0; i < count; ++i)
        must(m_office->staff.audit().add(userName, u"notice.approve"_s, u"notice %1"_s.arg(++m_entries)));
    must(transaction.commit());
    must(ends.commit());
}

SecretBytes TestSite::officeSecret()
{
    Rows rows =
        must(m_office->database.run(u"SELECT sealed_secret FROM office_key_grant WHERE account_id = 0"_s));
    if (!rows.next())
        qFatal("There is no recovery sheet.");
    return must(Opener(must(recoveryCode::keys(m_recoveryCode))).openSecret(rows.bytes(0)));
}

FacilityStore &TestSite::facilities()
{
    return static_cast<TestOffice &>(*m_office).parts().facilityStore;
}

FacilityRegistration &TestSite::registration()
{
    return static_cast<TestOffice &>(*m_office).parts().facilityRegistration;
}

OfficeFactory TestSite::factory()
{
    return [this] { return openOffice(); };
}

FacilityDetails TestSite::details(const QString &name)
{
    FacilityDetails details;
    details.name = name;
    details.contactName = u"佐藤 花子"_s;
    details.contactEmail = u"sato@example.jp"_s;
    details.phone = u"011-204-5020"_s;
    details.postalCode = u"060-8588"_s;
    details.address = u"札幌市中央区北3条西6丁目"_s;
    return details;
}

Facility TestSite::addFacility(const QString &name, const QString &address)
{
    FacilityDetails wanted = details(name);
    if (!address.isEmpty())
        wanted.address = address;
    return must(registration().add(wanted, FacilitySource::Staff, false, u"ja"_s));
}

void TestSite::visit(const Facility &facility, const QStringList &addresses)
{
    m_clock.set(visitTime);
    Parts &parts = static_cast<TestOffice &>(*m_office).parts();
    DayKeys dayKeys(*parts.vault, m_serverKey, must(m_office->staff.officePublicKey()));
    VisitStore visits(*parts.ownDatabase);
    SignupBook book({*parts.ownDatabase, *parts.vault, dayKeys, visits, parts.outbox, m_clock, m_office->settings});
    std::vector<Signup> visitors;
    for (const QString &address : addresses)
        visitors.push_back({ScanToken::make(facility.id, visitTime), must(EmailAddress::parse(address)), u"ja"_s});
    for (Result<VisitToken> &token : book.store(std::move(visitors)))
        must(std::move(token));
    m_clock.set(officeTime);
}

qint64 TestSite::number(const QString &sql)
{
    return TestDatabase::number(m_office->database, sql);
}

void TestSite::run(const QString &sql)
{
    must(m_office->database.run(sql));
}

void TestSite::runElsewhere(const QString &sql)
{
    must(must(openOffice())->database.run(sql));
}

} // namespace shirase
