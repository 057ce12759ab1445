// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AccountStore.h"
#include "core/staff/Session.h"

#include <QFrame>
#include <QMap>

class QLabel;
class QPushButton;

namespace shirase {

/// The account that is selected, and what can be done with it.
class AccountDetail : public QFrame
{
    Q_OBJECT
public:
    enum Action { ChangeRoles, ResetPassword, GrantKey, EndPause, Disable, Enable };
    Q_ENUM(Action)

    explicit AccountDetail(QWidget *parent = nullptr);

    /// @param by who looks at it; what that account may not do is not offered @param now seconds since the epoch, UTC
    void present(const AccountState &state, const Session &by, qint64 now);
    void presentNothing(const QString &sentence);

Q_SIGNALS:
    void asked(shirase::AccountDetail::Action action);

private:
    QPushButton *makeButton(Action action, const QString &text, const QString &name, const QString &tip);
    [[nodiscard]] static QString explanation(const AccountState &state, qint64 now);

    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_explanation;
    QMap<Action, QPushButton *> m_buttons;
};

} // namespace shirase
