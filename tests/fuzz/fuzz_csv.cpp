// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCsv.h"
#include "tests/fuzz/Fuzz.h"

using namespace shirase;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    for (const auto encoding : {std::optional<CsvEncoding>(), std::optional(CsvEncoding::Utf8), std::optional(CsvEncoding::Cp932)}) {
        const Result<CsvTable> table = facilityCsv::open(bytes, encoding);
        if (!table)
            continue;
        const QList<CsvRow> rows = facilityCsv::rows(*table, facilityCsv::columnsOf(table->header));
        fuzz::require(rows.size() <= table->records.size(), "a record is one row at the most");
    }
    std::ignore = facilityCsv::read(bytes);
    return 0;
}
