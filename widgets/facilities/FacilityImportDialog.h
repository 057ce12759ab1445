// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityImport.h"
#include "widgets/common/Page.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace shirase {

class ImportCheckStep;
class ImportColumnsStep;
class ImportFileStep;

/// Registers the facilities of a CSV file in three steps: the file and its encoding, which column holds what,
/// and what came of a dry run (REQUIREMENTS S1). Nothing is written before the last button.
class FacilityImportDialog : public QDialog
{
    Q_OBJECT
public:
    FacilityImportDialog(PageContext context, SharedSession session, QWidget *parent = nullptr);

    /// Reads a file at once, as if it had been chosen.
    void read(const QString &path);

Q_SIGNALS:
    /// Facilities were registered. @param sentence says how many
    void imported(const QString &sentence);

private:
    enum Step { File, Columns, Checked };

    void build();
    void goTo(Step step);
    void adapt();
    void next();
    void back();
    void check();
    void run();
    [[nodiscard]] QString sentenceAbout(const FacilityImport::Outcome &outcome, qsizetype wanted) const;

    PageContext m_context;
    SharedSession m_session;
    ImportFileStep *m_file;
    ImportColumnsStep *m_columns;
    ImportCheckStep *m_checked;
    QStackedWidget *m_steps;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace shirase
