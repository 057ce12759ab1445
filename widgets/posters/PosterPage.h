// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterLayout.h"
#include "widgets/common/Page.h"

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace shirase {

class FacilityPicker;
class MessageBar;
class PosterView;

/// The poster of a facility: seen, printed, saved (REQUIREMENTS S2).
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
    void focusSearch();
    [[nodiscard]] bool hasPoster() const { return m_content.has_value(); }
    /// Asks for the printer and prints what is shown.
    void print();
    void preview();

Q_SIGNALS:
    void posterChanged();

protected:
    void clear() override;

private:
    void buildHeading();
    [[nodiscard]] QPushButton *button(const QString &name, const QIcon &icon, const QString &text);
    void showChosen();
    void saveAs();
    [[nodiscard]] PosterSize size() const;
    [[nodiscard]] QString suggestedName() const;

    std::optional<PosterContent> m_content;
    MessageBar *m_message;
    FacilityPicker *m_picker;
    QComboBox *m_size;
    PosterView *m_view;
    QLabel *m_hint;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QList<QPushButton *> m_buttons;
};

} // namespace shirase
