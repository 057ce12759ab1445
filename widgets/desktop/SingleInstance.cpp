// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/desktop/SingleInstance.h"

#include "core/vault/Digest.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMilliseconds = 3000;
constexpr qint64 longestToken = 1024;
// By it a Wayland compositor lets the first window come forward for the sake of the second start (xdg-activation).
constexpr const char *tokenVariable = "XDG_ACTIVATION_TOKEN";

/// The same for every way to write the folder.
QString nameOf(const QString &dataFolder)
{
    const QFileInfo info(dataFolder);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return u"shirase-"_s + QString::fromLatin1(digest({path.toUtf8()}).left(8).toHex());
}

QString socketOf(const QString &name, const QString &runtimeFolder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(runtimeFolder)
    return name; // a pipe's name, not a file's
#else
    return QDir(runtimeFolder).filePath(name);
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, const QString &runtimeFolder)
    : m_dataFolder(dataFolder)
    , m_socket(socketOf(nameOf(dataFolder), runtimeFolder))
    , m_lock(QDir(runtimeFolder).filePath(nameOf(dataFolder) + u".lock"_s))
{
    m_lock.setStaleLockTime(0); // a window may be open for weeks; the lock of a process that died is noticed
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

Result<bool> SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_socket); // what a crash left behind
        m_server.listen(m_socket);            // without it a second start is told that this one does not answer
        return true;
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return true; // where nothing can be locked, a window is better than none
    if (const Result<> asked = askOther(); !asked)
        return passOn(asked);
    return false;
}

Result<> SingleInstance::askOther()
{
    QLocalSocket other;
    other.connectToServer(m_socket, QIODevice::WriteOnly);
    if (!other.waitForConnected(patienceMilliseconds)) {
        return fail(ErrorCode::Unavailable,
                    tr("Shirase is running with the folder %1 already, but does not answer. Please wait a moment and try "
                       "again, or end it.")
                        .arg(QDir::toNativeSeparators(m_dataFolder)),
                    other.errorString());
    }
    other.write(qgetenv(tokenVariable).left(longestToken) + '\n');
    other.waitForBytesWritten(patienceMilliseconds);
    other.disconnectFromServer();
    return {};
}

void SingleInstance::welcome()
{
    QLocalSocket *other = m_server.nextPendingConnection();
    connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
    connect(other, &QLocalSocket::readyRead, this, [this, other] {
        if (!other->canReadLine() && other->bytesAvailable() <= longestToken)
            return;
        if (const QByteArray token = other->readLine(longestToken + 1).trimmed(); !token.isEmpty())
            qputenv(tokenVariable, token);
        other->abort();
        Q_EMIT startedAgain();
    });
}

} // namespace shirase
