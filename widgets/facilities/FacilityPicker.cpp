// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityPicker.h"

#include "widgets/common/Icons.h"
#include "widgets/facilities/FacilityModel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityPicker::FacilityPicker(Worker &reader, QWidget *parent)
    : QWidget(parent)
    , m_model(new FacilityModel(reader, this))
    , m_search(new QLineEdit)
    , m_list(new QTreeView)
{
    m_search->setObjectName(u"facilityPickerSearch"_s);
    m_search->setPlaceholderText(tr("Search by name, address or code"));
    m_search->setAccessibleName(tr("Search for a facility"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);

    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this] { setChosen({}); }); // until it is found
    connect(m_search, &QLineEdit::returnPressed, this, &FacilityPicker::search);
    connect(&m_pause, &QTimer::timeout, this, &FacilityPicker::search);
    connect(m_model, &FacilityModel::failed, this, &FacilityPicker::failed);
    connect(m_model, &FacilityModel::loaded, this, &FacilityPicker::selectFound);
    connect(m_model, &FacilityModel::dataChanged, this, &FacilityPicker::takeSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FacilityPicker::takeSelected);
    connect(m_list, &QTreeView::activated, this, &FacilityPicker::activated);
}

void FacilityPicker::buildList()
{
    m_list->setObjectName(u"facilityPickerList"_s);
    m_list->setAccessibleName(tr("Facilities found"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    for (int column = 0; column < FacilityModel::ColumnCount; ++column)
        m_list->setColumnHidden(column, column != FacilityModel::Name && column != FacilityModel::Address);
    m_list->header()->setSectionResizeMode(FacilityModel::Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(FacilityModel::Address, QHeaderView::Stretch);
}

void FacilityPicker::refresh()
{
    search();
}

void FacilityPicker::catchUp()
{
    m_place = m_list->verticalScrollBar()->value();
    search();
}

void FacilityPicker::search()
{
    m_pause.stop();
    m_model->load({.search = m_search->text()});
}

void FacilityPicker::selectFound()
{
    QModelIndex index = m_chosen ? m_model->indexOf(m_chosen->id) : QModelIndex();
    if (!index.isValid() && !m_search->text().isEmpty())
        index = m_model->index(0, 0); // the only or best match, ready for Enter
    m_list->setCurrentIndex(index);
    if (const std::optional<int> place = std::exchange(m_place, std::nullopt))
        m_list->verticalScrollBar()->setValue(*place);
    else if (index.isValid())
        m_list->scrollTo(index);
    takeSelected();
}

void FacilityPicker::takeSelected()
{
    if (m_model->isLoading() || m_pause.isActive())
        return; // the list is about to change
    if (!m_list->selectionModel()->hasSelection())
        setChosen({});
    else if (const Facility *facility = m_model->facility(m_list->currentIndex()))
        setChosen(*facility);
}

void FacilityPicker::setChosen(std::optional<Facility> facility)
{
    if (m_chosen == facility)
        return;
    m_chosen = std::move(facility);
    Q_EMIT chosenChanged();
}

void FacilityPicker::clear()
{
    m_search->clear();
    m_pause.stop();
    m_model->clear();
    setChosen({});
}

void FacilityPicker::choose(const Facility &facility)
{
    m_search->setText(facility.details.name);
    setChosen(facility);
    search();
}

// The arrow keys move through the list while the cursor stays in the search field.
bool FacilityPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace shirase
