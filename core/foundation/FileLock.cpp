// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/FileLock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace shirase {

namespace {

constexpr int mostTries = 10;

/// Whether a name still leads to an open file.
bool leadsTo(const QByteArray &name, int handle)
{
    struct stat named = {};
    struct stat opened = {};
    return stat(name.constData(), &named) == 0 && fstat(handle, &opened) == 0 &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

} // namespace

FileLock::Outcome FileLock::take()
{
    const QByteArray name = QFile::encodeName(m_path);
    for (int i = 0; i < mostTries && m_handle < 0; ++i) {
        const int handle = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (handle < 0)
            return Outcome::Impossible;
        if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
            const bool held = errno == EWOULDBLOCK;
            close(handle);
            return held ? Outcome::Held : Outcome::Impossible;
        }
        // Whoever held it until this moment has removed the file that was opened, perhaps.
        if (leadsTo(name, handle))
            m_handle = handle;
        else
            close(handle);
    }
    return m_handle < 0 ? Outcome::Held : Outcome::Taken;
}

void FileLock::release()
{
    if (m_handle < 0)
        return;
    QFile::remove(m_path); // before somebody else can take it
    close(std::exchange(m_handle, -1));
}

} // namespace shirase
