// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityModel.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"

#include <QHash>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptChunks = 64;  // some 4,000 rows
constexpr int wantedChunks = 4; // more than a tall window shows
constexpr int chunksAtOnce = 3; // read with the ids, so that what is in sight does not flicker

constexpr FacilityModel::Column sortedColumns[] = {FacilityModel::Name, FacilityModel::Kind,
                                                   FacilityModel::Address, FacilityModel::State,
                                                   FacilityModel::Registered};

} // namespace

FacilityModel::FacilityModel(Worker &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_cache(FacilitySearch::rowsAtOnce, keptChunks, wantedChunks)
    , m_fetch(new QTimer(this))
{
    m_fetch->setSingleShot(true);
    m_fetch->setInterval(0);
    connect(m_fetch, &QTimer::timeout, this, &FacilityModel::readWanted);
}

void FacilityModel::load(const FacilityQuery &query)
{
    if (m_loading)
        m_loading->cancel();
    const QList<int> chunks = query == m_query ? m_cache.recent(chunksAtOnce) : QList<int>();
    m_query = query;
    const int generation = ++m_generation;
    m_loading = m_reader.run<Answer>(
        this, [query, chunks](Office &office, const Job::Report &) { return answer(office, query, chunks); },
        [this, generation](Result<Answer> found) {
            if (generation == m_generation)
                present(std::move(found));
        });
}

// In the worker's thread. A row for each id: one that has no facility any more stays empty.
Result<QList<Facility>> FacilityModel::read(Office &office, const QList<FacilityId> &ids)
{
    Result<QList<Facility>> found = office.search.rows(ids);
    if (!found || found->size() == ids.size())
        return found;
    QHash<FacilityId, Facility> byId;
    for (const Facility &facility : *found)
        byId.insert(facility.id, facility);
    const Facility none{0, {}, {}, {}, *FacilityCode::parse(u"00000000000"), 0, 0, 0};
    QList<Facility> rows;
    for (const FacilityId id : ids)
        rows << byId.value(id, none);
    return rows;
}

// In the worker's thread.
Result<FacilityModel::Answer> FacilityModel::answer(Office &office, const FacilityQuery &query,
                                                    const QList<int> &chunks)
{
    Result<QList<FacilityId>> ids = office.search.ids(query);
    if (!ids)
        return passOn(ids);
    Answer answer{std::move(*ids), {}};
    QList<int> seen = chunks;
    seen << 0; // where a new list begins
    for (const int chunk : std::as_const(seen)) {
        const QList<FacilityId> wanted =
            answer.ids.mid(qsizetype(chunk) * FacilitySearch::rowsAtOnce, FacilitySearch::rowsAtOnce);
        if (wanted.isEmpty() || answer.chunks.contains(chunk))
            continue;
        Result<QList<Facility>> rows = read(office, wanted);
        if (!rows)
            return passOn(rows);
        answer.chunks[chunk] = std::move(*rows);
    }
    return answer;
}

void FacilityModel::present(Result<Answer> answer)
{
    m_loading = nullptr;
    ++m_generation;
    // Where the order has not changed, selection and place stay by themselves.
    const bool same = answer && answer->ids == m_ids;
    if (!same)
        beginResetModel();
    m_cache.clear();
    m_ids = answer ? std::move(answer->ids) : QList<FacilityId>();
    if (answer) {
        for (auto chunk = answer->chunks.begin(); chunk != answer->chunks.end(); ++chunk)
            m_cache.put(chunk.key(), std::move(*chunk));
    }
    if (!same)
        endResetModel();
    else if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (!answer)
        Q_EMIT failed(answer.error());
    Q_EMIT loaded();
}

void FacilityModel::clear()
{
    if (m_loading)
        m_loading->cancel();
    m_loading = nullptr;
    ++m_generation;
    beginResetModel();
    m_query = {};
    m_ids.clear();
    m_cache.clear();
    endResetModel();
}

void FacilityModel::readWanted()
{
    const std::optional<int> chunk = m_cache.begin();
    if (!chunk)
        return;
    const QList<FacilityId> ids = m_ids.mid(qsizetype(*chunk) * m_cache.chunkSize(), m_cache.chunkSize());
    m_reader.run<QList<Facility>>(
        this, [ids](Office &office, const Job::Report &) { return read(office, ids); },
        [this, chunk = *chunk, generation = m_generation](Result<QList<Facility>> rows) {
            // While a new query is asked, the rows of the one before are still in sight.
            if (generation == m_generation || (m_loading && generation == m_generation - 1))
                put(chunk, std::move(rows));
        });
}

void FacilityModel::put(int chunk, Result<QList<Facility>> rows)
{
    if (!rows) {
        m_cache.giveUp(chunk); // else the view would ask for ever; a refresh starts anew
        Q_EMIT failed(rows.error());
    } else {
        m_cache.put(chunk, std::move(*rows));
        const int first = chunk * m_cache.chunkSize();
        Q_EMIT dataChanged(index(first, 0),
                           index(std::min(first + m_cache.chunkSize(), rowCount()) - 1, ColumnCount - 1));
    }
    m_fetch->start();
}

FacilityId FacilityModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_ids.size() ? m_ids[index.row()] : 0;
}

const Facility *FacilityModel::facility(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return nullptr;
    const Facility *facility = m_cache.at(index.row());
    if (!facility && m_cache.want(index.row()))
        m_fetch->start();
    return facility && facility->id != 0 ? facility : nullptr;
}

QModelIndex FacilityModel::indexOf(FacilityId id) const
{
    const qsizetype row = m_ids.indexOf(id);
    return row < 0 ? QModelIndex() : index(int(row), 0);
}

std::optional<FacilityOrder> FacilityModel::orderOf(int column)
{
    for (int i = 0; i < int(std::size(sortedColumns)); ++i) {
        if (sortedColumns[i] == column)
            return FacilityOrder(i);
    }
    return std::nullopt;
}

int FacilityModel::columnOf(FacilityOrder order)
{
    return sortedColumns[int(order)];
}

int FacilityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int FacilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FacilityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (const Facility *facility = this->facility(index))
        return text(*facility, index.column());
    return role == Qt::DisplayRole && index.column() == Name ? QVariant(u"…"_s) : QVariant();
}

QString FacilityModel::text(const Facility &facility, int column)
{
    switch (column) {
    case Name:
        return Texts::name(facility.details);
    case Kind:
        return Texts::of(facility.details.kind);
    case Address:
        return facility.details.address;
    case State:
        return Texts::of(facility.state);
    case Code:
        return facility.code.checkCode();
    case Registered:
        return Texts::day(japan::dayOf(facility.createdAt));
    default:
        return {};
    }
}

QVariant FacilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Address:
        return tr("Address", "postal");
    case State:
        return tr("State");
    case Code:
        return tr("Check code");
    case Registered:
        return tr("Registered");
    default:
        return {};
    }
}

} // namespace shirase
