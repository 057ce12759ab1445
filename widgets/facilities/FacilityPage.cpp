// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityPage.h"

#include "widgets/common/ButtonMenu.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/facilities/FacilityActions.h"
#include "widgets/facilities/FacilityDialog.h"
#include "widgets/facilities/FacilityFilterBar.h"
#include "widgets/facilities/FacilityImportDialog.h"
#include "widgets/facilities/FacilityModel.h"
#include "widgets/facilities/FacilityTable.h"
#include "widgets/facilities/SelectedFacilities.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int listedAreas = 300;

} // namespace

FacilityPage::FacilityPage(PageContext context, QWidget *parent)
    : Page(context, tr("Facilities"), parent)
    , m_model(new FacilityModel(context.reader, this))
    , m_actions(new FacilityActions(context, this))
    , m_message(new MessageBar(context.dialogs))
    , m_search(new QLineEdit)
    , m_import(new QPushButton(icons::themed(u"document-import"_s, u"import"_s), tr("&Import…")))
    , m_export(new QPushButton(icons::themed(u"document-export"_s, u"save"_s), tr("E&xport…")))
    , m_new(new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("&New facility…")))
    , m_filters(new FacilityFilterBar(context.office.clock))
    , m_table(new FacilityTable(m_model))
    , m_detail(new FacilityDetail)
    , m_selected(new SelectedFacilities(context, *m_table, *m_model, *m_detail))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    setObjectName(u"facilityPage"_s);
    buildHeading();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({620, 340});
    m_splitter->setChildrenCollapsible(false);
    content()->addWidget(m_message);
    content()->addWidget(m_filters);
    content()->addWidget(m_splitter, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connectParts();
    connectActions();
}

void FacilityPage::buildHeading()
{
    m_search->setObjectName(u"facilitySearch"_s);
    m_search->setPlaceholderText(tr("Search by name, address, contact, phone number or code"));
    m_search->setAccessibleName(tr("Search facilities"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(280);
    // Where there is room, all that can be searched for is read; magnifying glass and cross stand beside it.
    m_search->setMaximumWidth(m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) +
                              5 * m_search->fontMetrics().height());
    m_search->installEventFilter(this);
    m_import->setObjectName(u"facilityImportButton"_s);
    m_export->setObjectName(u"facilityExport"_s);
    m_export->setEnabled(false); // until there is a list
    m_new->setObjectName(u"facilityNew"_s);
    constexpr int overTheGap = 10;
    heading()->addWidget(m_search, overTheGap);
    heading()->addWidget(m_import);
    heading()->addWidget(m_export);
    heading()->addWidget(m_new);
}

void FacilityPage::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FacilityPage::reload);
    connect(&m_pause, &QTimer::timeout, this, &FacilityPage::reload);
    connect(m_filters, &FacilityFilterBar::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(m_table, &FacilityTable::sortingChanged, this, &FacilityPage::reload);
    connect(m_table, &QTableView::activated, this, [this] { act(FacilityDetail::Poster); });
    connect(m_table, &ListTable::menuAsked, this, &FacilityPage::fillMenu);
    connect(m_model, &FacilityModel::failed, m_message, &MessageBar::report);
    connect(m_model, &FacilityModel::loaded, this, &FacilityPage::showLoaded);
    connect(m_message, &MessageBar::retryAsked, this, &FacilityPage::refresh);
}

void FacilityPage::connectActions()
{
    connect(m_new, &QPushButton::clicked, this, &FacilityPage::addFacility);
    connect(m_import, &QPushButton::clicked, this, [this] { importFile(); });
    connect(m_export, &QPushButton::clicked, this, &FacilityPage::exportList);
    connect(m_detail, &FacilityDetail::asked, this, &FacilityPage::act);
    connect(m_actions, &FacilityActions::failed, m_message, &MessageBar::report);
    connect(m_actions, &FacilityActions::done, m_message, &MessageBar::inform);
    connect(m_actions, &FacilityActions::changed, this, &FacilityPage::reload);
}

FacilityQuery FacilityPage::query() const
{
    FacilityQuery query{
        .search = m_search->text(), .order = m_table->order(), .direction = m_table->direction()};
    m_filters->apply(query);
    return query;
}

QUndoStack *FacilityPage::undoStack() const
{
    return m_actions->undoStack();
}

void FacilityPage::refresh()
{
    m_message->clear();
    m_actions->enter(session());
    m_selected->enter(session());
    const QString hint =
        may(Role::Facilities) ? QString() : tr("You need an account with the facilities role for this.");
    for (QPushButton *button : {m_new, m_import}) {
        button->setEnabled(may(Role::Facilities));
        button->setToolTip(hint);
    }
    m_export->setToolTip(may(Role::Facilities) ? tr("Writes what the list shows as a file for spreadsheets.") : hint);
    loadAreas();
    reload();
}

void FacilityPage::catchUp(const Subjects &)
{
    loadAreas();
    reload();
}

void FacilityPage::reload()
{
    m_pause.stop();
    if (session())
        m_model->load(query());
}

void FacilityPage::loadAreas()
{
    m_context.reader.run<QStringList>(
        this,
        [](Office &office, const Job::Report &) {
            return office.search.municipalities(listedAreas);
        },
        [this](const Result<QStringList> &names) {
            if (names && session()) // without them an area can still be typed
                m_filters->setAreas(*names);
        });
}

