// SPDX-License-Identifier: GPL-3.0-or-later
#include "RelayCertificate.h"
#include "ScriptedRelay.h"
#include "core/mail/FailureTexts.h"
#include "core/mail/Sender.h"
#include "core/mail/SmtpTransport.h"
#include "core/visits/ConfirmationMail.h"
#include "tests/support/TestOffice.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Step = ScriptedRelay::Step;
using Then = ScriptedRelay::Then;
using Fault = ScriptedRelay::Fault;

/// What becomes of a mail in the queue when its relay goes wrong at a step (REQUIREMENTS M2, M3): it is neither lost nor
/// doubled, and whoever looks at the window reads what it is and what to do.
class tst_SmtpFaults : public QObject
{
    Q_OBJECT

public:
    /// What becomes of the mail at the try that goes wrong.
    enum class Fate {
        Leaves,   ///< all the same
        Stays,    ///< the relay is to blame: it is kept as it was
        Waits,    ///< the mail was refused for now: it is tried again later
        Fails,    ///< the mail was refused for good
        Either,   ///< stays or leaves, as libcurl takes it
        MayDouble ///< the relay has taken it, and nobody was told
    };
    Q_ENUM(Fate)

private Q_SLOTS:
    void initTestCase();
    void neitherLosesNorDoublesAMail_data();
    void neitherLosesNorDoublesAMail();
    void saysWhatToDoAboutARelayThatDoesNotWork_data();
    void saysWhatToDoAboutARelayThatDoesNotWork();

private:
    struct Post;
    [[nodiscard]] SmtpOptions options(const ScriptedRelay &relay) const;

    QTemporaryDir m_folder;
    QString m_certificate; ///< good ones, PEM
    QString m_forAnother;  ///< by an authority that is trusted, for another host
    QString m_unknown;     ///< by nobody that is trusted
    QString m_trusted;     ///< the authorities
    std::unique_ptr<TestOffice> m_office;
};

Q_DECLARE_METATYPE(ScriptedRelay::Fault)

namespace {

constexpr qsizetype megabyte = 1'000'000;

struct NamedStep
{
    const char *name;
    Step step;
    QByteArray usual; ///< how a good reply begins
};

const QList<NamedStep> steps{{"greeting", Step::Greeting, "220"},      {"EHLO", Step::Hello, "250"},
                             {"STARTTLS", Step::StartTls, "220"},      {"EHLO in TLS", Step::SecureHello, "250"},
                             {"AUTH", Step::LogIn, "334"},             {"password", Step::Password, "235"},
                             {"MAIL", Step::Sender, "250"},            {"RCPT", Step::Recipient, "250"},
                             {"DATA", Step::Data, "354"},              {"final dot", Step::Content, "250"}};

using Fate = tst_SmtpFaults::Fate;

/// RFC 5321 §4.2.1: what the first digit of a refusal says, and of whom it says so.
Fate fateAt(Step step, int code)
{
    if (step == Step::SecureHello)
        return Fate::Leaves; // by HELO (RFC 5321 §4.1.4)
    const bool aboutTheMail = step >= Step::Recipient || (step == Step::Sender && code < 500);
    if (!aboutTheMail || code < 400 || code == 421)
        return Fate::Stays;
    return code < 500 ? Fate::Waits : Fate::Fails;
}

void addRow(const NamedStep &at, const QByteArray &what, Fault fault, Fate fate)
{
    fault.step = at.step;
    QTest::addRow("%s: %s", at.name, what.constData()) << fault << fate;
}

void addReplies(const NamedStep &at)
{
    for (const auto &[reply, code] : std::initializer_list<std::pair<QByteArray, int>>{
             {"421 4.3.2 Closing for maintenance", 421},
             {"450 4.2.0 Not now", 450},
             {"452-4.3.1 Not\r\n452 4.3.1 enough room", 452},
             {"550 5.7.1 We do not like you", 550},
             {"554 No", 554}})
        addRow(at, QByteArray::number(code), {.says = reply + "\r\n"}, fateAt(at.step, code));
    addRow(at, "a reply without a code", {.says = "Welcome, stranger!\r\n", .then = Then::HangsUp}, Fate::Stays);
    addRow(at, "bytes that are no text", {.says = QByteArray("\0\xff\r\n\n\r\0", 7), .then = Then::HangsUp}, Fate::Stays);
}

void addBreaks(const NamedStep &at)
{
    addRow(at, "it hangs up", {.says = QByteArray(), .then = Then::HangsUp}, Fate::Stays);
    addRow(at, "half a reply, and it hangs up", {.says = at.usual.first(2), .then = Then::HangsUp}, Fate::Stays);
    addRow(at, "half of many lines, and it hangs up", {.says = at.usual + "-more\r\n", .then = Then::HangsUp}, Fate::Stays);
    addRow(at, "silence", {.says = QByteArray(), .then = Then::FallsSilent}, Fate::Stays);
}

/// The last line of a good reply: what some steps need stands in it.
QByteArray lastLine(const NamedStep &at)
{
    switch (at.step) {
    case Step::Hello:
        return "250 STARTTLS\r\n";
    case Step::SecureHello:
        return "250 AUTH PLAIN\r\n";
    case Step::LogIn:
        return "334 \r\n";
    default:
        return at.usual + " OK\r\n";
    }
}

void addLargeReplies(const NamedStep &at)
{
    addRow(at, "1 MB in one line", {.says = at.usual + ' ' + QByteArray(megabyte, 'x') + "\r\n"}, Fate::Either);
    const QByteArray line = at.usual + "-5.0.0 " + QByteArray(70, 'x') + "\r\n";
    addRow(at, "1 MB in many lines", {.says = line.repeated(megabyte / line.size()) + lastLine(at)}, Fate::Either);
    addRow(at, "1 MB without an end", {.says = at.usual + '-' + QByteArray(megabyte, 'x'), .then = Then::HangsUp}, Fate::Stays);
}

} // namespace

