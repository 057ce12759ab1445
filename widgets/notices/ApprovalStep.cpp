// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/ApprovalStep.h"

#include "widgets/common/Texts.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// In groups of eight, as people compare such things.
QString grouped(const QByteArray &hash)
{
    QStringList groups;
    for (qsizetype i = 0; i < hash.size(); i += 8)
        groups << QString::fromLatin1(hash.mid(i, 8));
    return groups.join(u' ');
}

} // namespace

ApprovalStep::ApprovalStep(QWidget *parent)
    : StepFrame(4, tr("Approval"), parent)
    , m_facts(wrappedLabel(u"approvalFacts"_s))
    , m_hash(wrappedLabel(u"approvalHash"_s))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_approve(new QPushButton(tr("&Approve…")))
    , m_withhold(new QPushButton(tr("Do &not notify…")))
    , m_discard(new QPushButton(tr("&Discard draft…")))
{
    m_progress->setObjectName(u"approvalProgress"_s);
    m_progress->setAccessibleName(tr("Approval under way"));
    m_cancel->setObjectName(u"approvalCancel"_s);
    m_approve->setObjectName(u"approve"_s);
    m_withhold->setObjectName(u"withhold"_s);
    m_discard->setObjectName(u"discard"_s);
    m_hash->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_hash->setAccessibleName(tr("Fingerprint of the texts"));

    auto *row = new QHBoxLayout;
    row->addWidget(m_discard);
    row->addStretch(1);
    row->addWidget(m_progress, 2);
    row->addWidget(m_cancel);
    row->addWidget(m_withhold);
    row->addWidget(m_approve);
    body()->addWidget(m_facts);
    body()->addWidget(m_hash);
    body()->addLayout(row);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalStep::approveAsked);
    connect(m_withhold, &QPushButton::clicked, this, &ApprovalStep::withholdAsked);
    connect(m_discard, &QPushButton::clicked, this, &ApprovalStep::discardAsked);
    connect(m_cancel, &QPushButton::clicked, this, &ApprovalStep::cancelAsked);
}

void ApprovalStep::presentDraft(const Notice &notice, bool counted, const Session &session)
{
    const bool mayApprove = session.has(Role::Approval);
    const QString missing = mayApprove ? QString() : tr("This takes an account with the approval role.");
    m_facts->setText(tr("Drafted by %1 on %2. Fingerprint of the texts:")
                         .arg(notice.author, Texts::time(notice.createdAt)));
    m_hash->setText(grouped(notice.textHash));
    showButtons(true);
    m_approve->setEnabled(mayApprove && counted);
    m_approve->setToolTip(missing);
    m_withhold->setEnabled(mayApprove);
    m_withhold->setToolTip(missing);
    m_discard->setEnabled(session.has(Role::Notices));
    setState(State::Open, counted ? tr("Waiting for approval") : tr("Waiting for the count of people"));
}

void ApprovalStep::presentDecided(const Notice &notice)
{
    showButtons(false);
    m_hash->setText(grouped(notice.textHash));
    m_hash->setVisible(notice.approvedAt.has_value());
    QStringList facts{tr("Drafted by %1 on %2.").arg(notice.author, Texts::time(notice.createdAt))};
    if (notice.approvedAt)
        facts << tr("Approved by %1 on %2. Fingerprint of the texts:")
                     .arg(notice.approver, Texts::time(*notice.approvedAt));
    if (notice.state == NoticeState::Withheld)
        facts << tr("Nobody is notified. Reason: %1").arg(notice.reason);
    m_facts->setText(facts.join(u'\n'));
    if (notice.approvedAt)
        setState(State::Done, tr("Approved by %1").arg(notice.approver));
    else
        setState(State::Done, Texts::of(notice.state));
}

void ApprovalStep::setWorking(const QString &text, bool cancellable)
{
    showButtons(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_cancel->setVisible(cancellable);
    setState(State::Working, text);
}

void ApprovalStep::setProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void ApprovalStep::clear()
{
    m_facts->clear();
    m_hash->clear();
    showButtons(false);
    setState(State::Closed, {});
}

void ApprovalStep::showButtons(bool shown)
{
    m_progress->hide();
    m_cancel->hide();
    m_hash->show();
    for (QPushButton *button : {m_approve, m_withhold, m_discard})
        button->setVisible(shown);
}

} // namespace shirase
