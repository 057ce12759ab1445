// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/foundation/Error.h"
#include "widgets/notices/TargetModel.h"

#include <QWidget>

class QDateEdit;
class QLabel;
class QPushButton;
class QRadioButton;

namespace shirase {

class FacilityPicker;
class JapaneseDateTimeEdit;
class Worker;

/// Chooses a facility and a day or a window of time at it.
class TargetEntry : public QWidget
{
    Q_OBJECT
public:
    TargetEntry(Worker &reader, const Clock &clock, QWidget *parent = nullptr);

    /// Starts afresh: no facility, today.
    void reset();
    /// Says what is wrong with what was chosen; empty for nothing.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void entered(const shirase::TargetModel::Entry &entry);
    void failed(const shirase::Error &error);

private:
    [[nodiscard]] QWidget *makeTimes();
    void adapt();
    void enter();
    [[nodiscard]] NoticeTarget target(FacilityId facility) const;

    const Clock &m_clock;
    FacilityPicker *m_picker;
    QRadioButton *m_wholeDay;
    QRadioButton *m_window;
    QDateEdit *m_day;
    JapaneseDateTimeEdit *m_from;
    JapaneseDateTimeEdit *m_until;
    QLabel *m_problem;
    QPushButton *m_add;
};

} // namespace shirase
