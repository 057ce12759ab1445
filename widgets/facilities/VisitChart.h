// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visits/VisitCounts.h"

#include <QWidget>

namespace shirase {

/// People a day at one facility, as bars in the palette's colours. Days with few are drawn alike, whatever
/// their number (VisitCounts::smallestShown).
class VisitChart : public QWidget
{
    Q_OBJECT
public:
    explicit VisitChart(QWidget *parent = nullptr);

    /// In the order of the days. @param since the first day on which somebody could register; no bar stands for few before it
    void present(const QList<DayCount> &days, QDate since = {});
    void clear() { present({}); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] int top() const;
    [[nodiscard]] QString describe(const DayCount &day) const;
    [[nodiscard]] bool hasBar(const DayCount &day) const { return day.people || !m_since.isValid() || day.day >= m_since; }

    QList<DayCount> m_days;
    QDate m_since;
};

} // namespace shirase
