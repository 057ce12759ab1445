// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shirase {

/// Lets this process have as many descriptors open as the system allows it: shells begin with 1,024, which a thousand silent
/// visitors would use up, and with them the databases'. Returns how many of them visitors may take; the others are for
/// databases, the relay, logs and files.
[[nodiscard]] int descriptorsForVisitors();

} // namespace shirase
