// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// Why a mail did not arrive, in a few words that people understand.
/// @param reply what is on record: an SMTP code with its enhanced status ("550 5.1.1"), or a word of ours
[[nodiscard]] QString failureText(const QString &reply);

} // namespace shirase
