// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SummaryPage.h"

#include "widgets/checks/CheckLine.h"
#include "widgets/settings/SettingTexts.h"
#include "widgets/setup/FirstStart.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>
#include <QWizard>

namespace shirase {

using namespace Qt::StringLiterals;

SummaryPage::SummaryPage(const FirstStart &start, std::function<SetUpRequest()> request, Errands &errands)
    : SetUpPage(u"Summary"_s, tr("Summary"),
                tr("Nothing has been written so far. The next button makes the keys, the databases and your account."))
    , m_start(start)
    , m_request(std::move(request))
    , m_errands(errands)
    , m_summary(paragraph({}))
    , m_busy(new QProgressBar)
    , m_finding(new FindingLabel)
{
    setCommitPage(true);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setObjectName(u"setUpSummary"_s);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Everything is being set up"));
    m_busy->hide();
    m_finding->label()->setObjectName(u"setUpFinding"_s);
    content()->addWidget(m_summary);
    content()->addWidget(m_busy);
    content()->addWidget(m_finding);
    content()->addStretch(1);
}

void SummaryPage::initializePage()
{
    const SetUpRequest request = m_request();
    const Settings settings = m_start.settings().with(request.settings);
    const QString database = request.addresses.database.isEmpty() ? m_start.folder() : request.addresses.database;
    const bool smtp = settings.value(u"mail.transport"_s) == u"smtp";
    const std::pair<QString, QString> facts[]{
        {SettingTexts::name(u"organisation.name"_s), settings.value(u"organisation.name"_s)},
        {SettingTexts::name(u"organisation.system_name"_s), settings.value(u"organisation.system_name"_s)},
        {SettingTexts::name(u"organisation.disease"_s), settings.value(u"organisation.disease"_s)},
        {tr("First account"), request.administrator},
        {SettingTexts::name(u"web.public_url"_s), settings.publicUrl()},
        {SettingTexts::title(SettingGroup::Mail),
         smtp ? tr("through %1", "a mail relay").arg(settings.value(u"mail.url"_s)) : tr("kept in a folder, not sent")},
        {SettingTexts::name(u"mail.from"_s), settings.value(u"mail.from"_s)},
        {SettingTexts::title(SettingGroup::Data), database},
    };
    QString rows;
    for (const auto &[name, fact] : facts)
        rows += u"<tr><td style='padding: 4px 24px 4px 0'>%1</td><td style='padding: 4px 0'><b>%2</b></td></tr>"_s.arg(
            name.toHtmlEscaped(), fact.toHtmlEscaped());
    m_summary->setText(u"<table>%1</table>"_s.arg(rows));
    m_finding->clear();
}

bool SummaryPage::validatePage()
{
    if (m_done)
        return true;
    if (m_running)
        return false;
    setRunning(true);
    m_finding->clear();
    auto request = std::make_shared<const SetUpRequest>(m_request());
    m_errands.run<void>(
        this, [&start = m_start, request](const Errands::Cancelled &) { return start.setUp(*request); },
        [this](const Result<> &done) { finish(done); });
    return false;
}

void SummaryPage::finish(const Result<> &done)
{
    m_done = done.has_value();
    setRunning(false);
    if (m_done)
        wizard()->next();
    else
        m_finding->present(passOn(done));
}

void SummaryPage::setRunning(bool running)
{
    m_running = running;
    m_busy->setVisible(running);
    Q_EMIT completeChanged();
    Q_EMIT runningChanged();
}

} // namespace shirase
