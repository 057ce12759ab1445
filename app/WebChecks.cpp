// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WebChecks.h"

#include "core/foundation/JapaneseTime.h"
#include "core/settings/SettingCheck.h"
#include "server/http/TlsFiles.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

namespace shirase::webChecks {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 10s;
constexpr qint64 fewDays = 30; // by then a certificate is renewed, or somebody has to do it by hand
constexpr qint64 day = 86'400; // seconds

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(WebChecks)
};

/// How long a certificate is good, and whether somebody has to do something.
QString expiryText(const QDateTime &expires, qint64 now)
{
    const QString date = QLocale().toString(japan::dayOf(expires.toSecsSinceEpoch()), QLocale::LongFormat);
    const qint64 days = (expires.toSecsSinceEpoch() - now) / day;
    if (days < fewDays)
        return Tr::tr("The certificate runs out on %1, in %n days. Please renew it soon.", "", int(days)).arg(date);
    return Tr::tr("The certificate is good until %1.").arg(date);
}

QString sslText(const QList<QSslError> &errors)
{
    const bool expired = std::ranges::any_of(
        errors, [](const QSslError &error) { return error.error() == QSslError::CertificateExpired; });
    return expired ? Tr::tr("The certificate there has run out, and phones refuse pages that come with it. Please renew it.")
                   : Tr::tr("The certificate there is not trusted, or not for this name, and phones refuse pages that come "
                            "with it. Please correct it.");
}

QString failureText(const QNetworkReply &reply, const QString &url)
{
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return Tr::tr("The name in %1 is not known. Please check the address, and whether the name is registered.").arg(url);
    case QNetworkReply::ConnectionRefusedError:
        return Tr::tr("Nothing answers at %1. Please check the address, and whether the web server or the proxy in front of "
                      "it runs.")
            .arg(url);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return Tr::tr("%1 did not answer within 10 seconds. Please check the address and the network.").arg(url);
    default:
        return Tr::tr("%1 could not be reached. Please check the address and the network.").arg(url);
    }
}

/// Waits in this thread for an answer; ends early if nobody wants it any more.
void await(QNetworkReply &reply, const std::function<bool()> &isCancelled)
{
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&looks, &QTimer::timeout, &reply, [&] {
        if (isCancelled && isCancelled())
            reply.abort();
    });
    looks.start(200ms);
    if (!reply.isFinished())
        loop.exec();
}

Result<QString> judge(QNetworkReply &reply, const QString &url, const QList<QSslError> &sslErrors, qint64 now)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!sslErrors.isEmpty())
        return fail(ErrorCode::Unavailable, sslText(sslErrors), sslErrors.first().errorString());
    if (status == 503)
        return fail(ErrorCode::Unavailable,
                    Tr::tr("%1 answers, but registrations cannot be stored there at present.").arg(url));
    if (status != 0 && (status != 200 || reply.readAll() != "ok"))
        return fail(ErrorCode::Unavailable,
                    Tr::tr("Something answers at %1, but it is not Shirase. Please check the address, the allowed hosts and "
                           "the proxy.")
                        .arg(url),
                    Tr::tr("It answered with HTTP status %1.").arg(status));
    if (reply.error() != QNetworkReply::NoError)
        return fail(ErrorCode::Unavailable, failureText(reply, url), reply.errorString());
    const QString reached = Tr::tr("Visitors reach Shirase at %1.").arg(url);
    const QSslCertificate certificate = reply.sslConfiguration().peerCertificate();
    return certificate.isNull() ? reached : reached + u' ' + expiryText(certificate.expiryDate(), now);
}

std::unexpected<Error> cannotListen(const QTcpServer &trial, const HostPort &wanted)
{
    const QString detail = trial.errorString();
    switch (trial.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return fail(ErrorCode::Conflict,
                    Tr::tr("Port %1 is in use by another program. Please end that program, or choose another port.")
                        .arg(wanted.port),
                    detail);
    case QAbstractSocket::SocketAccessError:
        return fail(ErrorCode::Refused,
                    Tr::tr("This account may not open port %1. Please choose a port of 1024 or more, and put a proxy in "
                           "front of it.")
                        .arg(wanted.port),
                    detail);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return fail(ErrorCode::Unavailable,
                    Tr::tr("This computer does not have the address %1. Please choose one of its own, or 127.0.0.1 for a "
                           "proxy on this computer.")
                        .arg(wanted.host),
                    detail);
    default:
        return fail(ErrorCode::Unavailable,
                    Tr::tr("Nothing can listen at port %1. Please check the address and the network.").arg(wanted.port),
                    detail);
    }
}

} // namespace

Result<QString> listening(const QString &listen)
{
    const std::optional<HostPort> wanted = hostPortOf(listen);
    if (!wanted)
        return fail(ErrorCode::Invalid,
                    Tr::tr("%1 is no address to listen at. Please give an IP address and a port, such as 127.0.0.1:8080.")
                        .arg(listen));
    QTcpServer trial;
    if (!trial.listen(QHostAddress(wanted->host), wanted->port))
        return cannotListen(trial, *wanted);
    return Tr::tr("Port %1 is free.").arg(trial.serverPort());
}

Result<QString> publicUrl(const Settings &settings, qint64 now, const std::function<bool()> &isCancelled)
{
    const QString url = settings.publicUrl();
    QNetworkAccessManager network;
    network.setTransferTimeout(int(patience.count()));
    QNetworkRequest request(QUrl(url + u"/healthz"_s));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QList<QSslError> sslErrors;
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
                     [&sslErrors](const QList<QSslError> &errors) { sslErrors = errors; });
    await(*reply, isCancelled);
    return judge(*reply, url, sslErrors, now);
}

Result<QString> certificate(const Settings &settings, qint64 now)
{
    const QString file = settings.value(u"web.tls_certificate"_s);
    const QString key = settings.value(u"web.tls_key"_s);
    if (file.isEmpty() && key.isEmpty())
        return Tr::tr("Shirase has no certificate of its own: it speaks plain HTTP. A proxy in front of it has to speak "
                      "HTTPS.");
    const Result<http::TlsFiles> files = http::TlsFiles::load(file, key, now);
    if (!files)
        return passOn(files);
    return expiryText(files->configuration().localCertificate().expiryDate(), now);
}

} // namespace shirase::webChecks
