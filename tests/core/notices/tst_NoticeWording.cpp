// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeQueue.h"
#include "core/notices/NoticeTestMail.h"
#include "core/notices/NoticeWording.h"
#include "tests/support/DueMails.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftTakesACopyOfItsTemplate();
    void aDraftWhoseTextNamesItsFacilityIsRefused_data();
    void aDraftWhoseTextNamesItsFacilityIsRefused();
    void anotherFacilitysNameIsOnlyWarnedAbout();
    void aShopWithAnOrdinaryNameBlocksNothing();
    void aSettingWithAPhoneNumberIsRefused();
    void aDraftsTextChangesForThisNoticeAlone();
    void aDraftsTextIsCheckedLikeAnyOther();
    void anApprovedTextCannotBeChanged();
    void onlyTheAuthorChangesADraftsText();
    void aTextChangedInTheDatabaseIsNotApproved();
    void aNameThatCameUpSinceTheDraftStopsTheApproval();
    void aTestMailBringsEveryLanguageMarkedAsATest();
    void aTestMailIsRefused_data();
    void aTestMailIsRefused();
};

namespace {

const QDate day(2026, 11, 21);

struct Case
{
    Case()
    {
        office.run(u"DELETE FROM outbox"_s);
        office.clock.set("2026-11-24T10:00");
        must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
    }
    [[nodiscard]] QList<NoticeTarget> targets() const { return {NoticeTarget::wholeDay(cafe.id, day)}; }
    [[nodiscard]] Result<NoticeId> draft(const QString &key = u"standard"_s)
    {
        return office.desk.draft(*office.session, targets(), key);
    }
    /// A template with this sentence in it.
    void addText(const QString &key, const QString &sentence)
    {
        must(wording.templates().save(
            *office.session,
            {.key = key, .title = key, .wordings = {{u"ja"_s, {u"お知らせ"_s, sentence}}}, .changedBy = {}}));
    }
    [[nodiscard]] Notice notice(NoticeId id) { return must(office.notices.find(id)); }

    TestOffice office;
    NoticeWording &wording = office.desk.wording();
    Facility cafe = office.addFacility(u"喫茶しらかば"_s);
};

Wordings japanese(const QString &body)
{
    return {{u"ja"_s, {u"{{systemName}}からのお知らせ"_s, body}}};
}

} // namespace

void tst_NoticeWording::aDraftTakesACopyOfItsTemplate()
{
    Case c;
    c.addText(u"measles"_s, u"麻しんです。"_s);
    const NoticeId id = must(c.draft(u"measles"_s));
    must(c.wording.templates().remove(*c.office.session, u"measles"_s));
    QCOMPARE(c.notice(id).texts[u"ja"_s].body, u"麻しんです。\n"_s);
    QCOMPARE(c.notice(id).textKey, u"measles"_s);
    VERIFY_FAILS(c.draft(u"measles"_s), ErrorCode::NotFound);
}

void tst_NoticeWording::aDraftWhoseTextNamesItsFacilityIsRefused_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the name") << u"喫茶しらかばにいた方へ"_s;
    QTest::newRow("another spelling") << u"喫茶　シラカバにいた方へ"_s;
    QTest::newRow("an alias") << u"白樺茶屋にいた方へ"_s;
}

void tst_NoticeWording::aDraftWhoseTextNamesItsFacilityIsRefused()
{
    QFETCH(const QString, sentence);
    Case c;
    c.cafe.details.aliases = u"白樺茶屋\nしらかば珈琲"_s;
    must(c.office.facilities.update(c.cafe.id, c.cafe.details));
    c.addText(u"careless"_s, sentence);
    const Result<NoticeId> id = c.draft(u"careless"_s);
    VERIFY_FAILS(id, ErrorCode::Invalid);
    QVERIFY2(id.error().message.startsWith(u"ja: line 1, character 1: own-name"_s),
             qPrintable(id.error().message));
}

