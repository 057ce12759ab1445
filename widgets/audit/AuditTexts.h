// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AuditLog.h"

#include <QCoreApplication>

namespace shirase {

/// The audit log in words that somebody who does not work with it every day understands.
class AuditTexts
{
    Q_DECLARE_TR_FUNCTIONS(AuditTexts)

public:
    /// Every action that has words, in the order in which a choice shows them.
    [[nodiscard]] static QStringList actions();
    /// What was done: "Approved a notice". An action without words is shown as it is stored.
    [[nodiscard]] static QString action(const QString &action);
    /// What it was done to: "Notice 12".
    [[nodiscard]] static QString subject(const AuditLog::Entry &entry);
    /// Who did it; what the program did by itself has a name too.
    [[nodiscard]] static QString account(const QString &account);

    /// How the log stands, in a sentence. @param at when it was looked at; seconds since the epoch, UTC
    [[nodiscard]] static QString state(const AuditLog::State &state, qint64 at);

    /// The log as CSV: the columns' names, and an entry's fields.
    [[nodiscard]] static QStringList csvColumns();
    [[nodiscard]] static QStringList csvRow(const AuditLog::Entry &entry);
};

} // namespace shirase
