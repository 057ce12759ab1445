// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TargetStep.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/TargetEntry.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostRowsShown = 5;
constexpr int mostInfected = 9999;
} // namespace

TargetStep::TargetStep(PageContext context, QWidget *parent)
    : StepFrame(1, tr("Target", "where and when"), parent)
    , m_context(context)
    , m_model(new TargetModel(this))
    , m_entry(new TargetEntry(context.reader, context.office.clock))
    , m_table(new QTableView)
    , m_remove(new QPushButton(icons::themed(u"list-remove"_s, u"remove"_s), tr("&Remove")))
    , m_infected(new QSpinBox)
{
    m_table->setObjectName(u"targetTable"_s);
    m_table->setAccessibleName(tr("Facilities and times of this notice"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_remove->setObjectName(u"targetRemove"_s);

    body()->addWidget(m_entry);
    body()->addWidget(m_table);
    auto *row = new QHBoxLayout;
    row->addWidget(makeInfected());
    row->addStretch(1);
    row->addWidget(m_remove);
    body()->addLayout(row);
    connect(m_entry, &TargetEntry::entered, this, &TargetStep::add);
    connect(m_entry, &TargetEntry::failed, this, &TargetStep::failed);
    connect(m_remove, &QPushButton::clicked, this, &TargetStep::removeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
}

// A number only: nothing about the people themselves is ever asked (REQUIREMENTS S6).
QWidget *TargetStep::makeInfected()
{
    m_infected->setObjectName(u"targetInfected"_s);
    m_infected->setRange(1, mostInfected);
    m_infected->setToolTip(tr("The number only. The thresholds look at it; no patient data is kept."));
    auto *label = new QLabel(tr("&Infected people in this case"));
    label->setBuddy(m_infected);
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_infected);
    connect(m_infected, &QSpinBox::valueChanged, this, [this] {
        if (m_model->rowCount() > 0)
            Q_EMIT changed();
    });
    return field;
}

int TargetStep::infected() const
{
    return m_infected->value();
}

void TargetStep::startNew()
{
    m_model->set({});
    m_infected->setValue(1);
    m_entry->reset();
    adapt(true);
}

void TargetStep::present(const Notice &notice)
{
    QList<TargetModel::Entry> entries;
    for (const NoticeTarget &target : notice.targets) {
        const Result<Facility> facility = m_context.office.facilities.find(target.facility);
        entries.append({target,
                        facility ? Texts::name(facility->details) : tr("(a facility that cannot be read)"),
                        notice.exercise});
        if (!facility)
            Q_EMIT failed(facility.error());
    }
    m_model->set(entries);
    {
        const QSignalBlocker quiet(m_infected);
        m_infected->setValue(notice.infected);
    }
    adapt(false);
}

void TargetStep::clear()
{
    m_model->set({});
    setState(State::Closed, {});
}

void TargetStep::add(const TargetModel::Entry &entry)
{
    if (m_model->mixes(entry)) {
        m_entry->setProblem(tr("An exercise cannot be mixed with real places. Please make two notices."));
        return;
    }
    if (!m_model->add(entry)) {
        m_entry->setProblem(tr("This facility is in the list already from that time on."));
        return;
    }
    adapt(true);
    Q_EMIT changed();
}

void TargetStep::removeSelected()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    m_model->remove(index.row());
    adapt(true);
    Q_EMIT changed();
}

void TargetStep::adapt(bool editable)
{
    const int rows = m_model->rowCount();
    m_entry->setVisible(editable);
    m_infected->setEnabled(editable);
    m_table->setVisible(rows > 0);
    m_remove->setVisible(editable && rows > 0);
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    const int shown = qBound(1, rows, mostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth());
    if (rows == 0)
        setState(State::Open, tr("Choose a facility and a day"));
    else
        setState(State::Done, tr("%n places", "facilities with a window of time", rows));
}

} // namespace shirase
