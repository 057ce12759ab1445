// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/ImportColumnsStep.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

ImportColumnsStep::ImportColumnsStep(QWidget *parent)
    : QWidget(parent)
    , m_missing(new QLabel)
{
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setColumnStretch(2, 1);
    for (const QString &field : facilityCsv::fields())
        addRow(grid, field);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *explanation =
        new QLabel(tr("Which column holds what? The value in the first row is shown on the right."));
    explanation->setWordWrap(true);
    m_missing->setObjectName(u"importMissing"_s);
    m_missing->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(explanation);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_missing);
}

void ImportColumnsStep::begin()
{
    m_rows.value(facilityCsv::fields().first()).column->setFocus();
}

void ImportColumnsStep::addRow(QGridLayout *grid, const QString &field)
{
    const Row row{new QComboBox, new QLabel};
    row.column->setObjectName(u"importColumn_"_s + field);
    row.column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.column->setMinimumContentsLength(18);
    row.sample->setTextFormat(Qt::PlainText);
    row.sample->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *label =
        new QLabel(facilityCsv::isNeeded(field) ? title(field) : tr("%1 (optional)").arg(title(field)));
    label->setBuddy(row.column);
    row.column->setAccessibleName(label->text());
    const int line = grid->rowCount();
    grid->addWidget(label, line, 0);
    grid->addWidget(row.column, line, 1);
    grid->addWidget(row.sample, line, 2);
    m_rows.insert(field, row);
    connect(row.column, &QComboBox::currentIndexChanged, this, [this] {
        adapt();
        Q_EMIT changed();
    });
}

void ImportColumnsStep::present(const CsvTable &table)
{
    m_table = {table.encoding, table.header, table.records.mid(0, 1)};
    const facilityCsv::Columns known = facilityCsv::columnsOf(table.header);
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const QSignalBlocker quiet(row->column);
        row->column->clear();
        row->column->addItem(tr("– none –"), -1);
        for (int i = 0; i < int(table.header.size()); ++i)
            row->column->addItem(table.header[i].isEmpty() ? tr("Column %1").arg(i + 1) : table.header[i], i);
        row->column->setCurrentIndex(known.value(row.key(), -1) + 1);
    }
    adapt();
}

facilityCsv::Columns ImportColumnsStep::columns() const
{
    facilityCsv::Columns columns;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (row->column->currentIndex() > 0)
            columns.insert(row.key(), row->column->currentData().toInt());
    }
    return columns;
}

bool ImportColumnsStep::isComplete() const
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (facilityCsv::isNeeded(row.key()) && row->column->currentIndex() <= 0)
            return false;
    }
    return true;
}

void ImportColumnsStep::adapt()
{
    const QStringList first = m_table.records.value(0);
    QStringList missing;
    for (const QString &field : facilityCsv::fields()) {
        const Row row = m_rows.value(field);
        const int column = row.column->currentData().toInt();
        row.sample->setText(row.column->currentIndex() > 0 ? first.value(column).simplified() : QString());
        if (facilityCsv::isNeeded(field) && row.column->currentIndex() <= 0)
            missing << title(field);
    }
    m_missing->setText(missing.isEmpty()
                           ? QString()
                           : tr("Still without a column: %1").arg(missing.join(tr(", ", "between fields"))));
}

QString ImportColumnsStep::title(const QString &field)
{
    static const QMap<QString, const char *> titles{
        {u"kind"_s, QT_TR_NOOP("Kind")},
        {u"name"_s, QT_TR_NOOP("Name")},
        {u"aliases"_s, QT_TR_NOOP("Other names")},
        {u"contact_name"_s, QT_TR_NOOP("Contact person")},
        {u"contact_email"_s, QT_TR_NOOP("Mail address")},
        {u"phone"_s, QT_TR_NOOP("Phone")},
        {u"postal_code"_s, QT_TR_NOOP("Postal code")},
        {u"address"_s, QT_TR_NOOP("Postal address")},
        {u"from"_s, QT_TR_NOOP("First day")},
        {u"until"_s, QT_TR_NOOP("Last day")},
        {u"exercise"_s, QT_TR_NOOP("For exercises")},
    };
    const char *found = titles.value(field);
    return found ? tr(found) : QString();
}

} // namespace shirase
