// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCheck.h"
#include "core/foundation/CsvWriter.h"
#include "core/foundation/Error.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace shirase {

/// One row of a CSV file that is to be imported.
struct CsvRow
{
    int number = 0;          ///< of the record in the file, the header being 1
    FacilityDetails details; ///< mended
    QList<FieldProblem> problems;
};

/// What the bytes of a CSV file stand for.
enum class CsvEncoding {
    Utf8,  ///< with or without a BOM
    Cp932, ///< Shift_JIS with the additions of Japanese Windows
};

/// A CSV file as its cells.
struct CsvTable
{
    CsvEncoding encoding = CsvEncoding::Utf8;
    QStringList header;         ///< the first record, as it is
    QList<QStringList> records; ///< the others
};

/// Facilities as CSV (RFC 4180), with a header line of the web form's field names in any order:
/// kind, name, aliases, contact_name, contact_email, phone, postal_code, address, from, until, exercise
/// ("yes" or nothing). Files of others are read with the columns that a person has chosen.
namespace facilityCsv {

/// The column of each field, by the field's name.
using Columns = QMap<QString, int>;

/// The names of the fields, in the order of the form.
[[nodiscard]] const QStringList &fields();
/// Whether a file without this field can be read.
[[nodiscard]] bool isNeeded(const QString &field);

/// Reads the cells. @param encoding that of the bytes; found out where it is not given
/// Fails with Invalid if the bytes are not of that encoding, or the file is no CSV or empty.
[[nodiscard]] Result<CsvTable> open(const QByteArray &bytes, std::optional<CsvEncoding> encoding = {});
/// The columns whose heads name a field, in English as above or in Japanese.
[[nodiscard]] Columns columnsOf(const QStringList &header);
/// What is wrong in a row is told by the row.
[[nodiscard]] QList<CsvRow> rows(const CsvTable &table, const Columns &columns);

/// All of this at once. Fails with Invalid if the header does not name the needed fields.
[[nodiscard]] Result<QList<CsvRow>> read(const QByteArray &bytes);

/// As CsvWriter writes it; read() takes its guards off again.
[[nodiscard]] QByteArray write(const QList<Facility> &facilities);
/// The same a facility at a time.
[[nodiscard]] CsvWriter writer();
void append(CsvWriter &csv, const Facility &facility);

} // namespace facilityCsv

} // namespace shirase
