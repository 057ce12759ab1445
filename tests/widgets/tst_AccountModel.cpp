// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/AccountModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr qint64 now = 1'795'000'000;

AccountState stateOf(Roles roles, bool disabled, bool hasKey, qint64 lockedUntil)
{
    return {.account = {1, u"鈴木"_s, roles, disabled, hasKey}, .lastLogIn = 0, .lockedUntil = lockedUntil};
}

} // namespace

class tst_AccountModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keeps_the_promises_of_an_item_model()
    {
        AccountModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.present({stateOf(Role::Audit, false, false, 0), stateOf(Role::Notices, true, false, 0)}, now);
        model.present({stateOf(Role::Audit, false, false, 0)}, now + 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.at(0) && !model.at(-1));
    }

    void says_how_an_account_is_data()
    {
        QTest::addColumn<AccountState>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("in use") << stateOf(Role::Facilities, false, false, 0) << u"In use"_s;
        QTest::newRow("with the key") << stateOf(Role::Notices, false, true, 0) << u"In use"_s;
        QTest::newRow("without") << stateOf(Role::Approval, false, false, 0) << u"Waits for the office key"_s;
        QTest::newRow("disabled") << stateOf(Role::Approval, true, false, now + 60) << u"Disabled"_s;
        QTest::newRow("a pause") << stateOf(Role::Approval, false, false, now + 60)
                                 << u"Pause until 20:07 after wrong passwords"_s;
        QTest::newRow("a pause that is over") << stateOf(Role::Facilities, false, false, now) << u"In use"_s;
    }
    void says_how_an_account_is()
    {
        QFETCH(AccountState, state);
        QFETCH(QString, words);
        QCOMPARE(AccountModel::stateText(state, now), words);
    }
};

QTEST_GUILESS_MAIN(tst_AccountModel)
#include "tst_AccountModel.moc"
