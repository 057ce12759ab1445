// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeEditor.h"

#include "widgets/common/Texts.h"
#include "widgets/notices/ApprovalStep.h"
#include "widgets/notices/NoticeQuestions.h"
#include "widgets/notices/PeopleStep.h"
#include "widgets/notices/SendingStep.h"
#include "widgets/notices/StepScroll.h"
#include "widgets/notices/TargetStep.h"
#include "widgets/notices/TextStep.h"

#include <QLabel>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

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
    , m_progress(context.watcher)
    , m_scroll(new StepScroll)
    , m_exercise(new QLabel(tr("Exercise: these places do not exist, and every mail says so.")))
    , m_target(new TargetStep(context))
    , m_people(new PeopleStep(context))
    , m_text(new TextStep(context))
    , m_approval(new ApprovalStep)
    , m_sending(new SendingStep(context))
{
    for (StepFrame *step :
         std::initializer_list<StepFrame *>{m_target, m_people, m_text, m_approval, m_sending})
        m_scroll->addStep(step);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_exercise);
    layout->addWidget(m_scroll);
    m_exercise->setObjectName(u"exerciseStripe"_s);
    m_exercise->setAlignment(Qt::AlignCenter);
    m_exercise->setWordWrap(true);
    m_exercise->setMargin(8);
    // The same in a light and a dark theme: black on the yellow of warning signs.
    m_exercise->setStyleSheet(u"QLabel { background: #ffd43d; color: #1a1a1a; font-weight: bold; }"_s);
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
    connect(m_approval, &ApprovalStep::submitAsked, this, &NoticeEditor::submit);
    connect(m_approval, &ApprovalStep::sendBackAsked, this, &NoticeEditor::sendBack);
    connect(m_approval, &ApprovalStep::approveAsked, this, &NoticeEditor::approve);
    connect(m_approval, &ApprovalStep::withholdAsked, this, &NoticeEditor::withhold);
    connect(m_approval, &ApprovalStep::discardAsked, this, &NoticeEditor::discard);
    connect(m_approval, &ApprovalStep::cancelAsked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_sending, &SendingStep::sendAsked, this, &NoticeEditor::send);
    connect(m_sending, &SendingStep::cancelAsked, this, &NoticeEditor::cancelSending);
    connect(m_sending, &SendingStep::informed, this, &NoticeEditor::informed);
    connect(m_sending, &SendingStep::failed, this, &NoticeEditor::failed);
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
    connect(&m_progress, &ProgressWatch::read, this, &NoticeEditor::takeProgress);
    connect(&m_progress, &ProgressWatch::failed, this, &NoticeEditor::failed);
    connect(&m_progress, &ProgressWatch::recovered, this, &NoticeEditor::recovered);
}

void NoticeEditor::enter(SharedSession session)
{
    m_session = std::move(session);
}

void NoticeEditor::clear()
{
    ++m_generation;
    m_progress.stop();
    m_notice.reset();
    m_open = false;
    m_scroll->bringIntoView(nullptr);
    m_target->clear();
    m_people->clear();
    m_text->clear();
    m_approval->clear();
    m_sending->clear();
    m_exercise->hide();
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
        m_people->count(m_session, notice->targets, notice->infected);
    else if (notice->approvedAt)
        m_scroll->bringIntoView(m_sending);
}

void NoticeEditor::targetsChanged()
{
    m_text->clear();
    const QList<NoticeTarget> targets = m_target->targets();
    if (targets.isEmpty())
        m_people->clear();
    else
        m_people->count(m_session, targets, m_target->infected());
    presentExercise(m_target->isExercise());
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
        [session = m_session, targets = m_target->targets(), key = m_text->textKey(),
         infected = m_target->infected()](Office &office, const Job::Report &) {
            return office.noticeDesk.draft(*session, targets, key, infected);
        },
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
    m_scroll->bringIntoView(m_approval);
    Q_EMIT drafted(*id);
}

void NoticeEditor::submit()
{
    m_approval->setWorking(tr("Submitting…"), false);
    move([id = noticeId()](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.submit(by, id);
    });
}

void NoticeEditor::sendBack()
{
    const std::optional<QString> remark = NoticeQuestions(m_context.dialogs, this).remark();
    if (!remark || !m_notice)
        return;
    m_approval->setWorking(tr("Sending back…"), false);
    move([id = noticeId(), text = *remark](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.sendBack(by, id, text);
    });
}

