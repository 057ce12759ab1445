// SPDX-License-Identifier: GPL-3.0-or-later
#include "SiteUnderTest.h"

#include "core/backup/BackupRecords.h"
#include "core/erasure/ErasureReports.h"

#include <QSet>

using namespace shirase;

class tst_Monitoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<SiteUnderTest>(); }

    void itIsHealthyWhileRegistrationsCanBeStored()
    {
        const Answered life = m->get(u"/healthz"_s);
        QCOMPARE(life.status(), 200);
        QCOMPARE(life.response.body, QByteArray("ok"));
        QCOMPARE(life.response.contentType, QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(life.header("Cache-Control"), u"no-store"_s);
    }

    void itIsUnwellWhenTheyCannot_data()
    {
        QTest::addColumn<Migrations::Schema>("schema");
        QTest::newRow("the database takes nothing") << Migrations::Schema::Main;
        QTest::newRow("the day's key cannot be made") << Migrations::Schema::Vault;
    }
    void itIsUnwellWhenTheyCannot()
    {
        QFETCH(Migrations::Schema, schema);
        m->refuseWrites(schema, true);
        const Answered life = m->get(u"/healthz"_s);
        QCOMPARE(life.status(), 503);
        QVERIFY(!life.header("Retry-After").isEmpty());
        m->refuseWrites(schema, false);
        m->clock.at += 1;
        QCOMPARE(m->get(u"/healthz"_s).status(), 200);
    }

    void askingOftenWritesOnceASecond()
    {
        QCOMPARE(m->get(u"/healthz"_s).status(), 200);
        m->run(u"DELETE FROM lease"_s);
        QCOMPARE(m->get(u"/healthz"_s).status(), 200);
        QCOMPARE(m->count(u"SELECT count(*) FROM lease"_s), 0);
        m->clock.at += 1;
        QCOMPARE(m->get(u"/healthz"_s).status(), 200);
        QCOMPARE(m->count(u"SELECT count(*) FROM lease"_s), 1);
    }

    void theCountsAreForThisMachineOnly_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("forwarded");
        QTest::addColumn<int>("status");
        QTest::newRow("from here") << u"127.0.0.1"_s << false << 200;
        QTest::newRow("from here by IPv6") << u"::1"_s << false << 200;
        QTest::newRow("by a proxy that nobody has declared") << u"127.0.0.1"_s << true << 404;
        QTest::newRow("from elsewhere") << u"192.0.2.1"_s << false << 404;
    }
    void theCountsAreForThisMachineOnly()
    {
        QFETCH(QString, client);
        QFETCH(bool, forwarded);
        QFETCH(int, status);
        http::Request request;
        request.path = "/metrics";
        request.client = QHostAddress(client);
        request.forwarded = forwarded;
        QCOMPARE(m->send(request).status(), status);
    }

    void theCountsAreThoseOfWhatHappened()
    {
        const Facility place = m->addFacility();
        const QString path = u"/f/"_s + place.code.text();
        const QString token = m->get(path).field(u"token"_s);
        m->clock.at += 1;
        QVERIFY(m->settings->set(u"limits.mails_per_address_per_hour"_s, u"1"_s));
        for (const QString &scan : {token, token, m->get(path).field(u"token"_s)})
            QCOMPARE(register_(path, scan, u"taro@example.jp"_s).status(), 303);
        for (int person = 0; person < 5; ++person)
            std::ignore = register_(path, token, u"user%1@example.jp"_s.arg(person));
        m->web.open = 3;
        m->web.answers[2] = 12;
        m->clock.at += 9;
        const QByteArray text = metrics();
        for (const char *line :
             {"shirase_http_connections 3", "shirase_http_requests_total{status=\"2xx\"} 12",
              "shirase_registrations_total 6", "shirase_refused_total{limit=\"people_per_token\"} 1",
              "shirase_confirmations_left_out_total 1", "shirase_commit_seconds_count 8",
              "shirase_outbox_waiting 5", "shirase_outbox_held 0", "shirase_outbox_oldest_seconds 9",
              "shirase_outbox_overdue_seconds 9"})
            QVERIFY2(text.contains('\n' + QByteArray(line) + '\n'),
                     qPrintable(QString::fromLatin1(line + text)));
    }

    // Else a single full mailbox would wake somebody each night.
    void aMailThatIsTriedAgainLaterIsNotOverdue()
    {
        const Facility place = m->addFacility();
        const QString path = u"/f/"_s + place.code.text();
        QCOMPARE(register_(path, m->get(path).field(u"token"_s), u"taro@example.jp"_s).status(), 303);
        m->clock.at += 1800;
        m->run(u"UPDATE outbox SET attempts = 3, due_at = %1"_s.arg(m->clock.at + 60));
        const QByteArray text = metrics();
        QVERIFY(text.contains("\nshirase_outbox_oldest_seconds 1800\n"));
        QVERIFY(text.contains("\nshirase_outbox_overdue_seconds 0\n"));
    }

    void whatTheGuardRefusesIsCountedByReason()
    {
        using Counters = http::HttpCounters;
        const std::pair<const char *, quint64 Counters::*> reasons[] = {
            {"bad_request", &Counters::badRequests},  {"head_size", &Counters::headsTooLarge},
            {"body_size", &Counters::bodiesTooLarge}, {"request_time", &Counters::timedOut},
            {"handshake", &Counters::handshakesFailed}, {"idle", &Counters::idleClosed},
            {"gave_way", &Counters::gaveWay},         {"slow_reader", &Counters::slowReaders},
            {"host", &Counters::foreignHosts},        {"method", &Counters::methodsRefused},
            {"unanswered", &Counters::unanswered},    {"descriptors", &Counters::outOfDescriptors},
            {"misread", &Counters::misread}};
        quint64 number = 70;
        for (const auto &[reason, counter] : reasons)
            m->web.*counter = number++;
        const QByteArray text = metrics();
        number = 70;
        for (const auto &[reason, counter] : reasons) {
            const QByteArray line = QByteArray("\nshirase_http_guard_total{reason=\"") + reason + "\"} "
                                    + QByteArray::number(number++) + '\n';
            QVERIFY2(text.contains(line), reason);
        }
        QCOMPARE(text.count("\nshirase_http_guard_total{"), qsizetype(std::size(reasons)));
    }

    void theySayWhenTheLastErasureAndTheLastBackupWere()
    {
        QVERIFY(!metrics().contains("timestamp")); // not 1970
        must(ErasureReports(*m->files.main).insert({.at = m->clock.at, .finishedAt = m->clock.at + 3, .untilDay = QDate(2026, 9, 27)}));
        must(BackupRecords(*m->files.main).add(backup(m->clock.at + 5)));
        const QByteArray text = metrics();
        QVERIFY(text.contains("\nshirase_last_erasure_timestamp_seconds " + QByteArray::number(m->clock.at + 3) + '\n'));
        QVERIFY(text.contains("\nshirase_last_backup_timestamp_seconds " + QByteArray::number(m->clock.at + 5) + '\n'));
    }

    void theyAreInPrometheusFormat()
    {
        static const QRegularExpression line(u"^(# (HELP|TYPE) [a-z_]+ .+|"
                                             "[a-z_]+(\\{[a-z]+=\"[a-z0-9_.]+\"(,[a-z]+=\"[a-z0-9_.]+\")*\\})? [0-9.e+-]+)$"_s);
        const QByteArray text = metrics();
        QVERIFY(text.endsWith('\n'));
        for (const QByteArray &one : text.trimmed().split('\n'))
            QVERIFY2(line.match(QString::fromLatin1(one)).hasMatch(), one.constData());
    }

    // packaging/OPERATIONS.md tells what each is for, and no other; the rules for alerts ask for none that is not there.
    void theManualNamesEachOfThem_data()
    {
        QTest::addColumn<QString>("manual");
        QTest::newRow("English") << u"packaging/OPERATIONS.md"_s;
        QTest::newRow("Japanese") << u"packaging/OPERATIONS.ja.md"_s;
    }
    void theManualNamesEachOfThem()
    {
        QFETCH(QString, manual);
        const QSet<QString> families = everyFamily();
        QCOMPARE(namesIn(manual, u"`(shirase_[a-z_]+)"_s), families);
        const QSet<QString> inRules = namesIn(u"packaging/monitoring/alerts.yml"_s, u"(shirase_[a-z_]+?)(?:_sum|_count)?\\b"_s);
        QVERIFY(inRules.size() > 5);
        QVERIFY2(families.contains(inRules), qPrintable((inRules - families).values().join(u' ')));
    }

    // To these functions a gauge that falls, as the failed mails do with each erasure, is a counter that began anew.
    void theRulesTakeNoGaugeForACounter()
    {
        const QSet<QString> counted =
            namesIn(u"packaging/monitoring/alerts.yml"_s, u"(?:rate|increase)\\((shirase_[a-z_]+?)(?:_sum|_count)?[\\[{]"_s);
        QVERIFY(counted.size() > 2);
        const QSet<QString> counters = matchesOf(u"# TYPE (\\w+) (?:counter|summary)"_s, QString::fromUtf8(metrics()));
        QVERIFY2(counters.contains(counted), qPrintable((counted - counters).values().join(u' ')));
    }

    void withoutTheDatabaseTheOtherCountsStay()
    {
        m->hide(u"outbox"_s);
        const QByteArray text = metrics();
        QVERIFY(text.contains("shirase_registrations_total 0\n"));
        QVERIFY(!text.contains("shirase_outbox"));
    }

