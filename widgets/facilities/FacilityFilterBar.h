// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityQuery.h"
#include "core/foundation/Clock.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace shirase {

/// Which facilities the list shows: kind, state, area, and when they were registered.
class FacilityFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FacilityFilterBar(const Clock &clock, QWidget *parent = nullptr);

    /// Fills in what the filters say; search and order stay.
    void apply(FacilityQuery &query) const;
    [[nodiscard]] bool narrows() const;
    /// Names of municipalities to choose from; what is typed or chosen stays.
    void setAreas(const QStringList &names);
    void setCount(const QString &text);
    /// Shows everything again.
    void clear();

Q_SIGNALS:
    void changed();

private:
    enum Period { AnyTime, Today, SevenDays, ThirtyDays, ChosenDays };

    void build();
    void buildPeriod();
    void showParts();

    const Clock &m_clock;
    QComboBox *m_kind;
    QComboBox *m_state;
    QComboBox *m_area;
    QComboBox *m_period;
    QWidget *m_days;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QPushButton *m_all;
    QLabel *m_count;
};

} // namespace shirase
