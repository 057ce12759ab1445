// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/PlaceFinder.h"

#include "SiteUnderTest.h"

#include <future>

using namespace std::chrono_literals;
using namespace shirase;

class tst_PlaceFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place = m->addFacility();
    }
    void cleanup() { m.reset(); }

    void aPlaceThatIsKnownIsFoundAtOnce()
    {
        PlaceFinder places(m->facilityQuestions(), 1h);
        QVERIFY(!findAtOnce(places, m_place->code)); // nobody has looked yet
        QCOMPARE(find(places, m_place->code)->facility, *m_place);
        const auto again = findAtOnce(places, m_place->code);
        QVERIFY(again);
        QCOMPARE((*again)->facility, *m_place);
        QCOMPARE((*again)->scanned, m_place->code);
    }

    void aCodeThatIsNotKnownIsAskedForEachTime()
    {
        PlaceFinder places(m->facilityQuestions(), 1h);
        const FacilityCode never = FacilityCode::random();
        VERIFY_FAILS(find(places, never), ErrorCode::NotFound);
        QVERIFY(!findAtOnce(places, never));
    }

    void nothingIsFoundByALookThatIsTooOld()
    {
        PlaceFinder places(m->facilityQuestions(), 0ms);
        QVERIFY(find(places, m_place->code));
        QVERIFY(!findAtOnce(places, m_place->code));
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Suspended));
        QCOMPARE(find(places, m_place->code)->facility.state, FacilityState::Suspended);
    }

    void aLookThatFindsAChangeEndsWhatWasKnownBefore()
    {
        PlaceFinder places(m->facilityQuestions(), 1h);
        const Facility other = m->addFacility(u"もう一つの店"_s);
        QVERIFY(find(places, m_place->code));
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Suspended));
        QVERIFY(find(places, other.code)); // a look, as it was not known
        QVERIFY(!findAtOnce(places, m_place->code));
        QCOMPARE(find(places, m_place->code)->facility.state, FacilityState::Suspended);
    }

    void aLookThatEndsBetweenAQuestionAndItsAskingIsHeeded()
    {
        PlaceFinder places(m->facilityQuestions(), 0ms);
        const Facility other = m->addFacility(u"もう一つの店"_s);
        QVERIFY(find(places, m_place->code));
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Suspended));
        places.find(other.code, [](const Result<CodeLookup> &) {});
        QCoreApplication::processEvents(); // it is asked
        std::promise<void> looked;
        m->facilityQuestions().ask(
            [&looked](FacilityStore &) {
                looked.set_value();
                return Result<>();
            },
            [](const Result<> &) {});
        looked.get_future().wait(); // and answered, which nobody has heard so far
        QCOMPARE(find(places, m_place->code)->facility.state, FacilityState::Suspended);
    }

    // Only the number of the latest change is asked for: what was written past it is not seen.
    void aPlaceIsNotReadAgainUntilAFacilityChanges()
    {
        PlaceFinder places(m->facilityQuestions(), 0ms);
        const Facility other = m->addFacility(u"もう一つの店"_s);
        QCOMPARE(find(places, m_place->code)->facility, *m_place);
        must(m->files.main->command(u"UPDATE facility SET name = 'x' WHERE id = %1"_s.arg(m_place->id)));
        QCOMPARE(find(places, m_place->code)->facility, *m_place);
        QVERIFY(m->facilities->setState(other.id, FacilityState::Suspended));
        QCOMPARE(find(places, m_place->code)->facility.details.name, u"x"_s);
    }

    // REQUIREMENTS O4: nothing changes but the time.
    void anOldCodeIsRetiredWhenItsGraceEnds()
    {
        PlaceFinder places(m->facilityQuestions(), 1h);
        QVERIFY(m->facilities->reissue(m_place->id, 1));
        QVERIFY(!find(places, m_place->code)->codeRetired(m->clock.now()));
        m->clock.at += 24 * 3600;
        const auto atOnce = findAtOnce(places, m_place->code);
        QVERIFY(atOnce);
        QVERIFY((*atOnce)->codeRetired(m->clock.now()));
    }

    void aBusyServerLooksAheadSoThatNobodyWaits()
    {
        constexpr auto trust = 400ms;
        PlaceFinder places(m->facilityQuestions(), trust);
        QVERIFY(find(places, m_place->code));
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Suspended));
        // Somebody comes all the time, and hears of the change.
        const auto isSuspended = [&] {
            return find(places, m_place->code)->facility.state == FacilityState::Suspended;
        };
        QTRY_VERIFY(isSuspended());
    }

private:
    Result<CodeLookup> find(PlaceFinder &places, const FacilityCode &code)
    {
        std::optional<Result<CodeLookup>> found;
        places.find(code, [&found](Result<CodeLookup> place) { found = std::move(place); });
        if (!QTest::qWaitFor([&] { return found.has_value(); }))
            qFatal("no answer");
        return *found;
    }
    /// Nothing if the answer does not come within the call.
    std::optional<Result<CodeLookup>> findAtOnce(PlaceFinder &places, const FacilityCode &code)
    {
        const auto found = std::make_shared<std::optional<Result<CodeLookup>>>();
        places.find(code, [found](Result<CodeLookup> place) { *found = std::move(place); });
        const auto atOnce = *found;
        if (!QTest::qWaitFor([&] { return found->has_value(); }))
            qFatal("no answer");
        return atOnce;
    }

    std::unique_ptr<SiteUnderTest> m;
    std::optional<Facility> m_place;
};

QTEST_GUILESS_MAIN(tst_PlaceFinder)
#include "tst_PlaceFinder.moc"
