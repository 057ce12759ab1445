// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeper.h"
#include "app/MailHost.h"
#include "app/ServiceLog.h"
#include "app/ServiceManager.h"
#include "app/StorageWatch.h"
#include "app/UnixSignals.h"
#include "app/WebHost.h"
#include "app/ctl/Command.h"

#include <QJsonObject>

#include <cstdio>
#include <tuple>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

/// How long the threads have for what is under way; half of what the service manager gives (TimeoutStopSec).
constexpr std::chrono::seconds timeToEnd(5);

/// Connects what a part says of itself with the log, in the main thread.
template <typename Source>
void follow(ServiceLog &log, const Source &source, void (Source::*changed)(const QString &), ServicePart part)
{
    QObject::connect(&source, changed, qApp, [&log, part](const QString &problem) { log.report(part, problem); });
}

Result<Report> serve(const Context &context)
{
    UnixSignals signals_;
    QObject::connect(&signals_, &UnixSignals::endRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);

    ServiceLog log;
    ConnectionBreaker breaker;
    WebHost web(context.folder, context.clock, breaker);
    follow(log, web, &WebHost::problemChanged, ServicePart::Certificate);
    const Result<QString> url = web.open(context.value(u"listen"_s));
    if (!url)
        return passOn(url);
    MailHost mail(context.folder, context.clock, breaker);
    follow(log, mail, &MailHost::problemChanged, ServicePart::Mail);
    follow(log, mail, &MailHost::heldChanged, ServicePart::HeldMail);
    mail.start();
    Housekeeper housekeeper(context.folder, context.clock, breaker);
    follow(log, housekeeper, &Housekeeper::problemChanged, ServicePart::Housekeeping);
    follow(log, housekeeper, &Housekeeper::settingsProblemChanged, ServicePart::Settings);
    housekeeper.start();
    StorageWatch storage(context.folder, context.clock, breaker);
    follow(log, storage, &StorageWatch::problemChanged, ServicePart::Storage);

    std::printf("listening on %s\n", url->toUtf8().constData());
    std::ignore = std::fflush(stdout); // it serves, whether or not somebody reads this

    ServiceManager manager;
    QObject::connect(&web, &WebHost::alive, &manager, &ServiceManager::alive);
    QObject::connect(&signals_, &UnixSignals::reloadRequested, &manager, [&] {
        if (!manager.listens()) { // the terminal has gone
            QCoreApplication::quit();
            return;
        }
        manager.reloading();
        web.reload();
    });
    const QString status = Tr::tr("Listening on %1").arg(*url);
    QObject::connect(&web, &WebHost::reloaded, &manager, [&] { manager.ready(status); });
    manager.ready(status);
    QCoreApplication::exec();
    manager.stopping();
    breaker.breakOffAfter(timeToEnd);
    return Report{{}, QJsonObject{{u"listened"_s, *url}}};
}

} // namespace

QList<Command> serveCommands()
{
    return {{.name = u"serve"_s,
             .words = {},
             .help = Tr::tr("Runs the web server and delivers mail, until SIGTERM."),
             .options = {{u"listen"_s, Tr::tr("Where to listen (default: the setting web.listen); port 0 picks one."),
                          u"ADDR:PORT"_s}},
             .needed = {},
             .run = serve}};
}

} // namespace shirase::ctl
