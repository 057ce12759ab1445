// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestOffice.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

ServerKey freshServerKey()
{
    if (!initialiseCryptography())
        qFatal("The system gives no randomness.");
    return ServerKey::generate();
}

StaffDesk::Founding foundIn(Database &database, StaffDesk &staff)
{
    Transaction transaction = must(Transaction::begin(database));
    StaffDesk::Founding founding = must(staff.found(TestOffice::userName, secret(TestOffice::password)));
    must(transaction.commit());
    return founding;
}

} // namespace

const QString TestOffice::userName = u"山田 太郎"_s;
const char *const TestOffice::password = "snow-in-sapporo";

SecretBytes secret(const char *text)
{
    return SecretBytes(QByteArrayView(text));
}

EmailAddress address(const QString &typed)
{
    return must(EmailAddress::parse(typed));
}

TestOffice::TestOffice()
    : serverKey(freshServerKey())
    , settings(must(Settings::load(files.path(u"shirase.conf"_s))))
    , outbox(*files.main, serverKey.queuePublicKey(), clock, "example.jp")
    , facilities(*files.main, clock)
    , registration(*files.main, facilities, outbox)
    , visits(*files.main)
    , notices(*files.main)
    , staff(*files.main, *files.vault, clock, PasswordCost::minimal(), {u"desk"_s, u"PC-1"_s})
    , facilityDesk(*files.main, facilities, registration, staff.audit())
    , founding(foundIn(*files.main, staff))
    , dayKeys(*files.vault, serverKey, founding.office)
    , signups({*files.main, *files.vault, dayKeys, visits, outbox, clock, settings})
    , desk({*files.main, *files.vault, facilities, notices, outbox, staff.audit(), settings, clock})
    , session(must(staff.logIn(userName, secret(password))))
{
    must(settings.attach(*files.main));
}

FacilityDetails TestOffice::details(const QString &name)
{
    return {.kind = FacilityKind::Store,
            .name = name,
            .aliases = {},
            .contactName = u"佐藤 花子"_s,
            .contactEmail = u"sato@example.jp"_s,
            .phone = u"011-204-5020"_s,
            .postalCode = u"060-8588"_s,
            .address = u"札幌市中央区北3条西6丁目"_s,
            .from = {},
            .until = {}};
}

Facility TestOffice::addFacility(const QString &name)
{
    return must(registration.add(details(name), FacilitySource::Staff, false, u"ja"_s));
}

QList<VisitToken> TestOffice::visit(const Facility &facility, const QStringList &addresses,
                                    const QString &language)
{
    std::vector<Signup> visitors;
    for (const QString &typed : addresses)
        visitors.push_back({ScanToken::make(facility.id, clock.now()), address(typed), language});
    QList<VisitToken> tokens;
    for (Result<VisitToken> &token : signups.store(std::move(visitors)))
        tokens.append(must(std::move(token)));
    return tokens;
}

std::unique_ptr<Session> TestOffice::logIn(const QString &name, Roles roles)
{
    must(staff.add(*session, name, roles, secret("another-password")));
    return must(staff.logIn(name, secret("another-password")));
}

QString TestOffice::renewSheet()
{
    QString code = recoveryCode::generate();
    must(staff.renewRecoveryCode(*session, code));
    return code;
}

} // namespace shirase
