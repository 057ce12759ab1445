// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shirase {

/// How long a test waits for what has to come: milliseconds. The database may be large, and the machine busy.
constexpr int patience = 30'000;

} // namespace shirase
