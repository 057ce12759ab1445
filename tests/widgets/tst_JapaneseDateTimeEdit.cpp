// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"
#include "widgets/common/JapaneseDateTimeEdit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_JapaneseDateTimeEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shows_japanese_time_whatever_the_hosts_zone_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::newRow("noon") << QDate(2026, 11, 21) << QTime(12, 0);
        QTest::newRow("midnight in Japan") << QDate(2026, 11, 21) << QTime(0, 0);
        // St John's skips 2:00 to 3:00 that night.
        QTest::newRow("an hour that the host's zone leaves out") << QDate(2026, 3, 8) << QTime(2, 30);
    }

    void shows_japanese_time_whatever_the_hosts_zone()
    {
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        const qint64 at = japan::startOf(day) + time.msecsSinceStartOfDay() / 1000;
        JapaneseDateTimeEdit edit;
        edit.setAt(at);
        QCOMPARE(edit.at(), at);
        QCOMPARE(edit.date(), day);
        QCOMPARE(edit.time(), time);
    }
};

QTEST_MAIN(tst_JapaneseDateTimeEdit)
#include "tst_JapaneseDateTimeEdit.moc"
