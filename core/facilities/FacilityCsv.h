// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCheck.h"
#include "core/foundation/Error.h"

#include <QByteArray>
#include <QList>

namespace shirase {

/// One row of a CSV file that is to be imported.
struct CsvRow
{
    int number = 0; ///< of the record in the file, the header being 1
    FacilityDetails details; ///< mended
    QList<FieldProblem> problems;
};

/// Facilities as CSV (RFC 4180), with a header line of the web form's field names in any order:
/// kind, name, aliases, contact_name, contact_email, phone, postal_code, address, from, until, exercise ("yes" or nothing).
namespace facilityCsv {

/// Reads UTF-8 with or without a BOM, or Shift_JIS (CP932). Fails with Invalid if the header does not name the fields or
/// the file is no CSV; what is wrong in a row is told by the row.
[[nodiscard]] Result<QList<CsvRow>> read(const QByteArray &bytes);

/// As CsvWriter writes it; read() takes its guards off again.
[[nodiscard]] QByteArray write(const QList<Facility> &facilities);

} // namespace facilityCsv

} // namespace shirase
