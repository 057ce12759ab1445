// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace shirase {

/// What each field and each table is for ("What's this?", Shift+F1; REQUIREMENTS S10): all sentences in one place, by the
/// names of the fields, so that they are written alike. A field gets its sentence before it is seen for the first time,
/// unless it has one; where there is none here, what describes the field to screen readers serves.
class FieldHelp final : public QObject
{
    Q_OBJECT
public:
    /// Explains every field that is shown from now on.
    explicit FieldHelp(QObject *parent);

    /// Whether a person types, chooses or reads rows there.
    [[nodiscard]] static bool isField(const QWidget &widget);

protected:
    bool eventFilter(QObject *receiver, QEvent *event) override;
};

} // namespace shirase
