// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeEditor.h"

#include "widgets/common/Texts.h"
#include "widgets/notices/ApprovalStep.h"
#include "widgets/notices/NoticeActions.h"
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
    , m_actions(new NoticeActions(context, this))
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
    connectActions();
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
    connect(m_sending, &SendingStep::informed, this, &NoticeEditor::informed);
    connect(m_sending, &SendingStep::failed, this, &NoticeEditor::failed);
    connect(&m_progress, &ProgressWatch::read, this, &NoticeEditor::takeProgress);
    connect(&m_progress, &ProgressWatch::failed, this, &NoticeEditor::failed);
    connect(&m_progress, &ProgressWatch::recovered, this, &NoticeEditor::recovered);
}

void NoticeEditor::connectActions()
{
    connect(m_approval, &ApprovalStep::submitAsked, this, [this] { m_actions->submit(noticeId()); });
    connect(m_approval, &ApprovalStep::sendBackAsked, this, [this] { m_actions->sendBack(noticeId()); });
    connect(m_approval, &ApprovalStep::approveAsked, this, [this] {
        // Copies of what was shown: what another window does while the questions stand open replaces both.
        if (m_people->preview())
            m_actions->approve(Notice(*m_notice), NoticePreview(*m_people->preview()));
    });
    connect(m_approval, &ApprovalStep::withholdAsked, this, [this] {
        const std::optional<NoticePreview> &counted = m_people->preview();
        m_actions->withhold(noticeId(), counted ? std::optional(counted->recommendation) : std::nullopt);
    });
    connect(m_approval, &ApprovalStep::discardAsked, this, [this] { m_actions->discard(noticeId()); });
    connect(m_approval, &ApprovalStep::cancelAsked, this, [this] { m_actions->cancel(noticeId()); });
    connect(m_sending, &SendingStep::sendAsked, this,
            [this](std::optional<qint64> at) { m_actions->send(noticeId(), at); });
    connect(m_sending, &SendingStep::pauseAsked, this, [this] { m_actions->pause(noticeId()); });
    connect(m_sending, &SendingStep::resumeAsked, this,
            [this](NoticeSending::Refused refused) { m_actions->resume(noticeId(), refused); });
    connect(m_sending, &SendingStep::cancelAsked, this, [this] { m_actions->cancelSending(noticeId()); });
    connect(m_actions, &NoticeActions::begun, this, &NoticeEditor::presentActing);
    connect(m_actions, &NoticeActions::progressed, this, [this](NoticeId id, int done, int total) {
        if (id == noticeId())
            m_approval->setProgress(done, total);
    });
    connect(m_actions, &NoticeActions::moved, this, &NoticeEditor::moved);
    connect(m_actions, &NoticeActions::ended, this, &NoticeEditor::afterActing);
    connect(m_actions, &NoticeActions::failed, this, &NoticeEditor::failed);
}

void NoticeEditor::enter(SharedSession session)
{
    m_session = std::move(session);
    m_actions->enter(m_session);
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
    enter({});
}

bool NoticeEditor::isBegun() const
{
    return m_open && !m_notice && !m_target->targets().isEmpty();
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
    presentActing(); // one may leave a notice meanwhile and come back to it
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
            else if (!id && m_session)
                Q_EMIT failed(id.error());
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

void NoticeEditor::presentActing()
{
    const std::optional<NoticeActions::Acting> acting = m_actions->acting(noticeId());
    if (!acting)
        return;
    m_progress.stop();
    if (isDraft(m_notice->state))
        m_approval->setWorking(acting->sentence, acting->cancellable);
    else
        m_sending->setWorking(acting->sentence);
}

void NoticeEditor::afterActing(NoticeId id, const std::optional<Error> &problem)
{
    if (id == noticeId()) {
        if (problem)
            Q_EMIT failed(*problem);
        reload();
    } else if (problem && m_session) {
        Error named = *problem;
        named.message = tr("Notice %1: %2", "its number, and what could not be done").arg(id).arg(problem->message);
        Q_EMIT failed(named);
    }
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
    if (!m_notice || m_actions->acting(m_notice->id))
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
    if (m_notice && isDraft(m_notice->state) && !m_actions->acting(m_notice->id))
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
