// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace shirase {

/// Writes CSV (RFC 4180) as UTF-8 with a BOM, so that spreadsheets show Japanese. A text that a spreadsheet
/// would execute gets an apostrophe in front.
class CsvWriter
{
public:
    /// Begins with a line that names the columns.
    explicit CsvWriter(const QStringList &columns);

    void addRow(const QStringList &fields);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    /// A field as it was before addRow() guarded it.
    [[nodiscard]] static QString unguarded(const QString &field);

private:
    QByteArray m_bytes;
};

} // namespace shirase
