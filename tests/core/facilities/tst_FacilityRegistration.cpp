// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityRegistration.h"

#include "tests/support/DueMails.h"
#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queuesThePosterForTheContactAndNobodyElse();
    void queuesNoPosterThatNobodyWanted();
    void refusesDetailsWithAProblemAndSaysWhere();
    void leavesNeitherWhereTheLetterFails();
    void addsManyInOneTransaction();
    void queuesThePosterOnceMore();

private:
    static Letter letterOf(TestOffice &office);
};

Letter tst_FacilityRegistration::letterOf(TestOffice &office)
{
    Letter seen;
    Outbox outbox(
        *office.files.main, office.serverKey.queueOpener(),
        {{FacilityRegistration::posterLetter, [&](const Letter &letter, Message &message) -> Result<> {
              seen = letter;
              message.subject = message.body = u"x"_s;
              return {};
          }}});
    dueMails(outbox, office.clock.now(), must(MailIdentity::of(office.settings)), 1);
    return seen;
}

// REQUIREMENTS O2
void tst_FacilityRegistration::queuesThePosterForTheContactAndNobodyElse()
{
    TestOffice office;
    FacilityDetails details = TestOffice::details();
    details.contactEmail = u"ＳＡＴＯ＠example.jp"_s;
    const Facility facility = must(office.registration.add(details, FacilitySource::Form, true, u"en"_s));
    QCOMPARE(facility.source, FacilitySource::Form);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 1);
    const Letter letter = letterOf(office);
    QCOMPARE(letter.recipient, facility.details.contactEmail);
    QCOMPARE(letter.recipient, u"SATO@example.jp"_s);
    QCOMPARE(letter.language, u"en"_s);
    QCOMPARE(letter.content[u"facility"_s].toInteger(), facility.id);
}

void tst_FacilityRegistration::queuesNoPosterThatNobodyWanted()
{
    TestOffice office;
    must(office.registration.add(TestOffice::details(), FacilitySource::Staff, false, u"ja"_s));
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

void tst_FacilityRegistration::refusesDetailsWithAProblemAndSaysWhere()
{
    TestOffice office;
    FacilityDetails details = TestOffice::details();
    details.phone = u"なし"_s;
    const Result<Facility> refused = office.registration.add(details, FacilitySource::Staff, true, u"ja"_s);
    VERIFY_FAILS(refused, ErrorCode::Invalid);
    QCOMPARE(refused.error().detail, u"phone"_s);
    QCOMPARE(office.number(u"SELECT count(*) FROM facility"_s), 0);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
    QVERIFY(!office.files.main->inTransaction());
}

void tst_FacilityRegistration::leavesNeitherWhereTheLetterFails()
{
    TestOffice office;
    const Fault full(*office.files.main, u"INSERT"_s, u"outbox"_s);
    QVERIFY(
        !office.registration.add(TestOffice::details(), FacilitySource::Staff, true, u"ja"_s).has_value());
    QCOMPARE(office.number(u"SELECT count(*) FROM facility"_s), 0);
    QCOMPARE(office.number(u"SELECT count(*) FROM facility_code"_s), 0);
}

void tst_FacilityRegistration::addsManyInOneTransaction()
{
    TestOffice office;
    {
        const Transaction undone = must(Transaction::begin(*office.files.main));
        for (int i = 0; i < 3; ++i)
            must(office.registration.addWithin(TestOffice::details(), FacilitySource::Import, true, u"ja"_s));
        QCOMPARE(office.number(u"SELECT count(*) FROM facility"_s), 3);
    }
    QCOMPARE(office.number(u"SELECT count(*) FROM facility"_s), 0);
    QCOMPARE(office.number(u"SELECT count(*) FROM outbox"_s), 0);
}

void tst_FacilityRegistration::queuesThePosterOnceMore()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    Transaction transaction = must(Transaction::begin(*office.files.main));
    must(office.registration.sendPosterWithin(facility, u"ja"_s));
    must(transaction.commit());
    QCOMPARE(letterOf(office).content[u"facility"_s].toInteger(), facility.id);
}

QTEST_GUILESS_MAIN(tst_FacilityRegistration)
#include "tst_FacilityRegistration.moc"
