// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityPicker.h"

#include "widgets/common/Icons.h"
#include "widgets/facilities/FacilityModel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityPicker::FacilityPicker(FacilityStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new FacilityModel(store, this))
    , m_search(new QLineEdit)
    , m_list(new QTreeView)
{
    m_search->setObjectName(u"facilityPickerSearch"_s);
    m_search->setPlaceholderText(tr("Search by name, address or code"));
    m_search->setAccessibleName(tr("Search for a facility"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);

    m_pause.setSingleShot(true);
    m_pause.setInterval(120);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &FacilityPicker::refresh);
    connect(&m_pause, &QTimer::timeout, this, &FacilityPicker::refresh);
    connect(m_model, &FacilityModel::failed, this, &FacilityPicker::failed);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FacilityPicker::emitIfChanged);
    connect(m_list, &QTreeView::activated, this, &FacilityPicker::activated);
}

void FacilityPicker::refresh()
{
    m_pause.stop();
    const FacilityId before = m_lastChosen;
    m_model->load({.search = m_search->text(), .kind = {}, .state = {}});
    QModelIndex index = m_model->indexOf(before);
    if (!index.isValid() && !m_search->text().isEmpty())
        index = m_model->index(0, 0); // the only or best match, ready for Enter
    if (index.isValid())
        m_list->setCurrentIndex(index);
    emitIfChanged();
}

void FacilityPicker::clear()
{
    m_search->clear();
    m_pause.stop();
    m_model->clear();
    emitIfChanged();
}

void FacilityPicker::choose(const Facility &facility)
{
    m_search->setText(facility.details.name);
    m_pause.stop();
    m_model->load({.search = m_search->text(), .kind = {}, .state = {}});
    QModelIndex index = m_model->indexOf(facility.id);
    while (!index.isValid() && m_model->canFetchMore({})) {
        m_model->fetchMore({});
        index = m_model->indexOf(facility.id);
    }
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
    emitIfChanged();
}

std::optional<Facility> FacilityPicker::chosen() const
{
    if (!m_list->selectionModel()->hasSelection())
        return std::nullopt;
    const Facility *facility = m_model->facility(m_list->currentIndex());
    return facility ? std::optional(*facility) : std::nullopt;
}

void FacilityPicker::emitIfChanged()
{
    const std::optional<Facility> facility = chosen();
    const FacilityId now = facility ? facility->id : 0;
    if (std::exchange(m_lastChosen, now) != now)
        Q_EMIT chosenChanged();
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
