// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeper.h"

#include "app/Connection.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/mail/MailFolder.h"
#include "core/visits/VisitTotals.h"

#include <QTimer>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 patience = 3600; // seconds that an erasure may take before somebody should look

} // namespace

Housekeeper::Housekeeper(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent)
    : QThread(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_breaker(breaker)
{
    setObjectName(u"housekeeper"_s);
}

Housekeeper::~Housekeeper()
{
    requestInterruption();
    quit();
    wait();
}

void Housekeeper::run()
{
    QTimer timer;
    const auto lookAndSay = [this] {
        const Result<> looked = look();
        if (m_connection && !isInterruptionRequested())
            saySettings(m_connection->settings.fileProblem());
        if (!looked)
            m_connection.reset(); // whatever was wrong with it
        if (!isInterruptionRequested())
            say(looked ? QString() : looked.error().message);
    };
    connect(&timer, &QTimer::timeout, &timer, lookAndSay);
    connect(this, &Housekeeper::lookAsked, &timer, lookAndSay);
    timer.start(1min);
    lookAndSay();
    exec();
    m_connection.reset();
}

Result<> Housekeeper::open()
{
    if (m_connection)
        return {};
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_folder, m_clock, &m_breaker);
    if (!opened)
        return passOn(opened);
    m_connection = std::move(*opened);
    return {};
}

Result<> Housekeeper::look()
{
    if (const Result<> opened = open(); !opened)
        return opened;
    if (const Result<bool> read = m_connection->settings.reload(); !read)
        return passOn(read);
    const Result<> kept = eraseIfSure();
    // Whatever keeps the erasure, backups are made.
    const Result<> backedUp = m_backup.look(*m_connection, [this](int, int) { return !isInterruptionRequested(); });
    return kept ? backedUp : kept;
}

Result<> Housekeeper::eraseIfSure()
{
    const Result<std::optional<ClockGuard::Doubt>> doubt = m_connection->clockGuard.look();
    if (!doubt)
        return passOn(doubt);
    if (*doubt)
        return fail(ErrorCode::Conflict, (*doubt)->sentence());
    return keepHouse(*m_connection);
}

Result<> Housekeeper::keepHouse(Connection &connection)
{
    const Result<OfficePublicKey> office = connection.staff.officePublicKey();
    if (!office)
        return passOn(office);
    Result<> forgotten =
        DayKeys(*connection.vault, connection.serverKey, *office).forgetPast(m_clock.now());
    if (!forgotten)
        return forgotten;

    const QDate today = japan::dayOf(m_clock.now());
    const RetentionMonths months = RetentionMonths::of(connection.settings);
    const Result<bool> due = connection.erasure.isDue(today, months);
    if (!due)
        return passOn(due);
    if (const Result<> erased = *due ? erase(connection, today, months) : eraseOwnMails(connection, today, months); !erased)
        return erased;
    return VisitTotals(*connection.database).keep(lastErasedDay(today, months.visits).addDays(1), m_clock.now());
}

Result<> Housekeeper::erase(Connection &connection, QDate today, const RetentionMonths &months)
{
    const Result<ErasureReport> done =
        connection.erasure.run(today, months, [this](int, int) { return !isInterruptionRequested(); });
    if (done || done.error().code != ErrorCode::Busy)
        return done ? Result<>() : passOn(done);
    // Another server is at it, or somebody reads for a moment. That does not last for hours.
    const Result<std::optional<ErasureReport>> last = connection.erasure.reports().last();
    const bool stuck = last && *last && !(*last)->isFinished() && (*last)->at < m_clock.now() - patience;
    return stuck ? passOn(done) : Result<>();
}

// Each server has a mail folder of its own, and the erasure has been done by one of them.
Result<> Housekeeper::eraseOwnMails(Connection &connection, QDate today, const RetentionMonths &months)
{
    if (m_mailsErasedOn == today)
        return {};
    const MailFolder folder(m_folder.mailFolder(connection.settings));
    const qint64 until = japan::startOf(lastErasedDay(today, months.visits).addDays(1));
    if (const Result<> erased = folder.erase(folder.writtenBefore(until)); !erased)
        return erased;
    m_mailsErasedOn = today;
    return {};
}

void Housekeeper::say(const QString &problem)
{
    if (problem == m_said)
        return;
    m_said = problem;
    Q_EMIT problemChanged(problem);
}

void Housekeeper::saySettings(const QString &problem)
{
    if (problem == m_saidSettings)
        return;
    m_saidSettings = problem;
    Q_EMIT settingsProblemChanged(problem);
}

} // namespace shirase
