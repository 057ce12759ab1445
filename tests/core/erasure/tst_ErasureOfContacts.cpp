// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilitySearch.h"
#include "tests/core/erasure/ErasureArchive.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// What the daily erasure leaves of places that were closed.
class tst_ErasureOfContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesTheContactsOfPlacesThatWereClosed();
    void erasesTheAddressOfAnEventsOrganiser();
};

// REQUIREMENTS O6
void tst_ErasureOfContacts::erasesTheContactsOfPlacesThatWereClosed()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    const auto close = [&](const QString &name, const char *at) {
        const Facility facility = office.addFacility(name);
        office.clock.set(at);
        must(office.facilities.setState(facility.id, FacilityState::Retired));
        return facility.id;
    };
    const FacilityId old = close(u"昔の店"_s, "2026-08-21T23:59");
    const FacilityId young = close(u"最近の店"_s, "2026-08-22T00:00");
    const FacilityId open = archive.cafe.id;
    office.clock.set("2026-11-21T03:00");
    FacilitySearch search(*office.files.main);
    QCOMPARE(must(search.ids({.search = u"sato@example.jp"_s})).size(), 3);
    // What somebody corrects later does not prolong it.
    must(office.facilities.update(old, TestOffice::details(u"昔のお店"_s)));

    QCOMPARE(must(archive.erasure.count(today, {})).contacts, 1);
    QCOMPARE(must(archive.run()).contacts, 1);
    QCOMPARE(archive.lastReport()->contacts, 1);
    const FacilityDetails left = must(office.facilities.find(old)).details;
    QCOMPARE(left.contactName + left.contactEmail + left.phone, QString());
    QCOMPARE(left.name, u"昔のお店"_s);
    QCOMPARE(left.address, TestOffice::details().address);
    for (const FacilityId kept : {young, open})
        QCOMPARE(must(office.facilities.find(kept)).details.contactEmail, TestOffice::details().contactEmail);
    // Nor can it be searched for, by who has searched before either.
    QCOMPARE(must(search.ids({.search = u"sato@example.jp"_s})).size(), 2);
    QCOMPARE(must(archive.run()).contacts, 0);
}

void tst_ErasureOfContacts::erasesTheAddressOfAnEventsOrganiser()
{
    ErasureArchive archive;
    TestOffice &office = archive.office;
    FacilityDetails details = TestOffice::details(u"雪祭"_s);
    details.kind = FacilityKind::Event;
    details.from = details.until = QDate(2026, 2, 5);
    const Facility event = must(office.registration.add(details, FacilitySource::Form, false, u"ja"_s));
    office.clock.set("2026-03-01T12:00");
    must(office.facilities.setState(event.id, FacilityState::Retired));
    office.clock.set("2026-11-21T03:00");
    must(archive.run());
    const FacilityDetails left = must(office.facilities.find(event.id)).details;
    QCOMPARE(left.address + left.postalCode, QString()); // the organiser's (REQUIREMENTS O1)
    QCOMPARE(left.from, QDate(2026, 2, 5));
}

QTEST_GUILESS_MAIN(tst_ErasureOfContacts)
#include "tst_ErasureOfContacts.moc"
