// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/NoteBox.h"
#include "widgets/dashboard/DashboardWarnings.h"

#include <QList>

class QVBoxLayout;

namespace shirase {

/// What wants attention, one beneath the other, each with what to do and a button that goes there. It takes no room
/// while there is nothing.
class WarningList : public NoteBox
{
    Q_OBJECT
public:
    explicit WarningList(QWidget *parent = nullptr);

    /// Changes what has changed: a button that has the focus keeps it.
    void present(const QList<DashboardWarning> &warnings);

Q_SIGNALS:
    void asked(const shirase::DashboardGoal &goal);

private:
    class Row;

    [[nodiscard]] QList<Row *> rowsFor(const QList<DashboardWarning> &warnings);

    QList<Row *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace shirase
