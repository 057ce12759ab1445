// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Lease.h"
#include "core/erasure/ErasureReports.h"
#include "core/foundation/Clock.h"

#include <QElapsedTimer>

#include <functional>

namespace shirase {

/// One run of the erasure at work: it holds the one lease there is, does steps, and keeps the report true of what is
/// committed. Gives the lease back when it goes.
class ErasureRun
{
    Q_DISABLE_COPY_MOVE(ErasureRun)
public:
    using Progress = std::function<bool(int done, int total)>;

    /// What a step has done, and whether there is more of its kind.
    struct Part
    {
        int rows = 0;
        bool more = false;
    };
    /// Erases at most that many rows.
    using Step = std::function<Result<Part>(int atMost)>;

    ErasureRun(Database &database, ErasureReports &reports, const Clock &clock, const Progress &progress);

    /// Takes the lease; goes on with the newest report if that run was interrupted on the same Japanese day, else
    /// begins a new one. Fails with Busy if another run is at work.
    /// @param total rows, for the progress
    [[nodiscard]] Result<> begin(QDate until, int total);

    /// Does steps on the main database until there is no more, each in a transaction with its count in the report.
    /// @param count null for rows that are not counted
    [[nodiscard]] Result<> repeat(int ErasureReport::*count, const Step &step);
    /// The same for what lies elsewhere; the step is committed before its count is.
    [[nodiscard]] Result<> repeatElsewhere(int ErasureReport::*count, const Step &step);
    /// Does something that others may be in the way of, with several tries.
    [[nodiscard]] Result<> patiently(const std::function<Result<>()> &act);

    [[nodiscard]] Result<> finish();
    [[nodiscard]] const ErasureReport &report() const { return m_report; }

private:
    enum class Place { Main, Elsewhere };
    [[nodiscard]] Result<> repeat(Place place, int ErasureReport::*count, const Step &step);
    [[nodiscard]] Result<Part> once(Place place, int ErasureReport::*count, const Step &step, int atMost);
    [[nodiscard]] Result<> renew();
    [[nodiscard]] Result<> save(const ErasureReport &report);
    [[nodiscard]] Result<> checkCancelled();

    Database &m_database;
    ErasureReports &m_reports;
    const Clock &m_clock;
    const Progress &m_progress;
    Lease m_lease;
    QElapsedTimer m_sinceRenewal;
    QElapsedTimer m_sinceBegin;
    qint64 m_before = 0; ///< ms that the interrupted part of the run took
    ErasureReport m_report;
    int m_done = 0;
    int m_total = 0;
};

} // namespace shirase
