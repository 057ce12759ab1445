// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityImportDialog.h"

#include "widgets/common/JobDialog.h"
#include "widgets/common/TabOrder.h"
#include "widgets/facilities/ImportCheckStep.h"
#include "widgets/facilities/ImportColumnsStep.h"
#include "widgets/facilities/ImportFileStep.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityImportDialog::FacilityImportDialog(PageContext context, SharedSession session, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_session(std::move(session))
    , m_file(new ImportFileStep(context.dialogs))
    , m_columns(new ImportColumnsStep)
    , m_checked(new ImportCheckStep)
    , m_steps(new QStackedWidget)
    , m_back(new QPushButton(tr("&Back")))
    , m_next(new QPushButton)
{
    setObjectName(u"facilityImport"_s);
    setWindowTitle(tr("Import facilities"));
    build();
    connect(m_file, &ImportFileStep::changed, this, &FacilityImportDialog::adapt);
    connect(m_columns, &ImportColumnsStep::changed, this, &FacilityImportDialog::adapt);
    connect(m_checked, &ImportCheckStep::changed, this, &FacilityImportDialog::adapt);
    connect(m_back, &QPushButton::clicked, this, &FacilityImportDialog::back);
    connect(m_next, &QPushButton::clicked, this, &FacilityImportDialog::next);
    goTo(File);
}

void FacilityImportDialog::build()
{
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_checked})
        m_steps->addWidget(step);
    m_back->setObjectName(u"importBack"_s);
    m_next->setObjectName(u"importNext"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_back, QDialogButtonBox::ActionRole);
    buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_steps, 1);
    layout->addWidget(buttons);
    m_next->setDefault(true); // heeded only once the button is the dialog's
    tabAsLaidOut(*this);
    resize(820, 560);
}

void FacilityImportDialog::read(const QString &path)
{
    m_file->read(path);
}

void FacilityImportDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    adapt();
    if (step == File)
        m_file->begin();
    else if (step == Columns)
        m_columns->begin();
    else
        m_checked->begin();
}

void FacilityImportDialog::adapt()
{
    const int step = m_steps->currentIndex();
    m_back->setVisible(step != File);
    const int good = m_checked->count();
    m_next->setText(step == File      ? tr("&Next")
                    : step == Columns ? tr("&Check the rows")
                                      : tr("&Register %n facilities", "", good));
    m_next->setEnabled(step == File      ? m_file->table() != nullptr
                       : step == Columns ? m_columns->isComplete()
                                         : good > 0);
}

void FacilityImportDialog::next()
{
    switch (m_steps->currentIndex()) {
    case File:
        m_columns->present(*m_file->table());
        return goTo(Columns);
    case Columns:
        return check();
    default:
        return run();
    }
}

void FacilityImportDialog::back()
{
    goTo(Step(m_steps->currentIndex() - 1));
}

// The rows are read from the cells by the worker too: a long file takes a while.
void FacilityImportDialog::check()
{
    const QPointer<FacilityImportDialog> self(this); // the window may be locked meanwhile
    const Result<FacilityImport::Check> checked = JobDialog::run<FacilityImport::Check>(
        m_context.worker, this, tr("The rows are being checked."),
        [by = m_session, table = *m_file->table(), columns = m_columns->columns()](Office &office,
                                                                   const Job::Report &report) {
            const QList<CsvRow> rows = facilityCsv::rows(table, columns);
            return office.facilityDesk.checkImport(*by, rows, report);
        });
    if (!self || !isVisible())
        return;
    if (!checked) {
        if (checked.error().code != ErrorCode::Conflict) // else it was the person who cancelled
            m_context.dialogs.showError(this, checked.error());
        return;
    }
    m_checked->present(*checked);
    goTo(Checked);
}

void FacilityImportDialog::run()
{
    const QList<CsvRow> rows = m_checked->rows();
    const bool sendPosters = m_checked->sendPosters();
    const QPointer<FacilityImportDialog> self(this);
    const Result<FacilityImport::Outcome> outcome = JobDialog::run<FacilityImport::Outcome>(
        m_context.worker, this, tr("%n facilities are being registered.", "", int(rows.size())),
        [by = m_session, rows, sendPosters](Office &office, const Job::Report &report) {
            return office.facilityDesk.import(*by, rows, sendPosters, report);
        });
    if (!self || !isVisible())
        return;
    if (!outcome) {
        m_context.dialogs.showError(this, outcome.error());
        if (self && isVisible())
            check(); // what was committed before is registered now
        return;
    }
    Q_EMIT imported(sentenceAbout(*outcome, rows.size()));
    accept();
}

QString FacilityImportDialog::sentenceAbout(const FacilityImport::Outcome &outcome, qsizetype wanted) const
{
    QString sentence = tr("%n facilities are registered.", "", outcome.added);
    if (outcome.added < wanted)
        sentence += u' ' + tr("Then it was cancelled. Import the same file again to go on: those that are "
                              "registered already are left "
                              "out.");
    return sentence;
}

} // namespace shirase
