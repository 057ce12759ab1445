// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityImport.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace shirase {

/// The third step of an import: how many rows are good, what is wrong in each of the others, and whether
/// posters go out.
class ImportCheckStep : public QWidget
{
    Q_OBJECT
public:
    /// How many problems are listed; of more, their number is told.
    static constexpr int listedProblems = 1000;

    explicit ImportCheckStep(QWidget *parent = nullptr);

    /// Puts the cursor where the step begins.
    void begin();

    void present(const FacilityImport::Check &check);
    /// The rows that are to be registered.
    [[nodiscard]] QList<CsvRow> rows() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] bool sendPosters() const;

Q_SIGNALS:
    void changed();

private:
    void listProblems();
    void addProblem(int row, const QString &field, const QString &sentence);

    FacilityImport::Check m_check;
    QLabel *m_sum;
    QTableWidget *m_problems;
    QCheckBox *m_again;
    QCheckBox *m_posters;
};

} // namespace shirase
