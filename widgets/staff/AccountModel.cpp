// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/AccountModel.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"

#include <QLocale>

namespace shirase {

using namespace Qt::StringLiterals;

void AccountModel::present(const QList<AccountState> &states, qint64 now)
{
    if (states == m_states && now == m_now)
        return;
    beginResetModel();
    m_states = states;
    m_now = now;
    endResetModel();
}

const AccountState *AccountModel::at(int row) const
{
    return row >= 0 && row < m_states.size() ? &m_states[row] : nullptr;
}

int AccountModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_states.size(); ++row) {
        if (m_states[row].account.id == id)
            return row;
    }
    return -1;
}

bool AccountModel::waitsForKey(const Account &account)
{
    return !account.disabled && needsOfficeKey(account.roles) && !account.hasOfficeKey;
}

QString AccountModel::stateText(const AccountState &state, qint64 now)
{
    if (state.account.disabled)
        return tr("Disabled", "an account");
    if (state.lockedUntil > now) {
        const QTime until = japan::dateTimeOf(state.lockedUntil).time();
        return tr("Pause until %1 after wrong passwords", "an account")
            .arg(QLocale().toString(until, u"HH:mm"_s));
    }
    if (waitsForKey(state.account))
        return tr("Waits for the office key", "an account");
    return tr("In use", "an account");
}

QString AccountModel::lastLogInText(const AccountState &state)
{
    return state.lastLogIn == 0 ? tr("Never", "when somebody logged in last") : Texts::time(state.lastLogIn);
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_states.size());
}

int AccountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    const AccountState *state = index.isValid() ? at(index.row()) : nullptr;
    if (!state || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (index.column()) {
    case Name:
        return state->account.name;
    case Roles:
        return Texts::of(state->account.roles);
    case State:
        return stateText(*state, m_now);
    case LastLogIn:
        return lastLogInText(*state);
    default:
        return {};
    }
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Roles:
        return tr("Roles");
    case State:
        return tr("State");
    case LastLogIn:
        return tr("Last log-in");
    default:
        return {};
    }
}

} // namespace shirase