/// The queue, and who empties it into a relay.
struct tst_SmtpFaults::Post
{
    Post(TestOffice &where, const SmtpOptions &options)
        : office(where)
        , transport(options)
        , outbox(*where.files.main, where.serverKey.queueOpener(), {{u"confirmation"_s, confirmationMail(where.settings)}})
        , sender(*where.files.main, transport, {&outbox}, must(MailIdentity::of(where.settings)), where.clock, {})
    {}

    /// Turns until this is so; false if it does not come about.
    template <typename Condition>
    [[nodiscard]] bool turnUntil(Condition condition)
    {
        const QDeadlineTimer deadline(30s);
        while (!(sender.idle() && condition()) && !deadline.hasExpired()) {
            if (sender.idle())
                office.clock.advance(600); // any pause is over
            must(sender.step(20ms));
        }
        return sender.idle() && condition();
    }

    TestOffice &office;
    SmtpTransport transport;
    Outbox outbox;
    Sender sender;
};

SmtpOptions tst_SmtpFaults::options(const ScriptedRelay &relay) const
{
    SmtpOptions options;
    options.url = relay.url();
    options.encryption = SmtpEncryption::Required;
    options.caFile = m_trusted.toStdString();
    options.user = "shirase";
    options.password = "secret";
    options.connections = 1;
    return options;
}

void tst_SmtpFaults::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_certificate = m_folder.filePath(u"good.pem"_s);
    m_forAnother = m_folder.filePath(u"another.pem"_s);
    m_unknown = m_folder.filePath(u"unknown.pem"_s);
    m_trusted = m_folder.filePath(u"trusted.pem"_s);
    QFile trusted(m_trusted);
    QVERIFY(trusted.open(QIODevice::WriteOnly));
    for (const auto &[path, name] : {std::pair(m_certificate, u"IP:127.0.0.1"_s), std::pair(m_forAnother, u"IP:127.0.0.2"_s),
                                     std::pair(m_unknown, u"IP:127.0.0.1"_s)}) {
        if (const QString missing = makeRelayCertificate(path, name); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        QFile certificate(path + u".crt"_s);
        QVERIFY(certificate.open(QIODevice::ReadOnly));
        if (path != m_unknown)
            trusted.write(certificate.readAll());
    }
    m_office = std::make_unique<TestOffice>();
}

