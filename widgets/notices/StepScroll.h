// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

class QVBoxLayout;

namespace shirase {

class StepFrame;

/// The steps of a notice under one another. They are never cut at the side: what lies beside them gives way.
class StepScroll : public QScrollArea
{
    Q_OBJECT
public:
    explicit StepScroll(QWidget *parent = nullptr);

    void addStep(StepFrame *step);
    /// Scrolls to a step that has just opened, and keeps it in sight while the steps get their heights, until somebody goes
    /// elsewhere.
    void bringIntoView(StepFrame *step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void followSoon();

    QVBoxLayout *m_column;
    QPointer<StepFrame> m_wanted; ///< to be kept in sight
};

} // namespace shirase
