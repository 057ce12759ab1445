// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/StaffDesk.h"
#include "widgets/common/Page.h"
#include "widgets/staff/AccountDetail.h"

class QPushButton;
class QSplitter;

namespace shirase {

class AccountModel;
class ListTable;
class MessageBar;
class StaffActions;

/// The accounts: who may do what, and what can be done about it (REQUIREMENTS S7).
class StaffPage final : public Page
{
    Q_OBJECT
public:
    explicit StaffPage(PageContext context, QWidget *parent = nullptr);

    [[nodiscard]] bool isFor(const Session &session) const override { return StaffDesk::mayManage(session); }
    void refresh() override;
    [[nodiscard]] Subjects subjects() const override { return {Subject::Staff}; }
    void catchUp(const Subjects &) override { reload(); }
    void saveLayout(QSettings &settings) const override;
    void restoreLayout(const QSettings &settings) override;

    /// See StaffActions::isChangingKey.
    [[nodiscard]] bool isChangingKey() const;

Q_SIGNALS:
    /// See StaffActions::doneWhileLocked.
    void doneWhileLocked(const QString &sentence);
    /// See StaffActions::sessionChanged.
    void sessionChanged(const shirase::SharedSession &session);

protected:
    void clear() override;

private:
    void buildHeading();
    void connectParts();
    void reload();
    void showSelected();
    void act(AccountDetail::Action action);

    AccountModel *m_model;
    StaffActions *m_actions;
    MessageBar *m_message;
    QPushButton *m_sheet;
    QPushButton *m_new;
    ListTable *m_table;
    AccountDetail *m_detail;
    QSplitter *m_splitter;
    qint64 m_selected = 0; ///< the account's id
};

} // namespace shirase
