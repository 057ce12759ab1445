// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/SetUpPage.h"

class QLineEdit;
class QToolButton;

namespace shirase {

class CheckLine;
class Dialogs;
class Errands;
class FindingLabel;
class FirstStart;

/// What is about to happen, and where the data will be: in the folder, or, folded away, in another database.
class WelcomePage final : public SetUpPage
{
    Q_OBJECT
public:
    WelcomePage(const FirstStart &start, Errands &errands, Dialogs &dialogs);

    void addTo(SetUpRequest &request) const override { request.addresses = addresses(); }
    [[nodiscard]] bool isTouched() const override { return addresses() != DataAddresses(); }
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] bool validatePage() override;

private:
    [[nodiscard]] QWidget *makeFold(Errands &errands, Dialogs &dialogs);
    [[nodiscard]] QLineEdit *line(const QString &name);
    [[nodiscard]] DataAddresses addresses() const;
    void onEdited();

    const FirstStart &m_start;
    FindingLabel *m_folder;
    QToolButton *m_fold;
    QLineEdit *m_database;
    QLineEdit *m_vault;
    QLineEdit *m_passwordFile;
    CheckLine *m_check = nullptr;
    bool m_reached = false; ///< the databases that are typed now
};

} // namespace shirase
