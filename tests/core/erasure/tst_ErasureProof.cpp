// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/Erasure.h"

#include "core/mail/FolderTransport.h"
#include "core/mail/Sender.h"
#include "core/visits/ConfirmationMail.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/TestOffice.h"
#include "tests/support/TraceSearch.h"

#include <sodium.h>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

/// REQUIREMENTS D1, D2: what the promise to erase is worth. Thousands of people register, get their confirmations and a
/// notice as files, and are erased; then every file that Shirase or its database server has written is searched for each
/// of them.
class tst_ErasureProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhateverIsThere();
    void findsNothingOfAnybodyAfterTheErasure();
};

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int people = 1'000;
#else
constexpr int people = 10'000;
#endif

QString g_place; // where this program and its temporary files write
QFile *g_log = nullptr;

void intoLog(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(message));
    g_log->write(message.toUtf8() + '\n');
    g_log->flush();
}

QString somebody()
{
    unsigned char random[10];
    randombytes_buf(random, sizeof random);
    const QByteArray hex = QByteArray(reinterpret_cast<const char *>(random), sizeof random).toHex();
    return QString::fromLatin1(hex) + u"@visitor.example.jp"_s;
}

/// Everything that was written: this program's files, and those of the database server with its log.
QStringList found(const TraceSearch &search)
{
    QStringList all = search.findInFolder(g_place);
    if (!TestDatabase::isSqlite())
        all += search.findInFolder(TestDatabase::serverFolder());
    return all;
}

struct Story
{
    Story()
    {
        must(office.settings.set(u"mail.quiet_hours"_s, u"none"_s));
        for (int i = 0; i < people; ++i)
            addresses.append(somebody());
    }

    void openAt(QDate when) { office.clock.set(japan::startOf(when) + 12 * 3600); }

    /// Sends everything that is due into the folder.
    void deliver(MailSource &source)
    {
        Sender sender(*office.files.main, transport, {&source}, must(MailIdentity::of(office.settings)), office.clock,
                      {});
        while (true) {
            must(sender.step(0ms));
            if (sender.idle() && must(source.due(office.clock.now(), 1)).empty())
                return;
        }
    }

    void registerEverybody()
    {
        openAt(day);
        {
            // A registration that fails must not leave its values in the database's log.
            const auto other = office.files.open(Migrations::Schema::Main);
            const Transaction held = TestDatabase::keepOut(*other);
            const Signup refused{ScanToken::make(cafe.id, office.clock.now()), address(addresses.first()), u"ja"_s};
            QVERIFY(!office.signups.store({refused}).front());
        }
        office.visit(cafe, addresses);
        Outbox letters(*office.files.main, office.serverKey.queueOpener(),
                       {{u"confirmation"_s, confirmationMail(office.settings)}});
        deliver(letters);
    }

    void notifyEverybody()
    {
        openAt(day.addDays(1));
        const NoticeId id = must(office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, day)}, u"standard"_s));
        must(office.desk.approve(*office.session, id, false));
        must(office.desk.send(*office.session, id));
        NoticeQueue queue(*office.files.main, office.serverKey.queueOpener(), office.staff.audit(), {{}, {}});
        deliver(queue);
        QCOMPARE(must(office.notices.progress(id)).sent, people);
    }

    /// What there is to find of everybody.
    void lookFor(TraceSearch &search)
    {
        OpenedDays days(*office.files.vault, *office.session->office());
        const OpenedDays::Day &opened = *must(days.open(day));
        for (const QString &typed : addresses) {
            search.addText(typed);
            search.addValue(u"the index value of "_s + typed, opened.seal.who(cafe.id, address(typed).canonical()));
        }
        Rows key = must(office.files.vault->run(u"SELECT sealed_secret, sealed_index FROM day_key WHERE day = ?"_s,
                                                {japan::toNumber(day)}));
        QVERIFY(key.next());
        search.addValue(u"the day's sealed key"_s, key.bytes(0));
        search.addValue(u"the day's sealed index secret"_s, key.bytes(1));
    }

    QList<QByteArray> sealedAddresses()
    {
        Rows rows = must(office.files.main->run(u"SELECT sealed_address FROM visit WHERE day = ?"_s,
                                                {japan::toNumber(day)}));
        QList<QByteArray> sealed;
        while (rows.next())
            sealed.append(rows.bytes(0));
        return sealed;
    }

    TestOffice office;
    Facility cafe = office.addFacility();
    // The files in the mail folder are named after the host's clock.
    QDate day = japan::dayOf(SystemClock().now());
    QStringList addresses;
    FolderTransport transport{office.files.path(u"mail"_s)};
    Erasure erasure{*office.files.main, *office.files.vault, office.clock, office.files.path(u"mail"_s)};
};

} // namespace

void tst_ErasureProof::initTestCase()
{
    qInstallMessageHandler(intoLog); // what the program says is looked through too
}

