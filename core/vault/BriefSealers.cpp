// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/BriefSealers.h"

namespace shirase {

BriefSealers::BriefSealers(std::chrono::milliseconds life)
    : m_life(life)
{
    m_wipe.setSingleShot(true);
    m_wipe.callOnTimeout([this] { m_sealers.clear(); });
}

const Sealer &BriefSealers::to(const QByteArray &publicKey)
{
    // A thread that was kept busy hears of its timers late.
    if (m_end.hasExpired())
        m_sealers.clear();
    if (m_sealers.empty()) {
        m_end = QDeadlineTimer(m_life);
        m_wipe.start(m_life);
    }
    return m_sealers.try_emplace(publicKey, publicKey).first->second;
}

} // namespace shirase
