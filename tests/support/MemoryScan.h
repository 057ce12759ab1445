// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <algorithm>

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

    /// How many copies there are.
    [[nodiscard]] int copies() const
    {
        int found = 0;
        for (const auto &[from, until] : writableRanges())
            found += copiesIn(from, until);
        return found;
    }

private:
    static constexpr char mask = 0x5a;
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

    [[nodiscard]] int copiesIn(quintptr from, quintptr until) const
    {
        // Through the file: a range that goes away meanwhile is a short read, not a crash. The buffer is
        // masked in place of being kept, so that it never holds what is looked for once a round is over.
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !memory.seek(qint64(from)))
            return 0;
        int found = 0;
        constexpr qint64 step = 1 << 20;
        QByteArray window;
        for (quintptr at = from; at < until; at += quintptr(step)) {
            QByteArray part = memory.read(qint64(std::min(quintptr(step), until - at)));
            if (part.isEmpty())
                break;
            std::ranges::transform(part, part.begin(), [](char c) { return char(c ^ mask); });
            window = window.right(m_masked.size() - 1) + part;
            for (qsizetype i = window.indexOf(m_masked); i >= 0; i = window.indexOf(m_masked, i + 1))
                ++found;
        }
        return found;
    }

    QByteArray m_masked;
};

} // namespace shirase
