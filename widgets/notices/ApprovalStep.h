// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"

class QProgressBar;
class QPushButton;

namespace shirase {

/// Step 4: somebody approves what was drafted, or decides not to notify (REQUIREMENTS S3, S4).
class ApprovalStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit ApprovalStep(QWidget *parent = nullptr);

    /// A draft, with its people if they are counted.
    void presentDraft(const Notice &notice, const std::optional<NoticePreview> &people,
                      const Session &session);
    void presentDecided(const Notice &notice);
    /// While a decision is being written. @param cancellable whether it may be interrupted
    void setWorking(const QString &text, bool cancellable);
    void setProgress(int done, int total);
    void clear();

Q_SIGNALS:
    void submitAsked();
    void sendBackAsked();
    void approveAsked();
    void withholdAsked();
    void discardAsked();
    void cancelAsked();

private:
    void hideButtons();
    void presentButtons(const Notice &notice, const std::optional<NoticePreview> &people,
                        const Session &session);
    [[nodiscard]] static QStringList draftFacts(const Notice &notice);

    QLabel *m_facts;
    QLabel *m_hash;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_submit;
    QPushButton *m_sendBack;
    QPushButton *m_approve;
    QPushButton *m_withhold;
    QPushButton *m_discard;
};

} // namespace shirase
