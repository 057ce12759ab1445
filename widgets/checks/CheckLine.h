// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace shirase {

class IconLabel;

/// An icon and a sentence that say how something stands, in a line.
class FindingLabel final : public QWidget
{
    Q_OBJECT
public:
    enum class State { Nothing, Working, Good, Bad };

    explicit FindingLabel(QWidget *parent = nullptr);

    /// @param detail for experts, in the tooltip; may be empty
    void present(State state, const QString &sentence, const QString &detail = {});
    void present(const Result<QString> &found);
    void clear() { present(State::Nothing, {}); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] State state() const { return m_state; }
    /// Of the sentence, for tests and for what describes it.
    [[nodiscard]] QLabel *label() const { return m_text; }

private:
    State m_state = State::Nothing;
    IconLabel *m_icon;
    QLabel *m_text;
};

/// A button that looks whether something works, and says beneath it what was found.
class CheckLine final : public QWidget
{
    Q_OBJECT
public:
    /// A look that may take seconds: runs beside the window.
    using Check = std::function<Result<QString>(const Errands::Cancelled &)>;

    /// @param prepare called when the button is pressed, in the window's thread: the check of what is typed now
    CheckLine(Errands &errands, const QString &name, const QString &button, std::function<Check()> prepare,
              QWidget *parent = nullptr);

    /// What was found does not hold any more.
    void forget();

Q_SIGNALS:
    void checked(bool good);

private:
    void run();

    Errands &m_errands;
    std::function<Check()> m_prepare;
    int m_run = 0; ///< an answer to an earlier question is none
    QPushButton *m_button;
    FindingLabel *m_finding;
};

} // namespace shirase
