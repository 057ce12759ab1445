// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// What a reply of a mail relay means for people. @param reply NoticeProgress::failures' key: "550 5.1.1"
[[nodiscard]] QString failureText(const QString &reply);

} // namespace shirase
