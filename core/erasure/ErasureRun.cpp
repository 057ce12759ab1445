// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/ErasureRun.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <optional>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseSeconds = 60;
constexpr qint64 renewAfter = 10'000; // ms
constexpr int tries = 12;             // each waits for the database's own time-out

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Erasure)
};

/// How many rows fit into a few milliseconds: disks differ a hundredfold. Whoever waits for SQLite only looks after 1, 3, 8, 18
/// and 33 ms. With as much time at work as between two steps, a registration met one of them at each look, and the slowest of
/// a hundred took 24 to 35 ms, or 100 ms; with a fifth of it 16 to 23 ms. The erasure takes several times as long, which nobody
/// waits for (DESIGN; tests/bench/run erasure).
class StepSize
{
public:
    [[nodiscard]] int rows() const { return m_rows; }
    void took(std::chrono::nanoseconds time)
    {
        using namespace std::chrono_literals;
        constexpr int fewest = 20;
        constexpr int most = 2000;
        if (time > 2ms)
            m_rows = std::max(fewest, m_rows / 2);
        else if (time < 800us)
            m_rows = std::min(most, m_rows * 2);
    }

private:
    int m_rows = 200;
};

/// Others write too; an erasure has the time to wait for its turn again and again.
template <typename Work>
auto untilNotBusy(const Work &work)
{
    auto result = work();
    for (int tried = 1; tried < tries && !result && result.error().code == ErrorCode::Busy; ++tried) {
        letOthersWrite();
        result = work();
    }
    return result;
}

} // namespace

ErasureRun::ErasureRun(Database &database, ErasureReports &reports, const Clock &clock, const Progress &progress)
    : m_database(database)
    , m_reports(reports)
    , m_clock(clock)
    , m_progress(progress)
    , m_lease(database, u"erasure"_s, clock)
{
    m_sinceBegin.start();
}

Result<> ErasureRun::begin(QDate until, int total)
{
    m_total = total;
    if (const Result<> taken = untilNotBusy([this] { return renew(); }); !taken)
        return taken;
    const Result<std::optional<ErasureReport>> last = m_reports.last();
    if (!last)
        return passOn(last);
    const qint64 now = m_clock.now();
    const bool goesOn = *last && !(*last)->isFinished() && (*last)->untilDay == until &&
                        japan::dayOf((*last)->at) == japan::dayOf(now);
    if (goesOn) {
        m_report = **last;
        m_before = m_report.milliseconds;
        return {};
    }
    Result<ErasureReport> report =
        untilNotBusy([&] { return m_reports.insert({.at = now, .untilDay = until}); });
    if (!report)
        return passOn(report);
    m_report = *report;
    return {};
}

Result<> ErasureRun::renew()
{
    if (m_sinceRenewal.isValid() && !m_sinceRenewal.hasExpired(renewAfter))
        return {};
    const Result<bool> held = m_lease.take(leaseSeconds);
    if (!held)
        return passOn(held);
    if (!*held) {
        return fail(ErrorCode::Busy,
                    Tr::tr("Shirase is erasing at this moment already. Please wait until that has ended."));
    }
    m_sinceRenewal.start();
    return {};
}

Result<> ErasureRun::repeat(int ErasureReport::*count, const Step &step)
{
    return repeat(Place::Main, count, step);
}

Result<> ErasureRun::repeatElsewhere(int ErasureReport::*count, const Step &step)
{
    return repeat(Place::Elsewhere, count, step);
}

Result<> ErasureRun::repeat(Place place, int ErasureReport::*count, const Step &step)
{
    StepSize size;
    while (true) {
        if (const Result<> held = renew(); !held)
            return held;
        QElapsedTimer timer;
        const Result<Part> part = untilNotBusy([&] {
            timer.start(); // the last try counts, not how long others were in the way
            return once(place, count, step, size.rows());
        });
        if (!part)
            return passOn(part);
        size.took(std::chrono::nanoseconds(timer.nsecsElapsed()));
        m_done += count ? part->rows : 0;
        if (const Result<> wanted = checkCancelled(); !wanted)
            return wanted;
        if (!part->more)
            return {};
        letOthersWrite();
    }
}

Result<ErasureRun::Part> ErasureRun::once(Place place, int ErasureReport::*count, const Step &step, int atMost)
{
    std::optional<Transaction> transaction;
    if (place == Place::Main) {
        Result<Transaction> begun = Transaction::begin(m_database);
        if (!begun)
            return passOn(begun);
        transaction.emplace(std::move(*begun));
    }
    Result<Part> part = step(atMost);
    if (!part)
        return part;
    ErasureReport report = m_report;
    if (count && part->rows > 0) {
        report.*count += part->rows;
        if (const Result<> saved = save(report); !saved)
            return passOn(saved);
    }
    if (transaction) {
        if (const Result<> committed = transaction->commit(); !committed)
            return passOn(committed);
    }
    m_report = report;
    return part;
}

Result<> ErasureRun::save(const ErasureReport &report)
{
    ErasureReport timed = report;
    timed.milliseconds = m_before + m_sinceBegin.elapsed();
    return m_reports.update(timed);
}

Result<> ErasureRun::checkCancelled()
{
    if (!m_progress || m_progress(std::min(m_done, m_total), m_total))
        return {};
    return fail(ErrorCode::Conflict,
                Tr::tr("The erasure was cancelled. What has been erased stays erased; the next one goes on from there."));
}

Result<> ErasureRun::patiently(const std::function<Result<>()> &act)
{
    return untilNotBusy(act);
}

Result<> ErasureRun::finish()
{
    m_report.finishedAt = m_clock.now();
    m_report.milliseconds = m_before + m_sinceBegin.elapsed();
    return untilNotBusy([this] { return m_reports.update(m_report); });
}

} // namespace shirase
