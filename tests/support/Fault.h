// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Results.h"

#include "core/database/Database.h"

namespace shirase {

/// A trigger that refuses a statement with Conflict until it is mended: for the moment at which the power
/// fails, since what was committed before stays, and for a row that the database does not take.
class Fault
{
    Q_DISABLE_COPY_MOVE(Fault)
public:
    /// @param event such as "INSERT" or "DELETE"
    /// @param condition of a row, such as "NEW.day = 20261121"; empty for every row
    Fault(Database &database, const QString &event, const QString &table, const QString &condition = {})
        : m_database(database)
        , m_table(table)
    {
        const QString when = condition.isEmpty() ? QString() : QStringLiteral(" WHEN (%1)").arg(condition);
        if (m_database.dialect() == Dialect::Sqlite) {
            must(m_database.command(
                QStringLiteral(
                    "CREATE TRIGGER fault BEFORE %1 ON %2%3 BEGIN SELECT RAISE(ABORT, 'fault'); END")
                    .arg(event, table, when)));
            return;
        }
        must(m_database.command(QStringLiteral(
            "CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RAISE EXCEPTION USING MESSAGE = ''fault'', ERRCODE = ''check_violation''; END'")));
        must(m_database.command(
            QStringLiteral("CREATE TRIGGER fault BEFORE %1 ON %2 FOR EACH ROW%3 EXECUTE FUNCTION fault()")
                .arg(event, table, when)));
    }
    ~Fault() { mend(); }

    void mend()
    {
        if (std::exchange(m_mended, true))
            return;
        const QString on =
            m_database.dialect() == Dialect::Sqlite ? QString() : QStringLiteral(" ON ") + m_table;
        must(m_database.command(QStringLiteral("DROP TRIGGER fault") + on));
    }

private:
    Database &m_database;
    QString m_table;
    bool m_mended = false;
};

} // namespace shirase
