// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/OfficeWatch.h"
#include "widgets/common/Page.h"
#include "widgets/dashboard/DashboardCounts.h"
#include "widgets/dashboard/DashboardWarnings.h"

#include <QElapsedTimer>
#include <QMap>

class QGridLayout;
class QLabel;
class QPushButton;

namespace shirase {

class BarChart;
class FigureTile;
class MessageBar;
class ServerStatus;
class WarningList;

/// How it stands: what wants attention, the figures of the day, the registrations of the days that are kept, the
/// busiest places, the mail that waits (REQUIREMENTS S8). It reads itself anew while it is seen.
class DashboardPage final : public Page
{
    Q_OBJECT
public:
    /// @param watch outlives the page, as does the server's status
    DashboardPage(PageContext context, OfficeWatch &watch, const ServerStatus &server, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Facilities, Subject::Erasures, Subject::Settings}; }
    void catchUp(const Subjects &) override { refresh(); }

Q_SIGNALS:
    /// A button leads away from here.
    void asked(const shirase::DashboardGoal &goal);

protected:
    void clear() override;

private:
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeBeginning();
    [[nodiscard]] QGridLayout *makeTiles();
    [[nodiscard]] QGridLayout *makeCharts();
    void connectParts();

    void countAgain();
    void countPlacesAgain();
    void presentFigures(const OfficeFigures &figures);
    void presentApprovals(const OfficeFigures &figures);
    void presentErasure(const OfficeFigures &figures);
    void presentServer();
    void presentCounts(const DashboardCounts &counts);
    void presentPlaces(const DashboardPlaces &places);
    void presentWarnings();
    void presentBeginning();
    /// What is read apart, and can fail apart.
    enum Part { Figures, Counts, Places };
    void report(Part part, const std::optional<Error> &error);

    OfficeWatch &m_watch;
    const ServerStatus &m_server;
    DashboardWarnings m_finder;
    OfficeFigures m_figures;
    DashboardPlaces m_places;
    QPointer<Job> m_counting;
    QPointer<Job> m_countingPlaces;
    QElapsedTimer m_counted;       ///< since the counts were begun
    QElapsedTimer m_countedPlaces; ///< since the places were begun
    QMap<Part, Error> m_errors;    ///< of what could not be read last
    qint64 m_countPause = 0;       ///< between two counts, in milliseconds
    int m_session = 0;             ///< counts them: what was read for another one is not shown

    MessageBar *m_message;
    WarningList *m_warnings;
    QLabel *m_asOf;
    QWidget *m_beginning;
    QLabel *m_beginningText;
    QPushButton *m_first;
    QPushButton *m_import;
    FigureTile *m_today;
    FigureTile *m_mail;
    FigureTile *m_approvals;
    FigureTile *m_web;
    FigureTile *m_erasure;
    BarChart *m_days;
    BarChart *m_hours;
    BarChart *m_busiest;
    BarChart *m_queue;
};

} // namespace shirase
