// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

using namespace shirase;

/// What is behind the link: /facilities/manage/TOKEN (REQUIREMENTS O4, O6).
class tst_ManagePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place.emplace(m->addFacility());
        m_path = u"/facilities/manage/"_s + m->manageToken(*m_place);
    }

    void theLinkShowsThePlaceAndWhatCanBeDone()
    {
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 200);
        QCOMPARE(page.heading(), m_place->details.name);
        QVERIFY(page.says(m_place->code.checkCode()));
        for (const QString &step : {u"/details"_s, u"/code"_s, u"/close"_s})
            QVERIFY(page.html().contains(u"href=\"%1%2\""_s.arg(m_path, step)));
        QCOMPARE(page.header("Cache-Control"), u"no-store"_s);
        QCOMPARE(page.header("X-Robots-Tag"), u"noindex"_s);
    }

    void openingAPageChangesNothing()
    {
        for (const QString &step : {QString(), u"/details"_s, u"/code"_s, u"/close"_s})
            QCOMPARE(m->get(m_path + step).status(), 200);
        QCOMPARE(place(), *m_place);
        QCOMPARE(m->letterCount(), 0);
    }

    void theFormShowsWhatIsRegistered()
    {
        const Answered page = m->get(m_path + u"/details"_s);
        QCOMPARE(page.field(u"name"_s), m_place->details.name);
        QCOMPARE(page.field(u"contact_email"_s), m_place->details.contactEmail);
        QCOMPARE(page.field(u"phone"_s), m_place->details.phone);
        QVERIFY(page.html().contains(u"value=\"store\" checked"_s));
    }

    void detailsAreCorrected()
    {
        const Answered answer =
            m->post(m_path + u"/details"_s, form({{u"phone"_s, u"０１１ー０００ー０１９９"_s}}));
        QCOMPARE(answer.status(), 303);
        QCOMPARE(answer.header("Location"), u"/facilities/manage/done/corrected"_s);
        QCOMPARE(place().details.phone, u"011-000-0199"_s);
        QCOMPARE(m->get(answer.header("Location")).heading(), u"登録を変更しました"_s);
        linkIsGone();
    }

    void anEventIsMovedToOtherDays()
    {
        const Facility event = m->addFacility(u"雪祭"_s, QDate(2026, 12, 5), QDate(2026, 12, 6));
        const QString page = u"/facilities/manage/"_s + m->manageToken(event) + u"/details"_s;
        QCOMPARE(m->get(page).field(u"until"_s), u"2026-12-06"_s);
        SiteUnderTest::Fields fields = fieldsOf(page, {{u"until"_s, u"2026-12-08"_s}});
        QCOMPARE(m->post(page, fields).status(), 303);
        QCOMPARE(m->facilities->find(event.id)->details.until, QDate(2026, 12, 8));
    }

    void aWrongFieldIsSaidThereAndEverythingIsKept()
    {
        const Answered page =
            m->post(m_path + u"/details"_s, form({{u"phone"_s, u"110"_s}, {u"name"_s, u"新しい名前"_s}}));
        QCOMPARE(page.status(), 422);
        QVERIFY(page.html().contains(u"id=\"phone-problem\""_s));
        QVERIFY(page.html().contains(u"<a href=\"#phone\">"_s));
        QCOMPARE(page.field(u"name"_s), u"新しい名前"_s);
        QCOMPARE(place(), *m_place);
    }

    void aLikelySlipOfTheNewContactIsAskedAbout()
    {
        const Answered page =
            m->post(m_path + u"/details"_s, form({{u"contact_email"_s, u"owner@gmial.com"_s}}));
        QCOMPARE(page.status(), 422);
        QVERIFY(page.says(u"owner@gmail.com"_s));
        const Answered again =
            m->post(m_path + u"/details"_s,
                    form({{u"contact_email"_s, u"owner@gmial.com"_s}, {u"keep"_s, page.field(u"keep"_s)}}));
        QCOMPARE(again.header("Location"), u"/facilities/manage/done/asked"_s);
    }

    void aNewContactCountsOnceItHasConfirmed()
    {
        const Answered asked =
            m->post(m_path + u"/details"_s, form({{u"contact_email"_s, u"new@example.jp"_s}}));
        QCOMPARE(asked.header("Location"), u"/facilities/manage/done/asked"_s);
        QCOMPARE(m->letterCount(), 1);
        QCOMPARE(place().details.contactEmail, u"owner@example.jp"_s);

        const QString path = u"/facilities/manage/"_s + m->manageToken(place(), u"new@example.jp"_s);
        const Answered page = m->get(path);
        QCOMPARE(page.heading(), u"このメールアドレスでよろしいですか"_s);
        QVERIFY(page.says(u"new@example.jp"_s) && page.says(m_place->details.name));
        QVERIFY(!page.says(m_place->details.phone));
        for (const QString &step : {u"/details"_s, u"/code"_s, u"/close"_s}) {
            QCOMPARE(m->get(path + step).status(), 404);
            QCOMPARE(m->post(path + step, {{u"grace"_s, u"0"_s}}).status(), 404);
        }
        const Answered confirmed = m->post(path, {});
        QCOMPARE(confirmed.header("Location"), u"/facilities/manage/done/contact"_s);
        QCOMPARE(place().details.contactEmail, u"new@example.jp"_s);
        QCOMPARE(m->get(path).status(), 404);
    }

    void aLinkThatManagesConfirmsNothing() { QCOMPARE(m->post(m_path, {}).status(), 404); }

    void aMailboxIsNotAskedWithoutEnd()
    {
        QVERIFY(m->settings->set(u"limits.mails_per_address_per_hour"_s, u"1"_s));
        const QMap<QString, QString> moved{{u"contact_email"_s, u"new@example.jp"_s}};
        QCOMPARE(m->post(m_path + u"/details"_s, form(moved)).status(), 303);
        m_path = u"/facilities/manage/"_s + m->manageToken(place());
        const Answered page = m->post(m_path + u"/details"_s, form(moved));
        QCOMPARE(page.status(), 429);
        QVERIFY(page.html().contains(u"id=\"contact_email-problem\""_s));
    }

    void aCodeIsIssuedAnew_data()
    {
        QTest::addColumn<QString>("grace");
        QTest::addColumn<int>("oldOne");
        QTest::newRow("at once") << u"0"_s << 410;
        QTest::newRow("a week") << u"7"_s << 200;
        QTest::newRow("a month") << u"30"_s << 200;
    }
    void aCodeIsIssuedAnew()
    {
        QFETCH(QString, grace);
        const Answered answer = m->post(m_path + u"/code"_s, {{u"grace"_s, grace}});
        QCOMPARE(answer.header("Location"), u"/facilities/manage/done/code"_s);
        QVERIFY(place().code != m_place->code);
        QCOMPARE(m->get(u"/f/"_s + place().code.text()).status(), 200);
        QTEST(m->get(u"/f/"_s + m_place->code.text()).status(), "oldOne");
        QCOMPARE(m->letterCount(), 1);
        linkIsGone();
    }

    void aGraceThatNobodyOfferedIsRefused_data()
    {
        QTest::addColumn<QString>("grace");
        for (const char *value : {"", "-1", "31", "7 days", "99999999999"})
            QTest::newRow(value) << QString::fromLatin1(value);
    }
    void aGraceThatNobodyOfferedIsRefused()
    {
        QFETCH(QString, grace);
        QCOMPARE(m->post(m_path + u"/code"_s, {{u"grace"_s, grace}}).status(), 400);
        QCOMPARE(place(), *m_place);
    }

    void aClosedPlaceLeadsToAPageThatSaysSo() // REQUIREMENTS O4
    {
        const Answered answer = m->post(m_path + u"/close"_s, {});
        QCOMPARE(answer.header("Location"), u"/facilities/manage/done/closed"_s);
        QCOMPARE(place().state, FacilityState::Retired);
        const Answered poster = m->get(u"/f/"_s + m_place->code.text());
        QCOMPARE(poster.status(), 410);
        QCOMPARE(poster.heading(), u"このQRコードは、いまは使われていません"_s);
        linkIsGone();
    }

    void aSuspendedPlaceGetsNoNewCode()
    {
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Suspended));
        m_path = u"/facilities/manage/"_s + m->manageToken(place());
        const Answered page = m->get(m_path);
        QCOMPARE(page.status(), 200);
        QVERIFY(!page.html().contains(m_path + u"/code"_s));
        QCOMPARE(m->get(m_path + u"/code"_s).status(), 404);
        QCOMPARE(m->post(m_path + u"/code"_s, {{u"grace"_s, u"0"_s}}).status(), 404);
        QCOMPARE(m->post(m_path + u"/close"_s, {}).status(), 303);
    }

    void aLinkThatIsOverSaysWhereToGetAnother()
    {
        m->clock.at += ManageToken::validSeconds;
        for (const QString &path : {m_path, m_path + u"/close"_s, u"/facilities/manage/AAAA"_s}) {
            const Answered page = m->get(path);
            QCOMPARE(page.status(), 404);
            QCOMPARE(page.heading(), u"このリンクは、もう使えません"_s);
            QVERIFY(page.html().contains(u"href=\"/facilities/manage"_s));
        }
    }

    void whatCouldNotBeStoredIsSaidAndTriedAgain_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step : {"/details", "/code", "/close"})
            QTest::newRow(step) << QString::fromLatin1(step);
    }
    void whatCouldNotBeStoredIsSaidAndTriedAgain()
    {
        QFETCH(QString, step);
        const SiteUnderTest::Fields fields = step == u"/details"
                                                 ? form({{u"name"_s, u"新しい名前"_s}})
                                                 : SiteUnderTest::Fields{{u"grace"_s, u"30"_s}};
        m->hide(u"outbox"_s);
        const Answered page = m->post(m_path + step, fields);
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"受け付けたことを確かめられませんでした"_s));
        m->unhide(u"outbox"_s);
        QCOMPARE(place(), *m_place);
        QCOMPARE(m->post(m_path + step, fields).status(), 303);
    }

    void whileTheDatabaseIsAwayNothingIsLost()
    {
        const SiteUnderTest::Fields fields = form({{u"name"_s, u"新しい \"名前\" <1>"_s}, {u"lang"_s, u"ja"_s}});
        m->hide(u"facility_code"_s);
        const Answered page = m->post(m_path + u"/details"_s, fields);
        QCOMPARE(page.status(), 503);
        QVERIFY(page.html().contains(u"action=\"%1/details\""_s.arg(m_path)));
        QCOMPARE(page.hiddenFields(), fields);
        m->unhide(u"facility_code"_s);
        QCOMPARE(m->post(m_path + u"/details"_s, page.hiddenFields()).status(), 303);
        QCOMPARE(place().details.name, u"新しい \"名前\" <1>"_s);
    }

    void itSpeaksTheLanguageOfTheLink()
    {
        const Answered page = m->get(m_path + u"?lang=en"_s);
        QVERIFY(page.says(u"Correct the details"_s));
        QVERIFY(page.html().contains(m_path + u"/details?lang=en"_s));
        QCOMPARE(m->post(m_path + u"/close"_s, {{u"lang"_s, u"en"_s}}).header("Location"),
                 u"/facilities/manage/done/closed?lang=en"_s);
    }

