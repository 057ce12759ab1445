// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace shirase {

/// Asks for name and password. A wrong one is said in the dialog, which stays open until somebody has logged in.
class LogInDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param systemName whose system this is, for people
    LogInDialog(Worker &worker, const QString &systemName, QWidget *parent = nullptr);

    /// The name of who was logged in before, so that only the password is asked for.
    void setName(const QString &name);
    /// Why it is asked for, in sentences for people; empty where that is plain.
    void setReason(const QString &reason);
    /// Says beneath the fields what has gone wrong.
    void report(const Error &error);

    /// Nobody logs in; the dialog stays until the window goes.
    void reject() override { Q_EMIT quitAsked(); }

Q_SIGNALS:
    void quitAsked();
    /// The password is forgotten. @param name what was typed so far
    void recoveryAsked(const QString &name);
    /// Comes right before accepted().
    void loggedIn(const shirase::SharedSession &session);

private:
    void logIn();
    void finish(Result<std::unique_ptr<Session>> result);
    void setWorking(bool working);
    [[nodiscard]] QLabel *makeMark() const;

    Worker &m_worker;
    QLabel *m_reason;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLabel *m_problem;
    QProgressBar *m_busy;
    QPushButton *m_forgotten;
    QPushButton *m_logIn;
};

} // namespace shirase
