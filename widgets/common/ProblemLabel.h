// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace shirase {

/// The sentence under a field that says what is wrong with it; takes no room while nothing is. Whoever hears the window
/// gets it as the field's description.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
public:
    /// @param name the label's object name becomes "problem_NAME" @param field may be null
    ProblemLabel(const QString &name, QWidget *field, QWidget *parent = nullptr);

    void present(const QString &sentence);
    void dismiss();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintRed();

    QWidget *m_field;
    QString m_description; ///< the field's own
};

} // namespace shirase
