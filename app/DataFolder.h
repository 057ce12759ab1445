// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/settings/Settings.h"

#include <QString>

namespace shirase {

/// The folder that holds everything of one Shirase: shirase.conf, the database, the vault, server.key, the mail folder.
class DataFolder
{
public:
    explicit DataFolder(const QString &path);

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString file(const QString &name) const;
    [[nodiscard]] QString settingsFile() const { return file(QStringLiteral("shirase.conf")); }
    [[nodiscard]] QString serverKeyFile() const { return file(QStringLiteral("server.key")); }
    [[nodiscard]] bool isSetUp() const;

    [[nodiscard]] DatabaseAddress database(const Settings &settings) const;
    /// The file with the password of both databases' account; empty if there is none.
    [[nodiscard]] QString databasePassword(const Settings &settings) const;
    [[nodiscard]] DatabaseAddress vault(const Settings &settings) const;
    /// The file with the password for the relay; empty if there is none.
    [[nodiscard]] QString mailPassword(const Settings &settings) const;
    [[nodiscard]] QString mailFolder(const Settings &settings) const;

    /// Makes the folder if need be, for its owner only (0700). Fails with Unavailable if it cannot be made or written.
    [[nodiscard]] Result<> prepare() const;
    /// Whether prepare() will do, as far as that can be told without making anything. Fails as it does.
    [[nodiscard]] Result<> checkWritable() const;
    /// Whether who works here leaves files that the folder's owner can use. Fails with Refused for root in a folder of
    /// somebody else, as that of the system service: the sentence says as whom to do it.
    [[nodiscard]] Result<> checkOwner() const;

private:
    /// The path of a file that a setting names, relative to the folder.
    [[nodiscard]] QString namedFile(const Settings &settings, const QString &key) const;

    QString m_path;
};

} // namespace shirase
