// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "widgets/common/Dialogs.h"

#include <QCoreApplication>

namespace shirase {

/// What the window asks before a notice takes a step: each irreversible one once, naming the number of
/// people. An answer that is missing or false means that the person did not go ahead.
class NoticeQuestions
{
    Q_DECLARE_TR_FUNCTIONS(NoticeQuestions)

public:
    NoticeQuestions(Dialogs &dialogs, QWidget *parent)
        : m_dialogs(dialogs)
        , m_parent(parent)
    {}

    [[nodiscard]] bool approve(const NoticePreview &counted);
    /// Why a notice is approved below the thresholds.
    [[nodiscard]] std::optional<QString> overrideReason();
    /// @param recommendation what the thresholds say, as far as it is known
    [[nodiscard]] std::optional<QString> withholdReason(std::optional<Recommendation> recommendation);
    /// What the author should change.
    [[nodiscard]] std::optional<QString> remark();
    [[nodiscard]] bool discard();
    [[nodiscard]] bool send(int people);
    [[nodiscard]] bool cancelSending(int waiting);

private:
    Dialogs &m_dialogs;
    QWidget *m_parent;
};

} // namespace shirase
