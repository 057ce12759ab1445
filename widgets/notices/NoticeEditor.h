// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/ProgressWatch.h"

class QLabel;

namespace shirase {

class ApprovalStep;
class NoticeActions;
class PeopleStep;
class SendingStep;
class StepScroll;
class TargetStep;
class TextStep;

/// One notice as five steps under one another; each opens when the one before it holds (REQUIREMENTS S3).
/// What the notice is lies in the database; this shows it and lets NoticeActions move it on.
class NoticeEditor : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeEditor(PageContext context, QWidget *parent = nullptr);

    void enter(SharedSession session);
    void startNew();
    void open(NoticeId id);
    /// Shows nothing and forgets everything.
    void clear();
    /// Forgets the session too: the window is locked.
    void leave();
    /// 0 for a new notice that is not drafted yet.
    [[nodiscard]] NoticeId noticeId() const { return m_notice ? m_notice->id : 0; }
    [[nodiscard]] bool isEmpty() const { return !m_open; }
    /// Places have been chosen for a new notice, and nothing of it is stored yet.
    [[nodiscard]] bool isBegun() const;
    /// The texts to choose from have changed. @param key the one to show
    void reloadTemplates(const QString &key);
    /// Somebody may have changed the notice that is open: it is shown as it is now, and informed() says so.
    void catchUp();
    /// Where this person's test mails go.
    [[nodiscard]] QString testAddress() const;
    void setTestAddress(const QString &address);

Q_SIGNALS:
    void drafted(shirase::NoticeId id);
    /// The notice is in another state.
    void moved(shirase::NoticeId id);
    void templatesAsked(const QString &key);
    void failed(const shirase::Error &error);
    /// What had failed so, by itself, works again.
    void recovered(const shirase::Error &error);
    /// Something that is no failure: a sentence.
    void informed(const QString &sentence);

private:
    void connectSteps();
    void connectActions();
    void targetsChanged();
    void peopleCounted();
    void writeDraft();
    void afterDrafting(const Result<NoticeId> &id);
    void presentActing();
    void afterActing(NoticeId id, const std::optional<Error> &problem);
    void reload();
    void present(Notice notice);
    void presentApproval();
    void presentExercise(bool exercise);
    void takeProgress(const NoticeProgress &progress);

    PageContext m_context;
    SharedSession m_session;
    std::optional<Notice> m_notice;
    bool m_open = false;
    int m_generation = 0; ///< what comes back for another notice than the one shown is not listened to
    ProgressWatch m_progress;
    NoticeActions *m_actions;
    StepScroll *m_scroll;
    QLabel *m_exercise; ///< a stripe over the steps
    TargetStep *m_target;
    PeopleStep *m_people;
    TextStep *m_text;
    ApprovalStep *m_approval;
    SendingStep *m_sending;
};

} // namespace shirase
