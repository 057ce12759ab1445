// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"
#include "widgets/checks/Installation.h"

#include <QGroupBox>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace shirase {

class FindingLabel;

/// Sends a test mail with what is typed, saved or not, and says what happens, step by step.
class TestMailBox final : public QGroupBox
{
    Q_OBJECT
public:
    /// @param prepare the mail as the fields around it are now, but for the recipient; fails with what is wrong with them
    TestMailBox(const Installation &checks, Errands &errands, std::function<Result<TestMail>()> prepare,
                QWidget *parent = nullptr);

    void setRecipient(const QString &address);
    /// What was found does not hold any more.
    void forget();

private:
    void send();
    void begin(MailStep step);
    void finish(const Result<QString> &found);
    [[nodiscard]] QString stepText(MailStep step) const;

    const Installation &m_checks;
    Errands &m_errands;
    std::function<Result<TestMail>()> m_prepare;
    int m_run = 0;
    QString m_relay; ///< of the mail under way, as in mail.url
    QString m_user;
    QLineEdit *m_recipient;
    QPushButton *m_send;
    QVBoxLayout *m_steps;
    QList<std::pair<MailStep, FindingLabel *>> m_shown;
    FindingLabel *m_finding;
};

} // namespace shirase
