// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/ApprovalStep.h"

#include "widgets/common/Icons.h"
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
    , m_submit(new QPushButton(tr("&Submit for approval")))
    , m_sendBack(new QPushButton(tr("Send &back…")))
    , m_approve(new QPushButton(tr("A&pprove…")))
    , m_withhold(new QPushButton(tr("Do not notif&y…")))
    , m_discard(new QPushButton(icons::own(u"warning"_s), tr("&Discard draft…")))
{
    m_progress->setObjectName(u"approvalProgress"_s);
    m_progress->setAccessibleName(tr("Approval under way"));
    m_cancel->setObjectName(u"approvalCancel"_s);
    m_submit->setObjectName(u"submit"_s);
    m_sendBack->setObjectName(u"sendBack"_s);
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
    for (QPushButton *button : {m_withhold, m_sendBack, m_submit, m_approve})
        row->addWidget(button);
    for (QPushButton *leading : {m_submit, m_approve})
        leading->setDefault(true); // seen as the one that goes on
    body()->addWidget(m_facts);
    body()->addWidget(m_hash);
    body()->addLayout(row);
    connect(m_submit, &QPushButton::clicked, this, &ApprovalStep::submitAsked);
    connect(m_sendBack, &QPushButton::clicked, this, &ApprovalStep::sendBackAsked);
    connect(m_approve, &QPushButton::clicked, this, &ApprovalStep::approveAsked);
    connect(m_withhold, &QPushButton::clicked, this, &ApprovalStep::withholdAsked);
    connect(m_discard, &QPushButton::clicked, this, &ApprovalStep::discardAsked);
    connect(m_cancel, &QPushButton::clicked, this, &ApprovalStep::cancelAsked);
}

QStringList ApprovalStep::draftFacts(const Notice &notice)
{
    QStringList facts{tr("Drafted by %1 on %2.").arg(notice.author, Texts::time(notice.createdAt))};
    if (notice.follows)
        facts << tr("Follow-up of notice %1, for those who came later.").arg(*notice.follows);
    if (!notice.remark.isEmpty())
        facts << tr("Sent back with the remark: %1").arg(notice.remark);
    return facts;
}

void ApprovalStep::presentDraft(const Notice &notice, const std::optional<NoticePreview> &people,
                                const Session &session)
{
    QStringList facts = draftFacts(notice);
    if (notice.twoPersons)
        facts << tr("Somebody other than %1 has to approve it.").arg(notice.author);
    m_facts->setText((facts << tr("Fingerprint of the texts:")).join(u'\n'));
    m_hash->setText(grouped(notice.textHash));
    hideButtons();
    presentButtons(notice, people, session);
    const bool byOther = notice.twoPersons && session.account().name == notice.author;
    if (notice.state == NoticeState::Waiting)
        setState(byOther ? State::Working : State::Open,
                 byOther ? tr("Waiting for approval by somebody else") : tr("Waiting for approval"));
    else if (!people)
        setState(State::Open, tr("Waiting for the count of people"));
    else if (!notice.remark.isEmpty())
        setState(State::Problem, tr("Sent back"));
    else
        setState(State::Open, byOther ? tr("Ready to be submitted") : tr("Waiting for approval"));
}

// Only what this account may do with the draft as it stands is offered; a role that is missing is said.
void ApprovalStep::presentButtons(const Notice &notice, const std::optional<NoticePreview> &people,
                                  const Session &session)
{
    const bool mayApprove = session.has(Role::Approval);
    const bool byOther = notice.twoPersons && session.account().name == notice.author;
    const bool waiting = notice.state == NoticeState::Waiting;
    const QString missing = mayApprove ? QString() : tr("You need an account with the approval role for this.");
    const bool sentBack = !waiting && !notice.remark.isEmpty();
    m_submit->setVisible(!waiting && (byOther || sentBack || !mayApprove));
    m_submit->setEnabled(session.has(Role::Notices));
    m_sendBack->setVisible(waiting && !byOther);
    m_approve->setVisible(!byOther && !sentBack);
    m_approve->setText(people && people->people > 0
                           ? tr("A&pprove for %L1 people…", "", people->people).arg(people->people)
                           : tr("A&pprove…"));
    m_approve->setEnabled(mayApprove && people);
    m_withhold->show();
    for (QPushButton *button : {m_sendBack, m_withhold})
        button->setEnabled(mayApprove);
    for (QPushButton *button : {m_sendBack, m_approve, m_withhold})
        button->setToolTip(missing);
    m_discard->show();
    m_discard->setEnabled(session.has(Role::Notices));
}

void ApprovalStep::presentDecided(const Notice &notice)
{
    hideButtons();
    m_hash->setText(grouped(notice.textHash));
    m_hash->setVisible(notice.approvedAt.has_value());
    QStringList facts = draftFacts(notice);
    if (notice.recommendation)
        facts << tr("Recommended by the thresholds: %1").arg(Texts::of(*notice.recommendation));
    if (!notice.overrideReason.isEmpty())
        facts << tr("Approved all the same, because: %1").arg(notice.overrideReason);
    if (notice.state == NoticeState::Withheld)
        facts << tr("Nobody is notified. Reason: %1").arg(notice.reason);
    if (notice.approvedAt)
        facts << tr("Approved by %1 on %2. Fingerprint of the texts:")
                     .arg(notice.approver, Texts::time(*notice.approvedAt));
    m_facts->setText(facts.join(u'\n'));
    if (notice.approvedAt)
        setState(State::Done, tr("Approved by %1").arg(notice.approver));
    else
        setState(State::Done, Texts::of(notice.state));
}

void ApprovalStep::setWorking(const QString &text, bool cancellable)
{
    hideButtons();
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
    hideButtons();
    setState(State::Closed, {});
}

void ApprovalStep::hideButtons()
{
    m_progress->hide();
    m_cancel->hide();
    m_hash->show();
    for (QPushButton *button : {m_submit, m_sendBack, m_approve, m_withhold, m_discard})
        button->hide();
}

} // namespace shirase
