// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace shirase {

class Dialogs;
class ProblemLabel;
class SettingEdit;

/// What a row of a form has besides its field.
struct SettingRowOptions
{
    bool withReset = true; ///< a button that goes back to the standard
    bool readOnly = false;
};

/// One setting in a form: its field, what it means, what is wrong with what is typed, and what somebody else has changed
/// meanwhile.
class SettingRow final : public QWidget
{
    Q_OBJECT
public:
    SettingRow(const SettingDefinition &definition, Dialogs &dialogs, SettingRowOptions options = {}, QWidget *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_definition.key; }
    /// What stands in front of it in a form; leads to the field.
    [[nodiscard]] QLabel *label() const { return m_label; }
    [[nodiscard]] SettingEdit *edit() const { return m_edit; }

    /// The value in force. What has been typed stays, and the row says that there is another one by now.
    /// @param shown what the field shows for it where that is not the value itself
    void setStored(const QString &value, bool isSet, const QString &shown = {});
    /// Types a value for the person, as if it had been edited.
    void type(const QString &value);

    [[nodiscard]] bool isChanged() const;
    /// What saving would do. Nothing if nothing was changed.
    [[nodiscard]] std::optional<SettingChange> change() const;
    /// Says at the field what is wrong with what is typed. True if nothing is.
    bool check();
    void present(const QString &problem);
    /// Back to the value in force.
    void revert();

Q_SIGNALS:
    void edited();

private:
    void onEdited();
    void goToStandard();
    void showStored();
    void adapt();

    SettingDefinition m_definition;
    QString m_stored; ///< in force
    QString m_shown;
    QString m_asShown; ///< what the field made of m_shown
    bool m_isSet = false;
    bool m_known = false;      ///< m_stored is
    bool m_toStandard = false; ///< the standard is wanted, not a value like it
    QLabel *m_label;
    SettingEdit *m_edit;
    QToolButton *m_reset = nullptr;
    QLabel *m_meanwhile;
    ProblemLabel *m_problem;
};

} // namespace shirase
