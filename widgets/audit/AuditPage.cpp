// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/audit/AuditPage.h"

#include "widgets/audit/AuditExport.h"
#include "widgets/audit/AuditFilterBar.h"
#include "widgets/audit/AuditModel.h"
#include "widgets/audit/AuditTexts.h"
#include "widgets/common/IconLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/ListTable.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Texts.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>

namespace shirase {

using namespace Qt::StringLiterals;

AuditPage::AuditPage(PageContext context, QWidget *parent)
    : Page(context, tr("Audit log"), parent)
    , m_model(new AuditModel(context.office.staff.audit(), this))
    , m_message(new MessageBar(context.dialogs))
    , m_filter(new AuditFilterBar(context.office.clock))
    , m_stateIcon(new IconLabel)
    , m_state(new QLabel)
    , m_progress(new QProgressBar)
    , m_save(new QPushButton(icons::themed(u"document-save"_s, u"save"_s), tr("&Save as CSV…")))
    , m_table(new ListTable(u"auditTable"_s, title(), m_model, {AuditModel::Action, AuditModel::Subject}))
{
    setObjectName(u"auditPage"_s);
    buildHeading();
    content()->addWidget(m_message);
    content()->addWidget(buildState());
    content()->addWidget(m_filter);
    content()->addWidget(m_table, 1);
    connect(m_filter, &AuditFilterBar::changed, this, &AuditPage::reload);
    connect(m_model, &AuditModel::failed, m_message, &MessageBar::report);
    connect(m_message, &MessageBar::retryAsked, this, &AuditPage::refresh);
    connect(m_save, &QPushButton::clicked, this, &AuditPage::save);
    connect(m_table, &ListTable::menuAsked, this, &AuditPage::fillMenu);
}

void AuditPage::buildHeading()
{
    m_save->setObjectName(u"auditSave"_s);
    m_save->setToolTip(tr("Saves the entries that the filters show"));
    heading()->addWidget(m_save);
}

QWidget *AuditPage::buildState()
{
    m_state->setObjectName(u"auditState"_s);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(u"auditProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(160, 8);
    m_progress->hide();
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stateIcon, 0, Qt::AlignTop);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_progress);
    return row;
}

// What is seen of one entry is often looked for among the others.
void AuditPage::fillMenu(QMenu &menu)
{
    const AuditLog::Entry *entry = m_model->at(m_table->currentIndex().row());
    if (!entry)
        return;
    if (m_filter->offersAccount(entry->account))
        menu.addAction(tr("Only what %1 &did").arg(AuditTexts::account(entry->account)), this,
                       [this, account = entry->account] { m_filter->showAccount(account); });
    menu.addAction(tr("&Only entries \"%1\"").arg(AuditTexts::action(entry->action)), this,
                   [this, action = entry->action] { m_filter->showAction(action); });
}

void AuditPage::refresh()
{
    m_message->clear();
    showAccounts();
    reload();
    check();
}

void AuditPage::showAccounts()
{
    const Result<QList<Account>> accounts = m_context.office.staff.list();
    if (!accounts)
        return m_message->report(accounts.error());
    QStringList names;
    for (const Account &account : *accounts)
        names.append(account.name);
    m_filter->setAccounts(names);
}

void AuditPage::catchUp(const Subjects &)
{
    if (!session())
        return;
    showAccounts();
    QScrollBar *place = m_table->verticalScrollBar();
    const int added = m_model->catchUp();
    if (place->value() > 0) // who reads further down goes on doing so
        place->setValue(place->value() + added);
    showCount();
}

void AuditPage::reload()
{
    if (!session())
        return;
    m_model->load(session(), m_filter->filter());
    m_table->scrollToTop();
    showCount();
}

// Many entries take a moment, and the window does not wait for it.
void AuditPage::showCount()
{
    if (m_counting)
        m_counting->cancel();
    m_counting = m_context.worker.run<int>(
        this,
        [by = session(), filter = m_filter->filter()](Office &office, const Job::Report &) {
            return office.staff.audit().count(*by, filter);
        },
        [this, mine = ++m_countings](const Result<int> &count) {
            if (mine != m_countings)
                return; // other filters are set by now, or nobody looks any more
            if (!count)
                m_message->report(count.error());
            m_filter->setCount(count ? tr("%L1 entries", "", *count).arg(*count) : QString());
            m_save->setEnabled(count.value_or(0) > 0);
        });
}

// The whole chain takes a second or two once there are a million entries, so the worker follows it.
void AuditPage::check()
{
    if (m_check)
        m_check->cancel();
    m_stateIcon->present(u"working"_s);
    m_state->setText(tr("Checking whether the record is whole…"));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_check = m_context.worker.run<AuditLog::State>(
        this, [](Office &office, const Job::Report &report) { return office.staff.audit().check(report); },
        [this, mine = ++m_checks](const Result<AuditLog::State> &state) {
            if (mine == m_checks) // or a newer check is on its way, or nobody looks any more
                finishCheck(state);
        });
    connect(m_check, &Job::progressed, m_progress, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
}

void AuditPage::finishCheck(const Result<AuditLog::State> &state)
{
    m_progress->hide();
    if (!state) {
        m_stateIcon->present(u"warning"_s);
        m_state->setText(tr("Whether the record is whole is not known."));
        m_message->report(state.error());
    } else {
        m_stateIcon->present(state->isWhole() ? u"done"_s : u"warning"_s);
        m_state->setText(AuditTexts::state(*state, m_context.office.clock.now()));
    }
}

void AuditPage::save()
{
    const std::optional<QString> path =
        m_context.dialogs.askSaveName(this, tr("Save the audit log"), tr("audit-log.csv"), {u"csv"_s});
    if (!path || !session())
        return;
    const Result<int> saved = JobDialog::run<int>(
        m_context.worker, this, tr("The record is being saved."),
        [by = session(), filter = m_filter->filter(), path](Office &office, const Job::Report &report) {
            return AuditExport(office.staff.audit()).save(*by, filter, *path, report);
        });
    if (!session())
        return; // locked meanwhile
    if (saved)
        m_message->inform(tr("%L1 entries are saved as %2.", "", *saved).arg(*saved).arg(QDir::toNativeSeparators(*path)));
    else
        m_message->report(saved.error());
}

void AuditPage::clear()
{
    for (const QPointer<Job> &job : {m_check, m_counting}) {
        if (job)
            job->cancel();
    }
    ++m_countings;
    ++m_checks;
    m_save->setEnabled(false);
    m_model->clear();
    m_filter->clear();
    m_message->clear();
    m_state->clear();
    m_stateIcon->present({});
    m_progress->hide();
}

void AuditPage::saveLayout(QSettings &settings) const
{
    m_table->saveColumns(settings, u"audit"_s);
}

void AuditPage::restoreLayout(const QSettings &settings)
{
    m_table->restoreColumns(settings, u"audit"_s);
}

} // namespace shirase