void tst_SmtpFaults::neitherLosesNorDoublesAMail_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Fate>("fate");
    for (const NamedStep &at : steps) {
        addReplies(at);
        addBreaks(at);
        addLargeReplies(at);
    }
    const NamedStep &starttls = steps[2];
    const NamedStep &dot = steps.last();
    addRow(steps[1], "STARTTLS is stripped", {.says = "250 relay.example.jp\r\n"}, Fate::Stays);
    addRow(starttls, "a certificate for another host", {.certificate = m_forAnother}, Fate::Stays);
    addRow(starttls, "a certificate of nobody's", {.certificate = m_unknown}, Fate::Stays);
    addRow(starttls, "replies in clear behind it", {.says = "220 Go on\r\n250-AUTH PLAIN\r\n250 mine\r\n235 in\r\n"}, Fate::Stays);
    addRow(steps[5], "the log-in is refused", {.says = "535 5.7.8 Wrong\r\n"}, Fate::Stays);
    addRow(steps[6], "a log-in is asked for after all", {.says = "530 5.7.0 Who are you?\r\n"}, Fate::Stays);
    addRow(dot, "taken, and it hangs up", {.says = QByteArray(), .then = Then::HangsUp, .takesTheMail = true}, Fate::MayDouble);
    addRow(dot, "taken, and silence", {.says = QByteArray(), .then = Then::FallsSilent, .takesTheMail = true}, Fate::MayDouble);
    addRow(dot, "taken, and half of its reply", {.says = "25", .then = Then::HangsUp, .takesTheMail = true}, Fate::MayDouble);
    addRow(dot, "taken, and it hangs up after its reply", {.then = Then::HangsUp, .takesTheMail = true}, Fate::Leaves);
}

void tst_SmtpFaults::neitherLosesNorDoublesAMail()
{
    QFETCH(Fault, fault);
    QFETCH(Fate, fate);
    if (fate == Fate::Leaves || fate == Fate::Either)
        fault.takesTheMail = fault.step == Step::Content;
    ScriptedRelay relay(m_certificate, fault);
    TestOffice &office = *m_office;
    must(office.files.main->command(u"DELETE FROM outbox"_s));
    must(office.outbox.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}}));
    {
        SmtpOptions impatient = options(relay);
        if (fault.then == Then::FallsSilent) {
            impatient.connectTimeout = 500ms; // in place of 30 s and of 15 minutes
            impatient.mailTimeout = 500ms;
        }
        Post post(office, impatient);
        QVERIFY(post.turnUntil([&relay] { return relay.wentWrong(); }));
        const OutboxState queue = must(outboxState(*office.files.main));
        if (fate == Fate::Either)
            fate = queue.waiting == 0 ? Fate::Leaves : fault.takesTheMail ? Fate::MayDouble : Fate::Stays;
        QCOMPARE(queue.waiting, fate == Fate::Leaves || fate == Fate::Fails ? 0 : 1);
        QCOMPARE(queue.failed, fate == Fate::Fails ? 1 : 0);
        // What is to blame on the relay is not counted against the mail.
        QCOMPARE(office.number(u"SELECT coalesce(sum(attempts), 0) FROM outbox"_s),
                 fate == Fate::Waits || fate == Fate::Fails ? 1 : 0);
        QCOMPARE(post.sender.relayProblem().isEmpty(), fate != Fate::Stays && fate != Fate::MayDouble);
    }
    Post post(office, options(relay));
    QVERIFY(post.turnUntil([&] { return must(outboxState(*office.files.main)).waiting == 0; }));
    QVERIFY(post.sender.relayProblem().isEmpty());
    office.clock.advance(3 * 86400);
    QVERIFY(post.turnUntil([] { return true; }));

    const QList<ScriptedRelay::Mail> taken = relay.taken();
    QCOMPARE(taken.size(), fate == Fate::Fails ? 0 : fate == Fate::MayDouble ? 2 : 1);
    for (const ScriptedRelay::Mail &mail : taken) {
        QCOMPARE(mail.recipient, "taro@example.jp"_ba);
        QVERIFY(mail.messageId.startsWith("Message-ID: <"));
        QCOMPARE(mail.messageId, taken.first().messageId);
    }
    if (fate == Fate::Fails) {
        QCOMPARE(office.number(u"SELECT count(*) FROM outbox WHERE sealed IS NULL AND reply LIKE '55%'"_s), 1);
        QVERIFY(!failureText(u"550 5.7.1"_s).isEmpty());
    }
}

