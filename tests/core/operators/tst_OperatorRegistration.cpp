// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/operators/OperatorOffice.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

/// What becomes of a place that an operator registers (REQUIREMENTS O2, O4).
class tst_OperatorRegistration : public QObject, private OperatorOffice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void aNewPlaceGetsItsPoster() // REQUIREMENTS O2
    {
        QCOMPARE(must(m_desk->registerPlace(withContact(first), u"en"_s)),
                 OperatorDesk::Registration::PosterMailed);
        QCOMPARE(placeCount(), 1);
        QCOMPARE(letters(), QStringList{u"poster → first@example.jp, en"_s});
    }

    // REQUIREMENTS O4
    void whoRegistersTwiceGetsTheSamePosterAgain_data()
    {
        QTest::addColumn<FacilityDetails>("again");
        QTest::newRow("as before") << withContact(first);
        QTest::newRow("other widths") << withContact(u"ＦＩＲＳＴ＠example.jp"_s, u" 喫茶　シラカバ"_s);
    }
    void whoRegistersTwiceGetsTheSamePosterAgain()
    {
        QFETCH(FacilityDetails, again);
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"en"_s));
        std::ignore = letters();
        VERIFY_DONE(m_desk->registerPlace(again, u"en"_s));
        QCOMPARE(placeCount(), 1);
        QCOMPARE(letters(), QStringList{u"registered-again → first@example.jp, en, link"_s});
    }

    void aSecondContactIsRegisteredAndTheFirstIsTold() // REQUIREMENTS O4
    {
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"en"_s));
        std::ignore = letters();
        VERIFY_DONE(m_desk->registerPlace(withContact(second), u"en"_s));
        QCOMPARE(placeCount(), 2);
        QCOMPARE(letters(), (QStringList{u"poster → second@example.jp, en"_s,
                                         u"registered-again → first@example.jp, ja, link"_s}));
        QCOMPARE(must(m->facilities.find(1)).details, withContact(first)); // untouched
        QCOMPARE(audited(), QStringList{u"operator facility.duplicate facility 1"_s});
        // What the first one gets is about the first one's place.
        QCOMPARE(tokenOf(operatorMail::registeredAgain).facility, 1);
    }

    // REQUIREMENTS V4, O2: nobody gets an advertisement over the prefecture's signature.
    void aNameThatSaysMoreIsMailedToWhoAsksForItOnly()
    {
        const QString name = u"必ず当たる 0120-000-777"_s;
        QCOMPARE(must(m_desk->registerPlace(withContact(first, name), u"en"_s)),
                 OperatorDesk::Registration::ContactAsked);
        QCOMPARE(letters(), QStringList{u"contact-confirm → first@example.jp, en, link"_s});
        const ManageToken asked = tokenOf(operatorMail::confirmContact);
        QCOMPARE(asked.newContact, first);

        // However often it is registered, and by whom.
        QCOMPARE(must(m_desk->registerPlace(withContact(first, name), u"en"_s)),
                 OperatorDesk::Registration::ContactAsked);
        QCOMPARE(letters(), QStringList{u"contact-confirm → first@example.jp, en, link"_s});
        VERIFY_DONE(m_desk->registerPlace(withContact(second, name), u"en"_s));
        QCOMPARE(letters(), QStringList{u"contact-confirm → second@example.jp, en, link"_s});
        VERIFY_DONE(m_desk->mailLink(must(m->facilities.find(1)).code, u"en"_s));
        QCOMPARE(letters(), QStringList{u"manage-link → first@example.jp, en, link"_s});

        m->clock.advance(1);
        QCOMPARE(must(m_desk->confirmContact(asked, u"en"_s)), OperatorDesk::Confirmation::PosterMailed);
        QCOMPARE(letters(), QStringList{u"poster → first@example.jp, en"_s});
        VERIFY_FAILS(m_desk->confirmContact(asked, u"en"_s), ErrorCode::NotFound);
        QCOMPARE(audited(), (QStringList{u"operator facility.duplicate facility 1"_s,
                                         u"operator facility.confirmed facility 1"_s}));
    }

    void placesThatOnlyLookAlikeAreNoDuplicates_data()
    {
        QTest::addColumn<FacilityDetails>("one");
        QTest::addColumn<FacilityDetails>("other");
        FacilityDetails elsewhere = withContact(second);
        elsewhere.address += u"1"_s;
        QTest::newRow("another address") << withContact(first) << elsewhere;
        const auto event = [](const QString &contact, int from, int until) {
            FacilityDetails details = withContact(contact);
            details.kind = FacilityKind::Event;
            details.from = QDate(2026, 12, from);
            details.until = QDate(2026, 12, until);
            return details;
        };
        QTest::newRow("an event on other days") << event(first, 5, 6) << event(first, 7, 8);
        FacilityDetails exercise = withContact(first);
        exercise.exercise = true;
        QTest::newRow("a place of an exercise") << exercise << withContact(second);
    }
    void placesThatOnlyLookAlikeAreNoDuplicates()
    {
        QFETCH(FacilityDetails, one);
        QFETCH(FacilityDetails, other);
        must(m->registration.add(one, FacilitySource::Staff, false, u"ja"_s));
        VERIFY_DONE(m_desk->registerPlace(other, u"ja"_s));
        QCOMPARE(placeCount(), 2);
        QCOMPARE(letters(), QStringList{u"poster → %1, ja"_s.arg(other.contactEmail)});
    }

    void aClosedPlaceIsRegisteredAnew()
    {
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"ja"_s));
        must(m->facilities.setState(1, FacilityState::Retired));
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"ja"_s));
        QCOMPARE(placeCount(), 2);
    }

    void nobodyIsFloodedByStrangers()
    {
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"ja"_s));
        for (int time = 0; time < 20; ++time)
            VERIFY_DONE(m_desk->registerPlace(withContact(u"stranger%1@example.jp"_s.arg(time)), u"ja"_s));
        QCOMPARE(letters().filter(first).size(), 1 + 5); // limits.mails_per_address_per_hour
        QCOMPARE(placeCount(), 21);
        m->clock.advance(3600);
        VERIFY_DONE(m_desk->mailLink(must(m->facilities.find(1)).code, u"ja"_s));
        QCOMPARE(letters().filter(first).size(), 1);
    }

    void anAddressIsTakenSoManyTimesAnHour()
    {
        for (int place = 0; place < 5; ++place)
            VERIFY_DONE(m_desk->registerPlace(withContact(first, u"店%1"_s.arg(place)), u"ja"_s));
        VERIFY_FAILS(m_desk->registerPlace(withContact(first, u"もう一つ"_s), u"ja"_s), ErrorCode::Refused);
        QCOMPARE(placeCount(), 5);
        m->clock.advance(3600);
        VERIFY_DONE(m_desk->registerPlace(withContact(first, u"もう一つ"_s), u"ja"_s));
    }

    // Or one could find out whose address it is by using up its mails.
    void linksDoNotShowInWhatMayBeTyped()
    {
        const Facility place = add();
        for (int time = 0; time < 9; ++time)
            VERIFY_DONE(m_desk->mailLink(place.code, u"ja"_s));
        VERIFY_DONE(m_desk->registerPlace(withContact(first, u"別の店"_s), u"ja"_s));
    }

    void whatCannotBeStoredDoesNotCount()
    {
        m->run(u"ALTER TABLE outbox RENAME TO hidden"_s);
        for (int time = 0; time < 9; ++time)
            QVERIFY(m_desk->registerPlace(withContact(first), u"ja"_s).error().code != ErrorCode::Refused);
        m->run(u"ALTER TABLE hidden RENAME TO outbox"_s);
        QCOMPARE(placeCount(), 0);
        VERIFY_DONE(m_desk->registerPlace(withContact(first), u"ja"_s));
    }
};

QTEST_GUILESS_MAIN(tst_OperatorRegistration)
#include "tst_OperatorRegistration.moc"
