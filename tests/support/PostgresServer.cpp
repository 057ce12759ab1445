// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresServer.h"

#include "core/database/Database.h"
#include "tests/support/Results.h"

#include <QFile>
#include <QProcess>
#include <QUrl>

namespace shirase {

using namespace Qt::StringLiterals;

PostgresServer::PostgresServer(const QString &certificate, const QString &key)
    : m_file(m_folder.filePath(u"server"_s))
{
    run(u"start"_s, certificate.isEmpty() ? QStringList() : QStringList{certificate, key});
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test server does not say where it is.");
    m_url = QString::fromUtf8(file.readLine()).trimmed();
}

PostgresServer::~PostgresServer()
{
    run(u"stop"_s);
}

int PostgresServer::port() const
{
    return QUrl(m_url).port();
}

QString PostgresServer::make(const QString &database)
{
    must(must(Database::open({m_url}))->command(u"CREATE DATABASE "_s + database));
    return m_url.first(m_url.lastIndexOf(u'/') + 1) + database;
}

void PostgresServer::run(const QString &command, const QStringList &more)
{
    constexpr int patience = 60'000; // milliseconds
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice()); // the server inherits it, and would keep a pipe open
    process.start(QStringLiteral(SHIRASE_SOURCES "/tests/support/postgresql"), QStringList{command, m_file} + more);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("tests/support/postgresql %s failed.", qPrintable(command));
}

} // namespace shirase
