// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityIndex.h"

#include "core/facilities/FacilityKeys.h"
#include "core/facilities/FacilityStore.h"
#include "core/facilities/PostalArea.h"
#include "core/foundation/JapaneseTime.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace shirase {

using namespace Qt::StringLiterals;

/// A query in the form in which entries are compared with it.
class FacilityIndex::Filter
{
public:
    explicit Filter(const FacilityQuery &query)
        : m_kind(query.kind)
        , m_state(query.state)
        , m_from(query.registeredFrom ? japan::startOf(*query.registeredFrom)
                                      : std::numeric_limits<qint64>::min())
        , m_until(query.registeredUntil ? japan::startOf(query.registeredUntil->addDays(1))
                                        : std::numeric_limits<qint64>::max())
    {
        setArea(FacilityKeys::folded(query.area));
        for (const QString &word : FacilityKeys::wordsOf(query.search))
            m_words.push_back(word.toStdString());
        // Searchers refer to the words, which stay where they are from here on.
        for (const std::string &word : m_words)
            m_searchers.emplace_back(word.begin(), word.end());
    }
    Q_DISABLE_COPY_MOVE(Filter)

    [[nodiscard]] bool fits(const Entry &entry) const
    {
        return (!m_kind || entry.kind == *m_kind) && (!m_state || entry.state == *m_state) &&
               entry.createdAt >= m_from && entry.createdAt < m_until &&
               entry.postalCode.startsWith(m_postalCode) &&
               entry.place.startsWith(m_place)
               // Many leave out the prefecture of their own office.
               &&
               (m_prefecture.isEmpty() || entry.prefecture.isEmpty() || entry.prefecture == m_prefecture) &&
               std::ranges::all_of(m_searchers, [&](const Searcher &searcher) {
                   return std::search(entry.search.begin(), entry.search.end(), searcher) !=
                          entry.search.end();
               });
    }

private:
    using Searcher = std::boyer_moore_horspool_searcher<std::string::const_iterator>;

    void setArea(const QString &typed)
    {
        if (!typed.isEmpty() && typed.front().isDigit()) {
            m_postalCode = QString(typed).remove(u'-');
            if (m_postalCode.size() > 3)
                m_postalCode.insert(3, u'-');
            return;
        }
        const PostalArea area = PostalArea::of(typed);
        m_prefecture = area.prefecture;
        m_place = area.rest;
    }

    std::optional<FacilityKind> m_kind;
    std::optional<FacilityState> m_state;
    qint64 m_from;  ///< seconds since the epoch, UTC
    qint64 m_until; ///< exclusive
    QString m_postalCode;
    QString m_prefecture;
    QString m_place;
    std::vector<std::string> m_words;
    std::vector<Searcher> m_searchers;
};

Result<> FacilityIndex::refresh(Database &database)
{
    Places changed;
    {
        Result<Rows> rows = database.run(
            u"SELECT revision, id, kind, state, created_at, postal_code, name_key, prefecture, place_key, "
            "search_text FROM facility WHERE revision > ? ORDER BY revision"_s,
            {m_revision});
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            changed.push_back(put({.id = rows->number(1),
                                   .kind = facilityKindOf(rows->text(2)).value_or(FacilityKind::Facility),
                                   .state = facilityStateOf(rows->text(3)).value_or(FacilityState::Active),
                                   .createdAt = rows->number(4),
                                   .postalCode = rows->text(5),
                                   .name = rows->text(6),
                                   .prefecture = rows->text(7),
                                   .place = rows->text(8),
                                   .search = rows->text(9).toStdString()}));
            m_revision = rows->number(0);
        }
    }
    if (!changed.empty())
        sortAgain(changed);
    return {};
}

qsizetype FacilityIndex::put(Entry entry)
{
    const auto known = m_places.constFind(entry.id);
    if (known != m_places.constEnd()) {
        m_entries[size_t(*known)] = std::move(entry);
        return *known;
    }
    const auto place = qsizetype(m_entries.size());
    m_places.insert(entry.id, place);
    m_entries.push_back(std::move(entry));
    return place;
}

// What has not changed is in order: only what has is sorted and merged in.
void FacilityIndex::sortAgain(const Places &changed)
{
    const QSet<qsizetype> moved(changed.begin(), changed.end());
    for (auto &[order, places] : m_orders) {
        const auto before = [this, order = order](qsizetype a, qsizetype b) {
            return comesBefore(order, a, b);
        };
        std::erase_if(places, [&](qsizetype place) { return moved.contains(place); });
        const auto kept = std::ptrdiff_t(places.size());
        places.insert(places.end(), moved.begin(), moved.end());
        std::sort(places.begin() + kept, places.end(), before);
        std::inplace_merge(places.begin(), places.begin() + kept, places.end(), before);
    }
}

bool FacilityIndex::comesBefore(FacilityOrder order, qsizetype a, qsizetype b) const
{
    const Entry &x = m_entries[size_t(a)];
    const Entry &y = m_entries[size_t(b)];
    switch (order) {
    case FacilityOrder::Name:
        return std::tie(x.name, x.id) < std::tie(y.name, y.id);
    case FacilityOrder::Kind:
        return std::tie(x.kind, x.name, x.id) < std::tie(y.kind, y.name, y.id);
    case FacilityOrder::Address:
        return std::tie(x.place, x.name, x.id) < std::tie(y.place, y.name, y.id);
    case FacilityOrder::State:
        return std::tie(x.state, x.name, x.id) < std::tie(y.state, y.name, y.id);
    case FacilityOrder::Registered:
        return std::tie(x.createdAt, x.id) < std::tie(y.createdAt, y.id);
    }
    Q_UNREACHABLE();
}

const FacilityIndex::Places &FacilityIndex::ordered(FacilityOrder order)
{
    const auto [found, isNew] = m_orders.try_emplace(order);
    if (isNew) {
        Places places(m_entries.size());
        std::ranges::generate(places, [next = qsizetype(0)]() mutable { return next++; });
        std::ranges::sort(places,
                          [this, order](qsizetype a, qsizetype b) { return comesBefore(order, a, b); });
        found->second = std::move(places);
    }
    return found->second;
}

QList<FacilityId> FacilityIndex::ids(const FacilityQuery &query, int atMost)
{
    // In the order in which they lie in memory, which is twice as fast as in that of the answer.
    const Filter filter(query);
    std::vector<char> fits(m_entries.size());
    std::ranges::transform(m_entries, fits.begin(), [&](const Entry &entry) { return char(filter.fits(entry)); });

    QList<FacilityId> ids;
    // False once there are enough.
    const auto take = [&](qsizetype place) {
        if (fits[size_t(place)])
            ids.append(m_entries[size_t(place)].id);
        return atMost == 0 || ids.size() < atMost;
    };
    const Places &places = ordered(query.order);
    if (query.direction == Qt::AscendingOrder)
        std::ignore = std::all_of(places.begin(), places.end(), take);
    else
        std::ignore = std::all_of(places.rbegin(), places.rend(), take);
    return ids;
}

} // namespace shirase
