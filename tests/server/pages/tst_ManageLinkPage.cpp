// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

using namespace shirase;

namespace {
const QString path = u"/facilities/manage"_s;
} // namespace

/// GET and POST /facilities/manage (REQUIREMENTS O6).
class tst_ManageLinkPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<SiteUnderTest>();
        m_place.emplace(m->addFacility());
    }

    void aLinkIsMailedToTheContact_data()
    {
        QTest::addColumn<QString>("typed"); // %1 is the code
        QTest::newRow("the code") << u"%1"_s;
        QTest::newRow("the address on the poster") << u"https://shirase.example.jp/f/%1"_s;
        QTest::newRow("the address with a language") << u" http://127.0.0.1:8080/f/%1?lang=en "_s;
        QTest::newRow("wide letters") << u"ｈｔｔｐ：／／ｅｘａｍｐｌｅ／ｆ／%1"_s;
    }
    void aLinkIsMailedToTheContact()
    {
        QFETCH(QString, typed);
        const Answered answer = ask(typed.arg(m_place->code.text()));
        QCOMPARE(answer.status(), 303);
        QCOMPARE(answer.header("Location"), u"/facilities/manage/sent"_s);
        QCOMPARE(m->letterCount(), 1);
        QCOMPARE(m->get(answer.header("Location")).heading(), u"担当者のメールをお確かめください"_s);
    }

    void lowerCaseAndMisreadLettersAreUnderstood()
    {
        const QString code = m_place->code.text().toLower().replace(u'0', u'o').replace(u'1', u'l');
        QCOMPARE(ask(code).status(), 303);
        QCOMPARE(m->letterCount(), 1);
    }

    void theAnswerTellsNobodyAnything()
    {
        const Answered known = ask(m_place->code.text());
        const int letters = m->letterCount();
        const Answered unknown = ask(FacilityCode::random().text());
        QVERIFY(m->facilities->setState(m_place->id, FacilityState::Retired));
        const Answered closed = ask(m_place->code.text());
        for (const Answered &other : {unknown, closed}) {
            QCOMPARE(other.status(), known.status());
            QCOMPARE(other.response.headers, known.response.headers);
            QCOMPARE(other.response.body, known.response.body);
        }
        QCOMPARE(m->letterCount(), letters);
    }

    void whatIsNoCodeIsSaidAtTheField_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << u" 　"_s << u"コードを入力してください。"_s;
        QTest::newRow("a name") << u"札幌テスト食堂"_s << u"コードをお確かめください。11文字の英数字です。"_s;
        QTest::newRow("cut off") << u"https://shirase.example.jp/f/ABC"_s
                                 << u"コードをお確かめください。11文字の英数字です。"_s;
        QTest::newRow("the check code")
            << u"K7-4F2"_s << u"これは確認コードです。「http」で始まる行を入力してください。"_s;
    }
    void whatIsNoCodeIsSaidAtTheField()
    {
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        const Answered page = ask(typed);
        QCOMPARE(page.status(), 422);
        QVERIFY(page.html().contains(u"id=\"code-problem\">%1</p>"_s.arg(sentence)));
        QVERIFY(page.html().contains(u"<a href=\"#code\">%1</a>"_s.arg(sentence)));
        QVERIFY(page.html().contains(u"aria-describedby=\"code-hint code-problem\""_s));
        QCOMPARE(page.field(u"code"_s), typed);
        QCOMPARE(m->letterCount(), 0);
    }

    void theMailWithThePosterFillsItIn()
    {
        QCOMPARE(m->get(path + u"?code="_s + m_place->code.text()).field(u"code"_s), m_place->code.text());
        QCOMPARE(m->get(path + u"?code=%22%3E%3Cscript%3E"_s).field(u"code"_s), QString());
    }

    void aNetworkAsksSoOftenAMinute()
    {
        for (int time = 0; time < 10; ++time)
            QCOMPARE(ask(FacilityCode::random().text()).status(), 303);
        const Answered refused = ask(m_place->code.text());
        QCOMPARE(refused.status(), 429);
        QVERIFY(refused.header("Retry-After").toInt() > 0);
        QCOMPARE(refused.field(u"code"_s), m_place->code.text()); // behind a button that sends it again
        SiteUnderTest::Fields form{{u"code"_s, m_place->code.text()}};
        for (int i = 0; i < 20; ++i)
            form.emplaceBack(u"field%1"_s.arg(i), QString(1000, u'\''));
        const Answered stuffed = m->post(path, form);
        QCOMPARE(stuffed.status(), 429);
        QCOMPARE(stuffed.hiddenFields().size(), 0); // no more than a form's worth
        QCOMPARE(m->letterCount(), 0);
    }

    void aContactGetsSoManyLinksAnHour()
    {
        QVERIFY(m->settings->set(u"limits.mails_per_address_per_hour"_s, u"2"_s));
        for (int time = 0; time < 4; ++time)
            QCOMPARE(ask(m_place->code.text()).status(), 303);
        QCOMPARE(m->letterCount(), 2);
    }

    void whatCouldNotBeStoredIsSaidAndKept()
    {
        m->hide(u"outbox"_s);
        const Answered page = ask(m_place->code.text());
        QCOMPARE(page.status(), 503);
        QVERIFY(page.says(u"受け付けたことを確かめられませんでした"_s));
        QCOMPARE(page.field(u"code"_s), m_place->code.text());
    }

private:
    Answered ask(const QString &typed) { return m->post(path, {{u"code"_s, typed}}); }

    std::unique_ptr<SiteUnderTest> m;
    std::optional<Facility> m_place;
};

QTEST_GUILESS_MAIN(tst_ManageLinkPage)
#include "tst_ManageLinkPage.moc"
