// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QDateTime>
#include <QSslConfiguration>
#include <QString>

namespace shirase::http {

/// The certificate and the key with which the web server speaks TLS (settings web.tls_certificate and
/// web.tls_key), in two PEM files that are read again when they change, so that a renewal needs no restart.
/// For one thread.
class TlsFiles
{
public:
    /// Reads both. Fails with Unavailable if a file cannot be read, or there is no TLS here; Corrupt if it
    /// does not hold what it should; Refused if the two do not belong together; Invalid if the certificate is
    /// not valid now.
    /// @param now for the certificate's validity: seconds since the epoch, UTC
    [[nodiscard]] static Result<TlsFiles> load(const QString &certificate, const QString &key, qint64 now);

    /// Reads both again if one has changed since they were read last; true if they are in force now. Fails as
    /// load() does, once for each change; what was read before stays in force then.
    [[nodiscard]] Result<bool> refresh(qint64 now);

    /// Until when the certificate is valid: seconds since the epoch, UTC.
    [[nodiscard]] qint64 validUntil() const;
    /// TLS 1.2 and later, with the certificates' whole chain.
    [[nodiscard]] const QSslConfiguration &configuration() const { return m_configuration; }

private:
    struct Stamp
    {
        QDateTime changed;
        qint64 size = 0; ///< bytes
        bool operator==(const Stamp &) const = default;
    };
    TlsFiles(QString certificate, QString key)
        : m_certificate(std::move(certificate))
        , m_key(std::move(key))
    {}
    [[nodiscard]] static Stamp stampOf(const QString &file);
    [[nodiscard]] Result<> read(qint64 now);

    QString m_certificate; ///< path
    QString m_key;         ///< path
    Stamp m_certificateStamp;
    Stamp m_keyStamp;
    QSslConfiguration m_configuration;
};

} // namespace shirase::http
