// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/BackupDesk.h"
#include "tests/core/backup/OpenedFile.h"
#include "tests/support/TestOffice.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace shirase {

using namespace Qt::StringLiterals;

/// An office, and where its backups go.
struct BackupCase
{
    BackupCase()
    {
        office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    }

    [[nodiscard]] QString path(const QString &name) const { return targets.filePath(name); }
    [[nodiscard]] BackupPlace place() const { return {path(u"a.backup"_s), path(u"a.keys"_s)}; }
    [[nodiscard]] OpenedFile backup() const { return {place().file, office.founding.recoveryCode}; }
    [[nodiscard]] OpenedFile keys() const { return {place().keys, office.founding.recoveryCode}; }
    [[nodiscard]] QStringList targetNames() const
    {
        return QDir(targets.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QStringList dataNames() const
    {
        return QDir(office.files.path({})).entryList({u"copying-*"_s, u"backup.lock"_s}, QDir::Files);
    }

    QTemporaryDir targets;
    TestOffice office;
    Facility cafe = office.addFacility();
    BackupDesk desk{{*office.files.main, *office.files.vault, office.files.address(Migrations::Schema::Main),
                     office.files.path({}), office.staff, office.settings, office.clock}};
};

inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace shirase
