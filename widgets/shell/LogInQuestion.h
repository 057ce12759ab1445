// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

namespace shirase {

class LogInDialog;
class StaffActions;

/// Asks for the log-in over the locked window, and says why it is locked. From there the recovery sheet opens an account
/// whose password is lost.
class LogInQuestion final : public QObject
{
    Q_OBJECT
public:
    enum class Reason { Asked, Idle, Desktop, Outdated };

    /// @param ownAccount recovers an account, and tells what became of it; outlives the question
    LogInQuestion(const PageContext &context, StaffActions &ownAccount, QWidget &window);
    /// A dialog that is open goes at once: it refers to the worker.
    ~LogInQuestion() override;

    /// @param name of who was logged in before; may be empty @param cutOff whether a task was, by the lock
    void ask(const QString &name, Reason reason = Reason::Asked, bool cutOff = false);
    /// Says this besides, where the question is open.
    void add(const QString &sentence);
    [[nodiscard]] bool isOpen() const { return !m_dialog.isNull(); }
    /// Nobody is asked any more, as the window is closed.
    void withdraw();

Q_SIGNALS:
    void loggedIn(const shirase::SharedSession &session);
    void quitAsked();

private:
    [[nodiscard]] static QString sentenceAbout(Reason reason, bool cutOff);

    PageContext m_context;
    StaffActions &m_ownAccount;
    QWidget &m_window;
    QPointer<LogInDialog> m_dialog;
    QString m_reason;
};

} // namespace shirase
