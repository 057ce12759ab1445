// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RoleBoxes.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

RoleBoxes::RoleBoxes(QWidget *parent)
    : QWidget(parent)
{
    struct Line
    {
        Role role;
        QString title;
        QString meaning;
    };
    const Line lines[]{
        {Role::Administrator, tr("A&dministrator"), tr("Manages accounts and protected settings.")},
        {Role::Facilities, tr("&Facilities"), tr("Registers, corrects, suspends and exports facilities.")},
        {Role::Notices, tr("Noti&ces"), tr("Drafts and sends notices. Needs the office key.")},
        {Role::Approval, tr("Ap&proval"), tr("Approves notices, or decides not to notify. Needs the office key.")},
        {Role::Audit, tr("A&udit"), tr("Reads the record of who did what.")},
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Line &line : lines) {
        auto *box = new QCheckBox(line.title);
        box->setObjectName(u"role_"_s + toText(line.role));
        box->setAccessibleDescription(line.meaning);
        auto *meaning = new QLabel(line.meaning);
        meaning->setIndent(24);
        layout->addWidget(box);
        layout->addWidget(meaning);
        m_boxes.insert(line.role, box);
    }
    setFocusProxy(m_boxes[Role::Administrator]);
}

Roles RoleBoxes::roles() const
{
    Roles roles;
    for (const auto &[role, box] : m_boxes.asKeyValueRange())
        roles.setFlag(role, box->isChecked());
    return roles;
}

void RoleBoxes::setRoles(Roles roles)
{
    for (const auto &[role, box] : m_boxes.asKeyValueRange())
        box->setChecked(roles.testFlag(role));
}

} // namespace shirase
