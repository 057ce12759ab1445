// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

#include <QHash>

#include <functional>

namespace shirase {

/// What can be done with a notice that is drafted, with the questions that it takes (REQUIREMENTS S3, S4). The NoticeDesk
/// does it in the worker; it is done to the notice as it was shown when the question was put.
class NoticeActions final : public QObject
{
    Q_OBJECT
public:
    /// @param window over which the questions appear
    NoticeActions(PageContext context, QWidget *window);

    /// Who acts from now on; nobody while the window is locked.
    void enter(SharedSession session) { m_session = std::move(session); }

    void submit(NoticeId id);
    void sendBack(NoticeId id);
    /// @param counted the people whom the approver was shown
    void approve(const Notice &notice, const NoticePreview &counted);
    /// @param recommendation what the thresholds say, as far as it is known
    void withhold(NoticeId id, std::optional<Recommendation> recommendation);
    void discard(NoticeId id);
    /// @param at seconds since the epoch, UTC; nothing: now
    void send(NoticeId id, std::optional<qint64> at);
    void pause(NoticeId id);
    void resume(NoticeId id, NoticeSending::Refused refused);
    void cancelSending(NoticeId id);

    /// What is being done with a notice.
    struct Acting
    {
        QString sentence;
        bool cancellable; ///< whether cancel() may be offered
    };
    [[nodiscard]] std::optional<Acting> acting(NoticeId id) const;
    /// Breaks off what is being done with this notice.
    void cancel(NoticeId id);

Q_SIGNALS:
    void begun(shirase::NoticeId id);
    void progressed(shirase::NoticeId id, int done, int total);
    /// The notice is in another state.
    void moved(shirase::NoticeId id);
    /// The act is over. @param problem what it failed with, unless it was cancelled
    void ended(shirase::NoticeId id, const std::optional<shirase::Error> &problem);
    /// What a question has to name could not be read.
    void failed(const shirase::Error &error);

private:
    using Act = std::function<Result<>(NoticeDesk &, const Session &, const Job::Report &)>;

    struct UnderWay
    {
        Acting acting;
        QPointer<Job> job;
    };

    [[nodiscard]] std::optional<NoticeProgress> readProgress(NoticeId id);
    /// @param sentence what is said meanwhile
    void run(NoticeId id, const QString &sentence, Act act, bool cancellable = false);
    void end(NoticeId id, const Result<> &result);

    PageContext m_context;
    QWidget *m_window;
    SharedSession m_session;
    QHash<NoticeId, UnderWay> m_underWay; ///< one notice may be acted on while another waits for the worker
};

} // namespace shirase
