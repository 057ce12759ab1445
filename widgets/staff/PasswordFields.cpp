// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/PasswordFields.h"

#include "core/staff/Passwords.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace shirase {

using namespace Qt::StringLiterals;

PasswordFields::PasswordFields(QFormLayout &form, QObject *parent)
    : QObject(parent)
    , m_fresh(new QLineEdit)
    , m_again(new QLineEdit)
{
    m_fresh->setObjectName(u"passwordFresh"_s);
    m_again->setObjectName(u"passwordAgain"_s);
    const QString rule = tr("At least %1 characters. Several words that nobody would guess are easy to remember.")
                             .arg(Passwords::minimumLength);
    for (QLineEdit *field : {m_fresh, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        field->setToolTip(rule);
        field->setAccessibleDescription(rule);
    }
    auto *shown = new QLabel(rule);
    shown->setObjectName(u"passwordRule"_s);
    shown->setWordWrap(true);
    shown->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // else it wraps long before the field's end
    form.addRow(tr("&New password"), m_fresh);
    form.addRow(QString(), shown);
    form.addRow(tr("New password a&gain"), m_again);
}

bool PasswordFields::isEmpty() const
{
    return m_fresh->text().isEmpty() && m_again->text().isEmpty();
}

QString PasswordFields::problem() const
{
    if (const Result<> good = Passwords::check(*password()); !good) {
        m_fresh->setFocus();
        return good.error().message;
    }
    if (m_fresh->text() != m_again->text()) {
        m_again->setFocus();
        m_again->selectAll();
        return tr("The two new passwords differ. Please type the second one again.");
    }
    return {};
}

QWidget *PasswordFields::first() const
{
    return m_fresh;
}

} // namespace shirase
