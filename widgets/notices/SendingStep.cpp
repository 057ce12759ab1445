// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/SendingStep.h"

#include "core/mail/FailureTexts.h"
#include "core/notices/NoticeHold.h"
#include "core/notices/NoticeReportFile.h"
#include "core/settings/SettingCheck.h"
#include "widgets/common/CopyRows.h"
#include "widgets/common/Icons.h"
#include "widgets/common/JapaneseDateTimeEdit.h"
#include "widgets/common/Texts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFailureRows = 6;

QPushButton *namedButton(const QString &name, const QString &text, const QIcon &icon = {})
{
    auto *button = new QPushButton(icon, text);
    button->setObjectName(name);
    return button;
}

} // namespace

SendingStep::SendingStep(PageContext context, QWidget *parent)
    : StepFrame(5, tr("Sending"), parent)
    , m_context(context)
    , m_start(new QWidget)
    , m_later(new QCheckBox(tr("Send at a set &time (Japan)")))
    , m_at(new JapaneseDateTimeEdit)
    , m_quiet(wrappedLabel(u"quietHours"_s))
    , m_send(namedButton(u"send"_s, {}, icons::own(u"notices"_s)))
    , m_counts(new QWidget)
    , m_progress(new QProgressBar)
    , m_sent(new QLabel)
    , m_failed(new QLabel)
    , m_waiting(new QLabel)
    , m_failures(new QTreeWidget)
    , m_report(wrappedLabel(u"sendingReport"_s))
    , m_pause(namedButton(u"sendingPause"_s, tr("&Pause"), icons::own(u"pause"_s)))
    , m_retry(namedButton(u"sendingRetry"_s, {}))
    , m_resume(namedButton(u"sendingResume"_s, tr("&Resume"), icons::own(u"resume"_s)))
    , m_cancel(namedButton(u"sendingCancel"_s, tr("&Cancel the rest…"), icons::own(u"warning"_s)))
    , m_copy(namedButton(u"sendingCopy"_s, tr("Copy re&port"), icons::themed(u"edit-copy"_s, u"copy"_s)))
    , m_save(namedButton(u"sendingSave"_s, tr("Save &report…"), icons::themed(u"document-save"_s, u"save"_s)))
{
    fillStart();
    fillCounts();
    m_failures->setObjectName(u"sendingFailures"_s);
    m_failures->setAccessibleName(tr("Failures by kind"));
    m_failures->setHeaderLabels({tr("Not reached"), tr("People"), tr("Relay's reply")});
    m_failures->setRootIsDecorated(false);
    addCopyAction(*m_failures);
    m_failures->header()->setStretchLastSection(false);
    m_failures->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_failures->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    for (QPushButton *button : {m_pause, m_retry, m_resume, m_copy, m_save})
        buttons->addWidget(button);
    body()->addWidget(m_start);
    body()->addWidget(m_report);
    body()->addWidget(m_counts);
    body()->addWidget(m_failures);
    body()->addLayout(buttons);

    connect(m_later, &QCheckBox::toggled, m_at, &QWidget::setEnabled);
    connect(m_later, &QCheckBox::toggled, this, &SendingStep::showBeginning);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &SendingStep::showBeginning);
    connect(m_send, &QPushButton::clicked, this, [this] {
        showBeginning(); // the page may have stood open since the time was chosen
        if (m_send->isEnabled())
            Q_EMIT sendAsked(chosenTime());
    });
    connect(m_pause, &QPushButton::clicked, this, &SendingStep::pauseAsked);
    connect(m_resume, &QPushButton::clicked, this,
            [this] { Q_EMIT resumeAsked(NoticeSending::Refused::Stay); });
    connect(m_retry, &QPushButton::clicked, this,
            [this] { Q_EMIT resumeAsked(NoticeSending::Refused::TryAgain); });
    connect(m_cancel, &QPushButton::clicked, this, &SendingStep::cancelAsked);
    connect(m_save, &QPushButton::clicked, this, &SendingStep::saveReport);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_report->text()); });
}

void SendingStep::fillStart()
{
    m_later->setObjectName(u"sendLater"_s);
    m_at->setObjectName(u"sendAt"_s);
    m_at->setAccessibleName(tr("When to send, Japanese time"));
    m_at->setEnabled(false);
    m_send->setDefault(true); // seen as the one that goes on
    m_send->setMinimumHeight(m_send->fontMetrics().height() * 2 + 4);

    auto *row = new QHBoxLayout;
    row->addWidget(m_later);
    row->addWidget(m_at);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(m_start);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_quiet);
    layout->addWidget(m_send, 0, Qt::AlignRight);
}

