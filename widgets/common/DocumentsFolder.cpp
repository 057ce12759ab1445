// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/DocumentsFolder.h"

#include <QDir>
#include <QStandardPaths>

namespace shirase {

QString documentsFolder()
{
    QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace shirase
