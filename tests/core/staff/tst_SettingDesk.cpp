// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/SettingDesk.h"

#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString rule = u"notice.two_person_rule"_s;

/// What the audit log says of settings, the oldest first.
QStringList noted(const TestOffice &office)
{
    Rows rows = must(office.files.main->run(
        u"SELECT account, subject FROM audit WHERE action = 'setting.change' ORDER BY id"_s));
    QStringList entries;
    while (rows.next())
        entries << rows.text(0) + u" / "_s + rows.text(1);
    return entries;
}

} // namespace

class tst_SettingDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesEveryChange();
    void isForAdministratorsOnly();
    void changesNothingThatItCannotNote();
    void notesNothingThatIsRefused();
};

void tst_SettingDesk::notesEveryChange()
{
    TestOffice office;
    SettingDesk desk(office.settings, office.staff.audit());
    must(desk.change(*office.session, {{.key = u"mail.user"_s, .value = u"postmaster"_s}, {.key = rule, .value = u"off"_s}}));
    must(desk.change(*office.session, {{.key = rule}}));
    QCOMPARE(office.settings.value(u"mail.user"_s), u"postmaster"_s);
    QCOMPARE(office.settings.value(rule), u"auto"_s);
    // Who loosened what protects people is on record, and what somebody is called at the relay is not.
    QCOMPARE(noted(office), (QStringList{u"山田 太郎 / mail.user"_s, u"山田 太郎 / notice.two_person_rule: off"_s,
                                         u"山田 太郎 / notice.two_person_rule: auto"_s}));
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

void tst_SettingDesk::isForAdministratorsOnly()
{
    TestOffice office;
    const auto clerk = office.logIn(u"佐藤"_s, Role::Facilities | Role::Notices | Role::Approval | Role::Audit);
    SettingDesk desk(office.settings, office.staff.audit());
    VERIFY_FAILS(desk.change(*clerk, {{.key = rule, .value = u"off"_s}}), ErrorCode::Refused);
    QCOMPARE(office.settings.value(rule), u"auto"_s);
    QCOMPARE(noted(office), QStringList());
}

void tst_SettingDesk::changesNothingThatItCannotNote()
{
    TestOffice office;
    SettingDesk desk(office.settings, office.staff.audit());
    const Fault fault(*office.files.main, u"INSERT"_s, u"audit"_s);
    QVERIFY(!desk.change(*office.session, {{.key = rule, .value = u"off"_s}, {.key = u"web.listen"_s, .value = u"127.0.0.1:1"_s}}));
    QVERIFY(!must(office.settings.reload()));
    QCOMPARE(office.settings.value(rule), u"auto"_s);
    QVERIFY(!QFile::exists(office.files.path(u"shirase.conf"_s)));
}

void tst_SettingDesk::notesNothingThatIsRefused()
{
    TestOffice office;
    SettingDesk desk(office.settings, office.staff.audit());
    VERIFY_FAILS(desk.change(*office.session, {{.key = u"mail.user"_s, .value = u"x"_s}, {.key = rule, .value = u"maybe"_s}}),
                 ErrorCode::Invalid);
    QCOMPARE(noted(office), QStringList());
    QCOMPARE(office.settings.value(u"mail.user"_s), QString());
}

QTEST_GUILESS_MAIN(tst_SettingDesk)
#include "tst_SettingDesk.moc"
