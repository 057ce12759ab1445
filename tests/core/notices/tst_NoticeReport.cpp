// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeReportFile.h"

#include "tests/support/TestOffice.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfANotice();
    void leavesOutWhatDidNotHappen();
    void writesCsvThatNoSpreadsheetExecutes();
    void writesAPdf();
    void refusesAnotherEndingAndAFolderThatIsNotThere();
    void namesAnUnknownNotice();
};

namespace {

const QDate day(2026, 11, 21);

/// Three people of a café: two reached, an hour apart, one refused.
struct Story
{
    explicit Story(const QString &name = u"喫茶しらかば"_s)
        : cafe(office.addFacility(name))
    {
        office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s, u"jiro@example.jp"_s});
        office.clock.set("2026-11-24T10:00");
        must(office.settings.set(u"notice.two_person_rule"_s, u"off"_s));
        id = must(
            office.desk.draft(*office.session, {NoticeTarget::wholeDay(cafe.id, day)}, u"standard"_s, 2));
    }
    void send()
    {
        must(office.desk.approve(*office.session, id, false));
        must(office.desk.send(*office.session, id));
        const qint64 now = office.clock.now();
        office.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL, finished_at = %1"_s.arg(now));
        office.run(u"UPDATE notice_recipient SET finished_at = %1 WHERE id = 2"_s.arg(now + 1800));
        office.run(u"UPDATE notice_recipient SET state = 'failed', reply = '550 5.1.1' WHERE id = 3"_s);
        office.run(u"UPDATE notice SET state = 'sent'"_s);
    }
    NoticeReport report()
    {
        NoticeReports reports({*office.files.main, office.facilities, office.notices, office.staff.audit(),
                               office.settings, office.clock});
        return must(reports.read(id, u"ja"_s));
    }

    TestOffice office;
    Facility cafe;
    NoticeId id = 0;
};

} // namespace

void tst_NoticeReport::saysWhatBecameOfANotice()
{
    Story story;
    story.send();
    const NoticeReport report = story.report();
    QCOMPARE(report.places.size(), 1);
    QCOMPARE(report.places[0].name, u"喫茶しらかば"_s);
    QCOMPARE(report.progress.sent, 2);
    QCOMPARE(report.progress.failed, 1);
    QCOMPARE(report.duration(), std::optional<qint64>(1800));
    QCOMPARE(report.rate(), std::optional(4));
    QStringList actions;
    for (const AuditLog::Entry &step : report.steps)
        actions << step.action;
    QCOMPARE(actions, (QStringList{u"notice.draft"_s, u"notice.approve"_s, u"notice.send"_s}));
    QCOMPARE(report.profile.organisation, u"北海道"_s);

    const QString csv = QString::fromUtf8(NoticeReportFile(report).csv());
    for (const QString &part :
         {u"\"喫茶しらかば\",\"21 Nov 2026, all day\""_s, u"\"Sent\",\"2\""_s, u"\"Mails an hour\",\"4\""_s,
          u"\"No such mailbox (550 5.1.1)\",\"1\""_s, u"\"24 Nov 2026 10:00\",\"Approved: 山田 太郎\""_s,
          u"\"Infected people of the case\",\"2\""_s, u"\"Recommended by the thresholds\",\"Send\""_s})
        QVERIFY2(csv.contains(part), qPrintable(part + u'\n' + csv));
    QVERIFY(csv.contains(QString::fromLatin1(report.notice.textHash.first(8))));
    QVERIFY(!csv.contains(u"@"_s)); // REQUIREMENTS S6
}

void tst_NoticeReport::leavesOutWhatDidNotHappen()
{
    Story story;
    must(story.office.desk.withhold(*story.office.session, story.id, u"全員を把握"_s));
    const NoticeReport report = story.report();
    QCOMPARE(report.duration(), std::nullopt);
    QCOMPARE(report.rate(), std::nullopt);
    const QString csv = QString::fromUtf8(NoticeReportFile(report).csv());
    QVERIFY(csv.contains(u"全員を把握"_s));
    QVERIFY(!csv.contains(u"People to be told"_s));
    QVERIFY(!csv.contains(u"Could not be reached"_s));
}

void tst_NoticeReport::writesCsvThatNoSpreadsheetExecutes()
{
    Story story(u"=CALL(\"urlmon\")"_s);
    const QByteArray csv = NoticeReportFile(story.report()).csv();
    QVERIFY(csv.contains("\"'=CALL(\"\"urlmon\"\")\""));
    QVERIFY(csv.startsWith("\xef\xbb\xbf"));
}

void tst_NoticeReport::writesAPdf()
{
    Story story;
    story.send();
    const NoticeReport report = story.report();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"report.pdf"_s);
    VERIFY_DONE(NoticeReportFile(report).save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(bytes.contains("NotoSansCJK"));
}

void tst_NoticeReport::refusesAnotherEndingAndAFolderThatIsNotThere()
{
    Story story;
    const NoticeReport report = story.report();
    QTemporaryDir folder;
    VERIFY_FAILS(NoticeReportFile(report).save(folder.filePath(u"report.doc"_s)), ErrorCode::Invalid);
    VERIFY_FAILS(NoticeReportFile(report).save(folder.filePath(u"none/report.pdf"_s)),
                 ErrorCode::Unavailable);
    VERIFY_FAILS(NoticeReportFile(report).save(folder.filePath(u"none/report.csv"_s)),
                 ErrorCode::Unavailable);
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    VERIFY_FAILS(NoticeReportFile(report).writePdf(closed), ErrorCode::Unavailable);
}

void tst_NoticeReport::namesAnUnknownNotice()
{
    Story story;
    story.id = 99;
    NoticeReports reports({*story.office.files.main, story.office.facilities, story.office.notices,
                           story.office.staff.audit(), story.office.settings, story.office.clock});
    VERIFY_FAILS(reports.read(99, u"ja"_s), ErrorCode::NotFound);
}

QTEST_MAIN(tst_NoticeReport)
#include "tst_NoticeReport.moc"
