// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/backup/BackedUp.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

/// Restoration with a key file that is not as old as the backup.
class tst_OtherKeyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutDaysThatAnOlderKeyFileDoesNotOpen();
    void takesAKeyFileFromAfterAChangeOfTheOfficeKey();
    void takesAKeyFileFromBeforeAChangeOfTheOfficeKey();
};

// A key that would be made for that day now does not fit what was sealed to the lost one.
void tst_OtherKeyFiles::leavesOutDaysThatAnOlderKeyFileDoesNotOpen()
{
    BackedUpOffice from;
    from.office.visit(from.cafe, {u"taro@example.jp"_s});
    from.backUp();
    QVERIFY(QFile::copy(from.place().keys, from.targets.filePath(u"old keys"_s)));
    from.office.clock.set("2026-11-22T12:00");
    from.office.visit(from.cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    BackupPlace place = from.backUp();
    place.keys = from.targets.filePath(u"old keys"_s);
    RestoredOffice restored(from, place, from.sheets());
    QCOMPARE(restored.report.lostVisits, 2);
    QCOMPARE(restored.report.visits, 1);
    QVERIFY(restored.report.keysMadeAt < restored.report.madeAt);
    QCOMPARE(peopleWhoCanBeTold(restored, from.cafe.id), 1);
    DayKeys days(*restored.vault, restored.serverKey, from.office.founding.office);
    VERIFY_DONE(days.seal(QDate(2026, 11, 22)));
}

void tst_OtherKeyFiles::takesAKeyFileFromAfterAChangeOfTheOfficeKey()
{
    BackedUpOffice from;
    from.office.visit(from.cafe, {u"taro@example.jp"_s});
    must(from.office.staff.add(*from.office.session, u"鈴木"_s, Role::Notices, secret("another-password")));
    const BackupPlace old = from.backUp(u"old"_s);
    must(from.office.staff.disable(*from.office.session, u"鈴木"_s)); // which changes the office key
    const QString fresh = from.office.renewSheet();
    from.backUp(u"new"_s);

    const auto oldSheet = from.sheets();
    VERIFY_FAILS(OpenedBackup::open(old, oldSheet, noProgress), ErrorCode::Refused); // the key file is not its own
    const auto both = BackedUpOffice::sheets({fresh, from.office.founding.recoveryCode});
    RestoredOffice restored(from, old, both);
    QVERIFY(restored.report.keyChanged);
    QCOMPARE(restored.report.visits, 1);
    StaffDesk staff(*restored.main, *restored.vault, restored.clock, PasswordCost::minimal(),
                    {u"desk"_s, u"PC-2"_s});
    // Nobody holds the key but the sheet: in the backup, somebody who lost it still did.
    QVERIFY(!must(staff.logIn(u"鈴木"_s, secret("another-password")))->office());
    QVERIFY(!must(staff.logIn(TestOffice::userName, secret(TestOffice::password)))->office());
    QVERIFY(!must(staff.isKeyChangeDue()));
    must(staff.recover(TestOffice::userName, fresh, secret("a-new-password"), recoveryCode::generate()));
    const auto session = must(staff.logIn(TestOffice::userName, secret("a-new-password")));
    RecipientList list(*restored.main, *restored.vault, *session->office());
    must(list.collect({NoticeTarget::wholeDay(from.cafe.id, visitDay)}, {}));
    QCOMPARE(int(list.people().size()), 1);
}

void tst_OtherKeyFiles::takesAKeyFileFromBeforeAChangeOfTheOfficeKey()
{
    BackedUpOffice from;
    from.office.visit(from.cafe, {u"taro@example.jp"_s});
    from.backUp();
    QVERIFY(QFile::copy(from.place().keys, from.targets.filePath(u"old keys"_s)));
    const QString fresh = from.office.renewSheet();
    BackupPlace place = from.backUp();
    place.keys = from.targets.filePath(u"old keys"_s);
    const auto both = BackedUpOffice::sheets({from.office.founding.recoveryCode, fresh});
    RestoredOffice restored(from, place, both);
    QVERIFY(!restored.report.keyChanged);
    QCOMPARE(restored.report.lostVisits, 0);
    QCOMPARE(peopleWhoCanBeTold(restored, from.cafe.id), 1);
}

QTEST_GUILESS_MAIN(tst_OtherKeyFiles)
#include "tst_OtherKeyFiles.moc"
