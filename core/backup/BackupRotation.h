// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace shirase::backupRotation {

/// How a backup is named that is made by itself: "shirase-20261121-120000.backup", in Japanese time.
[[nodiscard]] QString nameOf(qint64 at);
/// The moment of a name; nothing for others, which are never removed.
[[nodiscard]] std::optional<qint64> momentOf(const QString &name);

/// Which of these moments may go: of the last 24 hours none, of the days before the newest of each Japanese day is kept,
/// for so many days. The newest of all always stays. Seconds since the epoch, UTC.
[[nodiscard]] QList<qint64> superseded(QList<qint64> moments, qint64 now, int keepDays);

} // namespace shirase::backupRotation
