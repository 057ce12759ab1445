// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/DashboardPage.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Texts.h"
#include "widgets/dashboard/BarChart.h"
#include "widgets/dashboard/FigureTile.h"
#include "widgets/dashboard/WarningList.h"
#include "widgets/shell/ServerStatus.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

using Place = DashboardGoal::Place;

constexpr qint64 countEvery = 15'000;        // ms
constexpr qint64 countPlacesEvery = 300'000; // ms
constexpr qint64 placesAreFresh = 30'000;    // ms: going to and fro between pages counts nothing again
constexpr qint64 shareOfTime = 20;           // of a database that counts slowly, at most a twentieth is asked for
constexpr int daysPerTick = 7;
constexpr int hoursPerTick = 3;
constexpr int spacing = 10;

bool isDue(const QElapsedTimer &since, qint64 milliseconds)
{
    return !since.isValid() || since.elapsed() >= milliseconds;
}

} // namespace

DashboardPage::DashboardPage(PageContext context, OfficeWatch &watch, const ServerStatus &server, QWidget *parent)
    : Page(context, tr("Dashboard"), parent)
    , m_watch(watch)
    , m_server(server)
    , m_finder(server, context.office.clock.now())
    , m_message(new MessageBar(context.dialogs))
    , m_warnings(new WarningList)
    , m_asOf(new QLabel)
    , m_beginning(makeBeginning())
    , m_today(new FigureTile(u"dashboardToday"_s, tr("Registrations today")))
    , m_mail(new FigureTile(u"dashboardMail"_s, tr("Mail waiting"), tr("Show the mail &queue")))
    , m_approvals(new FigureTile(u"dashboardApprovals"_s, tr("Approvals waiting"), tr("Show the &notices")))
    , m_web(new FigureTile(u"dashboardWeb"_s, tr("Web server")))
    , m_erasure(new FigureTile(u"dashboardErasure"_s, tr("Last erasure")))
    , m_days(new BarChart(tr("Registrations by day"), Qt::Vertical))
    , m_hours(new BarChart(tr("Registrations today, by hour"), Qt::Vertical))
    , m_busiest(new BarChart(tr("Busiest facilities"), Qt::Horizontal))
    , m_queue(new BarChart(tr("Mail queue"), Qt::Horizontal))
{
    setObjectName(u"dashboardPage"_s);
    m_asOf->setObjectName(u"dashboardAsOf"_s);
    m_days->setObjectName(u"dashboardDays"_s);
    m_hours->setObjectName(u"dashboardHours"_s);
    m_busiest->setObjectName(u"dashboardBusiest"_s);
    m_queue->setObjectName(u"dashboardQueue"_s);
    heading()->addWidget(m_asOf);
    content()->addWidget(m_message);
    content()->addWidget(makeBody(), 1);
    connectParts();
    clear();
}

QWidget *DashboardPage::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 4, 0); // beside the scroll bar
    layout->setSpacing(spacing);
    layout->addWidget(m_warnings);
    layout->addWidget(m_beginning);
    layout->addLayout(makeTiles());
    layout->addLayout(makeCharts(), 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"dashboardScroll"_s);
    scroll->setAccessibleName(title());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    // As the page behind it, whatever a theme gives to what can be scrolled.
    scroll->setBackgroundRole(QPalette::Window);
    return scroll;
}

QGridLayout *DashboardPage::makeTiles()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(spacing);
    int column = 0;
    for (FigureTile *tile : {m_today, m_mail, m_approvals, m_web, m_erasure}) {
        grid->addWidget(tile, 0, column);
        grid->setColumnStretch(column++, 1);
    }
    return grid;
}

QGridLayout *DashboardPage::makeCharts()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(spacing);
    grid->addWidget(m_days, 0, 0);
    grid->addWidget(m_hours, 0, 1);
    grid->addWidget(m_busiest, 1, 0);
    grid->addWidget(m_queue, 1, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    return grid;
}

QWidget *DashboardPage::makeBeginning()
{
    auto *box = new QFrame;
    box->setObjectName(u"dashboardBeginning"_s);
    box->setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_beginningText = new QLabel;
    m_beginningText->setObjectName(u"dashboardBeginningText"_s);
    m_beginningText->setWordWrap(true);
    m_first = new QPushButton(icons::themed(u"list-add"_s, u"add"_s), tr("Register the &first facility…"));
    m_first->setObjectName(u"dashboardFirst"_s);
    m_import = new QPushButton(icons::themed(u"document-import"_s, u"import"_s), tr("&Import a list…"));
    m_import->setObjectName(u"dashboardImport"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_first);
    buttons->addWidget(m_import);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(headingLabel(tr("Welcome. Please start here"), 1.2));
    layout->addWidget(m_beginningText);
    layout->addLayout(buttons);
    return box;
}

