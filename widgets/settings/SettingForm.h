// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/SettingRow.h"

#include <QMap>
#include <QWidget>

class QFormLayout;
class QToolButton;
class QVBoxLayout;

namespace shirase {

/// Settings under each other, each with its label. Those that may be set in several languages have the other languages
/// folded away beneath the Japanese field.
class SettingForm final : public QWidget
{
    Q_OBJECT
public:
    SettingForm(const QStringList &keys, Dialogs &dialogs, SettingRowOptions options = {}, QWidget *parent = nullptr);

    /// Every row, those of other languages included.
    [[nodiscard]] const QList<SettingRow *> &rows() const { return m_rows; }
    /// Null if it is not here.
    [[nodiscard]] SettingRow *row(const QString &key) const;
    void setRowShown(const QString &key, bool shown);
    /// Widgets beneath the rows.
    void addBelow(QWidget *widget);

    /// Shows what is in force. @param shown by key, instead of the stored value
    void present(const Settings &settings, const QMap<QString, QString> &shown = {});
    /// What saving would do.
    [[nodiscard]] QList<SettingChange> changes() const;
    /// Says at each field what is wrong with it; the first such row, or null. Rows that are not shown are not asked.
    [[nodiscard]] SettingRow *firstProblem();
    /// Unfolds the languages if need be, and puts the cursor into the row.
    void goTo(SettingRow *row);
    void revert();

Q_SIGNALS:
    void edited();

private:
    struct Fold
    {
        QToolButton *button = nullptr;
        QWidget *content = nullptr;
    };
    SettingRow *addRow(QFormLayout *form, const SettingDefinition &definition);
    void addLanguages(const QString &key);
    [[nodiscard]] int placeOf(const SettingRow *row) const;

    Dialogs &m_dialogs;
    SettingRowOptions m_options;
    QList<SettingRow *> m_rows;
    QList<const SettingRow *> m_left; ///< rows that are not shown
    QMap<QString, Fold> m_folds; ///< by key
    QFormLayout *m_form;
    QVBoxLayout *m_layout;
};

} // namespace shirase
