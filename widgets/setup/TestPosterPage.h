// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"
#include "widgets/checks/Errands.h"
#include "widgets/setup/SetUpPage.h"

#include <optional>

class QComboBox;
class QPushButton;

namespace shirase {

class Dialogs;
class FindingLabel;
class FirstStart;
class PosterView;

/// Everything is set up: a poster of a place for exercises, to print and to scan.
class TestPosterPage final : public SetUpPage
{
    Q_OBJECT
public:
    TestPosterPage(const FirstStart &start, Errands &errands, Dialogs &dialogs);

    void initializePage() override;

private:
    [[nodiscard]] QPushButton *button(const QString &name, const QIcon &icon, const QString &text);
    void present(const Result<PosterContent> &poster);
    void preview();
    [[nodiscard]] PosterSize size() const;
    void print();
    void save();

    const FirstStart &m_start;
    Errands &m_errands;
    Dialogs &m_dialogs;
    std::optional<PosterContent> m_content;
    PosterView *m_view;
    QComboBox *m_size;
    QList<QPushButton *> m_buttons;
    FindingLabel *m_finding;
    FindingLabel *m_unreached; ///< says that no phone reaches the address
};

} // namespace shirase
