// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/CopyRows.h"

#include "core/foundation/CsvWriter.h"
#include "widgets/common/Icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <set>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CopyRows)
};

const QHeaderView *headerOf(const QAbstractItemView &view)
{
    if (const auto *table = qobject_cast<const QTableView *>(&view))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(&view))
        return tree->header();
    return nullptr;
}

QString lineOf(const QAbstractItemView &view, int row)
{
    QStringList cells;
    const QHeaderView *header = headerOf(view);
    for (int place = 0; place < view.model()->columnCount(); ++place) {
        const int column = header ? header->logicalIndex(place) : place;
        if (!header || !header->isSectionHidden(column))
            cells << CsvWriter::guarded(view.model()->index(row, column).data().toString().simplified());
    }
    return cells.join(u'\t');
}

void copyRows(const QAbstractItemView &view)
{
    const QModelIndexList chosen = view.selectionModel()->selectedIndexes();
    std::set<int> rows;
    std::ranges::transform(chosen, std::inserter(rows, rows.end()), &QModelIndex::row);
    QStringList lines;
    for (const int row : rows)
        lines << lineOf(view, row);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace

QAction *addCopyAction(QAbstractItemView &view)
{
    auto *copy = new QAction(icons::themed(u"edit-copy"_s, u"copy"_s), Tr::tr("&Copy"), &view);
    copy->setObjectName(u"copyRows"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view.addAction(copy);
    if (view.contextMenuPolicy() == Qt::DefaultContextMenu)
        view.setContextMenuPolicy(Qt::ActionsContextMenu);
    QObject::connect(copy, &QAction::triggered, &view, [&view] { copyRows(view); });
    return copy;
}

} // namespace shirase