void FacilityPage::showLoaded()
{
    const int count = m_model->rowCount();
    m_filters->setCount(tr("%L1 facilities", "", count).arg(count));
    m_export->setEnabled(count > 0 && may(Role::Facilities));
    m_selected->showAnew();
}

void FacilityPage::addFacility()
{
    if (may(Role::Facilities))
        openDialog({});
}

void FacilityPage::openDialog(std::optional<Facility> existing)
{
    const bool isNew = !existing;
    const auto correct = [this](const Facility &before, const FacilityDetails &after) {
        return m_actions->correct(before, after);
    };
    auto *dialog =
        isNew ? new FacilityDialog(m_context, session(), this) : new FacilityDialog(m_context, *existing, correct, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FacilityDialog::saved, this,
            [this, isNew](FacilityId id, bool posterQueued) { afterSaving(id, isNew, posterQueued); });
    dialog->open();
}

void FacilityPage::afterSaving(FacilityId id, bool isNew, bool posterQueued)
{
    if (!isNew)
        return; // the act has said so itself
    const Result<Facility> added = m_context.office.facilities.find(id);
    if (!added) {
        m_message->report(added.error());
        return;
    }
    showFacility(id); // whatever was filtered away
    m_message->inform(
        posterQueued
            ? tr("%1 is registered. The mail with its poster is in the queue.").arg(added->details.name)
            : tr("%1 is registered.").arg(added->details.name));
}

void FacilityPage::showFacility(FacilityId id)
{
    m_search->clear();
    m_filters->clear();
    reload();
    m_table->select(id);
    m_table->setFocus();
}

void FacilityPage::importFile(const QString &path)
{
    if (!may(Role::Facilities))
        return;
    auto *dialog = new FacilityImportDialog(m_context, session(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FacilityImportDialog::imported, this, [this](const QString &sentence) {
        loadAreas();
        reload();
        m_message->inform(sentence);
    });
    if (!path.isEmpty())
        dialog->read(path);
    dialog->open();
}

void FacilityPage::exportList()
{
    QList<FacilityId> ids;
    if (!may(Role::Facilities))
        return;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids << m_model->idAt(m_model->index(row, 0));
    if (!ids.isEmpty())
        m_actions->exportCsv(ids);
}

void FacilityPage::act(FacilityDetail::Action action)
{
    switch (action) {
    case FacilityDetail::Suspend:
        return changeState(FacilityState::Suspended);
    case FacilityDetail::Resume:
        return changeState(FacilityState::Active);
    case FacilityDetail::Retire:
        return changeState(FacilityState::Retired);
    default:
        break;
    }
    if (const Facility *selected = m_model->facility(m_table->onlySelected()))
        actOnOne(action, Facility(*selected));
    else if (action == FacilityDetail::Poster && m_table->selectionModel()->hasSelection())
        Q_EMIT postersAsked(m_table->selectedIds());
}

void FacilityPage::actOnOne(FacilityDetail::Action action, const Facility &facility)
{
    switch (action) {
    case FacilityDetail::Poster:
        if (facility.state != FacilityState::Retired)
            Q_EMIT posterAsked(facility);
        return;
    case FacilityDetail::Print:
        Q_EMIT printAsked(facility);
        return;
    case FacilityDetail::SendPoster:
        return m_actions->sendPoster(facility);
    case FacilityDetail::Edit:
        return openDialog(facility);
    case FacilityDetail::Reissue:
        return m_actions->reissue(facility);
    default:
        return;
    }
}

void FacilityPage::changeState(FacilityState to)
{
    if (!may(Role::Facilities))
        return;
    const QList<FacilityId> ids = m_table->selectedIds();
    const Facility *only = m_model->facility(m_table->onlySelected());
    if (ids.size() > 1 || only)
        m_actions->changeState(ids, only ? only->details.name : QString(), to);
}

void FacilityPage::fillMenu(QMenu &menu)
{
    addButtons(menu, *m_detail);
    menu.addSeparator();
    menu.addMenu(m_table->makeSortMenu());
}

bool FacilityPage::eventFilter(QObject *watched, QEvent *event)
{
    // From the search field down into what it found.
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->selectionModel()->hasSelection())
            m_table->selectRow(0);
        return true;
    }
    return Page::eventFilter(watched, event);
}

void FacilityPage::clear()
{
    m_actions->clear();
    m_search->clear();
    m_filters->clear();
    m_filters->setAreas({});
    m_filters->setCount({});
    m_pause.stop();
    m_model->clear();
    m_export->setEnabled(false);
    m_message->clear();
    m_selected->enter({});
}

void FacilityPage::saveLayout(QSettings &settings) const
{
    settings.setValue(u"facilities/splitter"_s, m_splitter->saveState());
    m_table->saveColumns(settings, u"facilities"_s);
    settings.setValue(u"facilities/order"_s, int(m_table->order()));
    settings.setValue(u"facilities/direction"_s, int(m_table->direction()));
}

void FacilityPage::restoreLayout(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"facilities/splitter"_s).toByteArray());
    m_table->restoreColumns(settings, u"facilities"_s);
    const int order = settings.value(u"facilities/order"_s, 0).toInt();
    const bool down = settings.value(u"facilities/direction"_s, 0).toInt() == int(Qt::DescendingOrder);
    if (order >= 0 && order <= int(FacilityOrder::Registered))
        m_table->setSorting(FacilityOrder(order), down ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace shirase
