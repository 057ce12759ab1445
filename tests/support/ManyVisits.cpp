// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyVisits.h"

#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitPartitions.h"
#include "tests/support/Results.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int whoBytes = 16;
constexpr int sealedBytes = 1 + 32 + 24 + 16 + 64; // DESIGN: version, key, nonce, tag, a short address padded
constexpr qint64 opens = 8 * 3600;                 // seconds after midnight
constexpr qint64 closes = 22 * 3600;
constexpr quint32 seed = 20261121;

struct Scan
{
    qint64 facility;
    qint64 at;
    auto operator<=>(const Scan &) const = default;
};

QByteArray randomBytes(QRandomGenerator &random, int count)
{
    QByteArray bytes((count + 3) / 4 * 4, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    bytes.truncate(count);
    return bytes;
}

std::vector<Scan> scansOf(QDate day, int count, int facilities, QRandomGenerator &random)
{
    std::vector<Scan> scans;
    for (int i = 0; i < count; ++i) {
        const double share = std::pow(random.generateDouble(), 4); // the first tenth has more than half of them
        scans.push_back({1 + qint64(share * facilities), japan::startOf(day) + random.bounded(opens, closes)});
    }
    std::ranges::sort(scans);
    return scans;
}

} // namespace

void addManyVisits(Database &database, int count, int facilities, QDate last, int days)
{
    QRandomGenerator random(seed);
    VisitPartitions partitions(database);
    for (int i = 0; i < days; ++i) {
        const QDate day = last.addDays(1 + i - days);
        const int ofDay = int(qint64(count) * (i + 1) / days - qint64(count) * i / days);
        Transaction transaction = must(Transaction::begin(database));
        must(partitions.ensure(day));
        for (const Scan &scan : scansOf(day, ofDay, facilities, random))
            must(database.run(u"INSERT INTO visit (day, facility_id, scanned_at, who, language, sealed_address) "
                              "VALUES (?, ?, ?, ?, 'ja', ?)"_s,
                              {japan::toNumber(day), scan.facility, scan.at, randomBytes(random, whoBytes),
                               randomBytes(random, sealedBytes)}));
        must(transaction.commit());
    }
}

} // namespace shirase