private:
    [[nodiscard]] Facility place() const { return *m->facilities->find(m_place->id); }

    void linkIsGone()
    {
        for (const QString &step : {QString(), u"/details"_s, u"/close"_s})
            QCOMPARE(m->get(m_path + step).status(), 404);
        QCOMPARE(m->post(m_path + u"/close"_s, {}).status(), 404);
    }

    /// The form as the page fills it in, with some fields otherwise.
    SiteUnderTest::Fields fieldsOf(const QString &page, const QMap<QString, QString> &otherwise)
    {
        const Answered shown = m->get(page);
        SiteUnderTest::Fields fields{{u"kind"_s, shown.match(u"value=\"(\\w+)\" checked"_s)}};
        for (const char *latin : {"name", "contact_name", "contact_email", "phone", "postal_code", "address",
                                  "from", "until", "keep"}) {
            const QString name = QString::fromLatin1(latin);
            fields.emplaceBack(name, otherwise.value(name, shown.field(name)));
        }
        return fields;
    }
    SiteUnderTest::Fields form(const QMap<QString, QString> &otherwise)
    {
        return fieldsOf(m_path + u"/details"_s, otherwise);
    }

    std::unique_ptr<SiteUnderTest> m;
    std::optional<Facility> m_place;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_ManagePage)
#include "tst_ManagePage.moc"