void SendingStep::fillCounts()
{
    m_progress->setObjectName(u"sendingProgress"_s);
    m_progress->setAccessibleName(tr("How much of the notice is sent"));
    m_sent->setObjectName(u"sendingSent"_s);
    m_failed->setObjectName(u"sendingFailed"_s);
    m_waiting->setObjectName(u"sendingWaiting"_s);

    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    for (QLabel *label : {m_sent, m_failed, m_waiting})
        row->addWidget(label);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(m_counts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress);
    layout->addLayout(row);
}

void SendingStep::present(const Notice &notice, const NoticeProgress &progress, const Session &session)
{
    m_notice = notice.id;
    const NoticeState state = progress.state;
    const bool ready = state == NoticeState::Approved;
    const bool underWay = state == NoticeState::Sending || state == NoticeState::Paused;
    const bool may = session.has(Role::Notices);
    if (ready && !m_start->isVisibleTo(this))
        m_at->setAt(m_context.office.clock.now() + 3600);
    m_start->setVisible(ready);
    m_counts->setVisible(!ready);
    m_report->setVisible(!ready);
    m_pause->setVisible(state == NoticeState::Sending);
    m_resume->setVisible(state == NoticeState::Paused);
    m_retry->setVisible(state == NoticeState::Paused && progress.canBeTriedAgain > 0);
    m_cancel->setVisible(ready || underWay);
    m_copy->setVisible(!ready && !underWay);
    m_save->setVisible(!ready);
    m_maySend = may;
    for (QWidget *button : {m_pause, m_resume, m_retry, m_cancel})
        button->setEnabled(may);
    presentFailures(progress.failures);
    if (ready)
        presentApproved(progress);
    else if (underWay)
        presentUnderWay(notice, progress);
    else
        presentOver(notice, progress);
}

void SendingStep::presentApproved(const NoticeProgress &progress)
{
    m_send->setText(progress.recipients > 0
                        ? tr("&Send to %L1 people", "", progress.recipients).arg(progress.recipients)
                        : tr("Clo&se: nobody is to be told"));
    m_cancel->setText(tr("&Cancel notice…"));
    showBeginning();
    setState(State::Open, tr("Ready to send"));
}

// REQUIREMENTS S3: notices leave at the time that is set, but not in the quiet hours. One that is over was meant otherwise:
// what leaves at once cannot be called back.
void SendingStep::showBeginning()
{
    const qint64 now = m_context.office.clock.now();
    const qint64 wanted = chosenTime().value_or(now);
    const auto hours = quietHoursOf(m_context.office.settings.value(u"mail.quiet_hours"_s));
    const qint64 begins = hours ? hours->endsAfter(wanted) : wanted;
    const bool isOver = wanted < now;
    m_send->setEnabled(m_maySend && !isOver);
    m_quiet->setVisible(isOver || begins > wanted);
    m_quiet->setText(isOver ? tr("This time is over. Please choose a later one.")
                            : tr("These are quiet hours. Sending begins by itself on %1.").arg(Texts::time(begins)));
}

void SendingStep::saveReport()
{
    const std::optional<QString> path = m_context.dialogs.askSaveName(
        this, tr("Save report"), tr("notice-%1-report", "name of a file").arg(m_notice),
        {u"pdf"_s, u"csv"_s});
    if (!path)
        return;
    const QString language = QLocale().language() == QLocale::Japanese ? u"ja"_s : u"en"_s;
    m_context.worker.run<void>(
        this,
        [id = m_notice, language, path = *path](Office &office, const Job::Report &) -> Result<> {
            NoticeReports reports({office.database, office.facilities, office.notices, office.staff.audit(),
                                   office.settings, office.clock});
            const Result<NoticeReport> report = reports.read(id, language);
            if (!report)
                return passOn(report);
            return NoticeReportFile(*report).save(path);
        },
        [this, path = *path](const Result<> &saved) {
            if (saved)
                Q_EMIT informed(tr("The report is saved as %1.").arg(QDir::toNativeSeparators(path)));
            else
                Q_EMIT failed(saved.error());
        });
}

