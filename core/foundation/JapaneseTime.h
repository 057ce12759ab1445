// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

/// Japanese time whatever the host's zone is (REQUIREMENTS D3). Japan is at UTC+9 and has had no summer time since
/// 1951, so no zone database is asked.
namespace shirase::japan {

/// The Japanese date of an instant. @param at seconds since the epoch, UTC
[[nodiscard]] QDate dayOf(qint64 at);

/// The instant at which a Japanese day begins: seconds since the epoch, UTC; 0 for an invalid day.
[[nodiscard]] qint64 startOf(QDate day);

/// The instant as a Japanese date and time of Qt::OffsetFromUTC, for display.
[[nodiscard]] QDateTime dateTimeOf(qint64 at);

/// Reads a local Japanese time "2026-11-21T18:00" or "2026-11-21 18:00"; nothing if it is no such time.
[[nodiscard]] std::optional<qint64> parseDateTime(const QString &text);

/// A day as the number YYYYMMDD: the form in which days are stored, readable in any database client.
[[nodiscard]] int toNumber(QDate day);
[[nodiscard]] QDate fromNumber(int number);

} // namespace shirase::japan
