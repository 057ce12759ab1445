// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/DomainRate.h"

namespace shirase {

namespace {

constexpr qint64 minute = 60;
constexpr qsizetype mostKept = 5000; // domains; beyond, those that may be written to freely are forgotten

} // namespace

Pace &DomainRate::paceOf(const QByteArray &domain, qint64 now)
{
    if (m_paces.size() > mostKept)
        m_paces.removeIf([now](QHash<QByteArray, Pace>::iterator pace) { return pace->isRested(now); });
    auto known = m_paces.find(domain);
    if (known == m_paces.end())
        known = m_paces.insert(domain, Pace(m_perMinute, minute));
    return *known;
}

bool DomainRate::hasRoom(const QByteArray &domain, qint64 now)
{
    return m_perMinute == 0 || paceOf(domain, now).room(now) > 0;
}

void DomainRate::take(const QByteArray &domain, qint64 now)
{
    if (m_perMinute != 0)
        paceOf(domain, now).take(now);
}

} // namespace shirase
