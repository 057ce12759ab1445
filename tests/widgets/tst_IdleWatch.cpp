// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/TestSite.h"
#include "widgets/shell/IdleWatch.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

constexpr qint64 minute = 60;

/// A watch of ten minutes over a field, and a clock that stands.
struct Case
{
    Case()
    {
        field.show();
        watch.setLimit(std::chrono::minutes(10));
        watch.start();
    }
    void pass(qint64 seconds) { clock.set(clock.now() + seconds); }
    /// As the desktop delivers it, or as a part of the program does by itself.
    void press(QChar letter, bool byPerson = true, bool autoRepeat = false)
    {
        QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter), autoRepeat);
        if (byPerson)
            QSpontaneKeyEvent::setSpontaneous(&event);
        QCoreApplication::instance()->notify(&field, &event); // sendEvent() would take the mark away
    }

    TestClock clock{TestSite::officeTime};
    IdleWatch watch{clock};
    QSignalSpy idle{&watch, &IdleWatch::idle};
    QLineEdit field;
};

} // namespace

class tst_IdleWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tells_once_nobody_has_used_the_program_for_so_long()
    {
        Case c;
        c.pass(10 * minute);
        QTRY_COMPARE(c.idle.count(), 1);
    }

    void tells_after_real_time_too_whatever_the_clock_says()
    {
        Case c;
        c.watch.setLimit(std::chrono::milliseconds(20));
        QTRY_COMPARE(c.idle.count(), 1);
    }

    void waits_anew_after_each_use()
    {
        Case c;
        for (const QChar letter : u"abc"_s) {
            c.pass(9 * minute);
            c.press(letter);
        }
        QCOMPARE(c.field.text(), u"abc"_s);
        QCOMPARE(c.idle.count(), 0);
    }

    // The machine has slept: who comes back sees nothing before the log-in.
    void the_first_touch_after_too_long_reaches_nothing()
    {
        Case c;
        c.pass(10 * minute);
        c.press(u'a');
        QCOMPARE(c.idle.count(), 1);
        QVERIFY(c.field.text().isEmpty());
        c.press(u'b'); // the watch has stopped
        QCOMPARE(c.field.text(), u"b"_s);
    }

    void a_key_that_something_lies_on_is_no_use()
    {
        Case c;
        c.pass(9 * minute);
        c.press(u'a', true, true);
        c.pass(minute);
        c.press(u'b');
        QCOMPARE(c.idle.count(), 1);
    }

    void what_the_program_does_by_itself_is_no_use()
    {
        Case c;
        c.pass(9 * minute);
        c.press(u'a', false);
        c.pass(minute);
        c.press(u'b');
        QCOMPARE(c.idle.count(), 1);
    }

    void a_clock_that_is_set_back_does_not_keep_it_from_telling()
    {
        Case c;
        c.pass(-24 * 60 * minute);
        c.press(u'a');
        QCOMPARE(c.idle.count(), 0);
        c.pass(10 * minute);
        c.press(u'b');
        QCOMPARE(c.idle.count(), 1);
    }

    void an_event_loop_of_a_dialog_does_not_keep_it_from_telling()
    {
        Case c;
        QDialog dialog;
        connect(&c.watch, &IdleWatch::idle, &dialog, &QDialog::reject);
        c.watch.setLimit(std::chrono::milliseconds(20));
        QCOMPARE(dialog.exec(), int(QDialog::Rejected));
        QCOMPARE(c.idle.count(), 1);
    }

    void tells_nothing_once_it_is_stopped()
    {
        Case c;
        c.watch.stop();
        c.pass(60 * minute);
        c.press(u'a');
        QCOMPARE(c.idle.count(), 0);
        QCOMPARE(c.field.text(), u"a"_s);
    }
};

QTEST_MAIN(tst_IdleWatch)
#include "tst_IdleWatch.moc"
