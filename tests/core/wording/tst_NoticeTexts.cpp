// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/NoticeTexts.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheTextThatComesWithTheProgram();
    void keepsANewText();
    void listsTheStandardTextFirst();
    void changesATextAndCountsIt();
    void refusesToOverwriteSomebodyElsesChange();
    void refusesAKeyThatIsTaken();
    void putsTheStandardTextBack();
    void neverDeletesTheStandardText();
    void deletesAText();
    void refusesATextThatBreaksARule_data();
    void refusesATextThatBreaksARule();
    void saysWhereATextBreaksS5();
    void findsAKeyThatIsFree_data();
    void findsAKeyThatIsFree();
    void refusesWhoeverHasNotTheRole();
    void notesEveryChange();
};

namespace {

NoticeTemplate measles()
{
    return {.key = u"measles"_s,
            .title = u"麻しん"_s,
            .wordings = {{u"ja"_s, {u"{{systemName}}からのお知らせ"_s, u"手を洗ってください。\n"_s}},
                         {u"en"_s, {u"A notice"_s, u"Please wash your hands.\n"_s}}},
            .changedBy = {}};
}

struct House
{
    TestOffice office;
    NoticeTexts &texts = office.desk.wording().templates();
};

} // namespace

void tst_NoticeTexts::beginsWithTheTextThatComesWithTheProgram()
{
    House house;
    const QList<NoticeTemplate> all = must(house.texts.list());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first(), must(NoticeTexts::shipped()));
    QCOMPARE(all.first().key, u"standard"_s);
    QCOMPARE(all.first().revision, 0);
    QCOMPARE(all.first().wordings.keys().size(), visitorLanguages().size());
}

void tst_NoticeTexts::keepsANewText()
{
    House house;
    VERIFY_DONE(house.texts.save(*house.office.session, measles()));
    const NoticeTemplate kept = must(house.texts.find(u"measles"_s));
    QCOMPARE(kept.title, u"麻しん"_s);
    QCOMPARE(kept.wordings, measles().wordings);
    QCOMPARE(kept.revision, 1);
    QCOMPARE(kept.changedBy, TestOffice::userName);
    QCOMPARE(kept.changedAt, house.office.clock.now());
    VERIFY_FAILS(house.texts.find(u"mumps"_s), ErrorCode::NotFound);
}

void tst_NoticeTexts::listsTheStandardTextFirst()
{
    House house;
    NoticeTemplate other = measles();
    other.key = u"a"_s;
    other.title = u"あ"_s;
    must(house.texts.save(*house.office.session, measles()));
    must(house.texts.save(*house.office.session, other));
    must(house.texts.save(*house.office.session, must(NoticeTexts::shipped())));
    QStringList keys;
    for (const NoticeTemplate &text : must(house.texts.list()))
        keys << text.key;
    QCOMPARE(keys, (QStringList{u"standard"_s, u"a"_s, u"measles"_s}));
}

void tst_NoticeTexts::changesATextAndCountsIt()
{
    House house;
    must(house.texts.save(*house.office.session, measles()));
    NoticeTemplate text = must(house.texts.find(u"measles"_s));
    text.title = u"  はしか "_s;
    text.wordings.remove(u"en"_s);
    text.wordings[u"ko"_s] = {u"알림"_s, u"손을 씻어 주십시오.\r\n"_s};
    must(house.texts.save(*house.office.session, text));
    const NoticeTemplate changed = must(house.texts.find(u"measles"_s));
    QCOMPARE(changed.title, u"はしか"_s);
    QCOMPARE(changed.revision, 2);
    QCOMPARE(changed.wordings.keys(), (QStringList{u"ja"_s, u"ko"_s}));
    QCOMPARE(changed.wordings[u"ko"_s].body, u"손을 씻어 주십시오.\n"_s);
}

