// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/OfficeWatch.h"
#include "widgets/common/Page.h"

namespace shirase {

class HeldBox;
class IconLabel;
class MessageBar;
class ServerStatus;

/// How the queue of single mails stands: confirmations and mails to operators; and what staff decide about those that are
/// held. Counts only, and the same as in the status line and on the dashboard: all of them show what OfficeWatch has read.
class MailPage final : public Page
{
    Q_OBJECT
public:
    /// @param watch outlives the page
    MailPage(PageContext context, OfficeWatch &watch, const ServerStatus &server, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Settings}; }
    void catchUp(const Subjects &) override { refresh(); }

protected:
    void clear() override;

private:
    [[nodiscard]] QWidget *makeCounts();
    void presentFigures(const OfficeFigures &figures);
    void report(const Error &error);
    void presentCounts();
    void presentStopped(const QMap<NoticeId, HoldReason> &notices);
    void decide(Result<int> (HeldLetters::*decision)(const Session &), const QString &done);
    void showRelay();
    [[nodiscard]] QString wayOut() const;

    OfficeWatch &m_watch;
    const ServerStatus &m_server;
    OfficeFigures m_figures; ///< as they were read last
    MessageBar *m_message;
    IconLabel *m_relayIcon;
    QLabel *m_relay;
    QLabel *m_stopped;
    HeldBox *m_held;
    QLabel *m_waiting;
    QLabel *m_oldest;
    QLabel *m_failed;
    QLabel *m_failedMeaning;
    QLabel *m_way;
    std::optional<Error> m_error; ///< why nothing can be read
};

} // namespace shirase
