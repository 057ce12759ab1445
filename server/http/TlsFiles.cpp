// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TlsFiles.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace shirase::http {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TlsFiles)
};

constexpr int patience = 3000; ///< milliseconds, for a connection within this machine

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Result<QList<QSslCertificate>> readCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::Unavailable,
            Tr::tr(
                "The certificate file %1 cannot be read. Please check the setting web.tls_certificate, and "
                "that this account may read the file.")
                .arg(shown(path)),
            file.errorString());
    QList<QSslCertificate> chain = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (chain.isEmpty())
        return fail(
            ErrorCode::Corrupt,
            Tr::tr("The file %1 holds no certificate. Please name a PEM file with the server's certificate "
                   "first and its issuers' after it in the setting web.tls_certificate.")
                .arg(shown(path)));
    return chain;
}

Result<QSslKey> readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::Unavailable,
            Tr::tr("The key file %1 cannot be read. Please check the setting web.tls_key, and that this "
                   "account may read the file.")
                .arg(shown(path)),
            file.errorString());
    const QByteArray pem = file.readAll();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return fail(
        ErrorCode::Corrupt,
        Tr::tr(
            "The file %1 holds no key that can be used. Please name a PEM file with an EC or RSA key without "
            "a password in the setting web.tls_key.")
            .arg(shown(path)));
}

Result<> checkValidity(const QSslCertificate &certificate, const QString &path, qint64 now)
{
    const auto day = [](const QDateTime &at) {
        return japan::dayOf(at.toSecsSinceEpoch()).toString(Qt::ISODate);
    };
    if (certificate.expiryDate().toSecsSinceEpoch() <= now)
        return fail(
            ErrorCode::Invalid,
            Tr::tr("The certificate in %1 ran out on %2, and phones refuse pages that come with it. Please "
                   "renew it.")
                .arg(shown(path), day(certificate.expiryDate())));
    if (certificate.effectiveDate().toSecsSinceEpoch() > now)
        return fail(
            ErrorCode::Invalid,
            Tr::tr(
                "The certificate in %1 is not valid before %2. Please check the certificate, and the clock "
                "of this computer.")
                .arg(shown(path), day(certificate.effectiveDate())));
    return {};
}

/// Takes one connection and keeps its descriptor.
class Door final : public QTcpServer
{
public:
    qintptr descriptor = -1;

protected:
    void incomingConnection(qintptr incoming) override { descriptor = incoming; }
};

/// Why no visitor could be served with this: the TLS library compares certificate and key when it begins to
/// speak to one, and Qt has no other way of asking it. Empty if it would speak.
QString refusalOf(const QSslConfiguration &configuration)
{
    Door door;
    QTcpSocket visitor;
    if (!door.listen(QHostAddress::LocalHost))
        return door.errorString();
    visitor.connectToHost(door.serverAddress(), door.serverPort());
    QSslSocket socket;
    if (!door.waitForNewConnection(patience) || !socket.setSocketDescriptor(door.descriptor))
        return door.errorString();
    socket.setSslConfiguration(configuration);
    QString refusal;
    QObject::connect(&socket, &QSslSocket::errorOccurred, [&] { refusal = socket.errorString(); });
    socket.startServerEncryption();
    return refusal;
}

Result<QSslConfiguration> configurationOf(const QString &certificatePath, const QString &keyPath, qint64 now)
{
    if (!QSslSocket::supportsSsl())
        return fail(
            ErrorCode::Unavailable,
            Tr::tr("Qt finds no TLS library on this system. Please install OpenSSL, or empty the settings "
                   "web.tls_certificate and web.tls_key."));
    Result<QList<QSslCertificate>> chain = readCertificates(certificatePath);
    if (!chain)
        return passOn(chain);
    Result<QSslKey> key = readKey(keyPath);
    if (!key)
        return passOn(key);
    if (const Result<> valid = checkValidity(chain->first(), certificatePath, now); !valid)
        return passOn(valid);
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // visitors have no certificates,
    configuration.setCaCertificates({}); // so the system's authorities need not be read for each of them
    if (const QString refusal = refusalOf(configuration); !refusal.isEmpty())
        return fail(
            ErrorCode::Refused,
            Tr::tr("The key in %1 does not belong to the certificate in %2. Please check the settings "
                   "web.tls_key and web.tls_certificate.")
                .arg(shown(keyPath), shown(certificatePath)),
            refusal);
    return configuration;
}

} // namespace

TlsFiles::Stamp TlsFiles::stampOf(const QString &file)
{
    const QFileInfo info(file);
    return {info.lastModified(), info.size()};
}

Result<TlsFiles> TlsFiles::load(const QString &certificate, const QString &key, qint64 now)
{
    if (certificate.isEmpty() || key.isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("TLS takes both settings, web.tls_certificate and "
                                               "web.tls_key. Please set the missing one, or "
                                               "empty the other."));
    TlsFiles files(certificate, key);
    if (const Result<> done = files.read(now); !done)
        return passOn(done);
    return files;
}

Result<bool> TlsFiles::refresh(qint64 now)
{
    if (stampOf(m_certificate) == m_certificateStamp && stampOf(m_key) == m_keyStamp)
        return false;
    if (const Result<> done = read(now); !done)
        return passOn(done);
    return true;
}

Result<> TlsFiles::read(qint64 now)
{
    // Also when this fails: of a renewal's two files one is written first, and the second makes it whole.
    m_certificateStamp = stampOf(m_certificate);
    m_keyStamp = stampOf(m_key);
    Result<QSslConfiguration> configuration = configurationOf(m_certificate, m_key, now);
    if (!configuration)
        return passOn(configuration);
    m_configuration = *std::move(configuration);
    return {};
}

qint64 TlsFiles::validUntil() const
{
    return m_configuration.localCertificate().expiryDate().toSecsSinceEpoch();
}

} // namespace shirase::http