void tst_NoticeTexts::refusesToOverwriteSomebodyElsesChange()
{
    House house;
    const NoticeTemplate first = must(NoticeTexts::shipped());
    must(house.texts.save(*house.office.session, first));
    VERIFY_FAILS(house.texts.save(*house.office.session, first), ErrorCode::Conflict);
    const NoticeTemplate seen = must(house.texts.find(u"standard"_s));
    must(house.texts.save(*house.office.session, seen));
    VERIFY_FAILS(house.texts.save(*house.office.session, seen), ErrorCode::Conflict);
    QCOMPARE(must(house.texts.find(u"standard"_s)).revision, 2);
}

void tst_NoticeTexts::refusesAKeyThatIsTaken()
{
    House house;
    must(house.texts.save(*house.office.session, measles()));
    VERIFY_FAILS(house.texts.save(*house.office.session, measles()), ErrorCode::Conflict);
}

void tst_NoticeTexts::putsTheStandardTextBack()
{
    House house;
    NoticeTemplate text = must(NoticeTexts::shipped());
    text.wordings = measles().wordings;
    must(house.texts.save(*house.office.session, text));
    QCOMPARE(must(house.texts.find(u"standard"_s)).wordings, measles().wordings);
    VERIFY_DONE(house.texts.restoreStandard(*house.office.session));
    QCOMPARE(must(house.texts.find(u"standard"_s)), must(NoticeTexts::shipped()));
    VERIFY_DONE(house.texts.restoreStandard(*house.office.session)); // nothing to do is no failure
}

void tst_NoticeTexts::neverDeletesTheStandardText()
{
    House house;
    VERIFY_FAILS(house.texts.remove(*house.office.session, u"standard"_s), ErrorCode::Refused);
}

void tst_NoticeTexts::deletesAText()
{
    House house;
    must(house.texts.save(*house.office.session, measles()));
    VERIFY_DONE(house.texts.remove(*house.office.session, u"measles"_s));
    QCOMPARE(must(house.texts.list()).size(), 1);
    QCOMPARE(house.office.number(u"SELECT count(*) FROM notice_wording"_s), 0);
    VERIFY_FAILS(house.texts.remove(*house.office.session, u"measles"_s), ErrorCode::NotFound);
}

void tst_NoticeTexts::refusesATextThatBreaksARule_data()
{
    QTest::addColumn<NoticeTemplate>("text");
    const auto row = [](const char *name, const std::function<void(NoticeTemplate &)> &spoil) {
        NoticeTemplate text = measles();
        spoil(text);
        QTest::newRow(name) << text;
    };
    row("no key", [](NoticeTemplate &text) { text.key.clear(); });
    row("a key in capitals", [](NoticeTemplate &text) { text.key = u"Measles"_s; });
    row("a key in kanji", [](NoticeTemplate &text) { text.key = u"麻疹"_s; });
    row("a key that is too long", [](NoticeTemplate &text) { text.key = QString(41, u'a'); });
    row("no title", [](NoticeTemplate &text) { text.title = u" "_s; });
    row("a title that is too long", [](NoticeTemplate &text) { text.title = QString(61, u'a'); });
    row("no Japanese", [](NoticeTemplate &text) { text.wordings.remove(u"ja"_s); });
    row("no subject", [](NoticeTemplate &text) { text.wordings[u"en"_s].subject = u" "_s; });
    row("no body", [](NoticeTemplate &text) { text.wordings[u"en"_s].body = u"\n \n"_s; });
    row("a subject of two lines", [](NoticeTemplate &text) { text.wordings[u"en"_s].subject = u"a\nb"_s; });
    row("a subject that is too long",
        [](NoticeTemplate &text) { text.wordings[u"en"_s].subject = QString(201, u'a'); });
    row("a body that is too long",
        [](NoticeTemplate &text) { text.wordings[u"en"_s].body = QString(10'001, u'a'); });
    row("no language tag", [](NoticeTemplate &text) { text.wordings[u"日本"_s] = text.wordings[u"ja"_s]; });
    row("a link", [](NoticeTemplate &text) { text.wordings[u"en"_s].body = u"See example.jp"_s; });
    row("a date in the subject",
        [](NoticeTemplate &text) { text.wordings[u"ja"_s].subject = u"11月22日"_s; });
    row("an unknown placeholder",
        [](NoticeTemplate &text) { text.wordings[u"en"_s].body = u"{{facility}}"_s; });
    row("a placeholder of the phone",
        [](NoticeTemplate &text) { text.wordings[u"en"_s].body = u"{{centrePhone}}"_s; });
}

void tst_NoticeTexts::refusesATextThatBreaksARule()
{
    QFETCH(const NoticeTemplate, text);
    House house;
    VERIFY_FAILS(house.texts.save(*house.office.session, text), ErrorCode::Invalid);
    QCOMPARE(house.office.number(u"SELECT count(*) FROM notice_text"_s), 0);
}

void tst_NoticeTexts::saysWhereATextBreaksS5()
{
    House house;
    must(house.office.settings.set(u"organisation.centre_name.en"_s, u"the centre (011-204-5020)"_s));
    NoticeTemplate text = measles();
    text.wordings[u"ja"_s].body = u"手を洗う。\n{{facilty}}へ"_s;
    text.wordings[u"en"_s].body = u"Ask {{centreName}} please."_s;
    const Result<> saved = house.texts.save(*house.office.session, text);
    VERIFY_FAILS(saved, ErrorCode::Invalid);
    const QStringList lines = saved.error().message.split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].startsWith(u"ja: line 2, character 1: placeholder: \"{{facilty}}\""_s),
             qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"en: line 1, character 5: phone: \"(011-204-5020)\""_s) ||
                 lines[1].startsWith(u"en: line 1, character 5: phone: \"011-204-5020\""_s),
             qPrintable(lines[1]));
    QVERIFY2(lines[1].contains(u"{{centreName}}"_s), qPrintable(lines[1]));
}

