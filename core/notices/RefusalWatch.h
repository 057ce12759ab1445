// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"

#include <deque>
#include <map>

namespace shirase {

/// Tells a relay that has begun to refuse everybody from single mailboxes that do not exist (REQUIREMENTS
/// M3).
class RefusalWatch
{
public:
    static constexpr int inARow = 10;
    static constexpr int amongLast = 20; ///< refusals …
    static constexpr int last = 50;      ///< … of so many mails
    /// So many at least make a burst where a notice ends without anybody reached.
    static constexpr int atTheEnd = 3;

    /// One mail's end; the same mail again counts once.
    void take(NoticeId notice, qint64 mail, bool refused);
    [[nodiscard]] bool isBurst(NoticeId notice) const;
    void forget(NoticeId notice) { m_ends.erase(notice); }

private:
    struct End
    {
        qint64 mail = 0;
        bool refused = false;
    };
    std::map<NoticeId, std::deque<End>> m_ends; ///< the last of each, oldest first
};

} // namespace shirase
