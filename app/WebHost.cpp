// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WebHost.h"

#include "app/Connection.h"
#include "core/operators/OperatorDesk.h"
#include "core/settings/SettingCheck.h"
#include "core/visits/SignupDesk.h"
#include "server/Site.h"
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

QList<http::Subnet> trustedProxies(const Settings &settings)
{
    QList<http::Subnet> proxies;
    for (const QString &text : settings.list(u"web.trusted_proxies"_s)) {
        const http::Subnet subnet = QHostAddress::parseSubnet(text);
        if (!subnet.first.isNull())
            proxies.append(subnet);
    }
    return proxies;
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

WebHost::WebHost(DataFolder folder, const Clock &clock, QObject *parent)
    : QThread(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
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

Result<> WebHost::serve()
{
    const auto opened = Connection::open(m_folder, m_clock);
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const QString listen = m_listen.isEmpty() ? connection.settings.value(u"web.listen"_s) : m_listen;
    const std::optional<HostPort> hostPort = hostPortOf(listen);
    if (!hostPort)
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("WebHost", "%1 is no address to listen at. Please give an IP address and a "
                                                           "port, such as 127.0.0.1:8080.")
                        .arg(listen));
    Result<std::optional<http::TlsFiles>> tls = tlsFiles(connection.settings, m_clock.now());
    if (!tls)
        return passOn(tls);
    const Result<OfficePublicKey> office = connection.staff.officePublicKey();
    if (!office)
        return passOn(office);

    DayKeys dayKeys(*connection.vault, connection.serverKey, *office);
    VisitStore visits(*connection.database);
    SignupDesk desk({*connection.database, *connection.vault, dayKeys, visits, connection.outbox, m_clock, connection.settings});
    OperatorDesk operators({*connection.database, connection.facilities, connection.registration, connection.outbox,
                            connection.staff.audit(), connection.settings, connection.serverKey, m_clock});
    http::HttpCounters counters;
    Site site({*connection.database, connection.facilities, operators, desk, connection.settings, connection.serverKey, m_clock,
               counters});

    QSet<QByteArray> hosts = allowedHosts(connection.settings, hostPort->host);
    http::HttpOptions options;
    options.isHostAllowed = [&hosts](QByteArrayView host) { return hosts.contains(host.toByteArray()); };
    options.trustedProxies = trustedProxies(connection.settings);
    if (*tls) {
        options.tls = [&tls] { return (*tls)->configuration(); };
        Q_EMIT certificateTaken((*tls)->validUntil());
    }
    options.refusalPage = [&site](int status) { return site.refusalPage(status); };
    http::HttpServer server(options, counters, site);
    const Result<quint16> port = server.listen(QHostAddress(hostPort->host), hostPort->port);
    if (!port)
        return passOn(port);

    QTimer settingsTimer;
    const auto readChanges = [&] {
        // An unreadable database shows in the answers; the settings that were read last stay in force.
        if (connection.settings.reload().value_or(false)) {
            hosts = allowedHosts(connection.settings, hostPort->host);
            server.setTrustedProxies(trustedProxies(connection.settings));
        }
        if (*tls)
            renew(**tls);
    };
    connect(&settingsTimer, &QTimer::timeout, &settingsTimer, [&] {
        readChanges();
        Q_EMIT alive();
    });
    connect(this, &WebHost::reloadRequested, &settingsTimer, [&] {
        readChanges();
        Q_EMIT reloaded();
    });
    settingsTimer.start(1s);

    const QString scheme = *tls ? u"https://"_s : u"http://"_s;
    m_opened.set_value(scheme + bracketed(hostPort->host) + u':' + QString::number(*port));
    exec();

    QEventLoop closing;
    connect(&server, &http::HttpServer::closed, &closing, &QEventLoop::quit);
    server.close();
    closing.exec();
    return {};
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
