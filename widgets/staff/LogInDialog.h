// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace shirase {

/// Asks for name and password. A wrong one is said in the dialog, which stays open; closing it without having
/// logged in is a rejection.
class LogInDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param systemName whose system this is, for people
    LogInDialog(Worker &worker, const QString &systemName, QWidget *parent = nullptr);

    /// The name of who was logged in before, so that only the password is asked for.
    void setName(const QString &name);

Q_SIGNALS:
    /// Comes right before accepted().
    void loggedIn(const shirase::SharedSession &session);

private:
    void logIn();
    void finish(Result<std::unique_ptr<Session>> result);
    void setWorking(bool working);
    [[nodiscard]] QLabel *makeMark() const;

    Worker &m_worker;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLabel *m_problem;
    QProgressBar *m_busy;
    QPushButton *m_logIn;
};

} // namespace shirase
