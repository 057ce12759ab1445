// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/JobDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

JobDialog::JobDialog(const QString &sentence, QWidget *parent)
    : QDialog(parent)
    , m_sentence(new QLabel(sentence))
    , m_bar(new QProgressBar)
{
    setObjectName(u"jobDialog"_s);
    setWindowTitle(tr("Please wait"));
    m_sentence->setWordWrap(true);
    m_bar->setObjectName(u"jobBar"_s);
    m_bar->setAccessibleName(sentence);
    m_bar->setRange(0, 0); // until the first report says of how many
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"jobCancel"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &JobDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    setMinimumWidth(380);
}

void JobDialog::follow(Job *job)
{
    m_job = job;
    connect(job, &Job::progressed, this, [this](int done, int total) {
        m_bar->setRange(0, total);
        m_bar->setValue(done);
    });
}

Error JobDialog::programEnds()
{
    return {ErrorCode::Conflict, tr("Shirase is being closed. What was under way is cancelled."), {}};
}

void JobDialog::reject()
{
    if (m_job)
        m_job->cancel();
    m_sentence->setText(tr("Cancelling…"));
    m_cancel->setEnabled(false);
}

} // namespace shirase
