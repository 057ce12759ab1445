// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace shirase {

class AuditFilterBar;
class AuditModel;
class IconLabel;
class ListTable;
class MessageBar;

/// The page of the audit role: who did what, and whether the record is whole (REQUIREMENTS S7).
class AuditPage final : public Page
{
    Q_OBJECT
public:
    explicit AuditPage(PageContext context, QWidget *parent = nullptr);

    [[nodiscard]] bool isFor(const Session &session) const override { return session.has(Role::Audit); }
    void refresh() override;
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Audit, Subject::Staff}; }
    void catchUp(const Subjects &changed) override;

protected:
    void clear() override;

private:
    void buildHeading();
    [[nodiscard]] QWidget *buildState();
    void fillMenu(QMenu &menu);
    void reload();
    void showCount();
    void showAccounts();
    void check();
    void finishCheck(const Result<AuditLog::State> &state);
    void save();

    AuditModel *m_model;
    MessageBar *m_message;
    AuditFilterBar *m_filter;
    IconLabel *m_stateIcon;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_save;
    ListTable *m_table;
    QPointer<Job> m_check;
    QPointer<Job> m_counting;
    int m_countings = 0; ///< only the last one is listened to
    int m_checks = 0;    ///< likewise
};

} // namespace shirase
