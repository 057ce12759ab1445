// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/staff/Secrets.h"

#include <QPointer>

#include <functional>

namespace shirase {

/// What somebody can do with accounts, with the questions that it takes (REQUIREMENTS S7). Everything runs in the
/// worker: passwords take their time, and only there the session's keys are used.
class StaffActions : public QObject
{
    Q_OBJECT
public:
    /// @param window over which the questions appear
    StaffActions(PageContext context, QWidget *window);

    /// Who acts from now on; null if nobody does, as when somebody asks to recover an account.
    void enter(SharedSession session) { m_session = std::move(session); }

    void add();
    void changeRoles(const Account &account);
    void resetPassword(const Account &account);
    void grantOfficeKey(const Account &account);
    void endPause(const Account &account);
    void disable(const Account &account);
    void enable(const Account &account);
    void changeOwnPassword();
    void renewRecoverySheet();
    /// By the recovery sheet, for somebody who cannot log in: the sheet that takes its place is kept first.
    /// @param over where the log-in is asked for @param name what was typed so far
    void recover(QWidget *over, const QString &name);

    /// An act is changing the office key: until sessionChanged() comes, the session of before is not current.
    [[nodiscard]] bool isChangingKey() const { return m_changingKey; }

Q_SIGNALS:
    /// An account is another one now.
    void changed();
    void done(const QString &sentence);
    void failed(const shirase::Error &error);
    /// What became of an act during which the window was locked: for who waits to log in.
    void doneWhileLocked(const QString &sentence);
    /// The office key has been changed by the one who acts, whose session goes on as this one.
    void sessionChanged(const shirase::SharedSession &session);

private:
    using Act = std::function<Result<>(StaffDesk &staff, const Session &by)>;
    using KeyAct = std::function<Result<>(StaffDesk &staff, Session &by)>;
    /// What makes a new sheet's code valid, and the old one's not.
    using MakeValid = std::function<Result<>(const QString &code)>;

    [[nodiscard]] Result<> run(const Act &act);
    [[nodiscard]] Result<> runChangingKey(const KeyAct &act);
    void report(const Result<> &done, const QString &sentence);
    /// What an account still waits for, to be said after what was done.
    [[nodiscard]] QString withRest(const QString &sentence, const QString &name);
    [[nodiscard]] Result<> checkRecovery(const QPointer<QWidget> &over, const QString &name, const QString &code,
                                         const SharedSecret &fresh);
    void showSheet(QWidget *over, const QString &account, const MakeValid &makeValid);

    PageContext m_context;
    QWidget *m_window;
    SharedSession m_session;
    bool m_changingKey = false;
};

} // namespace shirase
