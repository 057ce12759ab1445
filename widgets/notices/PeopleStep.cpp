// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/PeopleStep.h"

#include "core/vault/DayKeys.h"
#include "widgets/common/IconLabel.h"
#include "widgets/common/NoteBox.h"
#include "widgets/common/Texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

PeopleStep::PeopleStep(PageContext context, QWidget *parent)
    : StepFrame(2, tr("People"), parent)
    , m_context(context)
    , m_number(headingLabel({}, 2.2))
    , m_source(wrappedLabel(u"peopleSource"_s))
    , m_recommendation(wrappedLabel(u"peopleRecommendation"_s))
    , m_warningBox(new NoteBox)
    , m_warnings(wrappedLabel(u"peopleWarnings"_s))
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("&Cancel")))
    , m_again(new QPushButton(tr("Count a&gain")))
{
    m_number->setObjectName(u"peopleNumber"_s);
    m_progress->setObjectName(u"peopleProgress"_s);
    m_progress->setAccessibleName(tr("Counting people"));
    m_cancel->setObjectName(u"peopleCancel"_s);
    m_again->setObjectName(u"peopleAgain"_s);

    auto *row = new QHBoxLayout;
    row->addWidget(m_number);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_again);
    body()->addLayout(row);
    QFont strong = m_recommendation->font();
    strong.setBold(true);
    m_recommendation->setFont(strong);
    body()->addWidget(m_source);
    body()->addWidget(m_recommendation);
    auto *warning = new QHBoxLayout(m_warningBox);
    warning->addWidget(new IconLabel(u"warning"_s), 0, Qt::AlignTop);
    warning->addWidget(m_warnings, 1);
    body()->addWidget(m_warningBox);
    connect(m_cancel, &QPushButton::clicked, this, &PeopleStep::cancel);
    connect(m_again, &QPushButton::clicked, this, &PeopleStep::start);
}

void PeopleStep::count(SharedSession session, const QList<NoticeTarget> &targets, int infected)
{
    m_session = std::move(session);
    m_targets = targets;
    m_infected = infected;
    start();
}

