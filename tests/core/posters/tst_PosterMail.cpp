// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterMail.h"

#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_PosterMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Anybody can type anybody's address into the operators' form: whoever gets this mail has confirmed
    /// nothing, so that it must not carry a stranger's words (REQUIREMENTS O2).
    void itRepeatsNothingThatWasTyped_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : {u"ja"_s, u"en"_s})
            QTest::newRow(qPrintable(language)) << language;
    }
    void itRepeatsNothingThatWasTyped()
    {
        QFETCH(QString, language);
        TestOffice office;
        FacilityDetails details = TestOffice::details(u"当選おめでとう https://evil.example/ \"<b>"_s);
        details.contactName = u"click https://evil.example/"_s;
        details.address = u"evil.example 1-2"_s;
        const Facility facility =
            must(office.registration.add(details, FacilitySource::Form, true, language));
        Message message{.messageId = {},
                        .date = 0,
                        .fromName = {},
                        .from = address(u"shirase@example.jp"_s),
                        .replyTo = {},
                        .to = address(u"owner@example.jp"_s),
                        .subject = {},
                        .body = {},
                        .language = language,
                        .attachments = {}};
        const Letter letter{.kind = FacilityRegistration::posterLetter,
                            .recipient = u"owner@example.jp"_s,
                            .language = language,
                            .content = {{u"facility"_s, facility.id}}};
        must(posterMail(office.facilities, office.settings)(letter, message));
        QVERIFY(!message.subject.isEmpty() && !message.body.isEmpty());
        QCOMPARE(message.attachments.size(), 2);
        for (const QString &text : {message.subject, message.body, message.attachments[0].fileName,
                                    message.attachments[1].fileName})
            QVERIFY2(!text.contains(u"evil"_s) && !text.contains(u"おめでとう"_s), qPrintable(text));
    }
};

QTEST_MAIN(tst_PosterMail)
#include "tst_PosterMail.moc"