void DashboardPage::connectParts()
{
    connect(&m_watch, &OfficeWatch::read, this, &DashboardPage::presentFigures);
    connect(&m_watch, &OfficeWatch::failed, this, [this](const Error &error) { report(Figures, error); });
    connect(&m_server, &ServerStatus::changed, this, [this] {
        if (session()) {
            presentServer();
            presentWarnings();
        }
    });
    connect(m_message, &MessageBar::retryAsked, this, &DashboardPage::refresh);
    connect(m_warnings, &WarningList::asked, this, &DashboardPage::asked);
    const auto lead = [this](Place place) { return [this, place] { Q_EMIT asked({place}); }; };
    connect(m_mail, &FigureTile::asked, this, lead(Place::Mail));
    connect(m_approvals, &FigureTile::asked, this, lead(Place::Notices));
    connect(m_first, &QPushButton::clicked, this, lead(Place::NewFacility));
    connect(m_import, &QPushButton::clicked, this, lead(Place::Import));
    connect(m_queue, &BarChart::chosen, this, lead(Place::Mail));
    connect(m_busiest, &BarChart::chosen, this, [this](int bar) {
        if (bar < m_places.busiest.size())
            Q_EMIT asked({Place::Facility, m_places.busiest[bar].facility});
    });
}

void DashboardPage::refresh()
{
    presentServer();
    m_watch.refresh();
    countAgain();
    if (isDue(m_countedPlaces, placesAreFresh))
        countPlacesAgain();
}

void DashboardPage::countAgain()
{
    if (m_counting || !session())
        return;
    m_counted.start();
    m_counting = m_context.watcher.run<DashboardCounts>(
        this, [](Office &office, const Job::Report &report) { return DashboardCounts::read(office, report); },
        [this, mine = m_session](const Result<DashboardCounts> &counts) {
            if (mine != m_session)
                return; // the window was locked meanwhile
            m_counting.clear();
            m_countPause = std::max(countEvery, shareOfTime * m_counted.elapsed());
            report(Counts, counts ? std::nullopt : std::optional(counts.error()));
            if (counts)
                presentCounts(*counts);
        });
}

void DashboardPage::countPlacesAgain()
{
    if (m_countingPlaces || !session())
        return;
    m_countedPlaces.start();
    m_countingPlaces = m_context.watcher.run<DashboardPlaces>(
        this, [](Office &office, const Job::Report &report) { return DashboardPlaces::read(office, report); },
        [this, mine = m_session](const Result<DashboardPlaces> &places) {
            if (mine != m_session)
                return;
            m_countingPlaces.clear();
            report(Places, places ? std::nullopt : std::optional(places.error()));
            if (places)
                presentPlaces(*places);
        });
}

void DashboardPage::presentFigures(const OfficeFigures &figures)
{
    if (!session())
        return;
    report(Figures, std::nullopt);
    m_figures = figures;
    m_asOf->setText(tr("As of %1", "a time").arg(Texts::time(figures.at)));
    m_mail->present(
        Texts::number(figures.mail.waiting),
        figures.mail.waiting == 0
            ? tr("Confirmations and mails to operators. All of them have left.")
            : tr("Confirmations and mails to operators, the oldest since %1.")
                  .arg(Texts::recentTime(figures.mail.oldestWaiting, figures.at)));
    presentApprovals(figures);
    presentErasure(figures);
    presentServer();
    presentWarnings();
    presentBeginning();
    if (isVisible() && isDue(m_counted, m_countPause))
        countAgain();
    if (isVisible() && isDue(m_countedPlaces, countPlacesEvery))
        countPlacesAgain();
}

void DashboardPage::presentApprovals(const OfficeFigures &figures)
{
    if (may(Role::Approval)) {
        const int others = figures.waitingForAll - figures.waitingForMe;
        m_approvals->present(Texts::number(figures.waitingForMe),
                             others > 0 ? tr("Notices that you may approve. %L1 more wait for somebody else.", "", others)
                                              .arg(others)
                                        : tr("Notices that you may approve."));
    } else {
        m_approvals->present(Texts::number(figures.waitingForAll), tr("Notices that somebody else has to approve."));
    }
}

void DashboardPage::presentErasure(const OfficeFigures &figures)
{
    if (!figures.erasure) {
        m_erasure->present({}, tr("It is done each day, shortly after midnight."));
        return;
    }
    const ErasureReport &done = *figures.erasure;
    m_erasure->present(Texts::recentTime(done.at, figures.at),
                       tr("Everything up to %1 (registrations: %2, day keys: %3, contacts: %4), in %5 s.")
                           .arg(Texts::day(done.untilDay), Texts::number(done.visits), Texts::number(done.dayKeys),
                                Texts::number(done.contacts),
                                QLocale().toString(double(done.milliseconds) / 1000, 'f', 1)));
}

