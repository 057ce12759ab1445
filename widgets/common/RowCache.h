// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <algorithm>
#include <optional>

namespace shirase {

/// The rows of a long table that are in memory, in chunks of neighbours, and which chunks are to be read
/// next. What was looked at last is kept longest and, where several chunks are wanted, read first: whoever
/// scrolls fast waits for the place where he stopped, not for all that he flew over.
template <typename Row>
class RowCache
{
public:
    /// @param chunkSize rows in a chunk @param mostChunks how many are kept @param mostWanted how many are
    /// remembered as wanted; older wishes are forgotten, and come back if they are looked at again
    RowCache(int chunkSize, int mostChunks, int mostWanted)
        : m_chunkSize(chunkSize)
        , m_mostChunks(mostChunks)
        , m_mostWanted(mostWanted)
    {}

    [[nodiscard]] int chunkSize() const { return m_chunkSize; }
    [[nodiscard]] int chunkOf(int row) const { return row / m_chunkSize; }

    /// Null if the row is not in memory; valid until the cache changes.
    [[nodiscard]] const Row *at(int row)
    {
        const auto chunk = m_chunks.find(chunkOf(row));
        const int within = row % m_chunkSize;
        if (chunk == m_chunks.end() || within >= chunk->rows.size())
            return nullptr;
        chunk->usedAt = ++m_now;
        return &chunk->rows[within];
    }

    /// Notes that a row is wanted; false if its chunk is in memory, being read, or could not be read.
    bool want(int row)
    {
        const int chunk = chunkOf(row);
        if (m_chunks.contains(chunk) || m_reading == chunk || m_unreadable.contains(chunk))
            return false;
        m_wanted.removeOne(chunk);
        m_wanted.append(chunk);
        if (m_wanted.size() > m_mostWanted)
            m_wanted.removeFirst();
        return true;
    }

    /// The chunk to read next; nothing while another is being read, or none is wanted.
    [[nodiscard]] std::optional<int> begin()
    {
        if (m_reading || m_wanted.isEmpty())
            return std::nullopt;
        m_reading = m_wanted.takeLast();
        return m_reading;
    }

    /// A chunk that has been read; the one that was used longest ago makes room.
    void put(int chunk, QList<Row> rows)
    {
        settle(chunk);
        m_chunks.insert(chunk, {std::move(rows), ++m_now});
        while (m_chunks.size() > m_mostChunks) {
            const auto oldest =
                std::min_element(m_chunks.begin(), m_chunks.end(),
                                 [](const Chunk &a, const Chunk &b) { return a.usedAt < b.usedAt; });
            m_chunks.erase(oldest);
        }
    }

    /// A chunk that could not be read: it is not wanted again until the cache is cleared.
    void giveUp(int chunk)
    {
        settle(chunk);
        m_unreadable.append(chunk);
    }

    /// The chunks used last, the latest first.
    [[nodiscard]] QList<int> recent(int atMost) const
    {
        QList<int> chunks = m_chunks.keys();
        std::ranges::sort(chunks, [this](int a, int b) { return m_chunks[a].usedAt > m_chunks[b].usedAt; });
        return chunks.first(std::min<qsizetype>(atMost, chunks.size()));
    }

    void clear()
    {
        m_chunks.clear();
        m_wanted.clear();
        m_unreadable.clear();
        m_reading.reset();
    }

private:
    struct Chunk
    {
        QList<Row> rows;
        quint64 usedAt = 0;
    };

    void settle(int chunk)
    {
        m_wanted.removeOne(chunk);
        if (m_reading == chunk)
            m_reading.reset();
    }

    int m_chunkSize;
    int m_mostChunks;
    int m_mostWanted;
    QHash<int, Chunk> m_chunks;
    QList<int> m_wanted; ///< the latest at the end
    QList<int> m_unreadable;
    std::optional<int> m_reading;
    quint64 m_now = 0; ///< counts uses
};

} // namespace shirase
