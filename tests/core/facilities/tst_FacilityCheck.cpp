// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCheck.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;
using Kind = FieldProblem::Kind;

class tst_FacilityCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWrongWithGoodDetails();
    void mendsPhoneNumbers_data();
    void mendsPhoneNumbers();
    void refusesWhatIsNoPhoneNumber_data();
    void refusesWhatIsNoPhoneNumber();
    void refusesANameWithALink_data();
    void refusesANameWithALink();
    void mendsPostalCodes_data();
    void mendsPostalCodes();
    void refusesWhatIsNoPostalCode_data();
    void refusesWhatIsNoPostalCode();
    void mendsSpacesAliasesAndTheAddress();
    void saysWhichFieldBreaksWhichRule_data();
    void saysWhichFieldBreaksWhichRule();
    void wantsTheDaysOfAnEvent_data();
    void wantsTheDaysOfAnEvent();
    void dropsTheDaysOfAShop();
};

namespace {

FacilityDetails good()
{
    return TestOffice::details();
}

QList<Kind> kindsOf(const FacilityDetails &details)
{
    QList<Kind> kinds;
    for (const FieldProblem &problem : problems(mended(details)))
        kinds.append(problem.kind);
    return kinds;
}

} // namespace

void tst_FacilityCheck::findsNothingWrongWithGoodDetails()
{
    QVERIFY(problems(mended(good())).isEmpty());
    QCOMPARE(mended(mended(good())), mended(good()));
}

void tst_FacilityCheck::mendsPhoneNumbers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("mendedPhone");
    QTest::newRow("as it is") << u"011-204-5020"_s << u"011-204-5020"_s;
    QTest::newRow("digits only") << u"0112045020"_s << u"0112045020"_s;
    QTest::newRow("full width") << u"０１１－２０４－５０２０"_s << u"011-204-5020"_s;
    QTest::newRow("long vowel marks for hyphens") << u"０１１ー２０４ー５０２０"_s << u"011-204-5020"_s;
    QTest::newRow("half-width long vowel marks") << u"011ｰ204ｰ5020"_s << u"011-204-5020"_s;
    QTest::newRow("dashes") << u"011–204—5020"_s << u"011-204-5020"_s;
    QTest::newRow("minus signs") << u"011−204−5020"_s << u"011-204-5020"_s;
    QTest::newRow("brackets") << u"(011)204-5020"_s << u"011-204-5020"_s;
    QTest::newRow("full-width brackets") << u"０１１（２０４）５０２０"_s << u"011-204-5020"_s;
    QTest::newRow("spaces") << u" 011 204 5020 "_s << u"0112045020"_s;
    QTest::newRow("mobile") << u"090-1234-5678"_s << u"090-1234-5678"_s;
    QTest::newRow("international") << u"+81-11-204-5020"_s << u"011-204-5020"_s;
    QTest::newRow("international, spaces") << u"+81 11 204 5020"_s << u"0112045020"_s;
    QTest::newRow("international, full width") << u"＋８１－１１－２０４－５０２０"_s << u"011-204-5020"_s;
    QTest::newRow("international with the zero") << u"+81 (0)11-204-5020"_s << u"011-204-5020"_s;
    QTest::newRow("international with the zero, no brackets") << u"+81-011-204-5020"_s << u"011-204-5020"_s;
}

// REQUIREMENTS O1
void tst_FacilityCheck::mendsPhoneNumbers()
{
    QFETCH(QString, typed);
    QFETCH(QString, mendedPhone);
    FacilityDetails details = good();
    details.phone = typed;
    QCOMPARE(mended(details).phone, mendedPhone);
    QVERIFY(kindsOf(details).isEmpty());
}

void tst_FacilityCheck::refusesWhatIsNoPhoneNumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a word") << u"電話"_s;
    QTest::newRow("no area code") << u"204-5020"_s;
    QTest::newRow("too short") << u"0112045"_s;
    QTest::newRow("too long") << u"011-204-5020-99"_s;
    QTest::newRow("without the zero") << u"11-2045-5020"_s;
    QTest::newRow("an extension") << u"011-204-5020 内線12"_s;
    QTest::newRow("abroad") << u"+1-212-555-0100"_s;
}

void tst_FacilityCheck::refusesWhatIsNoPhoneNumber()
{
    QFETCH(QString, typed);
    FacilityDetails details = good();
    details.phone = typed;
    QCOMPARE(kindsOf(details), QList<Kind>{Kind::NotAPhone});
}

void tst_FacilityCheck::refusesANameWithALink_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("refused");
    for (const char *name : {"当選 https://evil.example/", "HTTP://evil.example", "ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ",
                             "www.evil.example", "mailto:evil@example.jp", "see evil.example/win"})
        QTest::newRow(name) << QString::fromUtf8(name) << true;
    for (const char *name : {"サロン＠札幌", "Booking.com 札幌", "No.1 食堂", "A/B スタジオ", "営業 10:00/22:00", "www"})
        QTest::newRow(name) << QString::fromUtf8(name) << false;
}

void tst_FacilityCheck::refusesANameWithALink()
{
    QFETCH(QString, name);
    QFETCH(bool, refused);
    FacilityDetails details = good();
    details.name = name;
    QCOMPARE(kindsOf(details), refused ? QList<Kind>{Kind::HasLink} : QList<Kind>());
}

