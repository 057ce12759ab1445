// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/DashboardWarnings.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"
#include "widgets/shell/ServerStatus.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3600; // seconds
const QString certificate = u"web.tls_certificate"_s;

using Place = DashboardGoal::Place;

} // namespace

QList<DashboardWarning> DashboardWarnings::of(const OfficeFigures &figures, const DashboardPlaces &places) const
{
    QList<DashboardWarning> found;
    addServer(found, figures.at);
    addErasure(found, figures);
    addMail(found, figures);
    addBursts(found, places);
    return found;
}

QList<DashboardWarning> DashboardWarnings::asSeenBy(const Session &session, QList<DashboardWarning> warnings)
{
    for (DashboardWarning &warning : warnings) {
        if (warning.goal.place == Place::Setting && !session.has(Role::Administrator))
            warning.goal = {};
    }
    return warnings;
}

void DashboardWarnings::addServer(QList<DashboardWarning> &found, qint64 now) const
{
    if (m_server.state() == ServerStatus::State::Stopped)
        found.append({tr("Visitors cannot register: the web server does not run. %1").arg(m_server.problem()),
                      tr("Please put right what the sentence names, then open the web server again. Posters and notices "
                         "work meanwhile."),
                      {Place::Web}});
    else if (!m_server.problem().isEmpty())
        found.append({m_server.problem(),
                      tr("Visitors can register meanwhile. Please tell whoever looks after the web server."), {}});
    for (const QString &problem : {m_server.storageProblem(), m_server.settingsProblem()}) {
        if (!problem.isEmpty())
            found.append({problem, tr("Please tell whoever looks after Shirase."), {}});
    }
    if (!m_server.diskProblem().isEmpty())
        found.append({m_server.diskProblem(),
                      tr("Please ask whoever looks after this computer to make room. Backups that lie on the same disk take less "
                         "if they are kept for fewer days."),
                      {Place::Setting, 0, u"backup.keep_days"_s}});
    addCertificate(found, now);
}

void DashboardWarnings::addCertificate(QList<DashboardWarning> &found, qint64 now) const
{
    const std::optional<qint64> end = m_server.certificateEnd();
    if (!end || *end - now > certificateDays * day)
        return;
    const QString todo = tr("Please put a renewed certificate into its place. Shirase takes it over by itself.");
    if (*end <= now)
        found.append({tr("The web server's certificate ran out on %1: phones refuse the page.").arg(Texts::time(*end)),
                      todo,
                      {Place::Setting, 0, certificate}});
    else
        found.append({tr("The web server's certificate runs out on %1, and phones refuse the page then.")
                          .arg(Texts::time(*end)),
                      todo,
                      {Place::Setting, 0, certificate}});
}

void DashboardWarnings::addErasure(QList<DashboardWarning> &found, const OfficeFigures &figures) const
{
    const qint64 midnight = japan::startOf(japan::dayOf(figures.at));
    const bool late = figures.at - std::max(midnight, m_startedAt) > erasureSeconds;
    const bool missing = !figures.erasure || figures.erasure->at < midnight;
    if (m_server.erasureProblem().isEmpty() && !(late && missing))
        return;
    const QString what =
        figures.erasure
            ? tr("Today's erasure has not been done; the last one was on %1.").arg(Texts::time(figures.erasure->at))
            : tr("Nothing has been erased so far.");
    found.append({m_server.erasureProblem().isEmpty() ? what : what + u' ' + m_server.erasureProblem(),
                  tr("Visitors were promised that it is done each day. Please tell whoever looks after Shirase; the "
                     "command \"shirasectl erase\" does it at once, and so does the button, if nothing stands in its way."),
                  {Place::Erasure}});
}

void DashboardWarnings::addMail(QList<DashboardWarning> &found, const OfficeFigures &figures) const
{
    int told = 0;
    for (const auto &[id, reason] : figures.heldNotices.asKeyValueRange()) {
        if (++told <= mostOfAKind)
            found.append({tr("Notice %1 has stopped by itself.").arg(id), reason.sentence(), {Place::Notice, id}});
    }
    if (const int more = told - mostOfAKind; more > 0)
        found.append({tr("%n more notices have stopped by themselves.", "", more),
                      tr("Please look at each of them."),
                      {Place::Notices}});
    if (figures.mail.held > 0)
        found.append({tr("%n confirmations and posters are held: the database was restored from a backup, so that "
                         "they may have been sent already.",
                         "", figures.mail.held),
                      tr("Please choose on the mail page: send, or give up."),
                      {Place::Mail}});
    if (!m_server.relayProblem().isEmpty())
        found.append({tr("The mail queue stands still: %1").arg(m_server.relayProblem()),
                      tr("What waits is kept and tried again by itself. Please ask whoever looks after the mail "
                         "server, if it lasts."),
                      {Place::Mail}});
    else if (figures.mailStandsStill())
        found.append({tr("The mail queue stands still: mail has been waiting to leave since %1.")
                          .arg(Texts::time(figures.overdueSince)),
                      tr("Please look at the mail queue, and at the settings of the mail server."),
                      {Place::Mail}});
}

// A copied poster, or a prank (REQUIREMENTS S8).
void DashboardWarnings::addBursts(QList<DashboardWarning> &found, const DashboardPlaces &places) const
{
    for (const DashboardPlaces::Burst &burst : places.bursts.first(std::min<qsizetype>(mostOfAKind, places.bursts.size()))) {
        found.append({tr("An odd burst of registrations: %1, %L2 in the hour from %3.", "facility, number, time")
                          .arg(burst.name)
                          .arg(burst.burst.registrations)
                          .arg(Texts::time(burst.burst.hour)),
                      tr("Please ask there. If the code was copied or shared, give the facility a new one."),
                      {Place::Facility, burst.burst.facility}});
    }
    if (const int more = int(places.bursts.size()) - mostOfAKind; more > 0)
        found.append({tr("%n more facilities had an odd burst of registrations.", "", more),
                      tr("Such a day may be an event. Please ask at the largest ones first."),
                      {}});
}

} // namespace shirase
