// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeEditor.h"

#include "widgets/common/Texts.h"
#include "widgets/notices/ApprovalStep.h"
#include "widgets/notices/PeopleStep.h"
#include "widgets/notices/SendingStep.h"
#include "widgets/notices/TargetStep.h"
#include "widgets/notices/TextStep.h"

#include <QEvent>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pollEvery(500);

bool isDraft(NoticeState state)
{
    return state == NoticeState::Draft || state == NoticeState::Waiting;
}

bool isUnderWay(NoticeState state)
{
    return state == NoticeState::Sending || state == NoticeState::Paused;
}

} // namespace

NoticeEditor::NoticeEditor(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_scroll(new QScrollArea)
    , m_target(new TargetStep(context))
    , m_people(new PeopleStep(context))
    , m_text(new TextStep(context))
    , m_approval(new ApprovalStep)
    , m_sending(new SendingStep(context))
{
    auto *steps = new QWidget;
    auto *column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(8);
    for (StepFrame *step :
         std::initializer_list<StepFrame *>{m_target, m_people, m_text, m_approval, m_sending})
        column->addWidget(step);
    column->addStretch(1);
    m_scroll->setObjectName(u"noticeSteps"_s);
    m_scroll->setWidget(steps);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    steps->installEventFilter(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    connectSteps();
    clear();
}

void NoticeEditor::connectSteps()
{
    connect(m_target, &TargetStep::changed, this, &NoticeEditor::targetsChanged);
    connect(m_target, &TargetStep::failed, this, &NoticeEditor::failed);
    connect(m_people, &PeopleStep::changed, this, &NoticeEditor::peopleCounted);
    connect(m_people, &PeopleStep::failed, this, &NoticeEditor::failed);
    connect(m_text, &TextStep::draftAsked, this, &NoticeEditor::writeDraft);
    connect(m_text, &TextStep::textsChanged, this, &NoticeEditor::reload);
    connect(m_text, &TextStep::templatesAsked, this, &NoticeEditor::templatesAsked);
    connect(m_text, &TextStep::failed, this, &NoticeEditor::failed);
    connect(m_approval, &ApprovalStep::approveAsked, this, &NoticeEditor::approve);
    connect(m_approval, &ApprovalStep::withholdAsked, this, &NoticeEditor::withhold);
    connect(m_approval, &ApprovalStep::discardAsked, this, &NoticeEditor::discard);
    connect(m_approval, &ApprovalStep::cancelAsked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_sending, &SendingStep::sendAsked, this, &NoticeEditor::send);
    connect(m_sending, &SendingStep::cancelAsked, this, &NoticeEditor::cancelSending);
    connect(m_sending, &SendingStep::pauseAsked, this, [this] {
        m_sending->setWorking(tr("Pausing…"));
        move([id = noticeId()](NoticeDesk &desk, const Session &by, const Job::Report &) {
            return desk.pause(by, id);
        });
    });
    connect(m_sending, &SendingStep::resumeAsked, this, [this](NoticeSending::Refused refused) {
        m_sending->setWorking(tr("Resuming…"));
        move([id = noticeId(), refused](NoticeDesk &desk, const Session &by, const Job::Report &) {
            return desk.resume(by, id, refused);
        });
    });
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &NoticeEditor::poll);
}

// The steps are never cut at the side: the list gives way to them.
bool NoticeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest) {
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() + bar);
    }
    return QWidget::eventFilter(watched, event);
}

void NoticeEditor::enter(SharedSession session)
{
    m_session = std::move(session);
}

void NoticeEditor::clear()
{
    ++m_generation;
    m_poll.stop();
    m_notice.reset();
    m_open = false;
    m_target->clear();
    m_people->clear();
    m_text->clear();
    m_approval->clear();
    m_sending->clear();
    m_scroll->hide();
}

void NoticeEditor::leave()
{
    clear();
    m_session.reset();
}

void NoticeEditor::startNew()
{
    clear();
    m_open = true;
    m_scroll->show();
    m_target->startNew();
    m_target->setFocus();
}

