// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Results.h"
#include "tests/widgets/support/Patience.h"
#include "tests/widgets/support/WorkPlaces.h"
#include "widgets/shell/OpenWindows.h"

#include <QLabel>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// Every table of the database is away while this lives.
class BrokenDatabase
{
public:
    explicit BrokenDatabase(TestSite &site)
        : m_site(site)
    {
        {
            Rows rows = must(site.office().database.run(
                u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"_s));
            while (rows.next())
                m_tables << rows.text(0);
        }
        for (const QString &table : std::as_const(m_tables))
            m_site.run(u"ALTER TABLE %1 RENAME TO away_%1"_s.arg(table));
    }
    ~BrokenDatabase()
    {
        for (const QString &table : std::as_const(m_tables))
            m_site.run(u"ALTER TABLE away_%1 RENAME TO %1"_s.arg(table));
    }
    Q_DISABLE_COPY_MOVE(BrokenDatabase)

private:
    TestSite &m_site;
    QStringList m_tables;
};

/// What the window says at present where it says that something has failed.
QStringList sentences(const WindowTest &test)
{
    QStringList said;
    for (const Error &error : test.dialogs.errors)
        said << error.message;
    for (const char *label : {"messageBarText", "storingProblem", "logInProblem", "thresholdProblem", "erasePersonOutcome",
                              "backupOutcome", "testResult"})
        said << test.textOf(label);
    said.removeAll(QString());
    return said;
}

bool saysMoreThan(const QStringList &before, const WindowTest &test)
{
    const QStringList now = sentences(test);
    return std::ranges::any_of(now, [&](const QString &sentence) { return !before.contains(sentence); });
}

/// Has something done in a place, and closes what was opened.
void visit(const WorkPlace &place, WindowTest &test, const WorkStep &there)
{
    if (test.window->isLocked()) {
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
    }
    QTimer opened;
    if (place.blocks) {
        opened.setInterval(20);
        QObject::connect(&opened, &QTimer::timeout, test.window.get(), [&] {
            if (!QApplication::activeModalWidget())
                return;
            opened.stop();
            there(test);
            closeOpenWindows(test.window.get());
        });
        opened.start();
        place.open(test);
        return;
    }
    place.open(test);
    if (!QTest::currentTestFailed())
        there(test);
    if (place.leave)
        place.leave(test);
    else
        closeOpenWindows(test.window.get());
}

void addPlaces()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < workPlaces().size(); ++i)
        QTest::newRow(qPrintable(workPlaces()[i].name)) << i;
}

} // namespace

/// What people do in every page and dialog, by keyboard alone, through the real window (REQUIREMENTS S10, W2).
class tst_EveryPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_failing_database_is_said_and_nothing_is_lost_data() { addPlaces(); }
    void a_failing_database_is_said_and_nothing_is_lost()
    {
        QFETCH(int, place);
        const WorkPlace &here = workPlaces()[place];
        TestSite site;
        fillWorkPlaces(site);
        WindowTest window(site);
        window.logIn("dashboardPage");
        visit(here, window, [&](WindowTest &test) {
            here.prepare(test);
            {
                const QStringList before = sentences(test);
                const BrokenDatabase broken(site);
                here.act(test);
                QTRY_VERIFY(saysMoreThan(before, test));
            }
            here.act(test); // what was typed is still there
            QTRY_VERIFY_WITH_TIMEOUT(here.isDone(test), patience);
        });
        window.window->endNow();
    }
};

QTEST_MAIN(tst_EveryPlace)
#include "tst_EveryPlace.moc"
