// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"

class QCheckBox;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace shirase {

class JapaneseDateTimeEdit;

/// Step 5: sending, its progress, and the report (REQUIREMENTS S3, W2).
class SendingStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit SendingStep(PageContext context, QWidget *parent = nullptr);

    void present(const Notice &notice, const NoticeProgress &progress, const Session &session);
    void setWorking(const QString &text);
    void clear();

Q_SIGNALS:
    void sendAsked(std::optional<qint64> at);
    void pauseAsked();
    void resumeAsked(shirase::NoticeSending::Refused refused);
    void cancelAsked();
    /// Something that is no failure: a sentence.
    void informed(const QString &sentence);
    void failed(const shirase::Error &error);

private:
    void fillStart();
    void fillCounts();
    void presentApproved(const NoticeProgress &progress);
    void presentUnderWay(const Notice &notice, const NoticeProgress &progress);
    void presentPaused(const Notice &notice, const NoticeProgress &progress);
    void presentOver(const Notice &notice, const NoticeProgress &progress);
    void presentCounts(const NoticeProgress &progress);
    void presentFailures(const QMap<QString, int> &failures);
    void showBeginning();
    void saveReport();
    [[nodiscard]] std::optional<qint64> chosenTime() const;

    PageContext m_context;
    NoticeId m_notice = 0;
    bool m_maySend = false;
    QWidget *m_start;
    QCheckBox *m_later;
    JapaneseDateTimeEdit *m_at;
    QLabel *m_quiet;
    QPushButton *m_send;
    QWidget *m_counts;
    QProgressBar *m_progress;
    QLabel *m_sent;
    QLabel *m_failed;
    QLabel *m_waiting;
    QTreeWidget *m_failures;
    QMap<QString, int> m_failuresShown;
    QLabel *m_report;
    QPushButton *m_pause;
    QPushButton *m_retry;
    QPushButton *m_resume;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace shirase
