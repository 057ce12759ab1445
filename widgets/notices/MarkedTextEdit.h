// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/TextFault.h"

#include <QPlainTextEdit>

namespace shirase {

/// A text whose faults are underlined in place, with the sentence as a tool tip: red what is refused, amber
/// what a person has to judge (REQUIREMENTS S5).
class MarkedTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Lines { One, Many };

    explicit MarkedTextEdit(Lines lines, QWidget *parent = nullptr);

    /// Replaces the marks. Places are in UTF-16 units of toPlainText().
    void mark(const QList<TextFault> &faults);
    /// Selects a place and shows it.
    void select(TextSpan place);

    /// Legible on the base colour of a palette, light or dark.
    [[nodiscard]] static QColor colourOf(TextFault::Severity severity, const QPalette &palette);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString sentenceAt(QPoint place) const;

    Lines m_lines;
    QList<TextFault> m_faults;
};

} // namespace shirase
