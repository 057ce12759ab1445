// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SealedBox.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>
#include <map>

namespace shirase {

/// Sealers that are shared by all that is sealed within one second, and known to nobody afterwards. The key agreement of one
/// takes 675,000 instructions: made for each sixteen registrations that share a commit, a quarter of what they cost the thread
/// that writes them (measured). Whoever breaks in reads what is being typed at that moment either way.
///
/// They are wiped when the second is over, whether more is sealed or not. For one thread with an event loop.
class BriefSealers
{
public:
    explicit BriefSealers(std::chrono::milliseconds life = std::chrono::seconds(1));

    /// @param publicKey 32 bytes; what is returned is valid until the next call and the event loop's next turn
    [[nodiscard]] const Sealer &to(const QByteArray &publicKey);
    [[nodiscard]] bool isEmpty() const { return m_sealers.empty(); }

private:
    std::chrono::milliseconds m_life;
    std::map<QByteArray, Sealer> m_sealers; ///< by public key
    QDeadlineTimer m_end;                   ///< of the second that began with the first of them
    QTimer m_wipe;
};

} // namespace shirase
