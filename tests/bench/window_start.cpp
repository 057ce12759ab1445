// SPDX-License-Identifier: GPL-3.0-or-later

// How long the window takes from the start of its process until it can be used: until it stands with its log-in, and
// from the log-in until the dashboard and the list of facilities are filled. Prints the median and the worst of some
// starts, in milliseconds, and how much memory each took then (PSS). The arguments are the numbers of facilities
// (100,000), of visits (5,000,000) and of starts (9).

#include "app/Housekeeper.h"
#include "app/MailHost.h"
#include "app/SetUp.h"
#include "app/StorageWatch.h"
#include "app/Translations.h"
#include "app/WebHost.h"
#include "app/desktop/DesktopInstallation.h"
#include "app/desktop/DesktopOffice.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/visits/VisitTotals.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/ManyVisits.h"
#include "tests/support/Results.h"
#include "widgets/common/NativeDialogs.h"
#include "widgets/desktop/DesktopNotifier.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/ServerStatus.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QString account = u"bench"_s;
const QString password = u"unlock 42 blue herons"_s;
constexpr int patience = 60'000; // ms

/// Milliseconds of the clock that every process shares.
qint64 now()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

/// This process's share of what it has in memory (PSS), in KB.
qint64 memoryInUse()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The system does not say how much memory is in use.");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.sliced(4).chopped(2).trimmed().toLongLong();
    }
    return 0;
}

void fill(const DataFolder &folder, int facilities, int visits)
{
    const SystemClock clock;
    SetUpRequest request;
    request.administrator = account;
    request.password = SecretBytes(QByteArrayView(password.toUtf8()));
    must(setUp(folder, request, clock));
    const auto connection = must(Connection::open(folder, clock));
    must(connection->settings.set(u"web.listen"_s, u"127.0.0.1:0"_s));
    const QDate today = japan::dayOf(clock.now());
    addManyFacilities(*connection->database, facilities);
    addManyVisits(*connection->database, visits, facilities, today);
    // As a Shirase that has run for days has it.
    const QDate first = lastErasedDay(today, RetentionMonths::of(connection->settings).visits).addDays(1);
    must(VisitTotals(*connection->database).keep(first, clock.now()));
    must(connection->database->purge());
}

/// The window in a process of its own, as app/desktop/main.cpp builds it. Prints when each thing had happened.
class Start
{
public:
    explicit Start(const QString &folder)
        : m_folder(folder)
        , m_begun(qgetenv("SHIRASE_BENCH_BEGUN").toLongLong())
        , m_office(must(DesktopOffice::open(m_folder, m_clock, m_breaker)))
        , m_web(m_folder, m_clock, m_breaker)
        , m_mail(m_folder, m_clock, m_breaker)
        , m_housekeeper(m_folder, m_clock, m_breaker)
        , m_storage(m_folder, m_clock, m_breaker)
    {}

    void run()
    {
        tell("database open");
        m_status.setRunning(must(m_web.open(u"127.0.0.1:0"_s)));
        m_mail.start();
        m_housekeeper.start();
        tell("web server answers");
        MainWindow window(*m_office, [this] { return DesktopOffice::open(m_folder, m_clock, m_breaker); },
                          {m_status, m_installation, m_dialogs, m_notifier, m_folder.file(u"window.ini"_s)});
        tell("window built");
        window.show();
        QLineEdit *name = nullptr;
        wait([&] {
            name = field("logInName");
            return name && name->isVisible() && name->window()->windowHandle()->isExposed();
        });
        tell("LOG-IN USABLE");
        name->setText(account);
        field("logInPassword")->setText(password);
        const qint64 asked = now();
        QTest::keyClick(field("logInPassword"), Qt::Key_Return);
        wait([&] { return !window.isLocked(); });
        out << "password checked " << now() - asked << Qt::endl;
        m_begun = now();
        wait([&] { return window.findChild<QLabel *>(u"dashboardMailFigure"_s)->text() != u"–"_s; });
        tell("figures");
        wait([&] { return window.findChild<QLabel *>(u"dashboardTodayFigure"_s)->text() != u"–"_s; });
        tell("DASHBOARD FILLED");
        m_begun = now();
        window.findChild<QListWidget *>(u"sideBar"_s)->setCurrentRow(1);
        const auto *table = window.findChild<QTableView *>(u"facilityTable"_s);
        wait([&] { return table->model()->rowCount() > 0 && !table->model()->index(0, 0).data().toString().isEmpty(); });
        tell("FACILITIES FILLED");
        out << "PSS " << memoryInUse() << Qt::endl;
    }

private:
    void tell(const char *what)
    {
        out << what << ' ' << now() - m_begun << Qt::endl;
    }
    static QLineEdit *field(const char *name)
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = window->findChild<QLineEdit *>(QString::fromLatin1(name)))
                return found;
        }
        return nullptr;
    }
    template <typename Condition>
    static void wait(const Condition &condition)
    {
        if (!QTest::qWaitFor(condition, patience))
            qFatal("It takes too long.");
    }

    QTextStream out{stdout};
    SystemClock m_clock;
    DataFolder m_folder;
    qint64 m_begun;
    ConnectionBreaker m_breaker;
    std::unique_ptr<Office> m_office;
    ServerStatus m_status;
    NativeDialogs m_dialogs;
    DesktopInstallation m_installation{m_folder, m_clock};
    DesktopNotifier m_notifier;
    WebHost m_web;
    MailHost m_mail;
    Housekeeper m_housekeeper;
    StorageWatch m_storage;
};

void measure(const QString &program, const QString &folder, int starts)
{
    QTextStream out(stdout);
    QStringList order;
    QHash<QString, QList<qint64>> times;
    for (int start = 0; start < starts; ++start) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SHIRASE_BENCH_BEGUN"_s, QString::number(now()));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program, {u"--start"_s, folder});
        if (!process.waitForFinished(2 * patience) || process.exitCode() != 0)
            qFatal("The window did not start.");
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            const qsizetype space = line.lastIndexOf(' ');
            if (space < 0)
                continue;
            const QString what = QString::fromUtf8(line.first(space));
            const qint64 value = line.sliced(space + 1).toLongLong();
            if (what == u"PSS") {
                out << "PSS: " << double(value) / 1024 << " MB" << Qt::endl;
                continue;
            }
            if (!order.contains(what))
                order << what;
            times[what] << value;
        }
    }
    for (const QString &what : order) {
        QList<qint64> sorted = times[what];
        std::ranges::sort(sorted);
        out << what.leftJustified(24) << "median " << sorted[sorted.size() / 2] << " ms, worst " << sorted.last() << " ms"
            << Qt::endl;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    installTranslations(application);
    if (!initialiseCryptography())
        return 1;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--start") {
        Start(arguments.value(2)).run();
        return 0;
    }
    const int facilities = arguments.value(1, u"100000"_s).toInt();
    const int visits = arguments.value(2, u"5000000"_s).toInt();
    const QTemporaryDir folder;
    fill(DataFolder(folder.filePath(u"data"_s)), facilities, visits);
    QTextStream(stdout) << facilities << " facilities, " << visits << " visits" << Qt::endl;
    measure(QCoreApplication::applicationFilePath(), folder.filePath(u"data"_s), arguments.value(3, u"9"_s).toInt());
    return 0;
}
