// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

namespace shirase {

/// An answer that leaves at a whole quarter of a second after it was asked for, so that nobody can measure by
/// it whether a place or a mailbox was known. For forms whose work differs with what they find, and which
/// nobody sends often. What is refused as it stands (400, 422) was not looked up, and leaves at once.
[[nodiscard]] http::Answer evenly(http::Answer answer);

} // namespace shirase
