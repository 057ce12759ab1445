// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/CarefulDialog.h"

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace shirase {

/// A form with a button that stores it. What is wrong is said in the dialog, which stays as it is until it could be
/// stored.
class StoringDialog : public CarefulDialog
{
    Q_OBJECT
public:
    StoringDialog(Dialogs &dialogs, const QString &title, QWidget *parent = nullptr);

protected:
    /// What is wrong with what was typed; empty if nothing is.
    [[nodiscard]] virtual QString problem() const = 0;
    /// May take a while in an event loop of its own. The dialog may be gone before it returns, and with it whatever the
    /// dialog holds: a function that stores is called by a copy.
    [[nodiscard]] virtual Result<> store() = 0;

    /// Above the form.
    void addText(const QString &sentence);
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    /// Once the form has its fields: the buttons beneath, which Tab reaches after them.
    /// @param action the button that stores: a verb @param first gets the cursor
    void addButtons(const QString &action, QWidget *first);

    void showEvent(QShowEvent *event) override;

private:
    void tryToStore();
    void say(const QString &problem, const QString &detail);

    QVBoxLayout *m_layout;
    QFormLayout *m_form;
    QLabel *m_problem;
};

} // namespace shirase
