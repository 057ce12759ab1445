// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityIndex.h"

#include "core/facilities/FacilityKeys.h"
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
        : m_query(query)
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

    /// Whether nothing fits that does not fit the other query too.
    [[nodiscard]] bool narrows(const FacilityQuery &other) const
    {
        const QStringList words = FacilityKeys::wordsOf(other.search);
        return m_query.kind == other.kind && m_query.state == other.state && m_query.area == other.area &&
               m_query.registeredFrom == other.registeredFrom &&
               m_query.registeredUntil == other.registeredUntil &&
               std::ranges::all_of(words, [this](const QString &word) {
                   const std::string part = word.toStdString();
                   return std::ranges::any_of(m_words,
                                              [&](const std::string &own) { return own.contains(part); });
               });
    }

    [[nodiscard]] bool fits(const Entry &entry) const
    {
        return (!m_query.kind || entry.kind == *m_query.kind) &&
               (!m_query.state || entry.state == *m_query.state) && entry.createdAt >= m_from &&
               entry.createdAt < m_until && entry.postalCode.startsWith(m_postalCode) &&
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

    FacilityQuery m_query;
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
    if (!changed.empty()) {
        m_looked.reset();
        sortAgain(changed);
    }
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

// Goes through the entries in the order in which they lie in memory, which is twice as fast as in that of the
// answer. Of a query that only narrows the one before, as with one more letter typed, it looks at what fitted
// that one.
void FacilityIndex::look(const FacilityQuery &query)
{
    const Filter filter(query);
    const bool narrower = m_looked && filter.narrows(*m_looked) && m_fits.size() == m_entries.size();
    if (!narrower)
        m_fits.assign(m_entries.size(), true);
    for (size_t place = 0; place < m_entries.size(); ++place)
        m_fits[place] = m_fits[place] && filter.fits(m_entries[place]) ? 1 : 0;
    m_looked = query;
}

QList<FacilityId> FacilityIndex::ids(const FacilityQuery &query, int atMost)
{
    look(query);
    QList<FacilityId> ids;
    // False once there are enough.
    const auto take = [&](qsizetype place) {
        if (m_fits[size_t(place)])
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
