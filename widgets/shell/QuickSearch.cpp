// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/QuickSearch.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

enum Role { NoticeRole = Qt::UserRole, IdRole };

} // namespace

QuickSearch::QuickSearch(Worker &reader, QWidget *parent)
    : QLineEdit(parent)
    , m_reader(reader)
    , m_model(new QStandardItemModel(this))
    , m_list(new QCompleter(m_model, this))
{
    setObjectName(u"quickSearch"_s);
    setPlaceholderText(tr("Search facilities and notices (Ctrl+K)"));
    setAccessibleName(tr("Search facilities and notices"));
    setClearButtonEnabled(true);
    addAction(icons::own(u"search"_s), LeadingPosition);

    // Not setCompleter(): choosing opens a page, and types nothing into the field.
    m_list->setWidget(this);
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setMaxVisibleItems(mostFacilities + mostNotices);
    m_list->popup()->setObjectName(u"quickSearchList"_s);
    m_list->popup()->setAccessibleName(tr("Facilities and notices found"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &QuickSearch::search);
    connect(m_list, qOverload<const QModelIndex &>(&QCompleter::activated), this, &QuickSearch::choose);
}

QSize QuickSearch::sizeHint() const
{
    const int icons = fontMetrics().height() * 5; // magnifying glass and cross
    return {std::max(fontMetrics().height() * 17, fontMetrics().horizontalAdvance(placeholderText()) + icons),
            QLineEdit::sizeHint().height()};
}

// In the worker's thread.
Result<QList<QuickSearch::Hit>> QuickSearch::find(Office &office, const QString &typed)
{
    const Result<QList<FacilityId>> ids = office.search.ids({.search = typed});
    if (!ids)
        return passOn(ids);
    const Result<QList<Facility>> facilities = office.search.rows(ids->first(std::min<qsizetype>(mostFacilities, ids->size())));
    if (!facilities)
        return passOn(facilities);
    const Result<QList<Notice>> notices = office.notices.search(typed, *ids, mostNotices);
    if (!notices)
        return passOn(notices);
    QList<Hit> hits;
    for (const Facility &facility : *facilities)
        hits << Hit{false, facility.id,
                    u"%1　%2"_s.arg(Texts::name(facility.details), facility.details.address)};
    for (const Notice &notice : *notices) {
        QString text = tr("Notice %1: %2").arg(notice.id).arg(Texts::of(notice.state));
        if (!notice.targets.isEmpty()) {
            const NoticeTarget &target = notice.targets.first();
            if (const Result<Facility> facility = office.facilities.find(target.facility))
                text = tr("Notice %1: %2, %3, %4", "number, facility, when, state")
                           .arg(QString::number(notice.id), facility->details.name, Texts::window(target),
                                Texts::of(notice.state));
        }
        hits << Hit{true, notice.id, text};
    }
    return hits;
}

void QuickSearch::search()
{
    m_pause.stop();
    if (m_searching)
        m_searching->cancel();
    const QString typed = text();
    if (typed.trimmed().isEmpty()) {
        m_list->popup()->hide();
        return;
    }
    m_searching = m_reader.run<QList<Hit>>(
        this, [typed](Office &office, const Job::Report &) { return find(office, typed); },
        [this, typed](const Result<QList<Hit>> &hits) {
            if (typed != text() || !isEnabled())
                return; // something else was typed meanwhile
            if (hits)
                present(*hits);
            else
                Q_EMIT failed(hits.error());
        });
}

void QuickSearch::present(const QList<Hit> &hits)
{
    m_model->clear();
    for (const Hit &hit : hits) {
        auto *item = new QStandardItem(icons::own(hit.notice ? u"notices"_s : u"facilities"_s), hit.text);
        item->setData(hit.notice, NoticeRole);
        item->setData(hit.id, IdRole);
        item->setToolTip(hit.text);
        m_model->appendRow(item);
    }
    if (hits.isEmpty()) {
        auto *nothing =
            new QStandardItem(tr("Nothing fits. A part of the name, of the address or of the code will do."));
        nothing->setFlags(Qt::NoItemFlags);
        m_model->appendRow(nothing);
    }
    if (std::exchange(m_hasty, false) && !hits.isEmpty())
        return choose(m_model->index(0, 0));
    if (!hasFocus() && !m_list->popup()->isVisible())
        return;
    m_list->complete();
    if (!hits.isEmpty())
        m_list->popup()->setCurrentIndex(m_list->completionModel()->index(0, 0));
}

void QuickSearch::choose(const QModelIndex &index)
{
    const qint64 id = index.data(IdRole).toLongLong();
    const bool notice = index.data(NoticeRole).toBool();
    if (id == 0)
        return;
    reset();
    if (notice)
        Q_EMIT noticeChosen(id);
    else
        Q_EMIT facilityChosen(id);
}

void QuickSearch::reset()
{
    m_pause.stop();
    if (m_searching)
        m_searching->cancel();
    m_list->popup()->hide();
    m_model->clear();
    m_hasty = false;
    clear();
}

void QuickSearch::keyPressEvent(QKeyEvent *event)
{
    const bool listed = m_list->popup()->isVisible() && !m_pause.isActive();
    if (listed &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape)) {
        event->ignore(); // the list's
        return;
    }
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_hasty = event->key() != Qt::Key_Down;
        search(); // the list was closed, or the typing has not rested yet
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        reset();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace shirase
