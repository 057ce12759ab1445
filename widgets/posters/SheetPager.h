// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace shirase {

/// Leafs through the sheets of a job: "Sheet 2 of 13" between two arrows. Hidden while there is one sheet only.
class SheetPager : public QWidget
{
    Q_OBJECT
public:
    explicit SheetPager(QWidget *parent = nullptr);

    /// How many sheets there are now; a sheet beyond them becomes the last.
    void setCount(int count);
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }

Q_SIGNALS:
    void turned();

private:
    [[nodiscard]] QToolButton *arrow(const QString &name, Qt::ArrowType type, const QString &text, int step);
    void adapt();

    QToolButton *m_back;
    QToolButton *m_on;
    QLabel *m_label;
    int m_count = 0;
    int m_current = 0;
};

} // namespace shirase
