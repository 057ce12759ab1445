// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/facilities/FacilityDetail.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;

namespace shirase {

class FacilityActions;
class FacilityModel;
class MessageBar;

/// All facilities with search and filters, and what can be done with one (REQUIREMENTS S1).
class FacilityPage final : public Page
{
    Q_OBJECT
public:
    explicit FacilityPage(PageContext context, QWidget *parent = nullptr);

    void refresh() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

    /// Puts the cursor into the search field.
    void focusSearch();
    void addFacility();

Q_SIGNALS:
    void posterAsked(const shirase::Facility &facility);
    void printAsked(const shirase::Facility &facility);

protected:
    void clear() override;

private:
    void buildHeading();
    [[nodiscard]] QWidget *buildFilters();
    void buildTable();
    void connectParts();

    [[nodiscard]] FacilityFilter filter() const;
    void reload();
    void showCount();
    void showSelected();
    void openDialog(std::optional<Facility> existing);
    void afterSaving(FacilityId id, bool isNew, bool posterQueued);
    void act(FacilityDetail::Action action);

    FacilityModel *m_model;
    FacilityActions *m_actions;
    MessageBar *m_message;
    QLineEdit *m_search;
    QPushButton *m_new;
    QComboBox *m_kind;
    QComboBox *m_state;
    QLabel *m_count;
    QTableView *m_table;
    FacilityDetail *m_detail;
    QSplitter *m_splitter;
    QTimer m_pause; ///< so that a search runs when the typing rests
};

} // namespace shirase
