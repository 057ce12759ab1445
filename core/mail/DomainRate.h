// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Pace.h"

#include <QByteArray>
#include <QHash>

namespace shirase {

/// What each recipient domain is given in a minute: carriers block who sends faster (REQUIREMENTS M3).
class DomainRate
{
public:
    /// @param perMinute mails for one domain; 0 for no limit
    explicit DomainRate(int perMinute)
        : m_perMinute(perMinute)
    {}

    [[nodiscard]] bool hasRoom(const QByteArray &domain, qint64 now);
    /// One mail goes there; requires hasRoom().
    void take(const QByteArray &domain, qint64 now);

private:
    [[nodiscard]] Pace &paceOf(const QByteArray &domain, qint64 now);

    int m_perMinute;
    QHash<QByteArray, Pace> m_paces; ///< of the domains that were written to of late
};

} // namespace shirase
