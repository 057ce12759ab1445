// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityQuery.h"
#include "widgets/common/Page.h"
#include "widgets/facilities/FacilityDetail.h"

#include <QTimer>

class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QUndoStack;

namespace shirase {

class FacilityActions;
class FacilityFilterBar;
class FacilityModel;
class FacilityTable;
class MessageBar;
class SelectedFacilities;

/// All facilities with search, filters and sorting, and what can be done with one or with several
/// (REQUIREMENTS S1).
class FacilityPage final : public Page
{
    Q_OBJECT
public:
    explicit FacilityPage(PageContext context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Facilities, Subject::Settings}; }
    void catchUp(const Subjects &changed) override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

    void addFacility();
    /// Shows everything, with this facility selected and in sight.
    void showFacility(FacilityId id);
    /// Opens the import, with this file if there is one.
    void importFile(const QString &path = {});
    /// Writes what the list shows as CSV.
    void exportList();
    [[nodiscard]] QUndoStack *undoStack() const;

Q_SIGNALS:
    void posterAsked(const shirase::Facility &facility);
    void postersAsked(const QList<shirase::FacilityId> &facilities);
    void printAsked(const shirase::Facility &facility);

protected:
    void clear() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeading();
    void connectParts();
    void connectActions();

    [[nodiscard]] FacilityQuery query() const;
    void reload();
    void loadAreas();
    void showLoaded();
    void openDialog(std::optional<Facility> existing);
    void afterSaving(FacilityId id, bool isNew, bool posterQueued);
    void act(FacilityDetail::Action action);
    void actOnOne(FacilityDetail::Action action, const Facility &facility);
    void changeState(FacilityState to);
    void fillMenu(QMenu &menu);

    FacilityModel *m_model;
    FacilityActions *m_actions;
    MessageBar *m_message;
    QLineEdit *m_search;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_new;
    FacilityFilterBar *m_filters;
    FacilityTable *m_table;
    FacilityDetail *m_detail;
    SelectedFacilities *m_selected;
    QSplitter *m_splitter;
    QTimer m_pause; ///< so that a search runs when the typing rests
};

} // namespace shirase
