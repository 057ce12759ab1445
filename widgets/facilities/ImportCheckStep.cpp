// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/ImportCheckStep.h"

#include "widgets/common/ListTable.h"
#include "widgets/facilities/ImportColumnsStep.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

ImportCheckStep::ImportCheckStep(QWidget *parent)
    : QWidget(parent)
    , m_sum(new QLabel)
    , m_problems(new QTableWidget(0, 3))
    , m_again(new QCheckBox)
    , m_posters(new QCheckBox(tr("&Send each poster to its contact's mail address")))
{
    m_sum->setObjectName(u"importSum"_s);
    m_sum->setWordWrap(true);
    m_problems->setObjectName(u"importProblems"_s);
    m_problems->setAccessibleName(tr("Rows that need a look"));
    ListTable::dress(*m_problems);
    m_problems->setHorizontalHeaderLabels({tr("Row"), tr("Field"), tr("What to do")});
    m_problems->verticalHeader()->hide();
    m_problems->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_problems->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_problems->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_problems->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_problems->setWordWrap(false);
    m_again->setObjectName(u"importAgain"_s);
    m_posters->setObjectName(u"importPosters"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sum);
    layout->addWidget(m_again);
    layout->addWidget(m_posters);
    layout->addWidget(m_problems, 10);
    layout->addStretch(1);
    connect(m_again, &QCheckBox::toggled, this, &ImportCheckStep::changed);
}

void ImportCheckStep::begin()
{
    m_posters->setFocus();
}

void ImportCheckStep::present(const FacilityImport::Check &check)
{
    m_check = check;
    QStringList sentences{tr("%n rows are good.", "", int(check.good.size()))};
    if (!check.bad.isEmpty())
        sentences << tr("%n rows have to be corrected in the file; they are left out.", "",
                        int(check.bad.size()));
    if (!check.registered.isEmpty())
        sentences << tr("%n rows name a place that is registered already; they are left out.", "",
                        int(check.registered.size()));
    if (!check.good.isEmpty())
        sentences << tr("Registering cannot be undone: a place that was registered by mistake can only be retired.");
    m_sum->setText(sentences.join(u'\n'));
    m_again->setChecked(false);
    m_again->setVisible(!check.registered.isEmpty());
    m_again->setText(
        tr("&Register the %n places again that are registered already", "", int(check.registered.size())));
    listProblems();
}

void ImportCheckStep::listProblems()
{
    m_problems->setRowCount(0);
    QList<CsvRow> rows = m_check.bad + m_check.registered;
    std::ranges::sort(rows, {}, &CsvRow::number);
    for (const CsvRow &row : std::as_const(rows)) {
        for (const FieldProblem &problem : row.problems)
            addProblem(row.number, ImportColumnsStep::title(problem.field), problem.message);
        if (row.problems.isEmpty())
            addProblem(row.number, ImportColumnsStep::title(u"name"_s),
                       tr("%1 is registered already, or stands in an earlier row.").arg(row.details.name));
        if (m_problems->rowCount() >= listedProblems) {
            addProblem(row.number, {}, tr("There are more; correct these first."));
            break;
        }
    }
    m_problems->setVisible(m_problems->rowCount() > 0);
}

void ImportCheckStep::addProblem(int row, const QString &field, const QString &sentence)
{
    const int line = m_problems->rowCount();
    m_problems->insertRow(line);
    const QStringList cells{QString::number(row), field, sentence};
    for (int column = 0; column < int(cells.size()); ++column) {
        auto *cell = new QTableWidgetItem(cells[column]);
        cell->setToolTip(cells[column]);
        m_problems->setItem(line, column, cell);
    }
}

QList<CsvRow> ImportCheckStep::rows() const
{
    return m_again->isChecked() ? m_check.good + m_check.registered : m_check.good;
}

int ImportCheckStep::count() const
{
    return int(m_check.good.size() + (m_again->isChecked() ? m_check.registered.size() : 0));
}

bool ImportCheckStep::sendPosters() const
{
    return m_posters->isChecked();
}

} // namespace shirase
