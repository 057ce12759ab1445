// SPDX-License-Identifier: GPL-3.0-or-later
#include "RelayCertificate.h"
#include "SmtpPeer.h"
#include "SmtpSending.h"
#include "core/mail/RelayTexts.h"

#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;
using Fault = DeliveryOutcome::Fault;

/// SmtpTransport where the relay wants a log-in and speaks TLS, or does not: nothing leaves in clear that was not to. And
/// where an address would be a command.
class tst_SmtpSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void logsIn_data();
    void logsIn();
    void saysThatTheLogInWasRefused();
    void encrypts_data();
    void encrypts();
    void sendsNothingWhereEncryptionIsNotToBeHad_data();
    void sendsNothingWhereEncryptionIsNotToBeHad();
    void tellsOfEachStep_data();
    void tellsOfEachStep();
    void refusesAnEnvelopeThatBreaksOutOfItsCommand_data();
    void refusesAnEnvelopeThatBreaksOutOfItsCommand();

private:
    QTemporaryDir m_folder;
    QString m_certificate; ///< key and certificate for 127.0.0.1, PEM
};

void tst_SmtpSecurity::initTestCase()
{
    if (const QString missing = SmtpPeer::whatIsMissing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    QVERIFY(m_folder.isValid());
    m_certificate = m_folder.filePath(u"relay.pem"_s);
    if (const QString missing = makeRelayCertificate(m_certificate, u"IP:127.0.0.1"_s); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_SmtpSecurity::logsIn_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("after STARTTLS") << u"starttls"_s << "smtp"_ba;
    QTest::newRow("in TLS") << u"implicit"_s << "smtps"_ba;
}

void tst_SmtpSecurity::logsIn()
{
    QFETCH(QString, tls);
    QFETCH(QByteArray, scheme);
    SmtpPeer peer({u"--tls"_s, tls, u"--certificate"_s, m_certificate, u"--user"_s, u"shirase"_s,
                   u"--password"_s, u"pass wörd"_s});
    SmtpOptions options = plain(peer.url(scheme.constData()));
    options.encryption = SmtpEncryption::Required;
    options.caFile = m_certificate.toStdString();
    options.user = "shirase";
    options.password = "pass wörd";
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1));
    QVERIFY2(outcome.kind == Kind::Accepted, qPrintable(relayText(outcome)));
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
    QCOMPARE(peer.events(u"mail"_s).first()[u"user"].toString(), u"shirase"_s);
}

void tst_SmtpSecurity::saysThatTheLogInWasRefused()
{
    SmtpPeer peer({u"--user"_s, u"shirase"_s, u"--password"_s, u"right"_s});
    SmtpOptions options = plain(peer.url());
    options.user = "shirase";
    options.password = "wrong";
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1));
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    QCOMPARE(outcome.replyCode, 535);
    QCOMPARE(outcome.fault, Fault::LogIn);
    QVERIFY2(relayText(outcome).contains(u"refuses the log-in (535"_s), qPrintable(relayText(outcome)));
    QVERIFY(!relayText(outcome).contains(u"wrong"_s));
    QVERIFY(peer.events(u"mail"_s).isEmpty());
}

void tst_SmtpSecurity::encrypts_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<SmtpEncryption>("encryption");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("STARTTLS, required") << u"starttls"_s << "smtp"_ba << SmtpEncryption::Required << true;
    QTest::newRow("TLS, required") << u"implicit"_s << "smtps"_ba << SmtpEncryption::Required << true;
    QTest::newRow("TLS on loopback") << u"implicit"_s << "smtps"_ba << SmtpEncryption::RequiredBeyondHost
                                     << true;
    QTest::newRow("TLS for all that") << u"implicit"_s << "smtps"_ba << SmtpEncryption::PlainText << true;
    QTest::newRow("plain text on loopback")
        << u"none"_s << "smtp"_ba << SmtpEncryption::RequiredBeyondHost << false;
}

void tst_SmtpSecurity::encrypts()
{
    QFETCH(QString, tls);
    QFETCH(QByteArray, scheme);
    QFETCH(SmtpEncryption, encryption);
    SmtpPeer peer({u"--tls"_s, tls, u"--certificate"_s, m_certificate});
    SmtpOptions options = plain(peer.url(scheme.constData()));
    options.encryption = encryption;
    options.caFile = m_certificate.toStdString();
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1));
    QVERIFY2(outcome.kind == Kind::Accepted, qPrintable(relayText(outcome)));
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
    QTEST(peer.events(u"mail"_s).first()[u"tls"].toBool(), "encrypted");
}