void NoticeEditor::approve()
{
    if (!m_notice || !m_people->preview())
        return;
    const NoticePreview counted = *m_people->preview();
    NoticeQuestions questions(m_context.dialogs, this);
    std::optional<QString> reason = QString();
    if (counted.recommendation == Recommendation::None)
        reason = questions.overrideReason();
    if (!reason || !questions.approve(counted) || !m_notice)
        return;
    m_approval->setWorking(tr("Fixing the people…"), true);
    move([id = m_notice->id, how = NoticeDesk::Approval(counted.windowOpen, *reason, m_notice->textHash)](
             NoticeDesk &desk, const Session &by, const Job::Report &report) {
        return desk.approve(by, id, how, report);
    });
}

void NoticeEditor::withhold()
{
    const auto &counted = m_people->preview();
    const std::optional<QString> reason =
        NoticeQuestions(m_context.dialogs, this)
            .withholdReason(counted ? std::optional(counted->recommendation) : std::nullopt);
    if (!reason || !m_notice)
        return;
    m_approval->setWorking(tr("Writing the decision…"), false);
    move([id = m_notice->id, text = *reason](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.withhold(by, id, text);
    });
}

void NoticeEditor::discard()
{
    if (!NoticeQuestions(m_context.dialogs, this).discard() || !m_notice)
        return;
    m_approval->setWorking(tr("Discarding…"), false);
    move([id = m_notice->id](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.cancel(by, id);
    });
}

void NoticeEditor::send(std::optional<qint64> at)
{
    const std::optional<NoticeProgress> progress = readProgress();
    if (!progress)
        return;
    const int people = progress->recipients;
    if ((people > 0 && !NoticeQuestions(m_context.dialogs, this).send(people)) || !m_notice)
        return;
    m_sending->setWorking(tr("Putting it into the queue…"));
    move([id = m_notice->id, at](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.send(by, id, at);
    });
}

void NoticeEditor::cancelSending()
{
    const std::optional<NoticeProgress> progress = readProgress();
    if (!progress || !NoticeQuestions(m_context.dialogs, this).cancelSending(progress->waiting) || !m_notice)
        return;
    m_sending->setWorking(tr("Cancelling…"));
    move([id = m_notice->id](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.cancel(by, id);
    });
}

std::optional<NoticeProgress> NoticeEditor::readProgress()
{
    if (!m_notice)
        return std::nullopt;
    const Result<NoticeProgress> progress = m_context.office.notices.progress(m_notice->id);
    if (progress)
        return *progress;
    Q_EMIT failed(progress.error());
    return std::nullopt;
}

void NoticeEditor::move(Act act)
{
    if (!m_notice || !m_session)
        return;
    m_progress.stop();
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
        // It stays as it was known, so that the same can be done once more.
        if (isDraft(m_notice->state))
            presentApproval();
        else
            m_progress.follow(m_notice->id);
        Q_EMIT failed(notice.error());
        return;
    }
    const NoticeState before = m_notice->state;
    present(*notice);
    if (before != notice->state && notice->state == NoticeState::Approved)
        m_scroll->bringIntoView(m_sending);
}

void NoticeEditor::catchUp()
{
    if (!m_notice || m_job)
        return; // what is under way reads the notice anew when it ends
    Result<Notice> notice = m_context.office.notices.find(m_notice->id);
    if (!notice || *notice == *m_notice)
        return;
    const bool sendsByItself = isUnderWay(m_notice->state) || m_notice->state == NoticeState::Approved;
    present(*std::move(notice));
    if (!sendsByItself)
        Q_EMIT informed(tr("Somebody else has changed this notice. It is shown as it is now."));
}

void NoticeEditor::present(Notice notice)
{
    m_notice = std::move(notice);
    presentExercise(m_notice->exercise);
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
        m_progress.follow(m_notice->id);
    else
        m_progress.stop();
}

void NoticeEditor::presentApproval()
{
    if (m_notice && isDraft(m_notice->state))
        m_approval->presentDraft(*m_notice, m_people->preview(), *m_session);
}

// A drill never looks like the real thing.
void NoticeEditor::presentExercise(bool exercise)
{
    m_exercise->setVisible(exercise);
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

void NoticeEditor::takeProgress(const NoticeProgress &progress)
{
    if (progress.state == m_notice->state) {
        m_sending->present(*m_notice, progress, *m_session);
        if (!isUnderWay(progress.state))
            m_progress.stop();
        return;
    }
    Q_EMIT moved(m_notice->id);
    reload();
}

} // namespace shirase
