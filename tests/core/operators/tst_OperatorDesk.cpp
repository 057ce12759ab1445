// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/operators/OperatorOffice.h"
#include "tests/support/Results.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

/// What operators do with a place by links that were mailed to them (REQUIREMENTS O4, O6).
class tst_OperatorDesk : public QObject, private OperatorOffice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void aLinkGoesToTheRegisteredContact() // REQUIREMENTS O6
    {
        const Facility place = add();
        VERIFY_DONE(m_desk->mailLink(place.code, u"ko"_s));
        QCOMPARE(letters(), QStringList{u"manage-link → first@example.jp, ko, link"_s});
        QCOMPARE(must(m_desk->placeOf(tokenOf(operatorMail::link))).id, place.id);
    }

    void whereThereIsNobodyNothingIsSent()
    {
        VERIFY_DONE(m_desk->mailLink(FacilityCode::random(), u"ja"_s));
        const Facility place = add();
        must(m->facilities.setState(place.id, FacilityState::Retired));
        VERIFY_DONE(m_desk->mailLink(place.code, u"ja"_s));
        QCOMPARE(letters(), QStringList());
    }

    void detailsAreCorrectedOnce() // REQUIREMENTS O6
    {
        const Facility place = add();
        const ManageToken token = ManageToken::of(place);
        FacilityDetails better = place.details;
        better.phone = u"０１１（２０４）５０２１"_s;
        better.aliases = u"made up"_s;
        better.exercise = true;
        QCOMPARE(must(m_desk->correct(token, better, u"ja"_s)), OperatorDesk::Correction::Done);
        const Facility corrected = must(m->facilities.find(place.id));
        QCOMPARE(corrected.details.phone, u"011-204-5021"_s);
        QCOMPARE(corrected.details.aliases, place.details.aliases);
        QCOMPARE(corrected.details.exercise, false);
        QCOMPARE(corrected.code, place.code);
        QCOMPARE(letters(), QStringList());
        QCOMPARE(audited(), QStringList{u"operator facility.correct facility 1"_s});
        VERIFY_FAILS(m_desk->correct(token, place.details, u"ja"_s), ErrorCode::NotFound);
    }

    void nothingChangedUsesNothingUp()
    {
        const Facility place = add();
        const ManageToken token = ManageToken::of(place);
        QCOMPARE(must(m_desk->correct(token, place.details, u"ja"_s)), OperatorDesk::Correction::Unchanged);
        VERIFY_DONE(m_desk->placeOf(token));
        QCOMPARE(audited(), QStringList());
    }

    void aNewNameComesWithANewPoster()
    {
        const Facility place = add();
        QCOMPARE(
            must(m_desk->correct(ManageToken::of(place), withContact(first, u"喫茶はるにれ"_s), u"en"_s)),
            OperatorDesk::Correction::Done);
        QCOMPARE(letters(), QStringList{u"poster-new → first@example.jp, en"_s});
    }

    void wrongDetailsAreRefused()
    {
        const Facility place = add();
        FacilityDetails worse = place.details;
        worse.phone = u"110"_s;
        VERIFY_FAILS(m_desk->correct(ManageToken::of(place), worse, u"ja"_s), ErrorCode::Invalid);
        VERIFY_DONE(m_desk->placeOf(ManageToken::of(place)));
    }

    void aNewContactConfirmsFirstAndTheOldOneIsTold() // REQUIREMENTS O6
    {
        const Facility place = add();
        QCOMPARE(must(m_desk->correct(ManageToken::of(place), withContact(second), u"ja"_s)),
                 OperatorDesk::Correction::ContactAsked);
        QCOMPARE(letters(), QStringList{u"contact-confirm → second@example.jp, ja, link"_s});
        QCOMPARE(must(m->facilities.find(place.id)).details.contactEmail, first);

        const ManageToken token = tokenOf(operatorMail::confirmContact);
        QCOMPARE(token.newContact, second);
        QCOMPARE(must(m_desk->confirmContact(token, u"ja"_s)), OperatorDesk::Confirmation::ContactChanged);
        QCOMPARE(letters(), QStringList{u"contact-changed → first@example.jp, ja"_s});
        QCOMPARE(must(m->facilities.find(place.id)).details, withContact(second));
        QCOMPARE(audited(), (QStringList{u"operator facility.correct facility 1"_s,
                                         u"operator facility.contact facility 1"_s}));
        VERIFY_FAILS(m_desk->confirmContact(token, u"ja"_s), ErrorCode::NotFound);
    }

    void aMailboxThatHasOnlyBeenAskedManagesNothing()
    {
        const Facility place = add();
        const ManageToken asked = ManageToken::of(place, second);
        VERIFY_FAILS(m_desk->correct(asked, withContact(second), u"ja"_s), ErrorCode::NotFound);
        VERIFY_FAILS(m_desk->reissue(asked, 0, u"ja"_s), ErrorCode::NotFound);
        VERIFY_FAILS(m_desk->close(asked, u"ja"_s), ErrorCode::NotFound);
        VERIFY_FAILS(m_desk->confirmContact(ManageToken::of(place), u"ja"_s), ErrorCode::NotFound);
        QCOMPARE(must(m->facilities.find(place.id)), place);
    }

    void linksOfBeforeDieWithTheContact()
    {
        const Facility place = add();
        const ManageToken early = ManageToken::of(place);
        must(m_desk->confirmContact(ManageToken::of(place, second), u"ja"_s));
        VERIFY_FAILS(m_desk->placeOf(early), ErrorCode::NotFound);
    }

    void strangersAreNotAskedWithoutEnd()
    {
        add();
        for (int time = 0; time < 5; ++time)
            QVERIFY(m_desk->correct(ManageToken::of(must(m->facilities.find(1))),
                                    withContact(second, u"店%1"_s.arg(time)), u"ja"_s));
        const Facility before = must(m->facilities.find(1));
        VERIFY_FAILS(m_desk->correct(ManageToken::of(before), withContact(second), u"ja"_s),
                     ErrorCode::Refused);
        QCOMPARE(must(m->facilities.find(1)), before);
    }

    void anOldCodeWorksOnForAsLongAsAsked_data() // REQUIREMENTS O4
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("lasts");
        QTest::newRow("not at all") << 0 << 0;
        QTest::newRow("a week") << 7 << 7;
        QTest::newRow("longer than there is") << 400 << OperatorDesk::longestGraceDays;
    }
    void anOldCodeWorksOnForAsLongAsAsked()
    {
        QFETCH(int, days);
        QFETCH(int, lasts);
        const Facility place = add();
        VERIFY_DONE(m_desk->reissue(ManageToken::of(place), days, u"ja"_s));
        QCOMPARE(letters(), QStringList{u"poster-new → first@example.jp, ja"_s});
        QCOMPARE(audited(), QStringList{u"operator facility.reissue facility 1"_s});
        QVERIFY(must(m->facilities.find(1)).code != place.code);
        if (lasts > 0) {
            m->clock.advance(lasts * 24 * 3600 - 1);
            QVERIFY(!must(m->facilities.findByCode(place.code)).codeRetired(m->clock.now()));
            m->clock.advance(1);
        }
        QVERIFY(must(m->facilities.findByCode(place.code)).codeRetired(m->clock.now()));
    }

    void aClosedPlaceIsRetiredForGood() // REQUIREMENTS O6
    {
        const Facility place = add();
        const ManageToken token = ManageToken::of(place);
        VERIFY_DONE(m_desk->close(token, u"ja"_s));
        QCOMPARE(must(m->facilities.find(1)).state, FacilityState::Retired);
        QCOMPARE(letters(), QStringList{u"facility-closed → first@example.jp, ja"_s});
        QCOMPARE(audited(), QStringList{u"operator facility.retire facility 1"_s});
        VERIFY_FAILS(m_desk->close(token, u"ja"_s), ErrorCode::NotFound);
        VERIFY_FAILS(m_desk->placeOf(ManageToken::of(must(m->facilities.find(1)))), ErrorCode::NotFound);
    }

    void anActIsAllOrNothing_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("its mail") << u"outbox"_s;
        QTest::newRow("its entry") << u"audit"_s;
    }
    void anActIsAllOrNothing()
    {
        QFETCH(QString, table);
        const Facility place = add();
        const ManageToken token = ManageToken::of(place);
        m->run(u"ALTER TABLE %1 RENAME TO hidden"_s.arg(table));
        QVERIFY(!m_desk->close(token, u"ja"_s));
        QVERIFY(!m_desk->reissue(token, 7, u"ja"_s));
        QVERIFY(!m_desk->correct(token, withContact(second, u"別名"_s), u"ja"_s));
        QCOMPARE(must(m->facilities.find(1)), place);
        m->run(u"ALTER TABLE hidden RENAME TO %1"_s.arg(table));
        VERIFY_DONE(m_desk->close(token, u"ja"_s));
    }
};

QTEST_GUILESS_MAIN(tst_OperatorDesk)
#include "tst_OperatorDesk.moc"
