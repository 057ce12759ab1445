// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/SettingEdit.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace shirase {

/// A line of text.
class LineEdit : public SettingEdit
{
    Q_OBJECT
public:
    explicit LineEdit(const SettingDefinition &definition, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    void setReadOnly() override;

protected:
    QLineEdit *m_line;
};

/// The path of a file or folder, with a button that lets it be chosen.
class PathEdit final : public LineEdit
{
    Q_OBJECT
public:
    PathEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent = nullptr);
    void setReadOnly() override;

private:
    QPushButton *m_choose;
};

class NumberEdit final : public SettingEdit
{
    Q_OBJECT
public:
    explicit NumberEdit(const SettingDefinition &definition, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QSpinBox *m_number;
};

class ChoiceEdit final : public SettingEdit
{
    Q_OBJECT
public:
    explicit ChoiceEdit(const SettingDefinition &definition, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QComboBox *m_choice;
};

/// Hours of the day "from 21 to 8", or none.
class HoursEdit final : public SettingEdit
{
    Q_OBJECT
public:
    explicit HoursEdit(const SettingDefinition &definition, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QCheckBox *m_quiet;
    QSpinBox *m_from;
    QSpinBox *m_until;
};

/// Some of the languages, in their order.
class LanguagesEdit final : public SettingEdit
{
    Q_OBJECT
public:
    explicit LanguagesEdit(const SettingDefinition &definition, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

private:
    QList<std::pair<QString, QCheckBox *>> m_boxes;
};

} // namespace shirase
