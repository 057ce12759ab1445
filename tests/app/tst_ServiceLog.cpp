// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ServiceLog.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <array>

using namespace shirase;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array allParts{ServicePart::Certificate,  ServicePart::Mail,     ServicePart::HeldMail,
                              ServicePart::Housekeeping, ServicePart::Settings, ServicePart::Storage};

} // namespace

class tst_ServiceLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_entries.clear(); }
    void cleanup() { qunsetenv("JOURNAL_STREAM"); }

    void writesAProblemAsAWarning()
    {
        log().report(ServicePart::Mail, u"送れません。"_s);
        QCOMPARE(m_entries, (QList<QByteArrayList>{{"MESSAGE=送れません。", "PRIORITY=4",
                                                    "MESSAGE_ID=" + ServiceLog::messageId(ServicePart::Mail),
                                                    "SHIRASE_PART=mail", "SYSLOG_IDENTIFIER=shirasectl"}}));
    }
    void writesTheSameProblemOnceAndAnotherAnew()
    {
        ServiceLog log = this->log();
        log.report(ServicePart::Mail, u"one"_s);
        log.report(ServicePart::Mail, u"one"_s);
        log.report(ServicePart::Storage, u"one"_s);
        log.report(ServicePart::Mail, u"two"_s);
        QCOMPARE(messages(), (QByteArrayList{"MESSAGE=one", "MESSAGE=one", "MESSAGE=two"}));
    }
    void writesTheEndOfAProblemAsANotice()
    {
        ServiceLog log = this->log();
        log.report(ServicePart::Storage, u"full"_s);
        log.report(ServicePart::Storage, {});
        QCOMPARE(m_entries.size(), 2);
        QVERIFY(m_entries.last().first().endsWith("full"));
        QVERIFY(m_entries.last().contains("PRIORITY=5"));
        QVERIFY(m_entries.last().contains("MESSAGE_ID=" + ServiceLog::solvedMessageId()));
        QVERIFY(m_entries.last().contains("SHIRASE_PART=storage"));
    }
    void isSilentWhereNothingWasWrong()
    {
        log().report(ServicePart::Certificate, {});
        QCOMPARE(m_entries, QList<QByteArrayList>());
    }

    void knowsTheJournalByItsStream()
    {
        QVERIFY(!ServiceLog::leadsToJournal());
        struct stat stream = {};
        QCOMPARE(fstat(STDERR_FILENO, &stream), 0);
        const QByteArray here = QByteArray::number(qulonglong(stream.st_dev)) + ':' +
                                QByteArray::number(qulonglong(stream.st_ino));
        qputenv("JOURNAL_STREAM", here);
        QVERIFY(ServiceLog::leadsToJournal());
        qputenv("JOURNAL_STREAM", here + '0'); // inherited from a service, with standard error led elsewhere
        QVERIFY(!ServiceLog::leadsToJournal());
    }

    // What "journalctl -x" explains.
    void everyMessageIsExplainedInBothLanguages()
    {
        QFile file(QStringLiteral(SHIRASE_SOURCES "/packaging/systemd/shirase.catalog"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
        const QByteArrayList lines = file.readAll().split('\n');
        QSet<QByteArray> ids{ServiceLog::solvedMessageId()};
        for (const ServicePart part : allParts)
            ids.insert(ServiceLog::messageId(part));
        QCOMPARE(ids.size(), qsizetype(allParts.size()) + 1);
        static const QRegularExpression form(u"^[0-9a-f]{32}$"_s);
        for (const QByteArray &id : std::as_const(ids)) {
            QVERIFY2(form.match(QString::fromLatin1(id)).hasMatch(), id.constData());
            QVERIFY2(lines.contains("-- " + id), id.constData());
            QVERIFY2(lines.contains("-- " + id + " ja"), id.constData());
        }
    }

private:
    ServiceLog log()
    {
        return ServiceLog([this](const QByteArrayList &fields) { m_entries.append(fields); });
    }
    [[nodiscard]] QByteArrayList messages() const
    {
        QByteArrayList all;
        for (const QByteArrayList &fields : m_entries)
            all.append(fields.first());
        return all;
    }

    QList<QByteArrayList> m_entries;
};

QTEST_GUILESS_MAIN(tst_ServiceLog)
#include "tst_ServiceLog.moc"
