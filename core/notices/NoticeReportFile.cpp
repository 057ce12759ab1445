// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeReportFile.h"

#include "core/foundation/CsvWriter.h"
#include "core/foundation/JapaneseTime.h"
#include "core/mail/FailureTexts.h"
#include "core/notices/NoticeReportTexts.h"
#include "core/posters/FittedText.h"
#include "core/posters/PdfDevice.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 300;
constexpr int typePoints = 10;
constexpr int secondsPerMinute = 60;
constexpr int hashGroup = 8;

QString number(int number)
{
    return QLocale().toString(number);
}

/// In groups, as people compare such things, on two lines.
QString grouped(const QByteArray &hash)
{
    QStringList groups;
    for (qsizetype i = 0; i < hash.size(); i += hashGroup)
        groups << QString::fromLatin1(hash.mid(i, hashGroup));
    return groups.join(u' ');
}

} // namespace

NoticeReportFile::NoticeReportFile(const NoticeReport &report)
    : m_report(report)
    , m_sections({caseSection(), placeSection(), resultSection(), failureSection(), stepSection()})
{
    m_sections.removeIf([](const Section &section) { return section.rows.isEmpty(); });
}

NoticeReportFile::Section NoticeReportFile::caseSection() const
{
    const Notice &notice = m_report.notice;
    Section section{tr("Case"), {}};
    const auto add = [&](const QString &item, const QString &value) { section.rows.append({item, value}); };
    add(tr("Number of the notice"), QString::number(notice.id));
    if (notice.exercise)
        add(tr("Exercise"), tr("Yes: no real place was named, and every mail said so."));
    if (notice.follows)
        add(tr("Follow-up of notice"), QString::number(*notice.follows));
    add(tr("State"), NoticeReportTexts::of(notice.state));
    add(tr("Infected people of the case"), number(notice.infected));
    if (notice.recommendation)
        add(tr("Recommended by the thresholds"), NoticeReportTexts::of(*notice.recommendation));
    if (!notice.overrideReason.isEmpty())
        add(tr("Approved all the same because"), notice.overrideReason);
    if (!notice.reason.isEmpty())
        add(tr("Reason on record"), notice.reason);
    add(tr("Drafted by"), notice.author);
    if (notice.approvedAt) {
        add(tr("Approved by"), notice.approver);
        add(tr("Two persons"), notice.twoPersons ? tr("Required") : tr("Not required"));
    }
    add(tr("Fingerprint of the texts"), grouped(notice.textHash));
    return section;
}

NoticeReportFile::Section NoticeReportFile::placeSection() const
{
    Section section{tr("Places and times (Japan)"), {}};
    for (const NoticeReport::Place &place : m_report.places) {
        const NoticeTarget &target = place.target;
        const QDate first = japan::dayOf(target.from);
        const bool wholeDay = NoticeTarget::wholeDay(target.facility, first) == target;
        section.rows.append({place.name, wholeDay ? tr("%1, all day").arg(NoticeReportTexts::day(first))
                                                  : tr("%1 to %2", "a window of time")
                                                        .arg(NoticeReportTexts::time(target.from),
                                                             NoticeReportTexts::time(target.until))});
    }
    return section;
}

NoticeReportFile::Section NoticeReportFile::resultSection() const
{
    if (!m_report.notice.approvedAt)
        return {};
    const NoticeProgress &progress = m_report.progress;
    Section section{tr("Result"), {}};
    const auto add = [&](const QString &item, const QString &value) { section.rows.append({item, value}); };
    add(tr("People to be told"), number(progress.recipients));
    add(tr("Sent"), number(progress.sent));
    add(tr("Could not be reached"), number(progress.failed));
    add(tr("Waiting"), number(progress.waiting));
    if (m_report.firstSent && m_report.lastSent) {
        add(tr("First mail"), NoticeReportTexts::time(*m_report.firstSent));
        add(tr("Last mail"), NoticeReportTexts::time(*m_report.lastSent));
    }
    if (const auto seconds = m_report.duration())
        add(tr("Duration"),
            tr("%1 min %2 s").arg(*seconds / secondsPerMinute).arg(*seconds % secondsPerMinute));
    if (const auto rate = m_report.rate())
        add(tr("Mails an hour"), number(*rate));
    return section;
}