void tst_FacilityCheck::mendsPostalCodes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("as it is") << u"060-8588"_s;
    QTest::newRow("without hyphen") << u"0608588"_s;
    QTest::newRow("with its mark") << u"〒060-8588"_s;
    QTest::newRow("full width") << u"〒０６０－８５８８"_s;
    QTest::newRow("spaces") << u" 060 8588 "_s;
    QTest::newRow("long vowel mark") << u"060ー8588"_s;
}

void tst_FacilityCheck::mendsPostalCodes()
{
    QFETCH(QString, typed);
    FacilityDetails details = good();
    details.postalCode = typed;
    QCOMPARE(mended(details).postalCode, u"060-8588"_s);
    QVERIFY(kindsOf(details).isEmpty());
}

void tst_FacilityCheck::refusesWhatIsNoPostalCode_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("six digits") << u"060-858"_s;
    QTest::newRow("eight digits") << u"060-85888"_s;
    QTest::newRow("letters") << u"06O-8588"_s;
    QTest::newRow("old form") << u"060"_s;
    QTest::newRow("not a string of digits") << u"あいうえおかき"_s;
}

void tst_FacilityCheck::refusesWhatIsNoPostalCode()
{
    QFETCH(QString, typed);
    FacilityDetails details = good();
    details.postalCode = typed;
    QCOMPARE(kindsOf(details), QList<Kind>{Kind::NotAPostalCode});
}

void tst_FacilityCheck::mendsSpacesAliasesAndTheAddress()
{
    FacilityDetails details = good();
    details.name = u"　喫茶　 しらかば\t"_s;
    details.aliases = u"  しらかば  \n\n\tBirch   Café \n"_s;
    details.contactEmail = u" ｓａｔｏ＠ｅｘａｍｐｌｅ．ｊｐ。"_s;
    const FacilityDetails result = mended(details);
    QCOMPARE(result.name, u"喫茶 しらかば"_s);
    QCOMPARE(result.aliases, u"しらかば\nBirch Café"_s);
    QCOMPARE(result.contactEmail, u"sato@example.jp"_s);
    QVERIFY(problems(result).isEmpty());
}

void tst_FacilityCheck::saysWhichFieldBreaksWhichRule_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kind");
    for (const char *field : {"name", "contact_name", "contact_email", "phone", "postal_code", "address"})
        QTest::addRow("%s is missing", field) << QString::fromLatin1(field) << u" 　"_s << int(Kind::Missing);
    for (const char *field : {"name", "contact_name", "address"}) {
        QTest::addRow("%s is too long", field)
            << QString::fromLatin1(field) << QString(201, u'あ') << int(Kind::TooLong);
        QTest::addRow("%s has a control character", field)
            << QString::fromLatin1(field) << u"a\u0007b"_s << int(Kind::NotAllowed);
    }
    QTest::newRow("no mail address") << u"contact_email"_s << u"sato"_s << int(Kind::NotAnAddress);
    QTest::newRow("two mail addresses")
        << u"contact_email"_s << u"a@example.jp, b@example.jp"_s << int(Kind::NotAnAddress);
}

void tst_FacilityCheck::saysWhichFieldBreaksWhichRule()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, kind);
    FacilityDetails details = good();
    const QMap<QString, QString *> fields{{u"name"_s, &details.name},
                                          {u"contact_name"_s, &details.contactName},
                                          {u"contact_email"_s, &details.contactEmail},
                                          {u"phone"_s, &details.phone},
                                          {u"postal_code"_s, &details.postalCode},
                                          {u"address"_s, &details.address}};
    *fields[field] = value;
    const QList<FieldProblem> found = problems(mended(details));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].field, field);
    QCOMPARE(int(found[0].kind), kind);
    QVERIFY(!found[0].message.isEmpty());
}

void tst_FacilityCheck::wantsTheDaysOfAnEvent_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QList<int>>("kinds");
    const QDate day(2026, 12, 31);
    QTest::newRow("one day") << day << day << QList<int>{};
    QTest::newRow("over new year") << day << day.addDays(3) << QList<int>{};
    QTest::newRow("a year") << day << day.addYears(1) << QList<int>{};
    QTest::newRow("two years") << day << day.addYears(2) << QList<int>{int(Kind::DaysTooLong)};
    QTest::newRow("reversed") << day << day.addDays(-1) << QList<int>{int(Kind::DaysReversed)};
    QTest::newRow("no first day") << QDate() << day << QList<int>{int(Kind::DaysMissing)};
    QTest::newRow("no last day") << day << QDate() << QList<int>{int(Kind::DaysMissing)};
    QTest::newRow("no days") << QDate() << QDate() << QList<int>{int(Kind::DaysMissing)};
}

void tst_FacilityCheck::wantsTheDaysOfAnEvent()
{
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    QFETCH(QList<int>, kinds);
    FacilityDetails details = good();
    details.kind = FacilityKind::Event;
    details.from = from.isValid() ? std::optional(from) : std::nullopt;
    details.until = until.isValid() ? std::optional(until) : std::nullopt;
    QList<int> found;
    for (const Kind kind : kindsOf(details))
        found.append(int(kind));
    QCOMPARE(found, kinds);
}

void tst_FacilityCheck::dropsTheDaysOfAShop()
{
    FacilityDetails details = good();
    details.from = QDate(2026, 12, 31);
    details.until = QDate(2026, 1, 1);
    QVERIFY(!mended(details).from && !mended(details).until);
    QVERIFY(kindsOf(details).isEmpty());
}

QTEST_GUILESS_MAIN(tst_FacilityCheck)
#include "tst_FacilityCheck.moc"
