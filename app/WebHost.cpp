// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WebHost.h"

#include "app/Descriptors.h"
#include "app/WebServices.h"
#include "core/database/DatabaseThread.h"
#include "core/settings/SettingCheck.h"
#include "core/visits/SignupDesk.h"
#include "server/Site.h"
#include "server/http/ForwardedHeaders.h"
#include "server/http/HttpServer.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// REQUIREMENTS D4, DESIGN: an outage never blocks the event loop, and whoever waits hears so by then.
constexpr auto databasePatience = 3s;

QString bracketed(const QString &host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

/// The names under which visitors may ask for us.
QSet<QByteArray> allowedHosts(const Settings &settings, const QString &listeningHost)
{
    QSet<QByteArray> hosts{bracketed(listeningHost).toLatin1().toLower()};
    hosts.insert(bracketed(QUrl(settings.publicUrl()).host(QUrl::FullyEncoded)).toLatin1().toLower());
    for (const QString &host : settings.list(u"web.allowed_hosts"_s))
        hosts.insert(host.toLatin1().toLower());
    return hosts;
}

/// Nothing where the server is to speak plain HTTP.
Result<std::optional<http::TlsFiles>> tlsFiles(const Settings &settings, qint64 now)
{
    const QString certificate = settings.value(u"web.tls_certificate"_s);
    const QString key = settings.value(u"web.tls_key"_s);
    if (certificate.isEmpty() && key.isEmpty())
        return std::nullopt;
    Result<http::TlsFiles> files = http::TlsFiles::load(certificate, key, now);
    if (!files)
        return passOn(files);
    return *std::move(files);
}

} // namespace

WebHost::WebHost(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent)
    : QThread(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_breaker(breaker)
{
    setObjectName(u"web"_s);
}

WebHost::~WebHost()
{
    quit();
    wait();
}

Result<QString> WebHost::open(const QString &listen)
{
    m_listen = listen;
    // Qt's own dispatcher polls with ppoll and serves three times as many requests as GLib's beside 2,000 silent
    // connections (measured). The application has its dispatcher by now: this is for the threads to come.
    qputenv("QT_NO_GLIB", "1");
    std::future<Result<QString>> opened = m_opened.get_future();
    start();
    return opened.get();
}

void WebHost::reload()
{
    Q_EMIT reloadRequested();
}

void WebHost::run()
{
    if (const Result<> served = serve(); !served)
        m_opened.set_value(passOn(served));
}

// The event loop here never waits for the database: it asks the services in a thread of theirs.
Result<> WebHost::serve()
{
    const Result<ServerKey> key = ServerKey::load(m_folder.serverKeyFile());
    if (!key)
        return passOn(key);
    DatabaseThread thread(databasePatience);
    std::optional<Settings> settings;
    const auto services = thread.host<WebServices>([&]() -> Result<std::unique_ptr<WebServices>> {
        Result<std::unique_ptr<WebServices>> opened = WebServices::open(m_folder, m_clock, m_breaker);
        if (opened)
            settings = (*opened)->settings.with({});
        return opened;
    });
    if (!services)
        return passOn(services);
    return serve(*services, *settings, *key);
}

Result<> WebHost::serve(Remote<WebServices> services, Settings &settings, const ServerKey &key)
{
    const QString listen = m_listen.isEmpty() ? settings.value(u"web.listen"_s) : m_listen;
    const std::optional<HostPort> hostPort = hostPortOf(listen);
    if (!hostPort)
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("WebHost", "%1 is no address to listen at. Please give an IP address and a "
                                                           "port, such as 127.0.0.1:8080.")
                        .arg(listen));
    Result<std::optional<http::TlsFiles>> tls = tlsFiles(settings, m_clock.now());
    if (!tls)
        return passOn(tls);

    SignupDesk desk(services.part(&WebServices::signups));
    http::HttpCounters counters;
    Site site({services.part([](WebServices &all) -> Database & { return all.database; }),
               services.part([](WebServices &all) -> FacilityStore & { return all.facilities; }),
               services.part(&WebServices::operators), services.part(&WebServices::erasure), desk, settings, key, m_clock, counters});

    QSet<QByteArray> hosts = allowedHosts(settings, hostPort->host);
    http::HttpOptions options;
    options.maxConnections = std::min(options.maxConnections, descriptorsForVisitors());
    options.isHostAllowed = [&hosts](QByteArrayView host) { return hosts.contains(host.toByteArray()); };
    options.trustedProxies = http::subnetsOf(settings.list(u"web.trusted_proxies"_s));
    if (*tls) {
        options.tls = [&tls] { return (*tls)->configuration(); };
        Q_EMIT certificateTaken((*tls)->validUntil());
    }
    options.refusalPage = [&site](int status) { return site.refusalPage(status); };
    http::HttpServer server(options, counters, site);
    const Result<quint16> port = server.listen(QHostAddress(hostPort->host), hostPort->port);
    if (!port)
        return passOn(port);

    const auto takeOver = [&](const Settings &changed) {
        settings = changed;
        hosts = allowedHosts(settings, hostPort->host);
        server.setTrustedProxies(http::subnetsOf(settings.list(u"web.trusted_proxies"_s)));
    };
    QTimer timer;
    const auto readChanges = [&](const std::function<void()> &then) {
        askForSettings(services, takeOver, then);
        if (*tls)
            renew(**tls);
    };
    connect(&timer, &QTimer::timeout, &timer, [&] {
        readChanges({});
        Q_EMIT alive();
    });
    connect(this, &WebHost::reloadRequested, &timer, [&] { readChanges([this] { Q_EMIT reloaded(); }); });
    timer.start(1s);

    const QString scheme = *tls ? u"https://"_s : u"http://"_s;
    m_opened.set_value(scheme + bracketed(hostPort->host) + u':' + QString::number(*port));
    exec();

    QEventLoop closing;
    connect(&server, &http::HttpServer::closed, &closing, &QEventLoop::quit);
    server.close();
    closing.exec();
    return {};
}

void WebHost::askForSettings(Remote<WebServices> services, std::function<void(const Settings &)> takeOver,
                             std::function<void()> then)
{
    services.ask(
        [](WebServices &all) -> Result<std::optional<Settings>> {
            const Result<bool> changed = all.settings.reload();
            if (!changed)
                return passOn(changed);
            return *changed ? std::optional(all.settings.with({})) : std::nullopt;
        },
        [takeOver = std::move(takeOver), then = std::move(then)](const Result<std::optional<Settings>> &changed) {
            // An unreadable database shows in the answers; the settings that were read last stay in force.
            if (changed && *changed)
                takeOver(**changed);
            if (then)
                then();
        });
}

void WebHost::renew(http::TlsFiles &tls)
{
    const Result<bool> renewed = tls.refresh(m_clock.now());
    if (!renewed) {
        Q_EMIT problemChanged(QCoreApplication::translate("WebHost", "%1 The certificate that was read before stays in use.")
                                  .arg(renewed.error().message));
    } else if (*renewed) {
        Q_EMIT problemChanged({});
        Q_EMIT certificateTaken(tls.validUntil());
    }
}

} // namespace shirase
