// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityPage.h"

#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityActions.h"
#include "widgets/facilities/FacilityDialog.h"
#include "widgets/facilities/FacilityModel.h"
#include "widgets/posters/PosterSource.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityPage::FacilityPage(PageContext context, QWidget *parent)
    : Page(context, tr("Facilities"), parent)
    , m_model(new FacilityModel(context.office.facilities, this))
    , m_actions(new FacilityActions(context, this))
    , m_message(new MessageBar(context.dialogs))
    , m_search(new QLineEdit)
    , m_new(new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("&New facility…")))
    , m_kind(new QComboBox)
    , m_state(new QComboBox)
    , m_count(new QLabel)
    , m_table(new QTableView)
    , m_detail(new FacilityDetail)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"facilityPage"_s);
    buildHeading();
    buildTable();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({620, 340});
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(buildFilters());
    content()->addWidget(m_splitter, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connectParts();
}

void FacilityPage::buildHeading()
{
    m_search->setObjectName(u"facilitySearch"_s);
    m_search->setPlaceholderText(tr("Search by name, address, contact or code (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search facilities"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(340);
    m_new->setObjectName(u"facilityNew"_s);
    heading()->addWidget(m_search);
    heading()->addWidget(m_new);
}

QWidget *FacilityPage::buildFilters()
{
    m_kind->setObjectName(u"facilityKindFilter"_s);
    m_kind->setAccessibleName(tr("Show which kind"));
    m_kind->addItem(tr("Every kind"));
    for (const FacilityKind kind : {FacilityKind::Store, FacilityKind::Event, FacilityKind::Facility})
        m_kind->addItem(Texts::of(kind), int(kind));
    m_state->setObjectName(u"facilityStateFilter"_s);
    m_state->setAccessibleName(tr("Show which state"));
    m_state->addItem(tr("Every state"));
    for (const FacilityState state :
         {FacilityState::Active, FacilityState::Suspended, FacilityState::Retired})
        m_state->addItem(Texts::of(state), int(state));
    m_count->setObjectName(u"facilityCount"_s);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_kind);
    layout->addWidget(m_state);
    layout->addStretch(1);
    layout->addWidget(m_count);
    return row;
}

void FacilityPage::buildTable()
{
    m_table->setObjectName(u"facilityTable"_s);
    m_table->setAccessibleName(tr("Facilities"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // Name and address share what the others leave; only rows in sight are measured, however many there are.
    header->setResizeContentsPrecision(0);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {FacilityModel::Name, FacilityModel::Address})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
}

void FacilityPage::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FacilityPage::reload);
    connect(&m_pause, &QTimer::timeout, this, &FacilityPage::reload);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FacilityPage::reload);
    connect(m_state, &QComboBox::currentIndexChanged, this, &FacilityPage::reload);
    connect(m_new, &QPushButton::clicked, this, &FacilityPage::addFacility);
    connect(m_model, &FacilityModel::failed, m_message, &MessageBar::report);
    connect(m_message, &MessageBar::retryAsked, this, &FacilityPage::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FacilityPage::showSelected);
    connect(m_table, &QTableView::activated, this, [this] { act(FacilityDetail::Poster); });
    connect(m_detail, &FacilityDetail::asked, this, &FacilityPage::act);
    connect(m_actions, &FacilityActions::failed, m_message, &MessageBar::report);
    connect(m_actions, &FacilityActions::done, m_message, &MessageBar::inform);
    connect(m_actions, &FacilityActions::changed, this, [this](FacilityId id) {
        m_model->update(id);
        showSelected();
    });
}

FacilityFilter FacilityPage::filter() const
{
    FacilityFilter filter{.search = m_search->text(), .kind = {}, .state = {}};
    if (m_kind->currentIndex() > 0)
        filter.kind = FacilityKind(m_kind->currentData().toInt());
    if (m_state->currentIndex() > 0)
        filter.state = FacilityState(m_state->currentData().toInt());
    return filter;
}