void tst_NoticeWording::anotherFacilitysNameIsOnlyWarnedAbout()
{
    Case c;
    (void)c.office.addFacility(u"居酒屋たぬき"_s);
    c.addText(u"careless"_s, u"居酒屋たぬきにいた方へ"_s);
    VERIFY_DONE(c.draft(u"careless"_s));
    const auto rulesWith = [&](NoticeWording::Others others) {
        QStringList rules;
        const NoticeText text{u"お知らせ"_s, u"居酒屋たぬきと喫茶しらかば"_s};
        for (const TextFault &fault : must(c.wording.checkFor(c.targets(), others)).check(text))
            rules << toText(fault.rule);
        return rules;
    };
    QCOMPARE(rulesWith(NoticeWording::Others::WarnedAbout), (QStringList{u"other-name"_s, u"own-name"_s}));
    QCOMPARE(rulesWith(NoticeWording::Others::Ignored), QStringList{u"own-name"_s});
}

// REQUIREMENTS S5
void tst_NoticeWording::aShopWithAnOrdinaryNameBlocksNothing()
{
    Case c;
    c.cafe = c.office.addFacility(u"あなた"_s);
    const NoticeId id = must(c.draft());
    VERIFY_DONE(c.office.desk.approve(*c.office.session, id, false));
}

void tst_NoticeWording::aSettingWithAPhoneNumberIsRefused()
{
    Case c;
    must(c.office.settings.set(u"organisation.centre_name"_s, u"相談センター（011-204-5020）"_s));
    const Result<NoticeId> id = c.draft();
    VERIFY_FAILS(id, ErrorCode::Invalid);
    QVERIFY2(id.error().message.contains(u"{{centreName}}"_s), qPrintable(id.error().message));
}

void tst_NoticeWording::aDraftsTextChangesForThisNoticeAlone()
{
    Case c;
    const NoticeId id = must(c.draft());
    const QByteArray before = c.notice(id).textHash;
    VERIFY_DONE(
        c.wording.setTexts(*c.office.session, id, japanese(u"{{disease}}のお知らせです。\r\n\r\n"_s)));
    const Notice changed = c.notice(id);
    QCOMPARE(changed.texts.keys(), QStringList{u"ja"_s});
    QCOMPARE(changed.texts[u"ja"_s].body, u"新型コロナウイルス感染症のお知らせです。\n"_s);
    QCOMPARE(changed.textHash, hashOf(changed.texts));
    QVERIFY(changed.textHash != before);
    QCOMPARE(must(c.office.staff.audit().page(*c.office.session, {}, {}, 1)).first().action,
             u"notice.text"_s);
    QCOMPARE(c.notice(must(c.draft())).textHash, before); // the template is as it was
    VERIFY_DONE(c.office.desk.approve(*c.office.session, id, false));
}

void tst_NoticeWording::aDraftsTextIsCheckedLikeAnyOther()
{
    Case c;
    const NoticeId id = must(c.draft());
    for (const QString &body : {u"喫茶しらかばで"_s, u"example.jpへ"_s, u"{{facility}}で"_s, u" \n"_s})
        VERIFY_FAILS(c.wording.setTexts(*c.office.session, id, japanese(body)), ErrorCode::Invalid);
    VERIFY_FAILS(c.wording.setTexts(*c.office.session, id, {}), ErrorCode::Invalid);
    QCOMPARE(c.notice(id).texts.size(), visitorLanguages().size());
}

// Issue 3: an approved text cannot be changed.
void tst_NoticeWording::anApprovedTextCannotBeChanged()
{
    Case c;
    const NoticeId id = must(c.draft());
    must(c.office.desk.approve(*c.office.session, id, false));
    VERIFY_FAILS(c.wording.setTexts(*c.office.session, id, japanese(u"手を洗う"_s)), ErrorCode::Conflict);
}

