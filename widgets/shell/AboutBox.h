// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace shirase {

/// What this program is, its version and its licence.
class AboutBox : public QMessageBox
{
    Q_OBJECT
public:
    explicit AboutBox(QWidget *parent);
};

} // namespace shirase