void NoticeEditor::open(NoticeId id)
{
    const Result<Notice> notice = m_context.office.notices.find(id);
    if (!notice) {
        Q_EMIT failed(notice.error());
        return;
    }
    clear();
    m_open = true;
    m_scroll->show();
    m_target->present(*notice);
    present(*notice);
    if (isDraft(notice->state))
        m_people->count(m_session, notice->targets);
}

void NoticeEditor::targetsChanged()
{
    m_text->clear();
    const QList<NoticeTarget> targets = m_target->targets();
    if (targets.isEmpty())
        m_people->clear();
    else
        m_people->count(m_session, targets);
}

void NoticeEditor::peopleCounted()
{
    if (m_notice) {
        presentApproval();
    } else if (m_people->preview()) {
        m_text->startNew(m_session, m_target->targets());
    } else {
        m_text->clear();
    }
}

void NoticeEditor::writeDraft()
{
    m_text->setSaving(true);
    m_target->setEnabled(false);
    m_context.worker.run<NoticeId>(
        this,
        [session = m_session, targets = m_target->targets(), key = m_text->textKey()](
            Office &office, const Job::Report &) { return office.noticeDesk.draft(*session, targets, key); },
        [this, generation = m_generation](Result<NoticeId> id) {
            m_target->setEnabled(true);
            m_text->setSaving(false);
            if (generation == m_generation)
                afterDrafting(id);
        });
}

void NoticeEditor::afterDrafting(const Result<NoticeId> &id)
{
    const Result<Notice> notice = id ? m_context.office.notices.find(*id) : passOn(id);
    if (!notice) {
        m_text->startNew(m_session, m_target->targets());
        Q_EMIT failed(notice.error());
        return;
    }
    m_target->present(*notice);
    present(*notice);
    bringIntoView(m_approval);
    Q_EMIT drafted(*id);
}

void NoticeEditor::approve()
{
    if (!m_notice || !m_people->preview())
        return;
    const NoticePreview counted = *m_people->preview();
    QString meaning = tr("The people and the texts are fixed now. Nothing is sent before the next step.");
    if (counted.windowOpen)
        meaning +=
            u"\n\n"_s + tr("People can still register for this time; those who come later are not told.");
    const bool go = m_context.dialogs.confirm(
        this, {.title = tr("Approve notice"),
               .text = counted.people > 0
                           ? tr("Approve this notice to %L1 people?", "", counted.people).arg(counted.people)
                           : tr("Nobody would be told. Approve this notice all the same?"),
               .explanation = meaning,
               .action = counted.windowOpen ? tr("&Approve now") : tr("&Approve")});
    if (!go || !m_notice)
        return;
    m_approval->setWorking(tr("Fixing the people…"), true);
    move([id = m_notice->id, now = counted.windowOpen](NoticeDesk &desk, const Session &by,
                                                       const Job::Report &report) {
        return desk.approve(by, id, now, report);
    });
}

void NoticeEditor::withhold()
{
    const std::optional<QString> reason = m_context.dialogs.askText(
        this, {.title = tr("Do not notify"),
               .text = tr("&Why is nobody notified?"),
               .explanation =
                   tr("For example: all close contacts are known. The reason stays on record; please name no "
                      "person in it."),
               .action = tr("&Do not notify")});
    if (!reason || !m_notice)
        return;
    m_approval->setWorking(tr("Writing the decision…"), false);
    move([id = m_notice->id, text = *reason](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.withhold(by, id, text);
    });
}

void NoticeEditor::discard()
{
    const bool go = m_context.dialogs.confirm(
        this,
        {.title = tr("Discard draft"),
         .text = tr("Discard this draft?"),
         .explanation = tr("It stays in the list as cancelled. To record why nobody is told, choose \"Do not "
                           "notify\" instead."),
         .action = tr("&Discard"),
         .grave = true});
    if (!go || !m_notice)
        return;
    m_approval->setWorking(tr("Discarding…"), false);
    move([id = m_notice->id](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.cancel(by, id);
    });
}