void DashboardPage::presentServer()
{
    switch (m_server.state()) {
    case ServerStatus::State::Starting:
        return m_web->present(tr("Starting…", "the web server"), {});
    case ServerStatus::State::Running:
        return m_web->present(tr("Open", "the web server"), tr("Visitors can register at\n%1", "a web address, in a line of its own").arg(m_server.url()));
    case ServerStatus::State::Stopped:
        return m_web->present(tr("Closed", "the web server"), tr("Visitors cannot register."));
    }
}

void DashboardPage::presentCounts(const DashboardCounts &counts)
{
    const int today = counts.days.isEmpty() ? 0 : counts.days.last().registrations;
    const int yesterday = counts.days.size() < 2 ? 0 : counts.days[counts.days.size() - 2].registrations;
    m_today->present(Texts::number(today), tr("Everywhere, since midnight. Yesterday: %1.").arg(Texts::number(yesterday)));

    QList<Bar> days;
    for (qsizetype i = 0; i < counts.days.size(); ++i) {
        const DayTotal &day = counts.days[i];
        const bool isToday = i + 1 == counts.days.size();
        const bool ticked = (counts.days.size() - 1 - i) % daysPerTick == 0;
        days.append({Texts::day(day.day), ticked ? Texts::shortDay(day.day) : QString(), day.registrations, isToday});
    }
    const QString nobody = tr("Nobody has registered yet. Print a poster, put it up, and scan its code with a phone.");
    m_days->present(days, nobody);
    m_days->setSource(tr("Everywhere, as long as registrations are kept. Today, hatched, still grows."));

    const int now = japan::dateTimeOf(counts.at).time().hour();
    QList<Bar> hours;
    for (int hour = 0; hour < VisitTotals::hoursADay; ++hour)
        hours.append({tr("%1:00 to %2:00", "an hour of the day").arg(hour).arg(hour + 1),
                      hour % hoursPerTick == 0 ? tr("%1:00", "an hour of the day").arg(hour) : QString(),
                      counts.hours[size_t(hour)], hour == now});
    m_hours->present(hours, tr("Nobody has registered today so far."));
    m_hours->setSource(tr("By the time of the scan, Japanese time."));

    m_queue->present({{tr("Confirmations"), tr("Confirmations"), counts.confirmations},
                      {tr("Mails to operators"), tr("To operators"), counts.operatorMails},
                      {tr("Notices"), tr("Notices"), counts.notices}},
                     tr("Nothing waits."));
    m_queue->setSource(tr("Mails that have yet to leave."));
}

void DashboardPage::presentPlaces(const DashboardPlaces &places)
{
    m_places = places;
    QList<Bar> bars;
    for (const DashboardPlaces::Place &place : places.busiest)
        bars.append({place.name, place.name, place.people});
    m_busiest->present(bars, tr("No facility had %1 people or more on a day of the last week.")
                                 .arg(VisitCounts::smallestShown));
    m_busiest->setSource(tr("People a day, added up over seven days. Days with fewer than %1 count nothing, so that "
                            "no number tells of a person.")
                             .arg(VisitCounts::smallestShown));
    presentWarnings();
}

void DashboardPage::presentWarnings()
{
    m_warnings->present(DashboardWarnings::asSeenBy(*session(), m_finder.of(m_figures, m_places)));
}

void DashboardPage::presentBeginning()
{
    const bool mayRegister = may(Role::Facilities);
    m_beginning->setVisible(!m_figures.hasFacilities);
    m_beginningText->setText(
        mayRegister ? tr("No facility is registered yet. Register one, or import a list; then print its poster, put it "
                         "up, and scan the code with a phone: the registration shows here.")
                    : tr("No facility is registered yet. Somebody with the role \"facilities\" registers the first."));
    m_first->setVisible(mayRegister);
    m_import->setVisible(mayRegister);
}

// What can be read is shown beside what cannot; the sentence stays until that can be read too.
void DashboardPage::report(Part part, const std::optional<Error> &error)
{
    if (!session() || (!error && !m_errors.remove(part)))
        return;
    if (error)
        m_errors[part] = *error;
    if (m_errors.isEmpty())
        m_message->clear();
    else
        m_message->report(m_errors.first());
}

void DashboardPage::clear()
{
    ++m_session;
    m_counting.clear();
    m_countingPlaces.clear();
    m_counted.invalidate();
    m_countedPlaces.invalidate();
    m_errors.clear();
    m_figures = {};
    m_places = {};
    m_message->clear();
    m_asOf->clear();
    m_warnings->present({});
    m_beginning->hide();
    for (FigureTile *tile : {m_today, m_mail, m_approvals, m_web, m_erasure})
        tile->clear();
    for (BarChart *chart : {m_days, m_hours, m_busiest, m_queue})
        chart->clear();
}

} // namespace shirase