private:
    QSet<QString> everyFamily()
    {
        must(ErasureReports(*m->files.main).insert({.at = m->clock.at, .finishedAt = m->clock.at, .untilDay = QDate(2026, 9, 27)}));
        must(BackupRecords(*m->files.main).add(backup(m->clock.at)));
        return matchesOf(u"# TYPE (\\w+) "_s, QString::fromUtf8(metrics()));
    }
    static BackupRecord backup(qint64 at)
    {
        return {.at = at, .file = u"/backup/shirase.backup"_s, .digest = "digest"};
    }
    static QSet<QString> namesIn(const QString &file, const QString &pattern)
    {
        QFile text(QStringLiteral(SHIRASE_SOURCES "/") + file);
        return text.open(QIODevice::ReadOnly) ? matchesOf(pattern, QString::fromUtf8(text.readAll())) : QSet<QString>();
    }
    static QSet<QString> matchesOf(const QString &pattern, const QString &text)
    {
        QSet<QString> matches;
        for (const QRegularExpressionMatch &match : QRegularExpression(pattern).globalMatch(text))
            matches.insert(match.captured(1));
        return matches;
    }
    Answered register_(const QString &path, const QString &token, const QString &email)
    {
        return m->post(path, {{u"token"_s, token}, {u"email"_s, email}, {u"agree"_s, u"1"_s}});
    }
    QByteArray metrics()
    {
        http::Request request;
        request.path = "/metrics";
        request.client = QHostAddress(QHostAddress::LocalHost);
        return m->send(request).response.body;
    }

    std::unique_ptr<SiteUnderTest> m;
};

QTEST_GUILESS_MAIN(tst_Monitoring)
#include "tst_Monitoring.moc"
