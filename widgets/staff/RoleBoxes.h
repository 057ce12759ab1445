// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/Account.h"

#include <QMap>
#include <QWidget>

class QCheckBox;

namespace shirase {

/// A box to tick for each role, with what it is good for.
class RoleBoxes : public QWidget
{
    Q_OBJECT
public:
    explicit RoleBoxes(QWidget *parent = nullptr);

    [[nodiscard]] Roles roles() const;
    void setRoles(Roles roles);

private:
    QMap<Role, QCheckBox *> m_boxes;
};

} // namespace shirase
