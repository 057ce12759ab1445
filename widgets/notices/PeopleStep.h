// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace shirase {

class NoteBox;

/// Step 2: how many people would be told. Counts only, never addresses (REQUIREMENTS S6).
class PeopleStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit PeopleStep(PageContext context, QWidget *parent = nullptr);

    /// Counts in the worker; a count that runs already is cancelled.
    /// @param infected how many infected people the case has
    void count(SharedSession session, const QList<NoticeTarget> &targets, int infected);
    /// The recipients of a notice that is approved.
    void presentFrozen(int recipients);
    /// A notice that was withheld, or cancelled before its approval: nobody is told.
    void presentNobody();
    void clear();

    [[nodiscard]] const std::optional<NoticePreview> &preview() const { return m_preview; }

Q_SIGNALS:
    /// The people are counted, or the count was cancelled or failed.
    void changed();
    void failed(const shirase::Error &error);

private:
    void start();
    void finish(Result<NoticePreview> result);
    void cancel();
    void drop();
    void setWorking(bool working);
    void presentPreview();
    void presentRecommendation();
    [[nodiscard]] QString source() const;
    [[nodiscard]] QString languages() const;
    [[nodiscard]] QString warnings() const;
    [[nodiscard]] QString burst(const VisitBurst &burst) const;

    PageContext m_context;
    SharedSession m_session;
    QList<NoticeTarget> m_targets;
    int m_infected = 1;
    QPointer<Job> m_job;
    int m_count = 0; ///< tells a count from those before it
    std::optional<NoticePreview> m_preview;
    QLabel *m_number;
    QLabel *m_source;
    QLabel *m_recommendation;
    NoteBox *m_warningBox;
    QLabel *m_warnings;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_again;
};

} // namespace shirase
