// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/DiskSync.h"

#include <algorithm>
#include <tuple>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace shirase {

bool writeWhole(QFile &file, QByteArrayView content)
{
    // A disk that fills up takes a part without an error; the next part gets it.
    while (!content.isEmpty()) {
        const qint64 taken = file.write(content.data(), content.size());
        if (taken <= 0)
            return false;
        content = content.sliced(taken);
    }
    return true;
}

bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

void syncFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
#else
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
#endif
}

void overwriteWithZeros(QFile &file)
{
    constexpr qint64 atOnce = 1 << 20;
    const QByteArray zeros(atOnce, '\0');
    if (!file.seek(0))
        return;
    for (qint64 left = file.size(); left > 0; left -= atOnce) {
        if (file.write(zeros.constData(), std::min(left, atOnce)) < 0)
            return;
    }
    std::ignore = syncToDisk(file);
}

} // namespace shirase
