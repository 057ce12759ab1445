// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AuditLog.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace shirase {

/// Which entries of the audit log are wanted: by whom, what, and on which Japanese days.
class AuditFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit AuditFilterBar(const Clock &clock, QWidget *parent = nullptr);

    /// Offers these accounts; what was chosen stays.
    void setAccounts(const QStringList &names);
    void setCount(const QString &text);
    [[nodiscard]] AuditLog::Filter filter() const;
    /// What the system did by itself is not offered.
    [[nodiscard]] bool offersAccount(const QString &name) const;
    void showAccount(const QString &name);
    void showAction(const QString &action);
    void clear();

Q_SIGNALS:
    void changed();

private:
    enum Period { AllDays, Today, SevenDays, ThirtyDays, ChosenDays };
    void build();
    void showDays();

    const Clock &m_clock;
    QComboBox *m_account;
    QComboBox *m_action;
    QComboBox *m_period;
    QDateEdit *m_from;
    QLabel *m_to;
    QDateEdit *m_until;
    QLabel *m_count;
};

} // namespace shirase
