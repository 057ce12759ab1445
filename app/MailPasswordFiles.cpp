// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailPasswordFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUuid>

namespace shirase::mailPasswordFiles {

using namespace Qt::StringLiterals;

Result<QString> keep(const DataFolder &folder, const SecretBytes &password)
{
    QString name = u"mail-%1.password"_s.arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    QSaveFile file(folder.file(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(password.view().data(), qint64(password.size())) == qint64(password.size()) && file.commit();
    if (written)
        return name;
    return fail(ErrorCode::Unavailable,
                QCoreApplication::translate("MailPasswordFiles",
                                            "The password for the mail relay could not be written into the folder %1. Please "
                                            "check its permissions and the free space.")
                    .arg(QDir::toNativeSeparators(folder.path())),
                file.errorString());
}

void forget(const DataFolder &folder, const QString &name)
{
    static const QRegularExpression ours(u"^mail-[0-9a-f]{8}\\.password$"_s);
    if (ours.match(name).hasMatch())
        QFile::remove(folder.file(name));
}

} // namespace shirase::mailPasswordFiles
