// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace shirase {

/// A real disk that is soon full, which only this process sees: a tmpfs in a mount namespace of its own.
class SmallDisk
{
    Q_DISABLE_COPY_MOVE(SmallDisk)
public:
    /// To be called first of all in main(), while there is one thread. Empty, or why there can be no such disk here.
    [[nodiscard]] static QByteArray enterOwnNamespace()
    {
        const uid_t user = geteuid();
        const gid_t group = getegid();
        if (unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
            return QByteArray("No mount namespace of one's own here: ") + strerror(errno);
        if (user != 0) {
            write("/proc/self/setgroups", "deny");
            write("/proc/self/uid_map", QByteArray::number(user) + ' ' + QByteArray::number(user) + " 1");
            write("/proc/self/gid_map", QByteArray::number(group) + ' ' + QByteArray::number(group) + " 1");
        }
        if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            return QByteArray("No mounts of one's own here: ") + strerror(errno);
        return {};
    }

    /// @param folder exists @param size bytes
    SmallDisk(const QString &folder, qint64 size)
        : m_folder(QFile::encodeName(folder))
    {
        const QByteArray options = "size=" + QByteArray::number(size);
        if (mount("tmpfs", m_folder.constData(), "tmpfs", 0, options.constData()) != 0)
            qFatal("A small disk cannot be mounted: %s", strerror(errno));
    }
    ~SmallDisk() { umount2(m_folder.constData(), MNT_DETACH); }

private:
    static void write(const char *path, const QByteArray &text)
    {
        QFile file(QString::fromLatin1(path));
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write(text);
    }
    QByteArray m_folder;
};

} // namespace shirase
