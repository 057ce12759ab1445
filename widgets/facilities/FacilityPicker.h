// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "widgets/common/Worker.h"

#include <QItemSelection>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QTreeView;

namespace shirase {

class FacilityModel;

/// A search field with the facilities that it finds beneath, of which one can be chosen, or several where that
/// is allowed. The first one found is chosen by itself, ready for Enter.
class FacilityPicker : public QWidget
{
    Q_OBJECT
public:
    /// @param reader reads the facilities; outlives the picker
    explicit FacilityPicker(Worker &reader, QWidget *parent = nullptr);

    void allowSeveral();
    /// Reads anew; the choice stays where the facility is still found.
    void refresh();
    /// The same, while somebody may be looking: the list stays where it is.
    void catchUp();
    void clear();
    /// Chooses the facility at once, and searches for its name so that the list shows it.
    void choose(const Facility &facility);
    /// Chooses several at once, and lists all facilities so that they are among them.
    void choose(const QList<FacilityId> &facilities);
    /// The one that is chosen, if it is only one.
    [[nodiscard]] std::optional<Facility> chosen() const { return m_chosen; }
    /// All that are chosen, in the order of the list.
    [[nodiscard]] const QList<FacilityId> &chosenIds() const { return m_ids; }
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }

Q_SIGNALS:
    void chosenChanged();
    /// A row was double-clicked, or Enter was pressed on it.
    void activated();
    void failed(const shirase::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void search();
    void selectFound();
    void takeSelected();
    /// The rows of those that are chosen, as far as the list has them.
    [[nodiscard]] QItemSelection chosenRows() const;
    void setChosen(const QList<FacilityId> &ids, std::optional<Facility> only = {});

    FacilityModel *m_model;
    QLineEdit *m_search;
    QTreeView *m_list;
    QTimer m_pause; ///< so that a search runs when the typing rests
    QList<FacilityId> m_ids;
    std::optional<int> m_place; ///< to which the list returns
    std::optional<Facility> m_chosen;
};

} // namespace shirase
