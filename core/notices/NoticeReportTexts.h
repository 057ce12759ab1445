// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"

#include <QCoreApplication>

namespace shirase {

/// The words of a notice's report, in the language of the installed translation. Times are Japanese times.
class NoticeReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(NoticeReportTexts)

public:
    [[nodiscard]] static QString day(QDate day);
    /// @param at seconds since the epoch, UTC
    [[nodiscard]] static QString time(qint64 at);
    [[nodiscard]] static QString of(NoticeState state);
    [[nodiscard]] static QString of(Recommendation recommendation);
    /// What an entry of the audit log means: "notice.approve" → "Approved". An unknown one stays as it is.
    [[nodiscard]] static QString action(const QString &action);
    [[nodiscard]] static QString account(const QString &account);
};

} // namespace shirase