NoticeReportFile::Section NoticeReportFile::failureSection() const
{
    Section section{tr("Not reached, by kind"), {}};
    for (const auto &[reply, people] : m_report.progress.failures.asKeyValueRange())
        section.rows.append(
            {tr("%1 (%2)", "kind of failure, relay's reply").arg(failureText(reply), reply), number(people)});
    return section;
}

NoticeReportFile::Section NoticeReportFile::stepSection() const
{
    Section section{tr("Who did what, when"), {}};
    for (const AuditLog::Entry &step : m_report.steps)
        section.rows.append(
            {NoticeReportTexts::time(step.at),
             tr("%1: %2", "what was done, and by whom")
                 .arg(NoticeReportTexts::action(step.action), NoticeReportTexts::account(step.account))});
    return section;
}

QByteArray NoticeReportFile::csv() const
{
    CsvWriter csv({u"section"_s, u"item"_s, u"value"_s});
    for (const Section &section : m_sections) {
        for (const Row &row : section.rows)
            csv.addRow({section.title, row.item, row.value});
    }
    return csv.bytes();
}

QString NoticeReportFile::html() const
{
    const auto escaped = [](const QString &text) { return text.toHtmlEscaped(); };
    QString html = u"<p align='right'>%1<br>%2</p>"_s.arg(escaped(m_report.profile.organisation),
                                                          escaped(NoticeReportTexts::time(m_report.madeAt)));
    if (m_report.notice.exercise)
        html +=
            u"<table width='100%' bgcolor='#ffe08a' cellpadding='6'><tr><td align='center'><b>%1</b></td></tr></table>"_s
                .arg(escaped(tr("Exercise")));
    html += u"<h1>%1</h1><p>%2</p>"_s.arg(escaped(tr("Report of notice %1").arg(m_report.notice.id)),
                                          escaped(m_report.profile.systemName));
    for (const Section &section : m_sections) {
        // What was done, and the signatures, have a page of their own: a table that Qt splits is ugly.
        const QString heading = section.title == stepSection().title
                                    ? u"<h3 style='page-break-before: always'>%1</h3>"_s
                                    : u"<h3>%1</h3>"_s;
        html += heading.arg(escaped(section.title));
        html += u"<table width='100%' cellspacing='0' cellpadding='4' border='1' "
                "style='border-collapse: collapse; border-color: #999999'>"_s;
        for (const Row &row : section.rows)
            html += u"<tr><td width='38%' bgcolor='#f2f4f8'>%1</td><td>%2</td></tr>"_s.arg(
                escaped(row.item), escaped(row.value));
        html += u"</table>"_s;
    }
    html += u"<p></p><p>%1</p><table width='100%' cellspacing='0' cellpadding='14' border='1' "
            "style='border-collapse: collapse; border-color: #999999'><tr><td "
            "width='50%'>%2<br><br></td><td>%3<br><br></td></tr>"
            "</table>"_s.arg(escaped(tr("This report holds numbers only: no address of anybody is in it.")),
                             escaped(tr("Person in charge")), escaped(tr("Confirmed by")));
    return html;
}

Result<> NoticeReportFile::writePdf(QIODevice &device) const
{
    PdfDevice target(device);
    {
        QPdfWriter writer(&target);
        writer.setResolution(dotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(tr("Report of notice %1").arg(m_report.notice.id));
        writer.setCreator(u"Shirase " SHIRASE_VERSION ""_s);
        QFont font = FittedText::font(typePoints, false);
        font.setPointSize(typePoints);
        QTextDocument document;
        document.setDefaultFont(font);
        document.setHtml(html());
        document.print(&writer);
    }
    if (!target.hasFailed())
        return {};
    return fail(ErrorCode::Unavailable, tr("The report could not be written. Please check the free space."),
                device.errorString());
}

Result<> NoticeReportFile::save(const QString &path) const
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "pdf"_L1 && ending != "csv"_L1)
        return fail(ErrorCode::Invalid, tr("A report is a .pdf or a .csv file. Please choose such a name."));
    QSaveFile file(path);
    const auto failed = [&] {
        return fail(
            ErrorCode::Unavailable,
            tr("The file %1 cannot be written. Please choose another folder, or check the free space.")
                .arg(QDir::toNativeSeparators(path)),
            file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (ending == "pdf"_L1) {
        if (const Result<> written = writePdf(file); !written)
            return written;
    } else if (const QByteArray bytes = csv(); file.write(bytes) != bytes.size()) {
        return failed();
    }
    if (!file.commit())
        return failed();
    return {};
}

} // namespace shirase
