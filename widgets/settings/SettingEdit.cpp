// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingEdit.h"

#include "widgets/settings/ListEdits.h"
#include "widgets/settings/PasswordFileEdit.h"
#include "widgets/settings/PictureEdits.h"
#include "widgets/settings/PlainEdits.h"

#include <QHBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

bool isPath(const QString &key)
{
    return key.endsWith(u"_file"_s) || key == u"backup.folder" || key == u"backup.keys" || key == u"web.tls_certificate" || key == u"web.tls_key" || key == u"mail.folder";
}

} // namespace

SettingEdit *SettingEdit::make(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent)
{
    using Kind = SettingDefinition::Kind;
    switch (definition.kind) {
    case Kind::Number:
        return new NumberEdit(definition, parent);
    case Kind::Choice:
        return new ChoiceEdit(definition, parent);
    case Kind::Hours:
        return new HoursEdit(definition, parent);
    case Kind::Colour:
        return new ColourEdit(definition, dialogs, parent);
    case Kind::Picture:
        return new LogoEdit(definition, dialogs, parent);
    case Kind::Languages:
        return new LanguagesEdit(definition, parent);
    case Kind::News:
        return new NewsEdit(definition, parent);
    case Kind::Services:
        return new ServicesEdit(definition, parent);
    case Kind::Text:
        if (definition.key == u"mail.password_file")
            return new PasswordFileEdit(definition, dialogs, parent);
        return isPath(definition.key) ? new PathEdit(definition, dialogs, parent) : new LineEdit(definition, parent);
    case Kind::HostPort:
    case Kind::Url:
    case Kind::Address:
    case Kind::Hosts:
    case Kind::Subnets:
        return new LineEdit(definition, parent);
    }
    Q_UNREACHABLE();
}

void SettingEdit::setField(QWidget *field, const QString &key)
{
    field->setObjectName(u"setting_"_s + key);
    setFocusProxy(field);
}

QHBoxLayout *SettingEdit::makeRow()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

} // namespace shirase
