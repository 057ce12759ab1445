// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <algorithm>
#include <cstring>

namespace shirase {

/// Looks for a secret in all of this process's memory, without keeping a copy that it would find itself.
class MemoryScan
{
public:
    /// Remembers a secret of at least 16 bytes; the caller lets go of it then.
    explicit MemoryScan(QByteArrayView secret)
    {
        for (const char c : secret)
            m_masked.append(char(c ^ mask));
    }

    /// Why it cannot be looked for; empty where it can. To be asked first.
    [[nodiscard]] static const char *obstacle()
    {
#ifdef __SANITIZE_ADDRESS__
        return "AddressSanitizer keeps frames of functions that have returned.";
#else
        return nullptr;
#endif
    }

    /// How many copies there are.
    [[nodiscard]] int copies() const
    {
        SecretBytes window(windowSize); // wiped afterwards: it has held every secret of the process
        int found = 0;
        for (const Range &range : writableRanges()) {
            const auto own = quintptr(window.data());
            if (own < range.first || own >= range.second)
                found += copiesIn(range, window);
        }
        return found;
    }

private:
    static constexpr char mask = 0x5a;
    static constexpr std::size_t windowSize = 1 << 16;
    using Range = std::pair<quintptr, quintptr>;

    [[nodiscard]] static QList<Range> writableRanges()
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        if (!maps.open(QIODevice::ReadOnly))
            qFatal("/proc/self/maps cannot be read.");
        QList<Range> ranges;
        for (const QByteArray &line : maps.readAll().split('\n')) {
            const QByteArrayList fields = line.split(' ');
            if (fields.size() < 2 || !fields[1].startsWith("rw"))
                continue;
            const QByteArrayList ends = fields[0].split('-');
            ranges.append({ends[0].toULongLong(nullptr, 16), ends[1].toULongLong(nullptr, 16)});
        }
        return ranges;
    }

    [[nodiscard]] int copiesIn(const Range &range, SecretBytes &window) const
    {
        // Through the file: a range that goes away meanwhile is a short read, not a crash.
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            qFatal("/proc/self/mem cannot be read.");
        auto *const data = reinterpret_cast<char *>(window.data());
        int found = 0;
        qint64 kept = 0; // of the round before, where a copy may have begun
        for (quintptr at = range.first; at < range.second;) {
            const qint64 wanted = std::min(qint64(range.second - at), qint64(windowSize) - kept);
            if (!memory.seek(qint64(at)) || memory.read(data + kept, wanted) != wanted)
                break;
            const qint64 filled = kept + wanted;
            found += copiesIn(QByteArrayView(data, filled));
            kept = std::min(filled, qint64(m_masked.size()) - 1);
            std::memmove(data, data + filled - kept, size_t(kept));
            at += quintptr(wanted);
        }
        return found;
    }

    /// Neither the secret nor an unmasked copy of m_masked may come to lie in memory: of its first byte
    /// alone, which the C library finds fast, the rest is compared byte by byte.
    [[nodiscard]] int copiesIn(QByteArrayView window) const
    {
        const char first = char(m_masked.front() ^ mask);
        const char *at = window.begin();
        int found = 0;
        while (window.end() - at >= m_masked.size()) {
            at = static_cast<const char *>(
                std::memchr(at, first, size_t(window.end() - at - m_masked.size() + 1)));
            if (!at)
                break;
            found += std::equal(m_masked.begin(), m_masked.end(), at,
                                [](char masked, char c) { return masked == char(c ^ mask); });
            ++at;
        }
        return found;
    }

    QByteArray m_masked;
};

} // namespace shirase
