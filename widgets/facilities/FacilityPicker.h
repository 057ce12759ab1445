// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QTreeView;

namespace shirase {

class FacilityModel;

/// A search field with the facilities that it finds beneath, of which one can be chosen.
class FacilityPicker : public QWidget
{
    Q_OBJECT
public:
    explicit FacilityPicker(FacilityStore &store, QWidget *parent = nullptr);

    /// Reads anew; the choice stays where the facility is still found.
    void refresh();
    void clear();
    /// Searches for the facility by its name and chooses it.
    void choose(const Facility &facility);
    [[nodiscard]] std::optional<Facility> chosen() const;
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }

Q_SIGNALS:
    void chosenChanged();
    /// A row was double-clicked, or Enter was pressed on it.
    void activated();
    void failed(const shirase::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void emitIfChanged();

    FacilityStore &m_store;
    FacilityModel *m_model;
    QLineEdit *m_search;
    QTreeView *m_list;
    QTimer m_pause; ///< so that a search runs when the typing rests
    FacilityId m_lastChosen = 0;
};

} // namespace shirase
