// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCsv.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace shirase {

/// The second step of an import: which column of the file holds which field. What the headings tell is chosen
/// already.
class ImportColumnsStep : public QWidget
{
    Q_OBJECT
public:
    explicit ImportColumnsStep(QWidget *parent = nullptr);

    /// Puts the cursor where the step begins.
    void begin();

    void present(const CsvTable &table);
    [[nodiscard]] facilityCsv::Columns columns() const;
    /// Every field that is needed has a column.
    [[nodiscard]] bool isComplete() const;

    /// A field's name for people.
    [[nodiscard]] static QString title(const QString &field);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QComboBox *column;
        QLabel *sample;
    };

    void addRow(QGridLayout *grid, const QString &field);
    void adapt();

    CsvTable m_table; ///< its first record is the sample
    QMap<QString, Row> m_rows;
    QLabel *m_missing;
};

} // namespace shirase