void PeopleStep::start()
{
    cancel();
    m_preview.reset();
    setWorking(true);
    setState(State::Working, tr("Counting…"));
    m_job = m_context.worker.run<NoticePreview>(
        this,
        [session = m_session, targets = m_targets, infected = m_infected](Office &office,
                                                                          const Job::Report &report) {
            return office.noticeDesk.preview(*session, targets, report, infected);
        },
        [this, count = ++m_count](Result<NoticePreview> result) {
            if (count == m_count)
                finish(std::move(result));
        });
    connect(m_job, &Job::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
}

void PeopleStep::cancel()
{
    if (!m_job)
        return;
    drop();
    setWorking(false);
    m_number->setText(tr("Not counted"));
    m_source->clear();
    m_recommendation->hide();
    m_warningBox->hide();
    setState(State::Open, tr("The count was cancelled"));
    Q_EMIT changed();
}

// What still comes of a count that was dropped is not listened to.
void PeopleStep::drop()
{
    ++m_count;
    if (!m_job)
        return;
    m_job->cancel();
    m_job->disconnect(this);
    m_job.clear();
}

void PeopleStep::finish(Result<NoticePreview> result)
{
    m_job.clear();
    setWorking(false);
    if (result) {
        m_preview = *result;
        presentPreview();
    } else {
        m_number->setText(tr("Not counted"));
        m_source->setText(result.error().message);
        m_recommendation->hide();
        m_warningBox->hide();
        setState(State::Problem, tr("The people could not be counted"));
        if (!result.error().detail.isEmpty())
            Q_EMIT failed(result.error());
    }
    Q_EMIT changed();
}

void PeopleStep::setWorking(bool working)
{
    m_progress->setRange(0, 0);
    m_progress->setVisible(working);
    m_cancel->setVisible(working);
    m_again->setVisible(!working);
    m_number->setVisible(!working);
    m_source->setVisible(!working);
    m_recommendation->setVisible(!working && !m_recommendation->text().isEmpty());
    m_warningBox->setVisible(!working && !m_warnings->text().isEmpty());
}

void PeopleStep::presentPreview()
{
    m_number->setText(Texts::people(m_preview->people));
    m_source->setText(source());
    presentRecommendation();
    m_warnings->setText(warnings());
    m_warningBox->setVisible(!m_warnings->text().isEmpty());
    if (m_preview->people == 0)
        setState(State::Problem, tr("Nobody would be told"));
    else
        setState(State::Done, tr("Counted"));
}

void PeopleStep::presentRecommendation()
{
    switch (m_preview->recommendation) {
    case Recommendation::Send:
        m_recommendation->setText(tr("The thresholds recommend sending this notice."));
        break;
    case Recommendation::Consider:
        m_recommendation->setText(tr("The thresholds recommend considering this notice."));
        break;
    case Recommendation::None:
        m_recommendation->setText(tr("This case stays below the thresholds. Approving it needs a reason."));
        break;
    }
    // Nothing is recommended where nobody would be told; what it takes to approve it all the same is said.
    m_recommendation->setVisible(m_preview->people > 0 || m_preview->recommendation == Recommendation::None);
}

QString PeopleStep::languages() const
{
    QStringList parts;
    for (const auto &[language, people] : m_preview->languages.asKeyValueRange())
        parts << tr("%1: %2", "a language and a number of people")
                     .arg(Texts::language(language), Texts::number(people));
    return parts.join(tr(", ", "between the parts of a list"));
}

QString PeopleStep::source() const
{
    QStringList sentences;
    sentences << tr("from %L1 registrations; each person gets one mail.", "follows the number of people",
                    m_preview->visits)
                     .arg(m_preview->visits);
    if (m_preview->alreadyNotified > 0) {
        sentences << tr("%L1 more were told before about the same place and day, and are not told again.", "",
                        m_preview->alreadyNotified)
                         .arg(m_preview->alreadyNotified);
    }
    if (m_preview->people > 0)
        sentences << tr("Languages of the mails: %1").arg(languages());
    return sentences.join(u'\n');
}

QString PeopleStep::burst(const VisitBurst &burst) const
{
    const Result<Facility> facility = m_context.office.facilities.find(burst.facility);
    return tr("An odd burst: %1 registrations at %2 in the hour from %3. Please ask there before you send.")
        .arg(Texts::number(burst.registrations), facility ? Texts::name(facility->details) : QString(),
             Texts::time(burst.hour));
}

QString PeopleStep::warnings() const
{
    QStringList sentences;
    for (const VisitBurst &odd : m_preview->bursts)
        sentences << burst(odd);
    if (m_preview->refusedBefore > 0) {
        sentences
            << tr("%L1 of these people could not be reached by an earlier notice: their mailbox was refused "
                  "for good.",
                  "", m_preview->refusedBefore)
                   .arg(m_preview->refusedBefore);
    }
    if (m_preview->windowOpen) {
        qint64 until = 0;
        for (const NoticeTarget &target : m_targets)
            until = std::max(until, target.until);
        sentences << tr("People can still register for this time until %1. For those who come later a "
                        "follow-up is drafted when this notice is approved.")
                         .arg(Texts::time(until + DayKeys::graceSeconds));
    }
    if (m_preview->unreadable > 0) {
        sentences << tr("%L1 registrations cannot be opened, so these people cannot be told. Please ask "
                        "whoever looks "
                        "after the system.",
                        "", m_preview->unreadable)
                         .arg(m_preview->unreadable);
    }
    return sentences.join(u'\n');
}

void PeopleStep::presentFrozen(int recipients)
{
    clear();
    setWorking(false);
    m_again->hide();
    m_number->setText(Texts::people(recipients));
    m_source->setText(tr("The list was fixed when the notice was approved; each person gets one mail."));
    setState(State::Done, tr("Fixed"));
}

void PeopleStep::presentNobody()
{
    clear();
    setState(State::Closed, tr("Nobody is told"));
}

void PeopleStep::clear()
{
    drop();
    m_session.reset();
    m_preview.reset();
    m_number->clear();
    m_source->clear();
    m_recommendation->clear();
    m_warnings->clear();
    setWorking(false);
    setState(State::Closed, {});
}

} // namespace shirase