void tst_NoticeWording::onlyTheAuthorChangesADraftsText()
{
    Case c;
    const NoticeId id = must(c.draft());
    const auto other = c.office.logIn(u"鈴木"_s, Role::Notices | Role::Approval);
    VERIFY_FAILS(c.wording.setTexts(*other, id, japanese(u"手を洗う"_s)), ErrorCode::Refused);
    const auto without = c.office.logIn(u"佐藤"_s, Role::Approval);
    VERIFY_FAILS(c.wording.setTexts(*without, id, japanese(u"手を洗う"_s)), ErrorCode::Refused);
}

void tst_NoticeWording::aTextChangedInTheDatabaseIsNotApproved()
{
    Case c;
    const NoticeId id = must(c.draft());
    c.office.run(u"UPDATE notice SET texts = replace(texts, 'wear a mask', 'wear no mask')"_s);
    VERIFY_FAILS(c.office.desk.approve(*c.office.session, id, false), ErrorCode::Corrupt);
}

void tst_NoticeWording::aNameThatCameUpSinceTheDraftStopsTheApproval()
{
    Case c;
    c.addText(u"careless"_s, u"白樺茶屋にいた方へ"_s);
    const NoticeId id = must(c.draft(u"careless"_s));
    c.cafe.details.aliases = u"白樺茶屋"_s;
    must(c.office.facilities.update(c.cafe.id, c.cafe.details));
    VERIFY_FAILS(c.office.desk.approve(*c.office.session, id, false), ErrorCode::Invalid);
}

void tst_NoticeWording::aTestMailBringsEveryLanguageMarkedAsATest()
{
    Case c;
    const Wordings wordings = must(standardWordings());
    VERIFY_DONE(c.wording.sendTest(*c.office.session, u"clerk@example.jp"_s, wordings, c.targets()));
    Outbox outbox(*c.office.files.main, c.office.serverKey.queueOpener(),
                  {{noticeTestMail::kind, noticeTestMail::composer()}});
    const auto mails = dueMails(outbox, c.office.clock.now(), must(MailIdentity::of(c.office.settings)));
    QCOMPARE(mails.size(), size_t(wordings.size()));
    for (const DueMail &mail : mails)
        QCOMPARE(mail.recipient, QByteArray("clerk@example.jp"));

    Message message{.messageId = {},
                    .fromName = {},
                    .from = address(u"a@example.jp"_s),
                    .replyTo = {},
                    .to = address(u"a@example.jp"_s),
                    .subject = {},
                    .body = {},
                    .language = {},
                    .attachments = {}};
    for (const auto &[language, mark] : QMap<QString, QString>{
             {u"ja"_s, u"【テスト】 お知らせ"_s},
             {u"en"_s, u"[TEST] お知らせ"_s},
             {u"ko"_s, u"[테스트] お知らせ"_s},
             {u"fr"_s,
              u"[TEST] お知らせ"_s}}.asKeyValueRange()) {
        must(noticeTestMail::composer()(noticeTestMail::letter({}, language, {u"お知らせ"_s, u"本文"_s}),
                                        message));
        QCOMPARE(message.subject, mark);
        QCOMPARE(message.body, u"本文"_s);
    }
}

void tst_NoticeWording::aTestMailIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("body");
    QTest::newRow("an address that cannot be used") << u"clerk"_s << u"手を洗う"_s;
    QTest::newRow("a link in the text") << u"clerk@example.jp"_s << u"example.jpへ"_s;
    QTest::newRow("the facility's name") << u"clerk@example.jp"_s << u"喫茶しらかばで"_s;
}

void tst_NoticeWording::aTestMailIsRefused()
{
    QFETCH(const QString, address);
    QFETCH(const QString, body);
    Case c;
    VERIFY_FAILS(c.wording.sendTest(*c.office.session, address, japanese(body), c.targets()),
                 ErrorCode::Invalid);
    const auto outsider = c.office.logIn(u"鈴木"_s, Role::Facilities);
    VERIFY_FAILS(c.wording.sendTest(*outsider, u"clerk@example.jp"_s, japanese(u"手を洗う"_s), c.targets()),
                 ErrorCode::Refused);
    QCOMPARE(c.office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

QTEST_GUILESS_MAIN(tst_NoticeWording)
#include "tst_NoticeWording.moc"
