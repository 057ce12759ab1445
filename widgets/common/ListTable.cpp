// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ListTable.h"

#include "widgets/common/CopyRows.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int rowPadding = 10;
constexpr int columnPadding = 6; // so that two columns are not read as one
}

ListTable::ListTable(const QString &objectName, const QString &title, QAbstractItemModel *model, QList<int> sharing,
                     QWidget *parent)
    : QTableView(parent)
    , m_sharing(std::move(sharing))
{
    setObjectName(objectName);
    setModel(model);
    build(title);
    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(0);
    connect(&m_fitSoon, &QTimer::timeout, this, &ListTable::fit);
    const auto fitSoon = qOverload<>(&QTimer::start);
    connect(model, &QAbstractItemModel::modelReset, &m_fitSoon, fitSoon);
    connect(model, &QAbstractItemModel::rowsInserted, &m_fitSoon, fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, &m_fitSoon, fitSoon);
    connect(this, &QWidget::customContextMenuRequested, this, &ListTable::openMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ListTable::openHeaderMenu);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] { m_areOwn = m_areOwn || !m_fitting; });
}

void ListTable::build(const QString &title)
{
    setAccessibleName(title);
    dress(*this);
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    addCopyAction(*this);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowPadding);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setResizeContentsPrecision(0); // only rows in sight are measured, however many there are
    header->setContextMenuPolicy(Qt::CustomContextMenu);
}

void ListTable::dress(QTableView &table)
{
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void ListTable::fit()
{
    if (m_areOwn)
        return;
    const QScopedValueRollback byThemselves(m_fitting, true);
    prepareColumns();
    int room = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column) || m_sharing.contains(column))
            continue;
        const int width =
            std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + columnPadding;
        setColumnWidth(column, width);
        room -= width;
    }
    shareRoom(room);
}

// Where there is little of it, the table scrolls rather than that a column is gone.
void ListTable::shareRoom(int room)
{
    int left = int(m_sharing.size());
    for (const int column : std::as_const(m_sharing)) {
        const int least = horizontalHeader()->sectionSizeHint(column);
        const int width = std::max(least, room / std::max(1, left--));
        setColumnWidth(column, width);
        room -= width;
    }
}

void ListTable::goToStandardWidths()
{
    m_areOwn = false;
    fit();
}

void ListTable::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuAsked(*menu);
    if (selectionModel()->hasSelection()) {
        menu->addSeparator();
        menu->addActions(actions());
    }
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(viewport()->mapToGlobal(place));
}

void ListTable::openHeaderMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *standard = menu->addAction(tr("&Standard column widths"), this, &ListTable::goToStandardWidths);
    standard->setEnabled(m_areOwn);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(place));
}

void ListTable::saveColumns(QSettings &settings, const QString &page) const
{
    const QString key = page + u"/columns"_s;
    if (!m_areOwn)
        return settings.remove(key);
    QVariantList widths;
    for (int column = 0; column < model()->columnCount(); ++column)
        widths << columnWidth(column); // 0: hidden
    settings.setValue(key, widths);
}

void ListTable::restoreColumns(const QSettings &settings, const QString &page)
{
    const QVariantList widths = settings.value(page + u"/columns"_s).toList();
    if (widths.size() != model()->columnCount())
        return; // none, or those of another version
    const QScopedValueRollback byThemselves(m_fitting, true);
    m_areOwn = true;
    for (int column = 0; column < widths.size(); ++column) {
        const int width = widths[column].toInt();
        setColumnHidden(column, width <= 0);
        if (width > 0)
            setColumnWidth(column, width);
    }
}

} // namespace shirase
