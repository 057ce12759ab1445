// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/EmailAddress.h"
#include "widgets/common/Page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace shirase {

/// Erases everything of one person, who has asked for it (REQUIREMENTS V11): the address is typed, or read from a file
/// that the person has sent. Staff learn how much it was, and nothing else.
class ErasePersonDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param session of an account that holds the office key
    ErasePersonDialog(PageContext context, SharedSession session, QWidget *parent = nullptr);

    /// Lets go of the session at once: the window may be about to lock.
    void done(int result) override;

private:
    void build();
    void readFile();
    void erase();
    [[nodiscard]] Result<PersonErasure::Report> run(const EmailAddress &address);
    void present(const Result<PersonErasure::Report> &report);
    void say(const QString &sentence, bool problem);

    PageContext m_context;
    SharedSession m_session;
    QLineEdit *m_address;
    QLabel *m_outcome;
    QPushButton *m_erase;
};

} // namespace shirase
