// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/BackupRotation.h"

#include "tests/support/FixedClock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_BackupRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesBackupsByJapaneseTime();
    void knowsItsOwnNamesOnly_data();
    void knowsItsOwnNamesOnly();
    void keepsAllOfADayThenOneADay();
    void keepsTheNewestHoweverOldItIs();
};

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

} // namespace

void tst_BackupRotation::namesBackupsByJapaneseTime()
{
    const qint64 at = japanese("2026-11-21T00:05") + 7;
    QCOMPARE(backupRotation::nameOf(at), u"shirase-20261121-000507.backup"_s);
    QCOMPARE(backupRotation::momentOf(backupRotation::nameOf(at)), at);
}

void tst_BackupRotation::knowsItsOwnNamesOnly_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"shirase.keys", "shirase-20261121.backup", "shirase-20261321-000000.backup",
                             "shirase-20261121-250000.backup", "my-shirase-20261121-000507.backup",
                             "shirase-20261121-000507.backup.part", "before the move.backup"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_BackupRotation::knowsItsOwnNamesOnly()
{
    QFETCH(QString, name);
    QVERIFY(!backupRotation::momentOf(name));
}

void tst_BackupRotation::keepsAllOfADayThenOneADay()
{
    const qint64 now = japanese("2026-11-21T12:30");
    QList<qint64> moments;
    for (qint64 at = now - 20 * day; at <= now; at += hour)
        moments.append(at);
    const QList<qint64> gone = backupRotation::superseded(moments, now, 14);
    QMap<QDate, int> kept;
    int recent = 0;
    for (const qint64 at : moments) {
        if (gone.contains(at))
            continue;
        ++kept[japan::dayOf(at)];
        recent += at > now - day ? 1 : 0;
    }
    QCOMPARE(recent, 24);
    QCOMPARE(kept.value(QDate(2026, 11, 19)), 1);
    QCOMPARE(kept.value(QDate(2026, 11, 8)), 1);
    QCOMPARE(kept.value(QDate(2026, 11, 6)), 0);
    QVERIFY(!gone.contains(japanese("2026-11-19T23:30"))); // the newest of its day
    QVERIFY(gone.contains(japanese("2026-11-19T22:30")));
}

void tst_BackupRotation::keepsTheNewestHoweverOldItIs()
{
    const qint64 now = japanese("2026-11-21T12:30");
    QCOMPARE(backupRotation::superseded({now - 90 * day, now - 80 * day}, now, 14), QList{now - 90 * day});
    QVERIFY(backupRotation::superseded({}, now, 14).isEmpty());
}

QTEST_GUILESS_MAIN(tst_BackupRotation)
#include "tst_BackupRotation.moc"
