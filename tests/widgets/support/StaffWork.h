// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/WindowTest.h"

#include <QAbstractButton>
#include <QTableView>

namespace shirase {

inline const QString clerk = QStringLiteral("鈴木");
inline const QString freshPassword = QStringLiteral("雪国のあたらしい合言葉");

inline SecretBytes secret(const QString &password)
{
    return SecretBytes(QByteArrayView(password.toUtf8()));
}

/// The window with the page of the accounts open: an administrator with every role, and a colleague.
struct StaffWork
{
    explicit StaffWork(Roles roles = Role::Notices)
    {
        site.addAccount(clerk, roles);
        test.logIn();
        test.goTo("staffPage");
        select(clerk);
    }

    [[nodiscard]] QTableView *table() const { return test.find<QTableView>("staffTable"); }
    [[nodiscard]] int rowOf(const QString &name) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QString text(const QString &name, int column) const
    {
        return table()->model()->index(rowOf(name), column).data().toString();
    }
    void select(const QString &name) const
    {
        table()->selectRow(rowOf(name));
        QCOMPARE(test.textOf("accountDetailName"), name);
    }
    [[nodiscard]] Account account(const QString &name)
    {
        const QList<Account> accounts = site.office().staff.list().value();
        const auto found = std::ranges::find(accounts, name, &Account::name);
        return found == accounts.end() ? Account() : *found;
    }
    /// A tick of the timers that look whether the session still holds: the status line shows a mail that waits.
    void passAPoll()
    {
        site.run(QStringLiteral("DELETE FROM outbox"));
        QTRY_VERIFY(mailState().endsWith(u'0'));
        QVERIFY(site.registration().add(TestSite::details(QStringLiteral("店")), FacilitySource::Staff, true, QStringLiteral("ja")));
        QTRY_VERIFY(mailState().endsWith(u'1') || test.window->isLocked());
    }
    [[nodiscard]] QString mailState() const
    {
        const auto *button = test.find<QAbstractButton>("mailState");
        return button ? button->text() : QString();
    }
    [[nodiscard]] QString said() const { return test.textOf("messageBarText"); }

    TestSite site;
    WindowTest test{site};
};

} // namespace shirase
