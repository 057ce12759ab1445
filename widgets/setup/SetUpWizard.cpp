// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SetUpWizard.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/help/FieldHelp.h"
#include "widgets/setup/AccountPage.h"
#include "widgets/setup/FirstStart.h"
#include "widgets/setup/ReachPages.h"
#include "widgets/setup/RecoveryPage.h"
#include "widgets/setup/SummaryPage.h"
#include "widgets/setup/TestPosterPage.h"
#include "widgets/setup/WelcomePage.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QIcon>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int logoSide = 48;
}

SetUpWizard::SetUpWizard(const FirstStart &start, const Installation &installation, Dialogs &dialogs, QWidget *parent)
    : QWizard(parent)
    , m_start(start)
    , m_installation(installation)
    , m_dialogs(dialogs)
{
    setObjectName(u"setUpWizard"_s);
    setWindowTitle(tr("Set up Shirase"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoBackButtonOnLastPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    const QIcon mark(u":/shirase/brand/shirase.svg"_s);
    setPixmap(QWizard::LogoPixmap, mark.pixmap(QSize(logoSide, logoSide), devicePixelRatioF()));
    name(QWizard::BackButton, u"setUpBack"_s, tr("Bac&k"));
    name(QWizard::NextButton, u"setUpNext"_s, tr("Ne&xt"));
    name(QWizard::CommitButton, u"setUpCommit"_s, tr("Set &up"));
    name(QWizard::FinishButton, u"setUpFinish"_s, tr("&Open Shirase"));
    name(QWizard::CancelButton, u"setUpCancel"_s, tr("Canc&el"));
    addSteps();
    new FieldHelp(this);
    resize(860, 664);
}

void SetUpWizard::name(WizardButton which, const QString &objectName, const QString &text)
{
    setButtonText(which, text);
    button(which)->setObjectName(objectName);
}

void SetUpWizard::addSteps()
{
    const Settings settings = m_start.settings();
    m_account = new AccountPage;
    m_summary = new SummaryPage(m_start, [this] { return request(); }, m_errands);
    m_steps = {new WelcomePage(m_start, m_errands, m_dialogs),
               new OrganisationPage(settings, m_dialogs),
               m_account,
               new RecoveryPage([this] { return sheet(); }, m_dialogs),
               new AddressPage(settings, m_installation, m_errands, m_dialogs),
               new MailServerPage(settings, [this] { return asTyped(); }, m_installation, m_errands, m_dialogs),
               m_summary,
               new TestPosterPage(m_start, m_errands, m_dialogs)};
    // The last page comes when all is done, and is no step.
    const qsizetype steps = m_steps.size() - 1;
    for (qsizetype i = 0; i < steps; ++i)
        m_steps[i]->setTitle(tr("Step %1 of %2: %3", "title of a step").arg(i + 1).arg(steps).arg(m_steps[i]->title()));
    for (SetUpPage *step : std::as_const(m_steps))
        addPage(step);
    connect(m_summary, &SummaryPage::runningChanged, this, &SetUpWizard::adaptButtons);
}

SetUpRequest SetUpWizard::request() const
{
    SetUpRequest request;
    for (const SetUpPage *step : m_steps)
        step->addTo(request);
    return request;
}

Settings SetUpWizard::asTyped() const
{
    return m_start.settings().with(request().settings);
}

RecoverySheet SetUpWizard::sheet() const
{
    return RecoverySheet::of(asTyped(), m_account->accountName(), japan::dayOf(QDateTime::currentSecsSinceEpoch()));
}

void SetUpWizard::adaptButtons()
{
    button(QWizard::BackButton)->setEnabled(!m_summary->isRunning());
    button(QWizard::CancelButton)->setEnabled(!m_summary->isRunning());
}

void SetUpWizard::reject()
{
    if (m_summary->isRunning())
        return; // it takes a second or two, and nothing is gained by half of it
    if (m_summary->isDone()) {
        accept();
        return;
    }
    const bool touched = std::ranges::any_of(m_steps, &SetUpPage::isTouched);
    if (touched
        && !m_dialogs.confirm(this, {.title = windowTitle(),
                                     .text = tr("Leave the set-up?"),
                                     .explanation = tr("What you have entered is forgotten, and a recovery sheet that you have printed "
                                                       "is worth nothing. Nothing has been written."),
                                     .action = tr("&Leave"),
                                     .grave = true}))
        return;
    end();
}

void SetUpWizard::end()
{
    QWizard::reject();
}

} // namespace shirase
