// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"
#include "widgets/checks/Installation.h"
#include "widgets/common/Dialogs.h"

#include <QWizard>

namespace shirase {

class AccountPage;
class FirstStart;
class RecoverySheet;
class SetUpPage;
class SummaryPage;

/// The first start (REQUIREMENTS S9). Nothing is written before its last but one step, and then all or nothing: it can be
/// left at any time. Accepted once Shirase is set up, however the wizard is closed then.
class SetUpWizard final : public QWizard
{
    Q_OBJECT
public:
    /// All outlive the wizard.
    SetUpWizard(const FirstStart &start, const Installation &installation, Dialogs &dialogs, QWidget *parent = nullptr);

    void reject() override;
    /// Closes without a question: the system ends the program.
    void end();

private:
    void addSteps();
    [[nodiscard]] SetUpRequest request() const;
    [[nodiscard]] Settings asTyped() const;
    [[nodiscard]] RecoverySheet sheet() const;
    void name(WizardButton which, const QString &objectName, const QString &text);
    void adaptButtons();

    const FirstStart &m_start;
    const Installation &m_installation;
    Dialogs &m_dialogs;
    Errands m_errands;
    QList<SetUpPage *> m_steps;
    AccountPage *m_account = nullptr;
    SummaryPage *m_summary = nullptr;
};

} // namespace shirase
