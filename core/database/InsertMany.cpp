// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/InsertMany.h"

namespace shirase {

using namespace Qt::StringLiterals;

QString insertMany(Dialect dialect, const QString &into, const QString &row, qsizetype rows)
{
    const QString insert = dialect == Dialect::Sqlite ? u"INSERT OR FAIL INTO "_s : u"INSERT INTO "_s;
    return insert + into + u" VALUES "_s + row + (u", "_s + row).repeated(rows - 1);
}

} // namespace shirase
