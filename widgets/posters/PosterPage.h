// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/posters/PosterOrder.h"

class QComboBox;
class QPushButton;
class QSpinBox;
class QSplitter;
class QStackedWidget;

namespace shirase {

class FacilityPicker;
class MessageBar;
class PosterSelection;
class PosterView;
class SheetPager;

/// The posters of one facility or of many: seen, printed, saved (REQUIREMENTS S2).
class PosterPage final : public Page
{
    Q_OBJECT
public:
    explicit PosterPage(PageContext context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Facilities, Subject::Settings}; }
    void catchUp(const Subjects &changed) override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

    void choose(const Facility &facility);
    void choose(const QList<FacilityId> &facilities);
    void focusSearch();
    [[nodiscard]] bool hasPoster() const;
    /// Asks for the printer and prints what is chosen.
    void print();
    void preview();

Q_SIGNALS:
    void posterChanged();

protected:
    void clear() override;

private:
    void buildHeading();
    [[nodiscard]] QWidget *makeSheetArea();
    [[nodiscard]] QPushButton *button(const QString &name, const QIcon &icon, const QString &text);
    void showChosen();
    void changeLayout();
    void showSheet();
    void showHint();
    void adaptButtons();
    void saveAs();
    [[nodiscard]] Result<int> save(const PosterOrder &order, const QString &path);
    [[nodiscard]] PosterSize size() const;
    [[nodiscard]] PosterOrder order() const;
    [[nodiscard]] int sheetCount() const;
    /// Of the job, and of its file without an ending.
    [[nodiscard]] QString jobName() const;
    [[nodiscard]] QString suggestedName() const;

    PosterSelection *m_selection;
    MessageBar *m_message;
    FacilityPicker *m_picker;
    QComboBox *m_size;
    QLabel *m_ofEachLabel;
    QSpinBox *m_ofEach;
    SheetPager *m_pager;
    QLabel *m_summary;
    PosterView *m_view;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QList<QPushButton *> m_buttons;
    QPushButton *m_preview = nullptr;
    QString m_name; ///< of the one facility that is chosen
};

} // namespace shirase
