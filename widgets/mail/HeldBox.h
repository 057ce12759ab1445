// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QGroupBox>

class QLabel;
class QPushButton;

namespace shirase {

/// Says that mails are held since the database was restored, and asks what becomes of them. Takes no room while none is.
class HeldBox : public QGroupBox
{
    Q_OBJECT
public:
    explicit HeldBox(Dialogs &dialogs, QWidget *parent = nullptr);

    /// @param mayDecide whether who is logged in has that right; else it is said who does
    void present(int held, bool mayDecide);
    /// No second decision until present() is called.
    void setWorking();

Q_SIGNALS:
    /// After the question.
    void releaseAsked();
    void discardAsked();

private:
    void ask(bool discarding);

    Dialogs &m_dialogs;
    int m_count = 0;
    QLabel *m_number;
    QLabel *m_meaning;
    QPushButton *m_release;
    QPushButton *m_discard;
};

} // namespace shirase
