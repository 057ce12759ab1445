// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/posters/PosterContent.h"
#include "core/visits/VisitCounts.h"

#include <QFrame>
#include <QMap>

class QLabel;
class QPushButton;
class QScrollArea;

namespace shirase {

class PosterView;
class VisitChart;

/// All about the facility that is selected, and what can be done with it.
class FacilityDetail : public QFrame
{
    Q_OBJECT
public:
    enum Action { Poster, Print, SendPoster, Edit, Suspend, Resume, Reissue, Retire };

    explicit FacilityDetail(QWidget *parent = nullptr);

    /// @param mayChange whether the account has the facilities role
    void present(const Facility &facility, const PosterContent &poster, bool mayChange);
    /// How many people registered there lately, once it is known; for the facility that is presented.
    void presentCounts(const QList<DayCount> &days);
    /// Several are selected: what can be done with all of them.
    void presentMany(int count, bool mayChange);
    /// Says what to do while none is selected.
    void presentNothing(const QString &sentence);

Q_SIGNALS:
    void asked(shirase::FacilityDetail::Action action);

private:
    [[nodiscard]] QWidget *makeFacts();
    void fillButtonArea();
    QPushButton *makeButton(Action action, const QString &text, const QString &name);

    QScrollArea *m_facts;
    QWidget *m_buttonArea;
    QLabel *m_hint;
    QLabel *m_name = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_contact = nullptr;
    QLabel *m_code = nullptr;
    PosterView *m_poster = nullptr;
    VisitChart *m_chart = nullptr;
    QDate m_since; ///< the day from which on people can register there
    QMap<Action, QPushButton *> m_buttons;
};

} // namespace shirase
