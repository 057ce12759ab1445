// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QStringList>

struct sqlite3;

namespace shirase {

/// Counts what each statement costs on one connection to SQLite, in steps of its virtual machine: the same on a fast machine
/// and on a busy one. For the window's own connection, whose thread is to wait for no long one.
class StatementWatch
{
    Q_DISABLE_COPY_MOVE(StatementWatch)
public:
    /// Some milliseconds' worth: a few hundred rows by their keys.
    static constexpr int mostSteps = 20'000;

    /// @param database outlives the watch
    explicit StatementWatch(Database &database);
    ~StatementWatch();

    /// The statements since then that took more than mostSteps, each with its number of them.
    [[nodiscard]] const QStringList &longOnes() const { return m_long; }
    /// How many there have been altogether.
    [[nodiscard]] int count() const { return m_count; }

private:
    static int take(unsigned event, void *self, void *statement, void *);

    sqlite3 *m_handle;
    QStringList m_long;
    int m_count = 0;
};

} // namespace shirase
