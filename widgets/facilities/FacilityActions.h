// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "widgets/common/Page.h"

namespace shirase {

/// What a clerk can do with a facility that exists, with the questions that it takes (REQUIREMENTS O4).
class FacilityActions : public QObject
{
    Q_OBJECT
public:
    /// @param window over which the questions appear
    FacilityActions(PageContext context, QWidget *window);

    void sendPoster(const Facility &facility);
    /// Suspends a facility in use, and takes a suspended one into use again.
    void toggleSuspended(const Facility &facility);
    void retire(const Facility &facility);
    void reissue(const Facility &facility);

Q_SIGNALS:
    void changed(shirase::FacilityId id);
    /// A sentence that says what was done.
    void done(const QString &sentence);
    void failed(const shirase::Error &error);

private:
    void setState(const Facility &facility, FacilityState state, const QString &sentence);

    PageContext m_context;
    QWidget *m_window;
};

} // namespace shirase
