// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_JapaneseTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_zone = qgetenv("TZ"); }
    void cleanup() { setZone(m_zone); }
    void knowsTheDayInEveryZone_data();
    void knowsTheDayInEveryZone();
    void readsEveryMinuteOfAYearInEveryZone_data();
    void readsEveryMinuteOfAYearInEveryZone();
    void readsLocalTimes_data();
    void readsLocalTimes();
    void storesDaysAsNumbers();
    void showsJapaneseTime();

private:
    static void setZone(const QByteArray &zone)
    {
        if (zone.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", zone);
        tzset();
    }
    static void zones()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"America/St_Johns", "Asia/Tokyo", "UTC", "Pacific/Kiritimati",
                                 "Pacific/Pago_Pago", "Australia/Lord_Howe", "Europe/London"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    QByteArray m_zone;
};

void tst_JapaneseTime::knowsTheDayInEveryZone_data()
{
    zones();
}

// REQUIREMENTS D3
void tst_JapaneseTime::knowsTheDayInEveryZone()
{
    QFETCH(QByteArray, zone);
    setZone(zone);
    const qint64 midnight = 1795186800; // 2026-11-20T15:00:00Z
    QCOMPARE(japan::dayOf(midnight), QDate(2026, 11, 21));
    QCOMPARE(japan::dayOf(midnight - 1), QDate(2026, 11, 20));
    QCOMPARE(japan::dayOf(midnight + 86399), QDate(2026, 11, 21));
    QCOMPARE(japan::dayOf(midnight + 86400), QDate(2026, 11, 22));
    QCOMPARE(japan::startOf(QDate(2026, 11, 21)), midnight);
    QCOMPARE(japan::dayOf(-9 * 3600), QDate(1970, 1, 1));
    QCOMPARE(japan::dayOf(-9 * 3600 - 1), QDate(1969, 12, 31));
    QCOMPARE(japan::startOf(QDate()), 0);
    for (QDate day(2026, 1, 1); day.year() < 2029; day = day.addDays(1)) {
        QCOMPARE(japan::startOf(day.addDays(1)) - japan::startOf(day), 86400); // no summer time
        QCOMPARE(japan::dayOf(japan::startOf(day)), day);
        QCOMPARE(japan::dayOf(japan::startOf(day) - 1), day.addDays(-1));
    }
}

void tst_JapaneseTime::readsEveryMinuteOfAYearInEveryZone_data()
{
    zones();
}

// Hours that summer time skips or doubles in the host's zone are hours like any other in Japan.
void tst_JapaneseTime::readsEveryMinuteOfAYearInEveryZone()
{
    QFETCH(QByteArray, zone);
    setZone(zone);
    const qint64 start = japan::startOf(QDate(2026, 1, 1));
    for (qint64 at = start; at < start + 366 * 86400; at += 15 * 60) {
        const QString text = japan::dateTimeOf(at).toString(u"yyyy-MM-dd'T'HH:mm"_s);
        const auto read = japan::parseDateTime(text);
        QVERIFY2(read.has_value(), qPrintable(text));
        if (*read != at)
            QFAIL(qPrintable(text));
    }
}

void tst_JapaneseTime::readsLocalTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("at");
    const qint64 midnight = 1795186800;
    QTest::newRow("with a T") << u"2026-11-21T18:00"_s << midnight + 18 * 3600;
    QTest::newRow("with a space") << u"2026-11-21 18:00"_s << midnight + 18 * 3600;
    QTest::newRow("midnight") << u"2026-11-21T00:00"_s << midnight;
    QTest::newRow("the last minute") << u"2026-11-21T23:59"_s << midnight + 86340;
    QTest::newRow("a leap day") << u"2028-02-29T00:00"_s << qint64(1835362800);
    for (const QString &bad :
         {u""_s, u"2026-11-21"_s, u"2026-11-21T24:00"_s, u"2026-11-21T18:60"_s, u"2026-02-29T18:00"_s,
          u"2026-13-01T00:00"_s, u"2026-11-21T18:00:00"_s, u"2026-11-21T18:00Z"_s, u"2026-11-21T8:00"_s,
          u"26-11-21T18:00"_s, u"2026-11-21  18:00"_s, u" 2026-11-21T18:00"_s, u"2026-11-21X18:00"_s,
          u"2026-11-21T"_s, u"tomorrow"_s, u"２０２６-11-21T18:00"_s})
        QTest::addRow("not \"%s\"", qPrintable(bad)) << bad << qint64(-1);
}

void tst_JapaneseTime::readsLocalTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, at);
    QCOMPARE(japan::parseDateTime(text).value_or(-1), at);
}

void tst_JapaneseTime::storesDaysAsNumbers()
{
    QCOMPARE(japan::toNumber(QDate(2026, 11, 21)), 20261121);
    QCOMPARE(japan::toNumber(QDate(2026, 1, 2)), 20260102);
    for (QDate day(2024, 1, 1); day.year() < 2033; day = day.addDays(1)) {
        QCOMPARE(japan::fromNumber(japan::toNumber(day)), day);
        QVERIFY(japan::toNumber(day) < japan::toNumber(day.addDays(1))); // SQL compares them
    }
    QVERIFY(!japan::fromNumber(0).isValid());
    QVERIFY(!japan::fromNumber(20260230).isValid());
}

void tst_JapaneseTime::showsJapaneseTime()
{
    const QDateTime shown = japan::dateTimeOf(1795186800);
    QCOMPARE(shown.toString(Qt::ISODate), u"2026-11-21T00:00:00+09:00"_s);
    QCOMPARE(shown.toSecsSinceEpoch(), 1795186800);
}

QTEST_GUILESS_MAIN(tst_JapaneseTime)
#include "tst_JapaneseTime.moc"
