// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// Whether the name of a place does no more than to name it: it is short, is no markup, says nowhere how to
/// reach somebody (by the rules for notices, in any width, script and disguise), and advertises nothing.
///
/// Anybody can type anybody's address into the operators' form. The poster that is mailed there carries the
/// typed name over the prefecture's signature, so that a name with a phone number or "search for …" in it would
/// make an advertisement of it. Such a poster is mailed to who has asked for it. A real shop of such a name asks with
/// one touch more, so this may err towards asking.
[[nodiscard]] bool isOnlyAName(const QString &name);

} // namespace shirase
