// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/NoticeThresholds.h"
#include "widgets/common/Page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace shirase {

/// The thresholds from which on a notice is recommended. Every change is written at once, and is in the audit
/// log.
class ThresholdDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Holds no share of the session: once the window is locked, nothing is written any more.
    ThresholdDialog(PageContext context, const SharedSession &session, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeEntry();
    void load();
    void adopt();
    void set();
    void remove();
    void finish(const Result<> &result);
    [[nodiscard]] NoticeThreshold entered() const;
    [[nodiscard]] NoticeThresholds thresholds() const;

    PageContext m_context;
    std::weak_ptr<const Session> m_session;
    QList<NoticeThreshold> m_shown;
    QTreeWidget *m_list;
    QComboBox *m_kind;
    QSpinBox *m_infected;
    QSpinBox *m_registrations;
    QComboBox *m_recommendation;
    QPushButton *m_set;
    QPushButton *m_remove;
    QLabel *m_problem;
};

} // namespace shirase
