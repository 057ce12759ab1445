// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QWidget>

class QHBoxLayout;

namespace shirase {

class Dialogs;

/// A field in which one setting is changed; what may stand in it is for core/settings to say.
class SettingEdit : public QWidget
{
    Q_OBJECT
public:
    /// The field that suits the setting. @param dialogs for those that ask for a file or a colour
    [[nodiscard]] static SettingEdit *make(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent = nullptr);

    /// As typed, in the form that Settings::set() takes.
    [[nodiscard]] virtual QString value() const = 0;
    /// Shows a value that is in force.
    virtual void setValue(const QString &value) = 0;
    /// For a setting that is only shown.
    virtual void setReadOnly() { setEnabled(false); }

    /// What the label in front of it leads to.
    [[nodiscard]] QWidget *field() const { return focusProxy(); }

Q_SIGNALS:
    /// By a person.
    void edited();

protected:
    explicit SettingEdit(QWidget *parent)
        : QWidget(parent)
    {}
    /// The one part that takes the focus first, named after the setting.
    void setField(QWidget *field, const QString &key);
    /// A row for the parts, without room around it.
    [[nodiscard]] QHBoxLayout *makeRow();
};

} // namespace shirase
