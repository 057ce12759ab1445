// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>

/// A certificate authority of our own in a temporary folder, made with the command openssl.
class TestAuthority
{
public:
    TestAuthority()
    {
        run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
             QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
             QStringLiteral("/CN=Authority of a test"), QStringLiteral("-keyout"),
             path(QStringLiteral("ca.key")), QStringLiteral("-out"), path(QStringLiteral("ca.pem"))});
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QList<QSslCertificate> authorities() const
    {
        return QSslCertificate::fromPath(path(QStringLiteral("ca.pem")));
    }

    /// Writes NAME.key and NAME.pem, which is valid for "a.example" for so many days from now.
    /// @param algorithm "ec" or "rsa:2048"
    void issue(const QString &name, int days = 30, const QString &algorithm = QStringLiteral("ec")) const
    {
        QStringList request{QStringLiteral("req"),
                            QStringLiteral("-newkey"),
                            algorithm,
                            QStringLiteral("-nodes"),
                            QStringLiteral("-subj"),
                            QStringLiteral("/CN=") + name,
                            QStringLiteral("-addext"),
                            QStringLiteral("subjectAltName=DNS:a.example"),
                            QStringLiteral("-keyout"),
                            path(name + QStringLiteral(".key")),
                            QStringLiteral("-out"),
                            path(name + QStringLiteral(".csr"))};
        if (algorithm == QStringLiteral("ec"))
            request += {QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
        run(request);
        run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
             path(name + QStringLiteral(".csr")), QStringLiteral("-CA"), path(QStringLiteral("ca.pem")),
             QStringLiteral("-CAkey"), path(QStringLiteral("ca.key")), QStringLiteral("-CAcreateserial"),
             QStringLiteral("-copy_extensions"), QStringLiteral("copy"), QStringLiteral("-days"),
             QString::number(days), QStringLiteral("-out"), path(name + QStringLiteral(".pem"))});
    }

    /// Puts one file in the place of another, with a later time, as a renewal does.
    void replace(const QString &name, const QString &by)
    {
        QFile::remove(path(name));
        QFile::copy(path(by), path(name));
        QFile file(path(name));
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(++m_replaced),
                              QFile::FileModificationTime))
            qFatal("%s", qPrintable(file.errorString()));
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
    }

private:
    static void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
    int m_replaced = 0;
};
