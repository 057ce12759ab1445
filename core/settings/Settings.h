// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/settings/Profile.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace shirase {

/// One setting, as the table of all settings describes it.
struct SettingDefinition
{
    enum class Place { File, Database };
    enum class Kind { Text, Number, Choice, HostPort, Url, Address, Hours, Colour, List, News, Services };

    QString key;
    Place place = Place::Database;
    Kind kind = Kind::Text;
    QString standard;     ///< the value while nobody has set one
    QStringList choices;  ///< for Kind::Choice
    int minimum = 0;      ///< for Kind::Number
    int maximum = 0;
    bool localised = false;  ///< may also be set per language: "organisation.name.en"
    bool guarded = false;    ///< changing it takes an administrator and is audited
};

/// The settings: connection matters in DIR/shirase.conf (lines "key = value"), the rest in the database. Values are
/// checked when they are set; reading never fails. One object per thread; what it shows is what reload() read last.
class Settings
{
public:
    /// @param filePath shirase.conf; need not exist
    [[nodiscard]] static Result<Settings> load(const QString &filePath);
    /// The table of all settings, in the order in which they are shown.
    [[nodiscard]] static const QList<SettingDefinition> &definitions();

    /// Reads the database's settings from now on, and both again at each reload().
    [[nodiscard]] Result<> attach(Database &database);
    /// True if anything differs from what was read before.
    [[nodiscard]] Result<bool> reload();

    /// A copy that stays as it is, for another thread to read.
    [[nodiscard]] Settings frozen() const;

    /// The value in force. The key has to be one of the table (with ".LANG" where localised).
    [[nodiscard]] QString value(const QString &key) const;
    [[nodiscard]] int number(const QString &key) const { return value(key).toInt(); }
    [[nodiscard]] QStringList list(const QString &key) const;
    /// The value in one language; falls back to the unsuffixed (Japanese) one.
    [[nodiscard]] QString localised(const QString &key, const QString &language) const;

    /// Writes a value to the right place. Fails with NotFound for an unknown key, Invalid with a sentence that says
    /// which values are understood.
    [[nodiscard]] Result<> set(const QString &key, const QString &value);

    /// Where visitors reach the web server, without a trailing slash: web.public_url, or the listening address.
    [[nodiscard]] QString publicUrl() const;

    /// What posters, pages and mails say of the organisation, in one language.
    [[nodiscard]] Profile profile(const QString &language) const;

    /// The definition of a key, localised forms included.
    [[nodiscard]] static std::optional<SettingDefinition> find(const QString &key);

private:
    explicit Settings(QString filePath) : m_filePath(std::move(filePath)) {}
    [[nodiscard]] Result<QMap<QString, QString>> readFile() const;
    [[nodiscard]] Result<QMap<QString, QString>> readDatabase() const;
    [[nodiscard]] Result<> writeFile(const QString &key, const QString &value);

    QString m_filePath;
    Database *m_database = nullptr;
    QMap<QString, QString> m_file;
    QMap<QString, QString> m_stored;
};

} // namespace shirase
