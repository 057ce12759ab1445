// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace shirase {

/// A table in memory whose rows run out by themselves and which never grows beyond a bound: for limits, which
/// must not become a way to fill the memory. Times are whatever the caller counts in, as long as they only
/// grow.
template <typename Key, typename Value>
class ExpiringTable
{
public:
    struct Row
    {
        Value value{};
        qint64 until = 0; ///< the caller sets it; from then on the row counts for nothing
    };

    explicit ExpiringTable(qsizetype mostRows)
        : m_most(mostRows)
    {}

    /// The row of this key, a new one where there is none or it has run out; null if the table is full. Valid
    /// until the next call.
    [[nodiscard]] Row *row(const Key &key, qint64 now)
    {
        const auto found = m_rows.find(key);
        if (found != m_rows.end()) {
            if (found->until <= now)
                *found = {};
            return &*found;
        }
        return makeRoom(now) ? &*m_rows.insert(key, {}) : nullptr;
    }
    /// The row that row() has made, or null.
    [[nodiscard]] Row *existing(const Key &key)
    {
        const auto found = m_rows.find(key);
        return found == m_rows.end() ? nullptr : &*found;
    }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }

private:
    bool makeRoom(qint64 now)
    {
        ++m_sinceClearing;
        if (m_rows.size() < m_most)
            return true;
        // Seldom enough that looking at every row costs each newcomer next to nothing.
        if (m_sinceClearing < m_most / 8)
            return false;
        m_sinceClearing = 0;
        m_rows.removeIf([now](const auto &row) { return row.value().until <= now; });
        return m_rows.size() < m_most;
    }

    QHash<Key, Row> m_rows;
    qsizetype m_most;
    qsizetype m_sinceClearing = 0;
};

} // namespace shirase
