// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/ImportFileStep.h"

#include "widgets/common/Icons.h"
#include "widgets/common/ListTable.h"
#include "widgets/common/Texts.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int previewedRows = 20;
constexpr int widestColumn = 260; // so that one long text does not push the others out of sight
} // namespace

ImportFileStep::ImportFileStep(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_choose(new QPushButton(icons::themed(u"document-open"_s, u"folder"_s), tr("C&hoose a file…")))
    , m_name(new QLabel)
    , m_encoding(new QComboBox)
    , m_state(new QLabel(
          tr("A CSV file with a line of headings and a facility in each line beneath. Choose it, or drop it "
             "here.")))
    , m_preview(new QTableWidget)
{
    setAcceptDrops(true);
    m_choose->setObjectName(u"importChoose"_s);
    m_name->setObjectName(u"importName"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_encoding->setObjectName(u"importEncoding"_s);
    m_encoding->addItem(tr("UTF-8"), int(CsvEncoding::Utf8));
    m_encoding->addItem(tr("Shift_JIS (Windows-31J)"), int(CsvEncoding::Cp932));
    m_encoding->setEnabled(false);
    m_state->setObjectName(u"importState"_s);
    m_state->setWordWrap(true);
    m_preview->setObjectName(u"importPreview"_s);
    m_preview->setAccessibleName(tr("The first rows of the file"));
    ListTable::dress(*m_preview);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->verticalHeader()->setMinimumWidth(m_preview->fontMetrics().horizontalAdvance(u"0000"_s));
    m_preview->hide();
    auto *label = new QLabel(tr("&Encoding"));
    label->setBuddy(m_encoding);

    auto *row = new QHBoxLayout;
    row->addWidget(m_choose);
    row->addWidget(m_name, 1);
    row->addWidget(label);
    row->addWidget(m_encoding);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_state);
    layout->addWidget(m_preview, 10);
    layout->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &ImportFileStep::choose);
    connect(m_encoding, &QComboBox::currentIndexChanged, this,
            [this] { decode(CsvEncoding(m_encoding->currentData().toInt())); });
}

void ImportFileStep::begin()
{
    m_choose->setFocus();
}

void ImportFileStep::choose()
{
    const std::optional<QString> path = m_dialogs.askOpenName(this, tr("Import facilities"), {u"csv"_s});
    if (path)
        read(*path);
}

void ImportFileStep::read(const QString &path)
{
    m_table.reset();
    m_bytes.clear();
    m_name->setText(QFileInfo(path).fileName());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        showProblem(tr("The file cannot be read: %1").arg(file.errorString()));
    } else if (file.size() > largestFile) {
        showProblem(tr("The file is larger than 100 MB. Please divide it."));
    } else {
        m_bytes = file.readAll();
        decode({});
    }
}

void ImportFileStep::decode(std::optional<CsvEncoding> encoding)
{
    m_encoding->setEnabled(true);
    Result<CsvTable> table = facilityCsv::open(m_bytes, encoding);
    if (!table) {
        m_table.reset();
        showProblem(table.error().message);
        return;
    }
    m_table = std::move(*table);
    const QSignalBlocker quiet(m_encoding);
    m_encoding->setCurrentIndex(m_encoding->findData(int(m_table->encoding)));
    showTable();
    Q_EMIT changed();
}

void ImportFileStep::showTable()
{
    const int rows = int(std::min<qsizetype>(previewedRows, m_table->records.size()));
    m_preview->clear();
    m_preview->setColumnCount(int(m_table->header.size()));
    m_preview->setHorizontalHeaderLabels(m_table->header);
    m_preview->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const QStringList &record = m_table->records[row];
        // As rows are numbered where they have problems: the headings are the first.
        m_preview->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(row + 2)));
        for (int column = 0; column < int(std::min(record.size(), m_table->header.size())); ++column)
            m_preview->setItem(row, column, new QTableWidgetItem(record[column]));
    }
    m_preview->resizeColumnsToContents();
    for (int column = 0; column < m_preview->columnCount(); ++column)
        m_preview->setColumnWidth(column, std::min(m_preview->columnWidth(column), widestColumn));
    m_preview->show();
    m_state->setText(tr("%L1 rows. If the letters look wrong, choose the other encoding.", "",
                        int(m_table->records.size()))
                         .arg(m_table->records.size()));
}

void ImportFileStep::showProblem(const QString &sentence)
{
    m_preview->hide();
    m_state->setText(sentence);
    Q_EMIT changed();
}

void ImportFileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void ImportFileStep::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    read(event->mimeData()->urls().first().toLocalFile());
}

} // namespace shirase
