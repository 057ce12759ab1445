// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CoreFiles.h"
#include "app/DiskWatch.h"
#include "app/Housekeeper.h"
#include "app/MailHost.h"
#include "app/SetUp.h"
#include "app/StandardOutput.h"
#include "app/StorageWatch.h"
#include "app/Translations.h"
#include "app/UnixSignals.h"
#include "app/desktop/DesktopFirstStart.h"
#include "app/desktop/DesktopInstallation.h"
#include "app/desktop/DesktopOffice.h"
#include "app/desktop/DesktopWeb.h"
#include "core/foundation/LibraryVersions.h"
#include "widgets/common/NativeDialogs.h"
#include "widgets/common/ReadableStyle.h"
#include "widgets/common/WheelGuard.h"
#include "widgets/desktop/DesktopNotifier.h"
#include "widgets/desktop/DesktopSession.h"
#include "widgets/desktop/SingleInstance.h"
#include "widgets/setup/SetUpWizard.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/ServerStatus.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSessionManager>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(desktop)
};

/// Ends the program with what was asked for in place of the window.
[[noreturn]] void endWith(const QString &text)
{
    print(stdout, text);
    const bool lost = isOutputLost();
    if (lost)
        print(stderr, Tr::tr("The output could not be written. Please see that there is room where it goes."));
    // As QCommandLineParser::process() does after a mistake; no thread of ours has begun.
    std::exit(lost ? 1 : 0); // NOLINT(concurrency-mt-unsafe)
}

QString dataFolderOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("The window of Shirase, with the web server inside."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version({u"v"_s, u"version"_s}, Tr::tr("Shows the version, with those of the libraries."));
    parser.addOption(version);
    parser.addOption({u"data"_s, Tr::tr("The folder of the data."), u"DIR"_s,
                      QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)});
    const bool understood = parser.parse(arguments);
    if (understood && parser.isSet(version))
        endWith(versionText(u"shirase"_s));
    if (understood && parser.isSet(help))
        endWith(parser.helpText().trimmed());
    parser.process(arguments);
    return parser.value(u"data"_s);
}

/// Brings an empty folder to life. False if the person does not want to.
Result<bool> ensureSetUp(const DataFolder &folder, const Clock &clock, const Installation &installation, Dialogs &dialogs,
                         const UnixSignals &endSignals)
{
    Result<bool> finished = finishSetUp(folder);
    if (!finished || *finished)
        return finished;
    const auto start = DesktopFirstStart::of(folder, clock);
    if (!start)
        return passOn(start);
    SetUpWizard wizard(**start, installation, dialogs);
    QObject::connect(&endSignals, &UnixSignals::endRequested, &wizard, &SetUpWizard::end);
    return wizard.exec() == QDialog::Accepted;
}

} // namespace

int main(int argc, char *argv[])
{
    leaveNoCoreFiles();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"shirase"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SHIRASE_VERSION));
    QGuiApplication::setDesktopFileName(u"jp.shirase.Shirase"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/shirase/brand/shirase.svg"_s));
    QApplication::setStyle(new ReadableStyle); // takes it over
    const WheelGuard wheelGuard;
    installTranslations(application);
    const DataFolder folder(dataFolderOf(QCoreApplication::arguments()));

    NativeDialogs dialogs;
    const auto giveUp = [&dialogs](const Error &error) {
        dialogs.showError(nullptr, error);
        return 1;
    };
    if (!initialiseCryptography())
        return giveUp({ErrorCode::Unavailable, Tr::tr("The system gives no secure random numbers."), {}});
    SingleInstance instance(folder.path(), QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    const Result<bool> first = instance.claim();
    if (!first)
        return giveUp(first.error());
    if (!*first)
        return 0;

    const SystemClock clock;
    const DesktopInstallation installation(folder, clock);
    UnixSignals endSignals;
    ConnectionBreaker breaker;
    const Result<bool> ready = ensureSetUp(folder, clock, installation, dialogs, endSignals);
    if (ready && !*ready)
        return 0; // the person has left the wizard
    Result<std::unique_ptr<Office>> office = ready ? DesktopOffice::open(folder, clock, breaker) : passOn(ready);
    if (!office)
        return giveUp(office.error());

    ServerStatus status;
    DesktopWeb web(folder, clock, breaker, status);
    web.open();
    MailHost mail(folder, clock, breaker);
    QObject::connect(&mail, &MailHost::problemChanged, &status, &ServerStatus::setRelayProblem);
    QObject::connect(&mail, &MailHost::heldChanged, &status, &ServerStatus::setHeld);
    mail.start();
    Housekeeper housekeeper(folder, clock, breaker);
    QObject::connect(&housekeeper, &Housekeeper::problemChanged, &status, &ServerStatus::setErasureProblem);
    QObject::connect(&housekeeper, &Housekeeper::settingsProblemChanged, &status,
                     &ServerStatus::setSettingsProblem);
    housekeeper.start();
    StorageWatch storage(folder, clock, breaker);
    QObject::connect(&storage, &StorageWatch::problemChanged, &status, &ServerStatus::setStorageProblem);
    DiskWatch disk(folder.path());
    QObject::connect(&disk, &DiskWatch::problemChanged, &status, &ServerStatus::setDiskProblem);
    disk.look();

    DesktopNotifier notifier;
    MainWindow window(**office, [&] { return DesktopOffice::open(folder, clock, breaker); },
                      {status, installation, dialogs, notifier, folder.file(u"window.ini"_s)});
    QObject::connect(&instance, &SingleInstance::startedAgain, &window, &MainWindow::comeForward);
    const DesktopSession desktop;
    QObject::connect(&desktop, &DesktopSession::locked, &window,
                     [&window] { window.lock(MainWindow::LockReason::Desktop); });
    QObject::connect(&endSignals, &UnixSignals::endRequested, &window, &MainWindow::endNow);
    QObject::connect(&endSignals, &UnixSignals::reloadRequested, &window, &MainWindow::endNow); // the terminal has gone
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window, &MainWindow::endNow);
    QObject::connect(&window, &MainWindow::clockConfirmed, &housekeeper, &Housekeeper::lookNow);
    QObject::connect(&window, &MainWindow::webAsked, [&web] { web.open(); });
    QObject::connect(&window, &MainWindow::erasureAsked, &housekeeper, &Housekeeper::lookNow);
    window.show();
    const int result = QApplication::exec();
    // What is under way may end; a database that hangs holds nobody up.
    breaker.breakOffAfter(std::chrono::seconds(5));
    return result;
}
