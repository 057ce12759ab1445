// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace shirase {

class IconLabel;

/// One of a notice's five steps: its number, title and state at the top, its content beneath while it is
/// open.
class StepFrame : public QFrame
{
    Q_OBJECT
public:
    enum class State {
        Closed,  ///< the step before does not hold yet
        Open,    ///< it is this one's turn
        Working, ///< something runs
        Done,
        Problem,
    };

    StepFrame(int number, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString stateText() const;

protected:
    void setState(State state, const QString &text);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    State m_state = State::Closed;
    IconLabel *m_icon;
    QLabel *m_stateText;
    QWidget *m_bodyArea;
    QVBoxLayout *m_body;
};

/// A label of several lines that can be selected.
[[nodiscard]] QLabel *wrappedLabel(const QString &name, const QString &text = {});

} // namespace shirase
