// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>

/// Writes a PEM file with a key and a certificate that it has signed itself, made by the command openssl.
/// @param name who it is for, such as "IP:127.0.0.1"
/// @return why it cannot be made; empty when it is there
inline QString makeRelayCertificate(const QString &path, const QString &name)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=relay.example.jp"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + name, QStringLiteral("-keyout"), path,
                   QStringLiteral("-out"), path + QStringLiteral(".crt")});
    if (!openssl.waitForFinished())
        return QStringLiteral("openssl is not installed; it makes the relay's certificate");
    QFile pem(path);
    QFile certificate(path + QStringLiteral(".crt"));
    if (!pem.open(QIODevice::Append) || !certificate.open(QIODevice::ReadOnly) || pem.write(certificate.readAll()) <= 0)
        qFatal("openssl has made no certificate: %s", openssl.readAllStandardError().constData());
    return {};
}