void FacilityPage::refresh()
{
    m_message->clear();
    m_new->setEnabled(may(Role::Facilities));
    m_new->setToolTip(may(Role::Facilities) ? QString()
                                            : tr("This takes an account with the facilities role."));
    reload();
}

void FacilityPage::reload()
{
    m_pause.stop();
    if (!session())
        return;
    const Facility *selected = m_model->facility(m_table->currentIndex());
    const FacilityId before = selected ? selected->id : 0;
    m_model->load(filter());
    const QModelIndex index = m_model->indexOf(before);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    showCount();
    showSelected();
}

void FacilityPage::showCount()
{
    const Result<int> count = m_context.office.facilities.count(filter());
    if (!count)
        m_message->report(count.error());
    m_count->setText(count ? tr("%L1 facilities", "", *count).arg(*count) : QString());
}

void FacilityPage::showSelected()
{
    const Facility *facility = m_model->facility(m_table->currentIndex());
    if (facility) {
        m_detail->present(*facility, posterOf(m_context.office.settings, *facility), may(Role::Facilities));
        return;
    }
    const bool filtered =
        !m_search->text().isEmpty() || m_kind->currentIndex() > 0 || m_state->currentIndex() > 0;
    if (m_model->rowCount() > 0)
        m_detail->presentNothing(
            tr("Choose a facility in the list to see its poster and what can be done with it."));
    else if (filtered)
        m_detail->presentNothing(tr("No facility fits the search and the filters."));
    else
        m_detail->presentNothing(tr("There is no facility yet. Register the first one with \"New facility\"; "
                                    "its poster is made at once."));
}

void FacilityPage::addFacility()
{
    if (may(Role::Facilities))
        openDialog({});
}

void FacilityPage::openDialog(std::optional<Facility> existing)
{
    const bool isNew = !existing;
    auto *dialog = new FacilityDialog(m_context, std::move(existing), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FacilityDialog::saved, this,
            [this, isNew](FacilityId id, bool posterQueued) { afterSaving(id, isNew, posterQueued); });
    dialog->open();
}

void FacilityPage::afterSaving(FacilityId id, bool isNew, bool posterQueued)
{
    if (!isNew) {
        m_model->update(id);
        showSelected();
        return;
    }
    const Result<Facility> added = m_context.office.facilities.find(id);
    if (!added) {
        m_message->report(added.error());
        return;
    }
    // Whatever was filtered away, the new one is seen: its name is searched for.
    m_kind->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    if (!m_model->indexOf(id).isValid() && m_model->canFetchMore({}))
        m_search->setText(added->details.name);
    else
        m_search->clear();
    reload();
    m_table->setCurrentIndex(m_model->indexOf(id));
    m_message->inform(
        posterQueued
            ? tr("%1 is registered. The mail with its poster is in the queue.").arg(added->details.name)
            : tr("%1 is registered.").arg(added->details.name));
}

void FacilityPage::act(FacilityDetail::Action action)
{
    const Facility *selected = m_model->facility(m_table->currentIndex());
    if (!selected)
        return;
    const Facility facility = *selected;
    const bool retired = facility.state == FacilityState::Retired;
    switch (action) {
    case FacilityDetail::Poster:
        if (!retired)
            Q_EMIT posterAsked(facility);
        return;
    case FacilityDetail::Print:
        Q_EMIT printAsked(facility);
        return;
    case FacilityDetail::SendPoster:
        return m_actions->sendPoster(facility);
    case FacilityDetail::Edit:
        return openDialog(facility);
    case FacilityDetail::Suspend:
        return m_actions->toggleSuspended(facility);
    case FacilityDetail::Reissue:
        return m_actions->reissue(facility);
    case FacilityDetail::Retire:
        return m_actions->retire(facility);
    }
}

void FacilityPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FacilityPage::clear()
{
    m_search->clear();
    m_pause.stop();
    m_model->clear();
    m_count->clear();
    m_message->clear();
    m_detail->presentNothing({});
}

void FacilityPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"facilities/splitter"_s, m_splitter->saveState());
}

void FacilityPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"facilities/splitter"_s).toByteArray());
}

} // namespace shirase
