// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/SetUpRequest.h"

#include <QWizardPage>

class QLabel;
class QVBoxLayout;

namespace shirase {

/// A step of the wizard.
class SetUpPage : public QWizardPage
{
    Q_OBJECT
public:
    /// What this step adds to what will be set up.
    virtual void addTo(SetUpRequest &) const {}
    /// Whether something has been typed here that would be lost.
    [[nodiscard]] virtual bool isTouched() const { return false; }

protected:
    /// @param name of the step, "account": the page's object name becomes "setUpAccount"
    SetUpPage(const QString &name, const QString &title, const QString &subTitle);

    /// Where the step's parts go; scrolls where the screen is small.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// A paragraph of text.
    [[nodiscard]] static QLabel *paragraph(const QString &text);

private:
    QVBoxLayout *m_content;
};

} // namespace shirase
