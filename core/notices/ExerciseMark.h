// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"

namespace shirase {

/// The same texts with every subject, and the first line of every body, saying that this is an exercise, each
/// in its own language (resources/mails/mark-exercise.TAG.txt). A text that says so already stays as it is. Fails with
/// Internal if the program is damaged.
[[nodiscard]] Result<QMap<QString, NoticeText>> markedAsExercise(QMap<QString, NoticeText> texts);

} // namespace shirase
