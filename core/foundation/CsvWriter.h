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

    /// A text that a spreadsheet does not execute: with an apostrophe in front if it would, else as it is.
    [[nodiscard]] static QString guarded(const QString &text);
    /// A field as it was before guarded().
    [[nodiscard]] static QString unguarded(const QString &field);

private:
    QByteArray m_bytes;
};

} // namespace shirase
