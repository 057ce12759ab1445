// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/staff/Secrets.h"

#include <QObject>

class QFormLayout;

namespace shirase {

/// A new password, typed twice.
class PasswordFields : public QObject
{
    Q_OBJECT
public:
    /// Adds its two rows to a form. @param form lives as long as the parent
    PasswordFields(QFormLayout &form, QObject *parent);

    [[nodiscard]] bool isEmpty() const;
    /// What is wrong with it, in a sentence; the field gets the cursor. Empty if nothing is.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] SharedSecret password() const { return secretOf(*m_fresh); }
    [[nodiscard]] QWidget *first() const;

private:
    QLineEdit *m_fresh;
    QLineEdit *m_again;
};

} // namespace shirase
