// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/notices/Notice.h"
#include "widgets/common/Worker.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace shirase {

/// The field in the window's head that finds facilities and notices from every page: what it finds hangs
/// beneath while one types, the first of it ready for Enter.
class QuickSearch : public QLineEdit
{
    Q_OBJECT
public:
    static constexpr int mostFacilities = 8;
    static constexpr int mostNotices = 4;

    /// @param reader reads; outlives the field
    explicit QuickSearch(Worker &reader, QWidget *parent = nullptr);

    /// Forgets what was typed and found.
    void reset();

    QSize sizeHint() const override;

Q_SIGNALS:
    void facilityChosen(shirase::FacilityId id);
    void noticeChosen(shirase::NoticeId id);
    void failed(const shirase::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// A line of the list.
    struct Hit
    {
        bool notice = false;
        qint64 id = 0;
        QString text;
    };

    [[nodiscard]] static Result<QList<Hit>> find(Office &office, const QString &typed);
    void search();
    void present(const QList<Hit> &hits);
    void choose(const QModelIndex &index);

    Worker &m_reader;
    QStandardItemModel *m_model;
    QCompleter *m_list;
    QPointer<Job> m_searching;
    bool m_hasty = false; ///< Enter came before the list: what is found first is chosen
    QTimer m_pause;       ///< so that a search runs when the typing rests
};

} // namespace shirase