void tst_SmtpFaults::saysWhatToDoAboutARelayThatDoesNotWork_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("sentence");
    using enum ScriptedRelay::Step;
    QTest::newRow("greeting after a minute")
        << Fault{.step = Greeting, .says = QByteArray(), .then = Then::FallsSilent} << u"did not answer in time"_s;
    QTest::newRow("STARTTLS stripped") << Fault{.step = Hello, .says = "250 relay.example.jp\r\n"}
                                       << u"ask its operator for STARTTLS"_s;
    QTest::newRow("STARTTLS refused") << Fault{.step = StartTls, .says = "454 4.7.0 No\r\n"} << u"ask its operator for STARTTLS"_s;
    QTest::newRow("a certificate for another host")
        << Fault{.step = StartTls, .certificate = m_forAnother} << u"correct the relay's name"_s;
    QTest::newRow("a certificate of nobody's")
        << Fault{.step = StartTls, .certificate = m_unknown} << u"certificate authority added"_s;
    QTest::newRow("replies in clear behind STARTTLS")
        << Fault{.step = StartTls, .says = "220 Go on\r\n250 mine\r\n"} << u"broke"_s;
    QTest::newRow("AUTH refused") << Fault{.step = Password, .says = "535 5.7.8 Wrong\r\n"}
                                  << u"(535 5.7.8). Please check the user name and the password"_s;
    QTest::newRow("AUTH wanted") << Fault{.step = Sender, .says = "530 5.7.0 Who?\r\n"}
                                 << u"(530 5.7.0). Please check the user name and the password"_s;
    QTest::newRow("our sender refused") << Fault{.step = Sender, .says = "553 5.7.1 Not you\r\n"}
                                        << u"check the envelope sender"_s;
    QTest::newRow("closing") << Fault{.step = Greeting, .says = "421 4.3.2 Later\r\n"} << u"closed the connection for now (421 4.3.2)"_s;
    QTest::newRow("not ready") << Fault{.step = Greeting, .says = "554 5.3.2 No service\r\n"} << u"not ready (554 5.3.2)"_s;
    QTest::newRow("it hangs up") << Fault{.step = Data, .says = QByteArray(), .then = Then::HangsUp} << u"broke"_s;
    QTest::newRow("a reply of 1 MB without an end")
        << Fault{.step = Recipient, .says = "250-" + QByteArray(megabyte, 'x'), .then = Then::HangsUp} << u"broke"_s;
    QTest::newRow("unconfirmed") << Fault{.step = Content, .says = QByteArray(), .then = Then::HangsUp} << u"may arrive twice"_s;
}

void tst_SmtpFaults::saysWhatToDoAboutARelayThatDoesNotWork()
{
    QFETCH(Fault, fault);
    QFETCH(QString, sentence);
    ScriptedRelay relay(m_certificate, fault);
    TestOffice &office = *m_office;
    must(office.files.main->command(u"DELETE FROM outbox"_s));
    must(office.outbox.put({u"confirmation"_s, u"taro@example.jp"_s, u"ja"_s, {}}));
    SmtpOptions impatient = options(relay);
    impatient.connectTimeout = fault.then == Then::FallsSilent ? 500ms : 30'000ms;
    Post post(office, impatient);
    QVERIFY(post.turnUntil([&relay] { return relay.wentWrong(); }));
    QVERIFY2(post.sender.relayProblem().contains(sentence), qPrintable(post.sender.relayProblem()));
    // Not a word of the relay's: it may name the recipient.
    QVERIFY(!post.sender.relayProblem().contains(u"taro"_s));
    if (fault.step < Step::LogIn)
        QCOMPARE(relay.passwordsSeen(), 0);
}

QTEST_GUILESS_MAIN(tst_SmtpFaults)
#include "tst_SmtpFaults.moc"
