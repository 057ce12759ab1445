// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/NoticeReport.h"

#include <QCoreApplication>

class QIODevice;

namespace shirase {

/// Writes the report of a notice, in the language of the installed translation; times are Japanese times. The
/// PDF needs a QGuiApplication (the offscreen platform will do) for its fonts, and then works in any thread.
class NoticeReportFile
{
    Q_DECLARE_TR_FUNCTIONS(NoticeReportFile)

public:
    explicit NoticeReportFile(const NoticeReport &report);

    /// Columns: section, item, value. See CsvWriter.
    [[nodiscard]] QByteArray csv() const;
    /// A4, to be signed. Fails with Unavailable if the device does not take the data.
    [[nodiscard]] Result<> writePdf(QIODevice &device) const;

    /// Writes the file that the name's ending asks for: .pdf or .csv; it appears whole, or not at all. Fails
    /// with Invalid for another ending, with Unavailable if it cannot be written.
    [[nodiscard]] Result<> save(const QString &path) const;

private:
    struct Row
    {
        QString item;
        QString value;
    };
    struct Section
    {
        QString title;
        QList<Row> rows;
    };
    [[nodiscard]] Section caseSection() const;
    [[nodiscard]] Section placeSection() const;
    [[nodiscard]] Section resultSection() const;
    [[nodiscard]] Section failureSection() const;
    [[nodiscard]] Section stepSection() const;
    [[nodiscard]] QString html() const;

    const NoticeReport &m_report;
    QList<Section> m_sections;
};

} // namespace shirase
