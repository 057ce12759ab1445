// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeModel.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

bool shows(NoticeModel::Filter filter, const QString &account, const Notice &notice)
{
    const NoticeState state = notice.state;
    const bool over =
        state == NoticeState::Sent || state == NoticeState::Withheld || state == NoticeState::Cancelled;
    switch (filter) {
    case NoticeModel::Filter::All:
        return true;
    case NoticeModel::Filter::ToApprove:
        return state == NoticeState::Waiting && !(notice.twoPersons && notice.author == account);
    case NoticeModel::Filter::Open:
        return !over;
    case NoticeModel::Filter::Over:
        return over;
    }
    Q_UNREACHABLE();
}

} // namespace

NoticeModel::NoticeModel(NoticeStore &notices, const FacilityStore &facilities, QObject *parent)
    : QAbstractTableModel(parent)
    , m_notices(notices)
    , m_facilities(facilities)
{}

void NoticeModel::load(Filter filter, const QString &account)
{
    beginResetModel();
    Result<QList<Notice>> rows = m_notices.newest(atMost);
    m_rows = rows ? std::move(*rows) : QList<Notice>();
    m_rows.removeIf([&](const Notice &notice) { return !shows(filter, account, notice); });
    m_names.clear();
    endResetModel();
    if (!rows)
        Q_EMIT failed(rows.error());
}

void NoticeModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_names.clear();
    m_people.clear();
    endResetModel();
}

NoticeId NoticeModel::idAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() ? m_rows[index.row()].id : 0;
}

QModelIndex NoticeModel::indexOf(NoticeId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Notice::id);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), 0);
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NoticeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Notice &notice = m_rows[index.row()];
    if (role == Qt::TextAlignmentRole && index.column() == People)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Place:
        return place(notice);
    case State:
        return Texts::of(notice.state);
    default:
        return people(notice);
    }
}

QString NoticeModel::place(const Notice &notice) const
{
    if (notice.targets.isEmpty())
        return {};
    const NoticeTarget &first = notice.targets.first();
    if (!m_names.contains(first.facility)) {
        const Result<Facility> facility = m_facilities.find(first.facility);
        m_names.insert(first.facility, facility ? Texts::name(facility->details) : QString());
    }
    const QString text = tr("%1, %2", "day and place of a notice")
                             .arg(Texts::day(japan::dayOf(first.from)), m_names.value(first.facility));
    const int others = int(notice.targets.size()) - 1;
    const QString places =
        others == 0 ? text
                    : tr("%1 and %n more", "a place of a notice, and how many others", others).arg(text);
    return notice.follows ? tr("%1 (follow-up)", "a notice for those who came later").arg(places) : places;
}

QString NoticeModel::people(const Notice &notice) const
{
    if (!notice.approvedAt)
        return u"–"_s;
    if (!m_people.contains(notice.id)) {
        const Result<NoticeProgress> progress = m_notices.progress(notice.id);
        if (!progress)
            return u"–"_s;
        m_people.insert(notice.id, progress->recipients);
    }
    return Texts::number(m_people.value(notice.id));
}

QVariant NoticeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("Day and place");
    case State:
        return tr("State");
    case People:
        return tr("People");
    default:
        return {};
    }
}

} // namespace shirase
