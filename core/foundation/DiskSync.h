// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace shirase {

/// Writes all of it. False if that fails; the file's error() says why then, also where the first part went well.
[[nodiscard]] bool writeWhole(QFile &file, QByteArrayView content);

/// Waits until what was written to an open file is on the disk. False if the disk says that it is not.
[[nodiscard]] bool syncToDisk(QFile &file);

/// The same for the names in a folder, after a file in it was made or renamed. Where the system knows no such thing,
/// nothing is done.
void syncFolder(const QString &folder);

/// Writes zeros over all of an open file, for one that is about to go. Where the disk keeps old blocks elsewhere, they stay.
void overwriteWithZeros(QFile &file);

} // namespace shirase
