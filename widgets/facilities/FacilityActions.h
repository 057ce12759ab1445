// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterLayout.h"
#include "widgets/common/Page.h"
#include "widgets/facilities/FacilityCommand.h"

#include <QUndoStack>

namespace shirase {

/// What a clerk can do with facilities that exist, with the questions that it takes (REQUIREMENTS O4, S1).
/// Corrections and changes of state can be undone until the window is locked.
class FacilityActions : public QObject, private FacilityActRunner
{
    Q_OBJECT
public:
    /// @param window over which the questions appear
    FacilityActions(PageContext context, QWidget *window);

    /// Who acts from now on.
    void enter(SharedSession session) { m_session = std::move(session); }
    void sendPoster(const Facility &facility);
    void reissue(const Facility &facility);
    /// Fails with Conflict if somebody else has changed the facility since it was read.
    [[nodiscard]] Result<> correct(const Facility &before, const FacilityDetails &after);
    /// Asks, then suspends, takes into use again or retires. @param name of the one facility; unused for
    /// several
    void changeState(const QList<FacilityId> &facilities, const QString &name, FacilityState to);
    /// Asks for a file, and paints all posters into one PDF; retired facilities have none.
    void savePosters(const QList<FacilityId> &facilities, PosterSize size);
    /// Asks for a file, and writes these facilities as CSV, in their order.
    void exportCsv(const QList<FacilityId> &facilities);

    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }
    /// Forgets what could be undone, and who acted.
    void clear();

Q_SIGNALS:
    void changed();
    /// A sentence that says what was done.
    void done(const QString &sentence);
    void failed(const shirase::Error &error);

private:
    Result<FacilityAct::Outcome> run(const std::shared_ptr<FacilityAct> &act,
                                     FacilityAct::Direction direction) override;
    [[nodiscard]] Result<FacilityAct::Outcome> perform(const std::shared_ptr<FacilityAct> &act,
                                                       FacilityAct::Direction direction);
    [[nodiscard]] bool confirmState(int count, const QString &name, FacilityState to);
    [[nodiscard]] static QString stateSentence(const QString &name, FacilityState state);
    [[nodiscard]] static QString stateSentence(int count, FacilityState state);
    void tell(const FacilityAct &act, FacilityAct::Direction direction, const FacilityAct::Outcome &outcome);

    PageContext m_context;
    QWidget *m_window;
    SharedSession m_session;
    QUndoStack m_undo;
    QString m_name;  ///< of the facility of the act under way, where it is about one
    Result<> m_last; ///< what came of the last act
    bool m_running = false;
};

} // namespace shirase