void tst_SmtpSecurity::sendsNothingWhereEncryptionIsNotToBeHad_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("STARTTLS stripped") << u"none"_s << "smtp"_ba
                                       << "127.0.0.1"_ba << true << Fault::NoEncryption;
    QTest::newRow("STARTTLS, untrusted certificate")
        << u"starttls"_s << "smtp"_ba
        << "127.0.0.1"_ba << false << Fault::Certificate;
    QTest::newRow("TLS, untrusted certificate") << u"implicit"_s << "smtps"_ba
                                                << "127.0.0.1"_ba << false << Fault::Certificate;
    QTest::newRow("certificate for another name") << u"starttls"_s << "smtp"_ba
                                                  << "localhost"_ba << true << Fault::Certificate;
    QTest::newRow("TLS to a port without it") << u"none"_s << "smtps"_ba
                                              << "127.0.0.1"_ba << true << Fault::Handshake;
}

void tst_SmtpSecurity::sendsNothingWhereEncryptionIsNotToBeHad()
{
    QFETCH(QString, tls);
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, host);
    QFETCH(bool, trusted);
    QFETCH(Fault, fault);
    SmtpPeer peer({u"--tls"_s, tls, u"--certificate"_s, m_certificate});
    SmtpOptions options =
        plain((scheme + "://" + host + ':' + QByteArray::number(peer.port())).toStdString());
    options.encryption = SmtpEncryption::Required;
    options.user = "shirase"; // nor must the password leave
    options.password = "secret";
    if (trusted)
        options.caFile = m_certificate.toStdString();
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1));
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    QCOMPARE(outcome.fault, fault);
    QVERIFY(peer.events(u"mail"_s).isEmpty());
}

void tst_SmtpSecurity::tellsOfEachStep_data()
{
    QTest::addColumn<QStringList>("relay");
    QTest::addColumn<std::string>("recipient");
    QTest::addColumn<QList<MailStep>>("steps");
    using enum MailStep;
    const QList<MailStep> safe{Connect, Hello, StartTls, Hello, LogIn, Sender};
    QTest::newRow("taken") << QStringList() << "user@example.jp"s << safe + QList{Recipient, Data, Content};
    QTest::newRow("recipient refused") << QStringList{u"--reply"_s, u"RCPT"_s, u"*"_s, u"550 5.1.1 gone"_s}
                                       << "gone@example.jp"s << safe + QList{Recipient};
    QTest::newRow("log-in refused") << QStringList{u"--password"_s, u"another"_s} << "user@example.jp"s << safe.first(5);
}

void tst_SmtpSecurity::tellsOfEachStep()
{
    QFETCH(QStringList, relay);
    QFETCH(std::string, recipient);
    QFETCH(QList<MailStep>, steps);
    SmtpPeer peer(QStringList{u"--tls"_s, u"starttls"_s, u"--certificate"_s, m_certificate, u"--user"_s, u"shirase"_s,
                              u"--password"_s, u"secret"_s}
                  + relay);
    SmtpOptions options = plain(peer.url());
    options.encryption = SmtpEncryption::Required;
    options.caFile = m_certificate.toStdString();
    options.user = "shirase";
    options.password = "secret";
    std::mutex mutex;
    QList<MailStep> told;
    options.onStep = [&](MailStep step) {
        const std::lock_guard lock(mutex);
        told.append(step);
    };
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1, recipient));
    const std::lock_guard lock(mutex);
    QCOMPARE(told, steps);
    QCOMPARE(outcome.step, steps.last());
}

void tst_SmtpSecurity::refusesAnEnvelopeThatBreaksOutOfItsCommand_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("CR LF") << "a@example.jp>\r\nRCPT TO:<b@example.jp"_ba;
    QTest::newRow("LF") << "a@example.jp\n"_ba;
    QTest::newRow("angle bracket") << "a@example.jp> NOTIFY=NEVER"_ba;
    QTest::newRow("space") << "a b@example.jp"_ba;
    QTest::newRow("not ASCII") << "太郎@example.jp"_ba;
    QTest::newRow("NUL") << QByteArray("a@example.jp\0x", 14);
}

void tst_SmtpSecurity::refusesAnEnvelopeThatBreaksOutOfItsCommand()
{
    QFETCH(QByteArray, bad);
    SmtpPeer peer;
    SmtpTransport transport(plain(peer.url()));
    QCOMPARE(send(transport, mail(1, bad.toStdString())).kind, Kind::Refused);
    OutgoingMail forged = mail(2);
    forged.sender = bad.toStdString();
    QCOMPARE(send(transport, forged).kind, Kind::Refused);
    QVERIFY(peer.events(u"connect"_s).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SmtpSecurity)
#include "tst_SmtpSecurity.moc"
