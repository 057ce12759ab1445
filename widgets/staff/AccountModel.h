// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AccountStore.h"

#include <QAbstractTableModel>

namespace shirase {

/// The accounts, as AccountState has them.
class AccountModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Roles, State, LastLogIn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param now seconds since the epoch, UTC
    void present(const QList<AccountState> &states, qint64 now);
    void clear() { present({}, 0); }
    /// Null for a row that there is not.
    [[nodiscard]] const AccountState *at(int row) const;
    /// -1 if there is none of that id.
    [[nodiscard]] int rowOf(qint64 id) const;

    /// How an account is, in a few words.
    [[nodiscard]] static QString stateText(const AccountState &state, qint64 now);
    [[nodiscard]] static QString lastLogInText(const AccountState &state);
    /// Whether somebody who holds the office key has to grant it first.
    [[nodiscard]] static bool waitsForKey(const Account &account);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<AccountState> m_states;
    qint64 m_now = 0;
};

} // namespace shirase
