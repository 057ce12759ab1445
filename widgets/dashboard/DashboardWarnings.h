// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/OfficeWatch.h"
#include "widgets/dashboard/DashboardCounts.h"

#include <QCoreApplication>

namespace shirase {

class ServerStatus;

/// Where a button of the dashboard leads.
struct DashboardGoal
{
    enum class Place { None, NewFacility, Import, Facility, Notice, Notices, Mail, Setting, Erasure, Web };
    Place place = Place::None;
    qint64 id = 0; ///< of the facility or the notice
    QString setting = {}; ///< its key

    bool operator==(const DashboardGoal &) const = default;
};

/// Something that wants somebody's attention.
struct DashboardWarning
{
    QString what;       ///< one sentence: what is wrong and what it means
    QString todo;       ///< one sentence: what to do
    DashboardGoal goal; ///< where it is done, if it is in this window

    bool operator==(const DashboardWarning &) const = default;
};

/// Finds what wants attention in what was read; reads nothing itself.
class DashboardWarnings
{
    Q_DECLARE_TR_FUNCTIONS(DashboardWarnings)

public:
    /// A certificate is worth a word from so many days before its end.
    static constexpr int certificateDays = 14;
    /// Each day's erasure has this long after midnight; so has the program after its start.
    static constexpr qint64 erasureSeconds = 3600;
    /// Bursts and stopped notices that are told one by one; of more only the number.
    static constexpr int mostOfAKind = 3;

    /// @param startedAt when this window began to watch: seconds since the epoch, UTC
    explicit DashboardWarnings(const ServerStatus &server, qint64 startedAt)
        : m_server(server)
        , m_startedAt(startedAt)
    {}

    /// The most urgent first.
    [[nodiscard]] QList<DashboardWarning> of(const OfficeFigures &figures, const DashboardPlaces &places) const;
    /// Without the buttons that lead where this account may do nothing.
    [[nodiscard]] static QList<DashboardWarning> asSeenBy(const Session &session, QList<DashboardWarning> warnings);

private:
    void addServer(QList<DashboardWarning> &found, qint64 now) const;
    void addCertificate(QList<DashboardWarning> &found, qint64 now) const;
    void addMail(QList<DashboardWarning> &found, const OfficeFigures &figures) const;
    void addErasure(QList<DashboardWarning> &found, const OfficeFigures &figures) const;
    void addBursts(QList<DashboardWarning> &found, const DashboardPlaces &places) const;

    const ServerStatus &m_server;
    qint64 m_startedAt;
};

} // namespace shirase