std::optional<qint64> SendingStep::chosenTime() const
{
    return m_later->isChecked() ? std::optional(m_at->at()) : std::nullopt;
}

void SendingStep::presentCounts(const NoticeProgress &progress)
{
    m_progress->setRange(0, qMax(1, progress.recipients));
    m_progress->setValue(progress.recipients == 0 ? 1 : progress.sent + progress.failed);
    m_sent->setText(tr("Sent: %1").arg(Texts::number(progress.sent)));
    m_failed->setText(tr("Not reached: %1").arg(Texts::number(progress.failed)));
    m_waiting->setText(tr("Waiting: %1").arg(Texts::number(progress.waiting)));
}

void SendingStep::presentUnderWay(const Notice &notice, const NoticeProgress &progress)
{
    presentCounts(progress);
    m_cancel->setText(tr("&Cancel the rest…"));
    if (progress.state == NoticeState::Paused) {
        presentPaused(notice, progress);
        return;
    }
    const qint64 now = m_context.office.clock.now();
    const auto hours = quietHoursOf(m_context.office.settings.value(u"mail.quiet_hours"_s));
    const qint64 wanted = qMax(now, notice.sendAt.value_or(now));
    const qint64 begins = hours ? hours->endsAfter(wanted) : wanted;
    m_report->setText(begins > now
                          ? tr("Sending goes on by itself on %1.").arg(Texts::time(begins))
                          : tr("You may close this window: mail that waits is kept, and is sent while Shirase or its "
                               "server runs."));
    setState(State::Working, begins > now ? tr("Waiting until %1").arg(Texts::time(begins)) : tr("Sending…"));
}

// REQUIREMENTS M3: what stopped by itself says why.
void SendingStep::presentPaused(const Notice &notice, const NoticeProgress &progress)
{
    const std::optional<HoldReason> held = HoldReason::of(notice.reason);
    m_report->setText(held ? held->sentence() : tr("Nothing leaves until sending is resumed."));
    m_retry->setText(
        tr("&Try %L1 refused people again", "", progress.canBeTriedAgain).arg(progress.canBeTriedAgain));
    setState(State::Open, held ? tr("Stopped by itself") : tr("Paused"));
}

void SendingStep::presentOver(const Notice &notice, const NoticeProgress &progress)
{
    presentCounts(progress);
    QStringList report{tr("Notice %1: %2").arg(notice.id).arg(Texts::of(progress.state))};
    report << tr("Sent to %L1 people, %2 not reached.", "", progress.sent)
                  .arg(progress.sent)
                  .arg(Texts::number(progress.failed));
    for (const auto &[reply, count] : progress.failures.asKeyValueRange())
        report << tr("%1: %2 (%3)", "kind of failure, people, relay's reply")
                      .arg(failureText(reply), Texts::number(count), reply);
    if (notice.startedAt)
        report << tr("Begun on %1.").arg(Texts::time(*notice.startedAt));
    if (notice.finishedAt)
        report << tr("Ended on %1.").arg(Texts::time(*notice.finishedAt));
    m_report->setText(report.join(u'\n'));
    setState(State::Done, Texts::of(progress.state));
}

void SendingStep::presentFailures(const QMap<QString, int> &failures)
{
    m_failures->setVisible(!failures.isEmpty());
    if (m_failuresShown == failures)
        return; // else the list would jump to its start at each look
    m_failuresShown = failures;
    m_failures->clear();
    for (const auto &[reply, count] : failures.asKeyValueRange()) {
        auto *item = new QTreeWidgetItem(m_failures, {failureText(reply), Texts::number(count), reply});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    const int rows = qMin(mostFailureRows, int(failures.size()));
    m_failures->setFixedHeight(m_failures->header()->sizeHint().height() + 2 * m_failures->frameWidth() +
                               rows * (m_failures->fontMetrics().height() + 8));
}

void SendingStep::setWorking(const QString &text)
{
    m_maySend = false;
    for (QWidget *button : {m_send, m_pause, m_resume, m_retry, m_cancel})
        button->setEnabled(false);
    setState(State::Working, text);
}

void SendingStep::clear()
{
    m_later->setChecked(false);
    m_start->hide();
    m_report->clear();
    presentFailures({});
    setState(State::Closed, {});
}

} // namespace shirase
