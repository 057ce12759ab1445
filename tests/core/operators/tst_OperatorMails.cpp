// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/OperatorMails.h"

#include "core/mail/MailTemplate.h"
#include "tests/support/Results.h"
#include "tests/support/TestOffice.h"

#include <QTest>

using namespace shirase;
using namespace Qt::StringLiterals;

class tst_OperatorMails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        VERIFY_DONE(m_office.settings.set(u"web.public_url"_s, u"https://shirase.example.jp"_s));
        FacilityDetails details = TestOffice::details(u"当選おめでとう evil \"<b>"_s);
        details.contactName = u"click https://evil.example/"_s;
        details.address = u"evil.example 1-2"_s;
        m_facility = must(m_office.registration.add(details, FacilitySource::Form, false, u"ja"_s));
    }

    /// Anybody can type anybody's address into the operators' form: whoever gets such a mail has confirmed
    /// nothing, so that it must not carry a stranger's words (REQUIREMENTS O2).
    void itRepeatsNothingThatWasTyped_data() { kinds(); }
    void itRepeatsNothingThatWasTyped()
    {
        QFETCH(QString, kind);
        for (const QString &language : mailLanguages(kind)) {
            const Message message = compose(kind, language);
            QVERIFY(!message.subject.isEmpty() && !message.subject.contains(u'\n'));
            QStringList texts{message.subject, message.body};
            for (const Attachment &attachment : message.attachments)
                texts.append(attachment.fileName);
            for (const QString &text : texts)
                QVERIFY2(!text.contains(u"evil"_s) && !text.contains(u"おめでとう"_s), qPrintable(text));
        }
    }

    void itIsReadInTheLanguageOfTheForm_data() { kinds(); } // REQUIREMENTS V7
    void itIsReadInTheLanguageOfTheForm()
    {
        QFETCH(QString, kind);
        QCOMPARE(mailLanguages(kind), mailLanguages(u"confirmation"_s));
        QSet<QString> bodies;
        for (const QString &language : mailLanguages(kind)) {
            const Message message = compose(kind, language);
            QVERIFY2(!message.body.contains(u"{{"_s) && message.body.endsWith(u'\n'), qPrintable(language));
            bodies.insert(message.body);
        }
        QCOMPARE(bodies.size(), 6);
    }

    void postersComeAsPdfAndPng_data() // REQUIREMENTS O2
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind : {u"poster"_s, operatorMail::newPoster, operatorMail::registeredAgain})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void postersComeAsPdfAndPng()
    {
        QFETCH(QString, kind);
        const Message message = compose(kind, u"ja"_s);
        QCOMPARE(message.attachments.size(), 2);
        QVERIFY(message.attachments[0].content.startsWith("%PDF"));
        QVERIFY(message.attachments[1].content.startsWith("\x89PNG"));
    }

    void aPosterSaysWhereToChangeThings() // REQUIREMENTS O6
    {
        for (const QString &kind : {u"poster"_s, operatorMail::newPoster})
            QVERIFY(
                compose(kind, u"en"_s)
                    .body.contains(u"\nhttps://shirase.example.jp/facilities/manage?code=%1&lang=en\n"_s.arg(
                        m_facility->code.text())));
    }

    void aLinkStandsOnALineOfItsOwn_data()
    {
        QTest::addColumn<QString>("kind");
        for (const QString &kind :
             {operatorMail::link, operatorMail::confirmContact, operatorMail::registeredAgain})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void aLinkStandsOnALineOfItsOwn()
    {
        QFETCH(QString, kind);
        QVERIFY(compose(kind, u"ja"_s)
                    .body.contains(u"\nhttps://shirase.example.jp/facilities/manage/t0k3n?lang=ja\n"_s));
    }

private:
    void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &[kind, composer] : operatorMails(m_office.facilities, m_office.settings))
            QTest::newRow(qPrintable(kind)) << kind;
    }

    Message compose(const QString &kind, const QString &language)
    {
        const bool hasLink = kind == operatorMail::link || kind == operatorMail::confirmContact ||
                             kind == operatorMail::registeredAgain;
        QJsonObject content{{u"facility"_s, m_facility->id}};
        if (hasLink)
            content.insert(u"token"_s, u"t0k3n"_s);
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
        const Letter letter{
            .kind = kind, .recipient = u"owner@example.jp"_s, .language = language, .content = content};
        must(operatorMails(m_office.facilities, m_office.settings).at(kind)(letter, message));
        return message;
    }

    TestOffice m_office;
    std::optional<Facility> m_facility;
};

QTEST_MAIN(tst_OperatorMails)
#include "tst_OperatorMails.moc"
