// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Outbox.h"
#include "core/notices/NoticeHold.h"
#include "widgets/common/Page.h"

#include <QTimer>

namespace shirase {

class HeldBox;
class MessageBar;
class ServerStatus;

/// How the queue of single mails stands: confirmations and mails to operators; and what staff decide about those that are
/// held. Counts only.
class MailPage final : public Page
{
    Q_OBJECT
public:
    MailPage(PageContext context, const ServerStatus &server, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Settings}; }
    void catchUp(const Subjects &) override { refresh(); }

protected:
    void clear() override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCounts();
    void present(const OutboxState &state);
    void presentStopped(const QMap<NoticeId, HoldReason> &notices);
    void decide(Result<int> (HeldLetters::*decision)(const Session &), const QString &done);
    void showRelay();
    [[nodiscard]] QString wayOut() const;

    const ServerStatus &m_server;
    MessageBar *m_message;
    QLabel *m_relayIcon;
    QLabel *m_relay;
    QLabel *m_stopped;
    HeldBox *m_held;
    QLabel *m_waiting;
    QLabel *m_oldest;
    QLabel *m_failed;
    QLabel *m_failedMeaning;
    QLabel *m_way;
    QTimer m_poll;
    bool m_failing = false; ///< the sentence on top says why
};

} // namespace shirase
