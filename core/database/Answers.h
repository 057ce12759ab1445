// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QStringList>

namespace shirase {

// What one statement has to say, where that is one thing. Errors are those of Database::run().

/// The number at the beginning of its first row; 0 if it has none, or NULL there.
[[nodiscard]] Result<qint64> numberFrom(Database &database, const QString &sql, const QVariantList &values = {});
/// The same where 32 bits hold it: a count, a version.
[[nodiscard]] Result<int> countFrom(Database &database, const QString &sql, const QVariantList &values = {});
/// The number at the beginning of each row, in their order.
[[nodiscard]] Result<QList<qint64>> numbersFrom(Database &database, const QString &sql, const QVariantList &values = {});
/// The text at the beginning of each row, in their order.
[[nodiscard]] Result<QStringList> textsFrom(Database &database, const QString &sql, const QVariantList &values = {});
/// How many rows it has changed.
[[nodiscard]] Result<int> changedBy(Database &database, const QString &sql, const QVariantList &values = {});

} // namespace shirase