void NoticeEditor::send(std::optional<qint64> at)
{
    if (!m_notice)
        return;
    const Result<NoticeProgress> progress = m_context.office.notices.progress(m_notice->id);
    if (!progress) {
        Q_EMIT failed(progress.error());
        return;
    }
    const int people = progress->recipients;
    const bool go =
        people == 0 ||
        m_context.dialogs.confirm(this, {.title = tr("Send notice"),
                                         .text = tr("Send the notice to %L1 people?", "", people).arg(people),
                                         .explanation = tr("A mail that has left cannot be called back."),
                                         .action = tr("&Send to %L1 people", "", people).arg(people),
                                         .grave = true});
    if (!go || !m_notice)
        return;
    m_sending->setWorking(tr("Putting it into the queue…"));
    move([id = m_notice->id, at](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.send(by, id, at);
    });
}

void NoticeEditor::cancelSending()
{
    if (!m_notice)
        return;
    const bool go = m_context.dialogs.confirm(
        this, {.title = tr("Cancel notice"),
               .text = tr("Cancel this notice?"),
               .explanation =
                   tr("What has not left yet never will, and its addresses are erased. What has left cannot "
                      "be called back."),
               .action = tr("&Cancel notice"),
               .grave = true});
    if (!go || !m_notice)
        return;
    m_sending->setWorking(tr("Cancelling…"));
    move([id = m_notice->id](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.cancel(by, id);
    });
}

void NoticeEditor::move(Act act)
{
    if (!m_notice || !m_session)
        return;
    m_poll.stop();
    m_job = m_context.worker.run<void>(
        this,
        [session = m_session, act = std::move(act)](Office &office, const Job::Report &report) {
            return act(office.noticeDesk, *session, report);
        },
        [this, generation = m_generation, id = m_notice->id](Result<> result) {
            const bool wasCancelled = m_job && m_job->isCancelled();
            if (result)
                Q_EMIT moved(id);
            if (generation != m_generation)
                return;
            if (!result && !wasCancelled)
                Q_EMIT failed(result.error());
            reload();
        });
    connect(m_job, &Job::progressed, m_approval, &ApprovalStep::setProgress);
}

void NoticeEditor::reload()
{
    const Result<Notice> notice = m_context.office.notices.find(noticeId());
    if (!notice) {
        Q_EMIT failed(notice.error());
        return;
    }
    const NoticeState before = m_notice->state;
    present(*notice);
    if (before != notice->state && notice->state == NoticeState::Approved)
        bringIntoView(m_sending);
}

void NoticeEditor::present(Notice notice)
{
    m_notice = std::move(notice);
    m_text->present(m_session, *m_notice);
    const NoticeState state = m_notice->state;
    if (isDraft(state)) {
        presentApproval();
        return;
    }
    m_approval->presentDecided(*m_notice);
    if (!m_notice->approvedAt) {
        m_people->presentNobody();
        m_sending->clear();
        return;
    }
    const Result<NoticeProgress> progress = m_context.office.notices.progress(m_notice->id);
    if (!progress) {
        Q_EMIT failed(progress.error());
        return;
    }
    m_people->presentFrozen(progress->recipients);
    m_sending->present(*m_notice, *progress, *m_session);
    if (isUnderWay(state))
        m_poll.start();
    else
        m_poll.stop();
}

void NoticeEditor::presentApproval()
{
    if (m_notice && isDraft(m_notice->state))
        m_approval->presentDraft(*m_notice, m_people->preview().has_value(), *m_session);
}

void NoticeEditor::reloadTemplates(const QString &key)
{
    m_text->reloadTemplates(key);
}

QString NoticeEditor::testAddress() const
{
    return m_text->testAddress();
}

void NoticeEditor::setTestAddress(const QString &address)
{
    m_text->setTestAddress(address);
}

void NoticeEditor::poll()
{
    if (!isVisible() || !m_notice)
        return;
    const Result<NoticeProgress> progress = m_context.office.notices.progress(m_notice->id);
    if (!progress) {
        m_poll.stop(); // the message has "Try again", which opens the notice anew
        Q_EMIT failed(progress.error());
        return;
    }
    if (progress->state != m_notice->state) {
        Q_EMIT moved(m_notice->id);
        reload();
        return;
    }
    m_sending->present(*m_notice, *progress, *m_session);
}

// Only after the layout has given the step its place.
void NoticeEditor::bringIntoView(StepFrame *step)
{
    QTimer::singleShot(0, step, [this, step] { m_scroll->ensureWidgetVisible(step); });
}

} // namespace shirase
