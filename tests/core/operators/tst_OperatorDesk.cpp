// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/OperatorDesk.h"

#include "core/operators/OperatorMails.h"
#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

const QString first = u"first@example.jp"_s;
const QString second = u"second@example.jp"_s;

FacilityDetails withContact(const QString &contact, const QString &name = u"喫茶しらかば"_s)
{
    FacilityDetails details = TestOffice::details(name);
    details.contactEmail = contact;
    return details;
}

} // namespace

class tst_OperatorDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<TestOffice>();
        m_desk = std::make_unique<OperatorDesk>(
            OperatorDesk::Services{*m->files.main, m->facilities, m->registration, m->outbox,
                                   m->staff.audit(), m->settings, m->serverKey, m->clock});
    }

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

private:
    Facility add()
    {
        return must(m->registration.add(withContact(first), FacilitySource::Form, false, u"ja"_s));
    }
    [[nodiscard]] qint64 placeCount() const { return m->number(u"SELECT count(*) FROM facility"_s); }

    /// "kind → recipient, language[, link]" of every letter since the last look, opened as the sender does.
    QStringList letters()
    {
        QStringList lines;
        std::map<QString, Outbox::Composer> composers;
        for (const auto &[kind, composer] : operatorMails(m->facilities, m->settings)) {
            composers.emplace(kind, [&](const Letter &letter, Message &message) -> Result<> {
                const bool hasToken = letter.content.contains(u"token"_s);
                lines.append(u"%1 → %2, %3%4"_s.arg(letter.kind, letter.recipient, letter.language,
                                                    hasToken ? u", link"_s : QString()));
                m_tokens.insert(letter.kind, letter.content[u"token"_s].toString().toLatin1());
                message.subject = u"x"_s;
                message.body = u"x\n"_s;
                return {};
            });
        }
        Outbox outbox(*m->files.main, m->serverKey.queueOpener(), std::move(composers));
        const MailIdentity identity = must(MailIdentity::of(m->settings));
        for (const qint64 id : must(outbox.due(m->clock.now(), 100)))
            std::ignore = must(outbox.compose(id, m->clock.now(), identity));
        m->run(u"DELETE FROM outbox"_s);
        return lines;
    }
    /// The link of the newest letter of a kind that letters() has seen.
    ManageToken tokenOf(const QString &kind)
    {
        return *ManageToken::decode(m_tokens[kind], m->serverKey.tokenKey(), m->clock.now());
    }
    QStringList audited()
    {
        QStringList entries;
        for (const AuditLog::Entry &entry : must(m->staff.audit().about(u"facility 1"_s)))
            entries.append(entry.account + u' ' + entry.action + u' ' + entry.subject);
        return entries;
    }

    std::unique_ptr<TestOffice> m;
    std::unique_ptr<OperatorDesk> m_desk;
    QMap<QString, QByteArray> m_tokens;
};

QTEST_GUILESS_MAIN(tst_OperatorDesk)
#include "tst_OperatorDesk.moc"
