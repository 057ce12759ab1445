// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"
#include "widgets/common/NoteBox.h"

class QLabel;
class QToolButton;

namespace shirase {

class IconLabel;

/// A line above a page's content that says what went wrong there, with a way to try again. It takes no room
/// while there is nothing to say.
class MessageBar : public NoteBox
{
    Q_OBJECT
public:
    explicit MessageBar(Dialogs &dialogs, QWidget *parent = nullptr);

    void report(const Error &error);
    /// Something that is no failure, such as "The mail is in the queue."
    void inform(const QString &sentence);
    /// Something that had failed works again: its sentence goes, unless another one has come since.
    void withdraw(const Error &error);
    void clear();

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void retryAsked();

private:
    void present(const QString &icon, const QString &sentence, bool failure);

    Dialogs &m_dialogs;
    Error m_error;
    IconLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_details;
    QToolButton *m_retry;
};

} // namespace shirase
