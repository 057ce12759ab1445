// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/PasswordFileEdit.h"

#include "widgets/common/Dialogs.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace shirase {

using namespace Qt::StringLiterals;

const QString PasswordFileEdit::typedMark = u"<typed>"_s;

PasswordFileEdit::PasswordFileEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent)
    : SettingEdit(parent)
    , m_password(new QLineEdit)
    , m_where(new QLabel)
{
    setField(m_password, definition.key);
    m_password->setEchoMode(QLineEdit::Password);
    m_where->setObjectName(u"where_"_s + definition.key);
    m_where->setTextFormat(Qt::PlainText);
    auto *choose = new QPushButton(tr("From a file…"));
    choose->setObjectName(u"choose_"_s + definition.key);
    choose->setAccessibleName(tr("Choose a file with the password"));
    choose->setAutoDefault(false);
    QHBoxLayout *row = makeRow();
    row->addWidget(m_password, 1);
    row->addWidget(choose);
    row->addWidget(m_where);
    connect(m_password, &QLineEdit::textEdited, this, &SettingEdit::edited);
    connect(choose, &QPushButton::clicked, this, [this, &dialogs] {
        const std::optional<QString> path = dialogs.askOpenName(this, tr("Choose a file whose first line is the password"), {});
        if (!path)
            return;
        setValue(*path);
        Q_EMIT edited();
    });
    present();
}

QString PasswordFileEdit::value() const
{
    return m_password->text().isEmpty() ? m_file : typedMark;
}

void PasswordFileEdit::setValue(const QString &value)
{
    m_file = value;
    m_password->clear();
    present();
}

SecretBytes PasswordFileEdit::typed() const
{
    QByteArray typed = m_password->text().toUtf8();
    SecretBytes secret{QByteArrayView(typed)};
    typed.fill('\0');
    return secret;
}

void PasswordFileEdit::present()
{
    m_password->setPlaceholderText(m_file.isEmpty() ? tr("none", "password") : tr("unchanged", "password"));
    m_where->setText(m_file.isEmpty() ? QString() : tr("in %1", "a file").arg(QDir::toNativeSeparators(m_file)));
    m_where->setVisible(!m_file.isEmpty());
}

} // namespace shirase