void tst_NoticeTexts::findsAKeyThatIsFree_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("key");
    QTest::newRow("Latin") << u"Food poisoning!"_s << u"food-poisoning"_s;
    QTest::newRow("Latin among others")
        << u"麻しん Measles（はしか）"_s << u"measles-2"_s; // measles is taken
    QTest::newRow("none") << u"食中毒"_s << u"text-1"_s;
    QTest::newRow("the standard") << u"Standard"_s << u"standard-2"_s;
    QTest::newRow("long") << u"a very long title that goes on and on and on"_s
                          << u"a-very-long-title-that-goes-on"_s;
}

void tst_NoticeTexts::findsAKeyThatIsFree()
{
    QFETCH(const QString, title);
    QFETCH(const QString, key);
    House house;
    must(house.texts.save(*house.office.session, measles()));
    QCOMPARE(must(house.texts.freeKey(title)), key);
}

void tst_NoticeTexts::refusesWhoeverHasNotTheRole()
{
    House house;
    must(house.texts.save(*house.office.session, measles()));
    const auto outsider = house.office.logIn(u"鈴木"_s, Role::Facilities | Role::Approval | Role::Audit);
    const NoticeTemplate text = must(house.texts.find(u"measles"_s));
    VERIFY_FAILS(house.texts.save(*outsider, text), ErrorCode::Refused);
    VERIFY_FAILS(house.texts.remove(*outsider, u"measles"_s), ErrorCode::Refused);
    VERIFY_FAILS(house.texts.restoreStandard(*outsider), ErrorCode::Refused);
    VERIFY_DONE(house.texts.save(*house.office.logIn(u"管理"_s, Role::Administrator), text));
    VERIFY_DONE(house.texts.remove(*house.office.logIn(u"担当"_s, Role::Notices), u"measles"_s));
}

void tst_NoticeTexts::notesEveryChange()
{
    House house;
    must(house.texts.save(*house.office.session, measles()));
    must(house.texts.restoreStandard(*house.office.session));
    must(house.texts.remove(*house.office.session, u"measles"_s));
    QStringList actions;
    for (const AuditLog::Entry &entry :
         must(house.office.staff.audit().page(*house.office.session, {}, {}, 3)))
        actions.prepend(entry.action + u' ' + entry.subject);
    QCOMPARE(actions, (QStringList{u"text.save text measles"_s, u"text.restore text standard"_s,
                                   u"text.delete text measles"_s}));
}

QTEST_GUILESS_MAIN(tst_NoticeTexts)
#include "tst_NoticeTexts.moc"
