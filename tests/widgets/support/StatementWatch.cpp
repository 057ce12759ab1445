// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/StatementWatch.h"

#include <sqlite3.h>

namespace shirase {

using namespace Qt::StringLiterals;

StatementWatch::StatementWatch(Database &database)
    : m_handle(*static_cast<sqlite3 *const *>(database.handle().constData()))
{
    // What they took before is not meant.
    for (sqlite3_stmt *one = sqlite3_next_stmt(m_handle, nullptr); one; one = sqlite3_next_stmt(m_handle, one))
        sqlite3_stmt_status(one, SQLITE_STMTSTATUS_VM_STEP, 1);
    sqlite3_trace_v2(m_handle, SQLITE_TRACE_PROFILE, take, this);
}

StatementWatch::~StatementWatch()
{
    sqlite3_trace_v2(m_handle, 0, nullptr, nullptr);
}

int StatementWatch::take(unsigned, void *self, void *statement, void *)
{
    auto *watch = static_cast<StatementWatch *>(self);
    auto *ended = static_cast<sqlite3_stmt *>(statement);
    const int steps = sqlite3_stmt_status(ended, SQLITE_STMTSTATUS_VM_STEP, 1);
    ++watch->m_count;
    if (steps > mostSteps)
        watch->m_long << u"%1 steps: %2"_s.arg(steps).arg(QString::fromUtf8(sqlite3_sql(ended)));
    return 0;
}

} // namespace shirase
