// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ScheduledBackup.h"

#include "app/SetUp.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// Backups that are made by themselves, looked for as the housekeeper does (REQUIREMENTS D5).
class tst_ScheduledBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneEachHour();
    void goesOnOnceAClockThatWasAheadIsRight();
    void triesAgainOnceAClockThatWasAheadIsRight();
    void warnsThoughTheLastOneIsOfTheFuture();
    void thinsOutNothingWhileTheClockIsDoubted();
};

namespace {

constexpr qint64 hour = 3600; // seconds
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;

struct Case
{
    Case()
    {
        if (!initialiseCryptography())
            qFatal("The system gives no randomness.");
        must(setUp(
            folder,
            {.administrator = u"admin"_s, .password = secret("long-enough"), .cost = PasswordCost::minimal()},
            clock));
        connection = must(Connection::open(folder, clock));
        QDir().mkpath(backups);
        must(connection->settings.set(u"backup.folder"_s, backups));
    }
    [[nodiscard]] Result<> look()
    {
        std::ignore = must(connection->clockGuard.look()); // the housekeeper asks it first
        return scheduled.look(*connection, {});
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(backups).entryList({u"*.backup"_s}, QDir::Files, QDir::Name);
    }
    [[nodiscard]] qsizetype count() const { return names().size(); }

    FixedClock clock;
    QTemporaryDir place;
    DataFolder folder{place.filePath(u"data"_s)};
    QString backups = place.filePath(u"backups"_s);
    std::unique_ptr<Connection> connection;
    ScheduledBackup scheduled;
};

} // namespace

void tst_ScheduledBackup::makesOneEachHour()
{
    Case c;
    VERIFY_DONE(c.look());
    c.clock.advance(hour - 1);
    VERIFY_DONE(c.look());
    QCOMPARE(c.names(), QStringList(u"shirase-20261121-120000.backup"_s));
    c.clock.advance(1);
    VERIFY_DONE(c.look());
    QCOMPARE(c.names(),
             (QStringList{u"shirase-20261121-120000.backup"_s, u"shirase-20261121-130000.backup"_s}));
}

void tst_ScheduledBackup::goesOnOnceAClockThatWasAheadIsRight()
{
    Case c;
    c.clock.advance(year);
    VERIFY_DONE(c.look());
    QCOMPARE(c.count(), 1);
    c.clock.advance(-year);
    for (int i = 0; i < 3; ++i)
        VERIFY_DONE(c.look());
    QCOMPARE(c.names().first(), u"shirase-20261121-120000.backup"_s);
    QCOMPARE(c.count(), 2);
}

void tst_ScheduledBackup::triesAgainOnceAClockThatWasAheadIsRight()
{
    Case c;
    c.clock.advance(year);
    QVERIFY(QDir(c.backups).rmdir(c.backups));
    QVERIFY(!c.look());
    QVERIFY(QDir().mkpath(c.backups));
    VERIFY_DONE(c.look());
    QCOMPARE(c.count(), 0); // in ten minutes
    c.clock.advance(-year);
    VERIFY_DONE(c.look());
    QCOMPARE(c.count(), 1);
}

void tst_ScheduledBackup::warnsThoughTheLastOneIsOfTheFuture()
{
    Case c;
    c.clock.advance(year);
    VERIFY_DONE(c.look());
    QVERIFY(!must(c.connection->backups.state()).overdue);
    c.clock.advance(-year);
    QVERIFY(must(c.connection->backups.state()).overdue);
    VERIFY_DONE(c.look());
    QVERIFY(!must(c.connection->backups.state()).overdue);
}

void tst_ScheduledBackup::thinsOutNothingWhileTheClockIsDoubted()
{
    Case c;
    for (int i = 0; i < 3; ++i) {
        VERIFY_DONE(c.look());
        c.clock.advance(day);
    }
    const QStringList before = c.names();
    QCOMPARE(before.size(), 3);
    c.clock.advance(year);
    VERIFY_DONE(c.look());
    QCOMPARE(c.names().mid(0, before.size()), before);
    must(c.connection->clockGuard.confirm(u"admin"_s));
    c.clock.advance(hour);
    VERIFY_DONE(c.look());
    QVERIFY(!c.names().contains(before.first()));
}

QTEST_GUILESS_MAIN(tst_ScheduledBackup)
#include "tst_ScheduledBackup.moc"
