// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Outbox.h"
#include "widgets/common/Page.h"

#include <QTimer>

namespace shirase {

class MessageBar;
class ServerStatus;

/// How the queue of single mails stands: confirmations and posters. Counts only.
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
    void showRelay();
    [[nodiscard]] QString wayOut() const;

    const ServerStatus &m_server;
    MessageBar *m_message;
    QLabel *m_relayIcon;
    QLabel *m_relay;
    QLabel *m_held;
    QLabel *m_waiting;
    QLabel *m_oldest;
    QLabel *m_failed;
    QLabel *m_failedMeaning;
    QLabel *m_way;
    QTimer m_poll;
};

} // namespace shirase
