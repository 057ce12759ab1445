// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/LogInPlace.h"

#include "core/vault/Digest.h"

#include <QDir>
#include <QSysInfo>

namespace shirase {

LogInPlace LogInPlace::here()
{
    const QByteArray id = digest({QSysInfo::machineUniqueId(), QDir::homePath().toUtf8()});
    return {QString::fromLatin1(id.left(16).toHex()), QSysInfo::machineHostName()};
}

} // namespace shirase
