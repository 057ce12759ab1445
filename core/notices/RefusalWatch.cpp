// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RefusalWatch.h"

#include <algorithm>

namespace shirase {

void RefusalWatch::take(NoticeId notice, qint64 mail, bool refused)
{
    std::deque<End> &ends = m_ends[notice];
    // A record that the database did not take comes again.
    std::erase_if(ends, [mail](const End &end) { return end.mail == mail; });
    ends.push_back({mail, refused});
    if (ends.size() > size_t(last))
        ends.pop_front();
}

bool RefusalWatch::isBurst(NoticeId notice) const
{
    const auto found = m_ends.find(notice);
    if (found == m_ends.end())
        return false;
    const std::deque<End> &ends = found->second;
    if (std::ranges::count_if(ends, &End::refused) >= amongLast)
        return true;
    const auto accepted =
        std::find_if(ends.rbegin(), ends.rend(), [](const End &end) { return !end.refused; });
    return std::distance(ends.rbegin(), accepted) >= inARow;
}

} // namespace shirase
