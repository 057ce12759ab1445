// SPDX-License-Identifier: GPL-3.0-or-later
#include "SmtpPeer.h"

#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A Python that has aiosmtpd: the system's rather than one that is first in the PATH without it.
QString python()
{
    for (const QString &candidate : {u"/usr/bin/python3"_s, QStandardPaths::findExecutable(u"python3"_s)}) {
        if (QProcess::execute(candidate, {u"-c"_s, u"import sys, importlib.util as u; "
                                                   "sys.exit(u.find_spec('aiosmtpd') is None)"_s}) == 0)
            return candidate;
    }
    return {};
}

} // namespace

QString SmtpPeer::whatIsMissing()
{
    return python().isEmpty() ? u"Python with aiosmtpd (package python3-aiosmtpd) is not installed"_s
                              : QString();
}

SmtpPeer::SmtpPeer(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python(),
                    QStringList{QFINDTESTDATA("smtp_peer.py"), u"--folder"_s, m_folder.path()} + arguments);
    while (m_events.isEmpty() && m_process.waitForReadyRead(20'000))
        read();
    if (m_events.isEmpty())
        qFatal("the peer does not start");
    m_port = static_cast<quint16>(m_events.takeFirst()[u"port"].toInt());
}

SmtpPeer::~SmtpPeer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

std::string SmtpPeer::url(const char *scheme) const
{
    return std::string(scheme) + "://127.0.0.1:" + std::to_string(m_port);
}

void SmtpPeer::read()
{
    while (m_process.canReadLine())
        m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
}

QList<QJsonObject> SmtpPeer::events(const QString &kind)
{
    m_process.waitForReadyRead(0);
    read();
    QList<QJsonObject> found;
    for (const QJsonObject &event : std::as_const(m_events)) {
        if (event[u"event"].toString() == kind)
            found.append(event);
    }
    return found;
}

QByteArray SmtpPeer::content(const QJsonObject &mail)
{
    QFile file(mail[u"file"].toString());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList SmtpPeer::recipients()
{
    QStringList recipients;
    for (const QJsonObject &mail : events(u"mail"_s))
        recipients.append(mail[u"recipient"].toString());
    recipients.sort();
    return recipients;
}
