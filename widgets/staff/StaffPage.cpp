// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/StaffPage.h"

#include "widgets/common/ButtonMenu.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ListTable.h"
#include "widgets/common/MessageBar.h"
#include "widgets/staff/AccountModel.h"
#include "widgets/staff/StaffActions.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

namespace shirase {

using namespace Qt::StringLiterals;

StaffPage::StaffPage(PageContext context, QWidget *parent)
    : Page(context, tr("Staff"), parent)
    , m_model(new AccountModel(this))
    , m_actions(new StaffActions(context, this))
    , m_message(new MessageBar(context.dialogs))
    , m_sheet(new QPushButton(icons::themed(u"document-print"_s, u"print"_s), tr("New recovery &sheet…")))
    , m_new(new QPushButton(icons::own(u"add"_s), tr("&New account…")))
    , m_table(new ListTable(u"staffTable"_s, title(), m_model, {AccountModel::Roles}))
    , m_detail(new AccountDetail)
    , m_splitter(new QSplitter)
{
    setObjectName(u"staffPage"_s);
    buildHeading();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(m_splitter, 1);
    connectParts();
}

void StaffPage::buildHeading()
{
    m_sheet->setObjectName(u"staffSheet"_s);
    m_sheet->setToolTip(tr("Makes a new code for when nobody can log in any more; only for an administrator who "
                           "holds the office key"));
    m_new->setObjectName(u"staffNew"_s);
    m_new->setToolTip(tr("Adds an account for a colleague; only for an administrator"));
    heading()->addWidget(m_sheet);
    heading()->addWidget(m_new);
}

void StaffPage::connectParts()
{
    connect(m_new, &QPushButton::clicked, m_actions, &StaffActions::add);
    connect(m_sheet, &QPushButton::clicked, m_actions, &StaffActions::renewRecoverySheet);
    connect(m_detail, &AccountDetail::asked, this, &StaffPage::act);
    connect(m_actions, &StaffActions::changed, this, &StaffPage::reload);
    connect(m_actions, &StaffActions::done, m_message, &MessageBar::inform);
    connect(m_actions, &StaffActions::failed, m_message, &MessageBar::report);
    connect(m_actions, &StaffActions::doneWhileLocked, this, &StaffPage::doneWhileLocked);
    connect(m_actions, &StaffActions::sessionChanged, this, &StaffPage::sessionChanged);
    connect(m_message, &MessageBar::retryAsked, this, &StaffPage::refresh);
    connect(m_table, &ListTable::menuAsked, this, [this](QMenu &menu) { addButtons(menu, *m_detail); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (const AccountState *state = m_model->at(current.row())) {
                    m_selected = state->account.id;
                    showSelected();
                }
            });
}

bool StaffPage::isChangingKey() const
{
    return m_actions->isChangingKey();
}

void StaffPage::refresh()
{
    m_message->clear();
    m_actions->enter(session());
    m_new->setEnabled(may(Role::Administrator));
    m_sheet->setEnabled(may(Role::Administrator) && session()->office());
    reload();
}

void StaffPage::reload()
{
    if (!session())
        return;
    const Result<QList<AccountState>> states = m_context.office.staff.states(*session());
    if (!states) {
        m_message->report(states.error());
        return;
    }
    const qint64 selected = m_selected == 0 ? session()->account().id : m_selected;
    m_model->present(*states, m_context.office.clock.now());
    m_table->selectRow(qMax(0, m_model->rowOf(selected)));
    showSelected();
}

void StaffPage::showSelected()
{
    const AccountState *state = m_model->at(m_model->rowOf(m_selected));
    if (state && session())
        m_detail->present(*state, *session(), m_context.office.clock.now());
    else
        m_detail->presentNothing({});
}

void StaffPage::act(AccountDetail::Action action)
{
    const AccountState *state = m_model->at(m_model->rowOf(m_selected));
    if (!state)
        return;
    const Account account = state->account;
    switch (action) {
    case AccountDetail::ChangeRoles:
        return m_actions->changeRoles(account);
    case AccountDetail::ResetPassword:
        return m_actions->resetPassword(account);
    case AccountDetail::GrantKey:
        return m_actions->grantOfficeKey(account);
    case AccountDetail::EndPause:
        return m_actions->endPause(account);
    case AccountDetail::Disable:
        return m_actions->disable(account);
    case AccountDetail::Enable:
        return m_actions->enable(account);
    }
}

void StaffPage::clear()
{
    m_actions->enter({});
    m_model->clear();
    m_selected = 0;
    m_message->clear();
    m_detail->presentNothing({});
}

void StaffPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"staff/splitter"_s, m_splitter->saveState());
    m_table->saveColumns(settings, u"staff"_s);
}

void StaffPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"staff/splitter"_s).toByteArray());
    m_table->restoreColumns(settings, u"staff"_s);
}

} // namespace shirase
