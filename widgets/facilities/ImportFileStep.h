// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCsv.h"
#include "widgets/common/Dialogs.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace shirase {

/// The first step of an import: a CSV file, chosen or dropped here, its encoding, and its first rows to see
/// whether that is right.
class ImportFileStep : public QWidget
{
    Q_OBJECT
public:
    /// A file with a larger size is no list of facilities.
    static constexpr qint64 largestFile = 100'000'000; // bytes

    explicit ImportFileStep(Dialogs &dialogs, QWidget *parent = nullptr);

    /// Puts the cursor where the step begins.
    void begin();

    /// Reads a file; says beneath why it cannot.
    void read(const QString &path);
    /// What was read; null while there is nothing.
    [[nodiscard]] const CsvTable *table() const { return m_table ? &*m_table : nullptr; }

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void decode(std::optional<CsvEncoding> encoding);
    void showTable();
    void showProblem(const QString &sentence);

    Dialogs &m_dialogs;
    QByteArray m_bytes;
    std::optional<CsvTable> m_table;
    QPushButton *m_choose;
    QLabel *m_name;
    QComboBox *m_encoding;
    QLabel *m_state;
    QTableWidget *m_preview;
};

} // namespace shirase
