// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString orElse(const QString &value, const QString &standard)
{
    return value.isEmpty() ? standard : value;
}

Result<> notWritable(const QString &path)
{
    return fail(ErrorCode::Unavailable,
                QCoreApplication::translate("DataFolder", "The folder %1 cannot be written. Please choose another one "
                                                          "or correct its permissions.")
                    .arg(QDir::toNativeSeparators(path)));
}

} // namespace

DataFolder::DataFolder(const QString &path)
    : m_path(QDir(path).absolutePath())
{}

QString DataFolder::file(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

bool DataFolder::isSetUp() const
{
    return QFileInfo::exists(serverKeyFile());
}

DatabaseAddress DataFolder::database(const Settings &settings) const
{
    return {orElse(settings.value(u"database.url"_s), u"sqlite:"_s + file(u"shirase.sqlite"_s)),
            databasePassword(settings)};
}

DatabaseAddress DataFolder::vault(const Settings &settings) const
{
    return {orElse(settings.value(u"vault.url"_s), u"sqlite:"_s + file(u"vault.sqlite"_s)),
            databasePassword(settings)};
}

QString DataFolder::namedFile(const Settings &settings, const QString &key) const
{
    const QString path = settings.value(key);
    return path.isEmpty() ? path : QDir(m_path).absoluteFilePath(path);
}

QString DataFolder::databasePassword(const Settings &settings) const
{
    return namedFile(settings, u"database.password_file"_s);
}

QString DataFolder::mailPassword(const Settings &settings) const
{
    return namedFile(settings, u"mail.password_file"_s);
}

QString DataFolder::mailFolder(const Settings &settings) const
{
    return QDir(m_path).absoluteFilePath(orElse(settings.value(u"mail.folder"_s), u"mail"_s));
}

Result<> DataFolder::prepare() const
{
    const bool fresh = !QFileInfo::exists(m_path);
    const bool made = QDir().mkpath(m_path) && (!fresh || QFile::setPermissions(m_path, ownerOnly));
    return made && QFileInfo(m_path).isWritable() ? Result<>() : notWritable(m_path);
}

Result<> DataFolder::checkWritable() const
{
    QFileInfo nearest(m_path);
    while (!nearest.exists() && !nearest.isRoot())
        nearest.setFile(nearest.path());
    return nearest.isDir() && nearest.isWritable() ? Result<>() : notWritable(m_path);
}

// A settings file is replaced when it is written (QSaveFile), and is then for its writer only: one that root has written keeps
// the service from its settings, and from starting.
Result<> DataFolder::checkOwner() const
{
    const QFileInfo folder(m_path);
    if (geteuid() != 0 || !folder.exists() || folder.ownerId() == 0)
        return {};
    const QString owner = orElse(folder.owner(), u'#' + QString::number(folder.ownerId()));
    return fail(ErrorCode::Refused,
                QCoreApplication::translate("DataFolder", "The folder %1 belongs to %2, who could not read what root writes there. "
                                                          "Please run this as %2, with \"sudo -u %2\" before the command.")
                    .arg(QDir::toNativeSeparators(m_path), owner));
}

} // namespace shirase
