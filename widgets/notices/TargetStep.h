// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/notices/StepFrame.h"
#include "widgets/notices/TargetModel.h"

class QPushButton;
class QSpinBox;
class QTableView;

namespace shirase {

class TargetEntry;

/// Step 1: where and when the infected person was.
class TargetStep final : public StepFrame
{
    Q_OBJECT
public:
    explicit TargetStep(PageContext context, QWidget *parent = nullptr);

    void startNew();
    /// The targets of a notice that exists: they stay.
    void present(const Notice &notice);
    void clear();
    [[nodiscard]] QList<NoticeTarget> targets() const { return m_model->targets(); }
    /// How many infected people the case has.
    [[nodiscard]] int infected() const;
    [[nodiscard]] bool isExercise() const { return m_model->isExercise(); }

Q_SIGNALS:
    /// By the person, not by startNew() or present().
    void changed();
    void failed(const shirase::Error &error);

private:
    void add(const TargetModel::Entry &entry);
    void removeSelected();
    [[nodiscard]] QWidget *makeInfected();
    void adapt(bool editable);

    PageContext m_context;
    TargetModel *m_model;
    TargetEntry *m_entry;
    QTableView *m_table;
    QPushButton *m_remove;
    QSpinBox *m_infected;
};

} // namespace shirase
