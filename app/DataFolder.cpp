// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString orElse(const QString &value, const QString &standard)
{
    return value.isEmpty() ? standard : value;
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

QString DataFolder::databasePassword(const Settings &settings) const
{
    const QString path = settings.value(u"database.password_file"_s);
    return path.isEmpty() ? path : QDir(m_path).absoluteFilePath(path);
}

QString DataFolder::mailFolder(const Settings &settings) const
{
    return QDir(m_path).absoluteFilePath(orElse(settings.value(u"mail.folder"_s), u"mail"_s));
}

Result<> DataFolder::prepare() const
{
    const bool fresh = !QFileInfo::exists(m_path);
    const bool made = QDir().mkpath(m_path) && (!fresh || QFile::setPermissions(m_path, ownerOnly));
    if (!made || !QFileInfo(m_path).isWritable()) {
        return fail(ErrorCode::Unavailable,
                    QCoreApplication::translate("DataFolder",
                                                "The folder %1 cannot be written. Please choose another one "
                                                "or correct its permissions.")
                        .arg(QDir::toNativeSeparators(m_path)));
    }
    return {};
}

} // namespace shirase
