// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Outbox.h"
#include "core/notices/Notice.h"

namespace shirase {

/// A notice's text that a clerk sends to their own address, to see it as a visitor would.
namespace noticeTestMail {

inline const QString kind = QStringLiteral("notice-test");

[[nodiscard]] Letter letter(const QString &recipient, const QString &language, const NoticeText &text);
/// Marks the subject as a test, so that nobody takes the mail for a notice.
[[nodiscard]] Outbox::Composer composer();

} // namespace noticeTestMail

} // namespace shirase
