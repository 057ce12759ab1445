// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/settings/Profile.h"

#include <QMap>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace shirase {

/// One setting, as the table of all settings describes it.
struct SettingDefinition
{
    enum class Place { File, Database };
    enum class Kind { Text, Number, Choice, HostPort, Url, Address, Hours, Colour, Picture, Languages, Hosts, Subnets, News, Services };

    QString key;
    Place place = Place::Database;
    Kind kind = Kind::Text;
    QString standard;     ///< the value while nobody has set one
    QStringList choices;  ///< for Kind::Choice and Kind::Languages
    int minimum = 0;      ///< for Kind::Number
    int maximum = 0;
    bool localised = false;  ///< may also be set per language: "organisation.name.en"
    bool guarded = false;    ///< changing it takes an administrator and is audited
    bool optional = true;    ///< may be empty
};

/// One setting that is to change.
struct SettingChange
{
    QString key;
    std::optional<QString> value = {}; ///< as typed; nothing: back to the standard
    std::optional<QString> seen = {};  ///< the value in force when somebody decided so; nothing: whatever it is

    bool operator==(const SettingChange &) const = default;
};

/// The settings: connection matters in DIR/shirase.conf (lines "key = value"), the rest in the database. Values are
/// checked when they are set, those of the file also when it is read. One object per thread; it shows what reload() read last.
class Settings
{
public:
    /// @param filePath shirase.conf; need not exist. Fails with Invalid where a line of it is not understood.
    [[nodiscard]] static Result<Settings> load(const QString &filePath);
    /// The table of all settings, in the order in which they are shown.
    [[nodiscard]] static const QList<SettingDefinition> &definitions();

    /// Reads the database's settings from now on, and both again at each reload().
    [[nodiscard]] Result<> attach(Database &database);
    /// True if anything differs from what was read before. What was read of the file stays in force while a
    /// line of it is not understood, so that a slip does not stop a program that runs.
    [[nodiscard]] Result<bool> reload();
    /// Why the file could not be taken over at the last reload(), for people; empty while all is well.
    [[nodiscard]] const QString &fileProblem() const { return m_fileProblem; }
    /// Another number whenever any value may have changed: for those who keep what they made of some.
    [[nodiscard]] quint64 revision() const { return m_revision; }

    /// When the file was last written; invalid where there is none. What the database holds is counted there
    /// (ChangeCounts).
    [[nodiscard]] QDateTime fileTime() const;

    /// The value in force. The key has to be one of the table (with ".LANG" where localised).
    [[nodiscard]] QString value(const QString &key) const;
    [[nodiscard]] int number(const QString &key) const { return value(key).toInt(); }
    [[nodiscard]] QStringList list(const QString &key) const;
    /// The value in one language; falls back to the unsuffixed (Japanese) one.
    [[nodiscard]] QString localised(const QString &key, const QString &language) const;

    /// Whether somebody has set it; else its standard is in force.
    [[nodiscard]] bool isSet(const QString &key) const;

    /// Writes a value to the right place. Fails with NotFound for an unknown key, Invalid with a sentence that says
    /// which values are understood.
    [[nodiscard]] Result<> set(const QString &key, const QString &value) { return apply({{.key = key, .value = value}}); }

    /// Writes several, all or none: those of the database in one transaction (the caller's, if one is under way), the
    /// file in one go. Fails as set() does, and with Conflict if one has another value than was seen.
    /// @param beside what is written in the same transaction, such as the audit log
    [[nodiscard]] Result<> apply(const QList<SettingChange> &changes, const std::function<Result<>()> &beside = {});

    /// A copy in which these are in force, with nothing written and nothing read any more: what would be if they were
    /// set, or, with none, what another thread may read. Values that are not understood are left out.
    [[nodiscard]] Settings with(const QList<SettingChange> &changes) const;

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
    [[nodiscard]] Result<> writeFile(const QList<SettingChange> &changes) const;
    [[nodiscard]] Result<> writeDatabase(const QList<SettingChange> &changes);
    [[nodiscard]] Result<> writeAll(const QList<SettingChange> &ofFile, const QList<SettingChange> &ofDatabase,
                                    const std::function<Result<>()> &beside);
    [[nodiscard]] Result<> checkSeen(const QList<SettingChange> &changes);
    void valuesChanged();

    QString m_filePath;
    Database *m_database = nullptr;
    QMap<QString, QString> m_file;
    QString m_fileProblem;
    QMap<QString, QString> m_stored;
    quint64 m_revision = 0;
    QByteArray m_logo; ///< unpacked once, for every poster
};

} // namespace shirase
