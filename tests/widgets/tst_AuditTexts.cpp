// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/JapaneseTime.h"
#include "core/settings/Settings.h"
#include "core/staff/Actor.h"
#include "widgets/audit/AuditTexts.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_AuditTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void has_words_for_every_action()
    {
        QSet<QString> seen;
        const QStringList actions = AuditTexts::actions();
        for (const QString &action : actions) {
            QVERIFY2(AuditTexts::action(action) != action, qPrintable(action));
            QVERIFY2(!seen.contains(AuditTexts::action(action)), qPrintable(action));
            seen.insert(AuditTexts::action(action));
        }
        QCOMPARE(AuditTexts::action(u"some.newer.action"_s), u"some.newer.action"_s);
    }

    void every_action_that_the_core_writes_has_words()
    {
        // Whoever adds an action gives it words too.
        QDirIterator files(QStringLiteral(SHIRASE_SOURCES "/core"), {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        static const QRegularExpression written(
            u"u\"((?:notice|facility|text|threshold|staff|key|setting|login|backup|mail)\\.[a-z_.]+)\"(?:_s)?[,})]"_s);
        const QStringList known = AuditTexts::actions();
        int found = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains(u"/settings/"_s) || !file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (const QRegularExpressionMatch &match : written.globalMatch(text)) {
                const QString action = match.captured(1);
                if (text.contains(u"filePath(u\"%1\""_s.arg(action)) || Settings::find(action))
                    continue;
                ++found;
                QVERIFY2(known.contains(action), qPrintable(file.fileName() + u": "_s + action));
            }
        }
        QVERIFY(found > 15);
    }

    void says_what_an_entry_is_about_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("words");
        QTest::newRow("a notice") << u"notice.send"_s << u"notice 12"_s << u"Notice 12"_s;
        QTest::newRow("a facility") << u"facility.retire"_s << u"facility 7"_s << u"Facility 7"_s;
        QTest::newRow("the office key") << u"key.change"_s << u"office key 3"_s << u"Office key 3"_s;
        QTest::newRow("an account") << u"staff.add"_s << u"notice"_s << u"notice"_s;
        QTest::newRow("roles") << u"staff.roles"_s << u"山田: 太郎: notices audit"_s
                               << u"山田: 太郎: notices, audit"_s;
        QTest::newRow("no roles") << u"staff.roles"_s << u"山田: "_s << u"山田: –"_s;
        QTest::newRow("strange roles") << u"staff.roles"_s << u"山田: king"_s << u"山田: king"_s;
        QTest::newRow("an export") << u"facility.export"_s << u"1284 facilities"_s << u"1,284 facilities"_s;
        QTest::newRow("an import that was cancelled")
            << u"facility.import.stop"_s << u"20 of 1284 facilities"_s << u"20 of 1,284 facilities"_s;
        QTest::newRow("an account that passes for one") << u"staff.add"_s << u"20 facilities"_s << u"20 facilities"_s;
        QTest::newRow("a pause") << u"login.pause"_s << u"60 s, PC-1"_s << u"PC-1, 60 seconds"_s;
        QTest::newRow("a strange pause") << u"login.pause"_s << u"PC-1"_s << u"PC-1"_s;
        QTest::newRow("held mail") << u"mail.release"_s << u"mail"_s << u"Confirmations and mails to operators"_s;
        QTest::newRow("nothing") << u"setup"_s << QString() << QString();
    }
    void says_what_an_entry_is_about()
    {
        QFETCH(QString, action);
        QFETCH(QString, subject);
        QFETCH(QString, words);
        QCOMPARE(AuditTexts::subject({1, 0, u"山田"_s, action, subject}), words);
    }

    // Nobody is to take an account for the system itself.
    void no_account_can_have_the_name_that_is_shown_for_one_without()
    {
        for (const QString &actor : {actors::operators, actors::system, actors::commandLine}) {
            QVERIFY(AuditTexts::account(actor) != actor);
            QVERIFY2(actors::isReserved(AuditTexts::account(actor)), qPrintable(actor));
        }
        QVERIFY(!actors::isReserved(AuditTexts::account(u"山田"_s)));
    }

    void says_how_the_record_stands()
    {
        const qint64 at = *japan::parseDateTime(u"2026-11-24T10:00"_s);
        AuditLog::State state{.entries = 1284, .firstBroken = 0, .missingEnd = 0, .newestAt = at};
        QVERIFY(AuditTexts::state(state, at).startsWith(u"Unbroken"_s));
        QVERIFY(AuditTexts::state(state, at).contains(u"10:00"_s));
        state.missingEnd = 1290;
        QVERIFY(AuditTexts::state(state, at).contains(u"cut off"_s));
        state.firstBroken = 7;
        QVERIFY(AuditTexts::state(state, at).contains(u"changed"_s));
    }
};

QTEST_GUILESS_MAIN(tst_AuditTexts)
#include "tst_AuditTexts.moc"