// The counter-check: each form, planted into each kind of file, is found.
void tst_ErasureProof::findsWhateverIsThere()
{
    TraceSearch search;
    search.addText(u"momotaro.peach@docomo.ne.jp"_s);
    search.addText(u"柿太郎@例え.jp"_s);
    search.addValue(u"an index value"_s, QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    QCOMPARE(search.forms().size(), 7 + 7 + 6);
    for (const auto &[name, form] : search.forms()) {
        for (const int before : {0, 1, 7, 4095})
            QCOMPARE(search.findIn(QByteArray(before, 'x') + form + "yz"), QStringList{name});
        QCOMPARE(search.findIn(form.chopped(1)), QStringList{});
    }
    // As mail programs break lines.
    const QByteArray address("momotaro.peach@docomo.ne.jp");
    for (int before = 0; before < 3; ++before) {
        QByteArray base64 = (QByteArray(before, 'x') + address + "yz").toBase64();
        base64.insert(20, "\r\n");
        QVERIFY(!search.findIn(base64).isEmpty());
    }
    QVERIFY(!search.findIn("momotaro.pea=\r\nch@docomo.ne.jp").isEmpty());
    QVERIFY(!search.findIn("momotaro=2Epea=\nch=40docomo=2Ene=2Ejp").isEmpty());

    // In a file of the place that is searched, and within a database.
    TestDatabase files;
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('planted', ?)"_s, {u"momotaro.peach@docomo.ne.jp"_s}));
    must(files.main->purge());
    QVERIFY(!found(search).isEmpty());
}

void tst_ErasureProof::findsNothingOfAnybodyAfterTheErasure()
{
    Story story;
    TestOffice &office = story.office;
    story.registerEverybody();
    story.notifyEverybody();
    // Somebody who came later stays.
    const QString later = somebody();
    story.openAt(story.day.addDays(20));
    office.visit(story.cafe, {later});
    if (!TestDatabase::isSqlite())
        must(office.files.main->runScript(u"ANALYZE;\n"_s)); // statistics keep samples of what they look at

    TraceSearch search;
    story.lookFor(search);
    QVERIFY(found(search).size() > people); // as long as they are kept, they are found: the index values, the mails
    const QList<QByteArray> copy = story.sealedAddresses();
    QCOMPARE(copy.size(), people);
    {
        OpenedDays days(*office.files.vault, *office.session->office());
        const OpenedDays::Day &opened = *must(days.open(story.day));
        for (const QByteArray &sealed : copy)
            QVERIFY(opened.opener.open(sealed).has_value());
    }

    const QDate asOf = story.day.addMonths(2).addDays(3);
    story.openAt(asOf);
    const ErasureReport report = must(story.erasure.run(asOf, {.visits = 2, .contacts = 3}));
    QCOMPARE(report.visits, people);
    QCOMPARE(report.recipients, people);
    QCOMPARE(report.mails, 2 * people);
    QCOMPARE(office.number(u"SELECT count(*) FROM visit"_s), 1);

    const QStringList left = found(search);
    QVERIFY2(left.isEmpty(), qPrintable(QString::number(left.size()) + u'\n' + left.mid(0, 5).join(u'\n')));
    QVERIFY(search.files() > 2);

    // A copy of the rows that was taken before is worth nothing without the vault of then: no key that there is opens it.
    OpenedDays days(*office.files.vault, *office.session->office());
    VERIFY_FAILS(days.open(story.day), ErrorCode::NotFound);
    const OpenedDays::Day &other = *must(days.open(story.day.addDays(20)));
    const Opener queue = office.serverKey.queueOpener();
    for (const QByteArray &sealed : copy) {
        QVERIFY(!office.session->office()->open(sealed));
        QVERIFY(!other.opener.open(sealed));
        QVERIFY(!queue.open(sealed));
    }
}

int main(int argc, char *argv[])
{
    // All temporary files in one place; in memory where that can be, as there is a commit for each of 20,000 mails.
    const QString memory = u"/dev/shm"_s;
    const QTemporaryDir place(QFileInfo(memory).isWritable() ? memory + u"/shirase-proof.XXXXXX"_s : QString());
    g_place = place.path();
    qputenv("TMPDIR", QFile::encodeName(g_place));
    QFile log(place.filePath(u"log"_s));
    if (!log.open(QIODevice::WriteOnly))
        qFatal("There is no place for the log.");
    g_log = &log;
    QCoreApplication application(argc, argv);
    // A server of this test's own: everything in it is searched, and what others leave in theirs is not ours.
    std::optional<PostgresServer> server;
    if (!qEnvironmentVariableIsEmpty("SHIRASE_TEST_POSTGRESQL")) {
        server.emplace();
        qputenv("SHIRASE_TEST_POSTGRESQL", QFile::encodeName(server->file()));
    }
    tst_ErasureProof test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ErasureProof.moc"
