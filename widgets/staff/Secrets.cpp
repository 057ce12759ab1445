// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/Secrets.h"

#include <QLineEdit>

namespace shirase {

SharedSecret secretOf(const QLineEdit &field)
{
    QByteArray typed = field.text().toUtf8();
    auto secret = std::make_shared<const SecretBytes>(QByteArrayView(typed));
    typed.fill('\0');
    return secret;
}

} // namespace shirase
