// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/AccountDetail.h"

#include "widgets/common/Page.h"
#include "widgets/common/Texts.h"
#include "widgets/staff/AccountModel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

AccountDetail::AccountDetail(QWidget *parent)
    : QFrame(parent)
    , m_name(headingLabel({}, 1.25))
    , m_facts(new QLabel)
    , m_explanation(new QLabel)
{
    setObjectName(u"accountDetail"_s);
    setFrameStyle(QFrame::StyledPanel | QFrame::Sunken);
    m_name->setObjectName(u"accountDetailName"_s);
    m_facts->setObjectName(u"accountDetailFacts"_s);
    m_explanation->setObjectName(u"accountDetailExplanation"_s);
    for (QLabel *label : {m_name, m_facts, m_explanation}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    grid->addWidget(makeButton(GrantKey, tr("&Grant the office key…"), u"accountGrant"_s,
                               tr("Lets the account open addresses, to count people and approve notices")),
                    0, 0, 1, 2);
    grid->addWidget(makeButton(EndPause, tr("&End the pause"), u"accountUnlock"_s,
                               tr("Lets the account log in at once, in spite of wrong passwords")),
                    1, 0, 1, 2);
    // In one's own account the roles stand alone, and then take the whole row.
    auto *pair = new QHBoxLayout;
    pair->setSpacing(6);
    pair->addWidget(
        makeButton(ChangeRoles, tr("&Roles…"), u"accountRoles"_s, tr("Changes what the account may do")), 1);
    pair->addWidget(makeButton(ResetPassword, tr("New &password…"), u"accountPassword"_s,
                               tr("For a colleague who has forgotten the password")),
                    1);
    grid->addLayout(pair, 2, 0, 1, 2);
    grid->addWidget(makeButton(Disable, tr("&Disable…"), u"accountDisable"_s,
                               tr("For a colleague who leaves: nobody can log in with this account any more")),
                    3, 0, 1, 2);
    grid->addWidget(makeButton(Enable, tr("Ena&ble again"), u"accountEnable"_s,
                               tr("Lets the account log in again, with its roles of before")),
                    4, 0, 1, 2);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_explanation);
    layout->addStretch(1);
    layout->addLayout(grid);
    setMinimumWidth(300);
    presentNothing({});
}

QPushButton *AccountDetail::makeButton(Action action, const QString &text, const QString &name, const QString &tip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleDescription(tip);
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT asked(action); });
    m_buttons.insert(action, button);
    return button;
}

QString AccountDetail::explanation(const AccountState &state, qint64 now)
{
    if (state.account.disabled)
        return tr("Nobody can log in with this account.");
    if (state.lockedUntil > now)
        return tr("Somebody has typed wrong passwords for it, at one machine at least. From other machines it can log "
                  "in.");
    if (AccountModel::waitsForKey(state.account))
        return tr("Until somebody who holds the office key grants it, this account cannot count people or approve.");
    if (state.account.hasOfficeKey)
        return tr("It holds the office key, which opens addresses.");
    return {};
}

void AccountDetail::present(const AccountState &state, const Session &by, qint64 now)
{
    const Account &account = state.account;
    m_name->setText(account.name);
    m_facts->setText(tr("Roles: %1\nState: %2\nLast log-in: %3")
                         .arg(Texts::of(account.roles), AccountModel::stateText(state, now),
                              AccountModel::lastLogInText(state)));
    m_explanation->setText(explanation(state, now));
    m_explanation->setVisible(!m_explanation->text().isEmpty());
    const bool administrator = by.has(Role::Administrator);
    const bool own = account.id == by.account().id;
    m_buttons[GrantKey]->setVisible(AccountModel::waitsForKey(account));
    m_buttons[GrantKey]->setEnabled(by.office());
    m_buttons[EndPause]->setVisible(administrator && state.lockedUntil > now);
    m_buttons[ChangeRoles]->setVisible(administrator && !account.disabled);
    m_buttons[ResetPassword]->setVisible(administrator && !account.disabled && !own); // one's own takes the old one
    m_buttons[Disable]->setVisible(administrator && !account.disabled);
    m_buttons[Enable]->setVisible(administrator && account.disabled);
}

void AccountDetail::presentNothing(const QString &sentence)
{
    m_name->clear();
    m_facts->setText(sentence);
    m_explanation->hide();
    for (QPushButton *button : std::as_const(m_buttons))
        button->hide();
}

} // namespace shirase
