// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QDate>

namespace shirase {

/// Adds that many visits, spread evenly over the days up to and with the last one, and unevenly over the
/// facilities 1 to @p facilities: a few have most of them, between 8 and 22 o'clock. The same ones each time, but
/// for people and sealed addresses, which are random bytes of the right length that nobody can open. Written past
/// VisitStore, in the order of the table's key.
/// @param days two months by default, as long as visits are kept
void addManyVisits(Database &database, int count, int facilities, QDate last, int days = 61);

} // namespace shirase
