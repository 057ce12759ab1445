// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Account.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Account : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCombinationOfRoles();
    void knowsNoOtherRole();
};

void tst_Account::namesEveryCombinationOfRoles()
{
    QCOMPARE(toText(everyRole), u"administrator facilities notices approval audit"_s);
    for (int bits = 0; bits <= everyRole.toInt(); ++bits) {
        const auto roles = Roles::fromInt(bits);
        QCOMPARE(rolesOf(toText(roles).split(u' ', Qt::SkipEmptyParts)), std::optional(roles));
    }
}

void tst_Account::knowsNoOtherRole()
{
    for (const QString &name : {u"Administrator"_s, u"root"_s, u""_s, u"notices "_s})
        QVERIFY(!rolesOf({u"audit"_s, name}));
}

QTEST_GUILESS_MAIN(tst_Account)
#include "tst_Account.moc"
