// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "core/settings/Logo.h"
#include "core/settings/SettingCheck.h"
#include "core/settings/SettingTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

using Place = SettingDefinition::Place;

/// Changes with their values as they are stored.
Result<QList<SettingChange>> checkedChanges(QList<SettingChange> changes)
{
    for (SettingChange &change : changes) {
        const auto definition = Settings::find(change.key);
        if (!definition)
            return fail(ErrorCode::NotFound,
                        Tr::tr("There is no setting \"%1\". The command \"config list\" names them all.").arg(change.key));
        if (!change.value)
            continue;
        const Result<QString> value = checkedSetting(*definition, *change.value);
        if (!value)
            return passOn(value);
        change.value = *value;
    }
    return changes;
}

void takeOver(const QList<SettingChange> &changes, QMap<QString, QString> &values)
{
    for (const SettingChange &change : changes) {
        if (change.value)
            values.insert(change.key, *change.value);
        else
            values.remove(change.key);
    }
}

/// A key's line in shirase.conf: changed in its place, or added at the end, or taken out.
void writeLine(QStringList &lines, const SettingChange &change)
{
    const auto isIt = [&change](const QString &line) { return line.section(u'=', 0, 0).trimmed() == change.key; };
    if (!change.value) {
        lines.removeIf(isIt);
        return;
    }
    const QString written = change.key + u" = "_s + *change.value;
    const auto line = std::ranges::find_if(lines, isIt);
    if (line == lines.end())
        lines.append(written);
    else
        *line = written;
}

} // namespace

const QList<SettingDefinition> &Settings::definitions()
{
    return settingTable::all();
}

std::optional<SettingDefinition> Settings::find(const QString &key)
{
    if (const SettingDefinition *line = settingTable::line(key))
        return *line;
    // "organisation.name.en" is a form of "organisation.name".
    const SettingDefinition *base = settingTable::line(key.section(u'.', 0, 1));
    if (!base || !base->localised)
        return std::nullopt;
    SettingDefinition other = *base;
    other.key = key;
    other.standard = settingTable::standardTranslation(key);
    other.optional = true; // the Japanese words stand in
    return other;
}

Result<Settings> Settings::load(const QString &filePath)
{
    Settings settings(filePath);
    Result<QMap<QString, QString>> values = settings.readFile();
    if (!values)
        return passOn(values);
    settings.m_file = std::move(*values);
    return settings;
}

Result<> Settings::attach(Database &database)
{
    m_database = &database;
    const Result<bool> read = reload();
    if (!read)
        return passOn(read);
    return {};
}

Result<bool> Settings::reload()
{
    Result<QMap<QString, QString>> stored = readDatabase();
    if (!stored)
        return passOn(stored);
    const Result<QMap<QString, QString>> read = readFile();
    m_fileProblem = read ? QString()
                         : Tr::tr("%1 What was read before stays in force; the next start would fail.")
                               .arg(read.error().message);
    QMap<QString, QString> file = read.value_or(m_file);
    const bool changed = m_file != file || m_stored != *stored;
    m_file = std::move(file);
    m_stored = std::move(*stored);
    if (changed)
        valuesChanged();
    return changed;
}

QDateTime Settings::fileTime() const
{
    return QFileInfo(m_filePath).lastModified();
}

Result<QMap<QString, QString>> Settings::readDatabase() const
{
    QMap<QString, QString> values;
    if (!m_database)
        return values;
    Result<Rows> rows = m_database->run(u"SELECT key, value FROM setting"_s);
    if (!rows)
        return passOn(rows);
    while (rows->next())
        values.insert(rows->text(0), rows->text(1));
    return values;
}

Result<QMap<QString, QString>> Settings::readFile() const
{
    QMap<QString, QString> values;
    QFile file(m_filePath);
    if (!file.exists())
        return values;
    const QString shown = QDir::toNativeSeparators(m_filePath);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, Tr::tr("The settings file %1 cannot be read.").arg(shown),
                    file.errorString());
    int lineNumber = 0;
    for (const QString &rawLine : QString::fromUtf8(file.readAll()).split(u'\n')) {
        ++lineNumber;
        const QString line = rawLine.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        const QString key = line.left(equals).trimmed();
        const auto definition = find(key);
        if (equals < 0 || !definition || definition->place != Place::File) {
            return fail(ErrorCode::Invalid,
                        Tr::tr("Line %1 of the settings file %2 is not understood. Please correct or remove it.")
                            .arg(lineNumber)
                            .arg(shown));
        }
        Result<QString> value = checkedSetting(*definition, line.sliced(equals + 1));
        if (!value) {
            return fail(ErrorCode::Invalid,
                        Tr::tr("Line %1 of the settings file %2 is not understood. %3")
                            .arg(lineNumber)
                            .arg(shown, value.error().message));
        }
        values.insert(key, *std::move(value));
    }
    return values;
}

void Settings::valuesChanged()
{
    ++m_revision;
    // One that is damaged is none: a poster is better than no poster.
    m_logo = logo::fromSetting(value(u"organisation.logo"_s)).value_or(QByteArray());
}

QString Settings::value(const QString &key) const
{
    if (const SettingDefinition *line = settingTable::line(key))
        return (line->place == Place::File ? m_file : m_stored).value(key, line->standard);
    const auto definition = find(key);
    Q_ASSERT(definition);
    return m_stored.value(key, definition->standard);
}

QStringList Settings::list(const QString &key) const
{
    return value(key).split(u' ', Qt::SkipEmptyParts);
}

QString Settings::localised(const QString &key, const QString &language) const
{
    const QString own = language == u"ja" ? QString() : key + u'.' + language;
    // Hokkaido's translations are of no use to a prefecture that has set its own words.
    const bool speaks = !own.isEmpty() && (m_stored.contains(own) || !m_stored.contains(key));
    const QString text = speaks ? value(own) : QString();
    return text.isEmpty() ? value(key) : text;
}

bool Settings::isSet(const QString &key) const
{
    const auto definition = find(key);
    return definition && (definition->place == Place::File ? m_file : m_stored).contains(key);
}

Result<> Settings::apply(const QList<SettingChange> &changes, const std::function<Result<>()> &beside)
{
    const Result<QList<SettingChange>> checked = checkedChanges(changes);
    if (!checked)
        return passOn(checked);
    QList<SettingChange> ofFile;
    QList<SettingChange> ofDatabase;
    for (const SettingChange &change : *checked)
        (find(change.key)->place == Place::File ? ofFile : ofDatabase).append(change);
    if (!m_database && !ofDatabase.isEmpty())
        return fail(ErrorCode::Unavailable, Tr::tr("The database is not open."));
    if (const Result<> written = writeAll(ofFile, ofDatabase, beside); !written)
        return written;
    takeOver(ofFile, m_file);
    takeOver(ofDatabase, m_stored);
    valuesChanged();
    return {};
}

// The file last, as only the database takes back what was written.
Result<> Settings::writeAll(const QList<SettingChange> &ofFile, const QList<SettingChange> &ofDatabase,
                            const std::function<Result<>()> &beside)
{
    const bool alone = m_database && !m_database->inTransaction() && (beside || !ofDatabase.isEmpty());
    std::optional<Transaction> transaction;
    if (alone) {
        Result<Transaction> begun = Transaction::begin(*m_database);
        if (!begun)
            return passOn(begun);
        transaction.emplace(std::move(*begun));
    }
    if (const Result<> seen = checkSeen(ofFile + ofDatabase); !seen)
        return seen;
    if (const Result<> written = writeDatabase(ofDatabase); !written)
        return written;
    if (const Result<> done = beside ? beside() : Result<>(); !done)
        return done;
    QList<SettingChange> before;
    for (const SettingChange &change : ofFile)
        before.append({.key = change.key, .value = isSet(change.key) ? std::optional(value(change.key)) : std::nullopt});
    if (const Result<> written = writeFile(ofFile); !written)
        return written;
    Result<> committed = transaction ? transaction->commit() : Result<>();
    if (!committed)
        std::ignore = writeFile(before);
    return committed;
}

Result<> Settings::checkSeen(const QList<SettingChange> &changes)
{
    if (std::ranges::none_of(changes, [](const SettingChange &change) { return change.seen.has_value(); }))
        return {};
    if (const Result<bool> read = reload(); !read)
        return passOn(read);
    for (const SettingChange &change : changes) {
        if (change.seen && *change.seen != value(change.key))
            return fail(ErrorCode::Conflict, Tr::tr("%1 has been changed by somebody else meanwhile. Please look at the "
                                                    "new value, and decide again.")
                                                 .arg(change.key));
    }
    return {};
}

Result<> Settings::writeDatabase(const QList<SettingChange> &changes)
{
    for (const SettingChange &change : changes) {
        const Result<Rows> written = change.value
            ? m_database->run(u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) "
                              "DO UPDATE SET value = excluded.value"_s,
                              {change.key, *change.value})
            : m_database->run(u"DELETE FROM setting WHERE key = ?"_s, {change.key});
        if (!written)
            return passOn(written);
    }
    return {};
}

Result<> Settings::writeFile(const QList<SettingChange> &changes) const
{
    if (changes.isEmpty())
        return {};
    QStringList lines;
    QFile current(m_filePath);
    if (current.open(QIODevice::ReadOnly)) {
        lines = QString::fromUtf8(current.readAll()).split(u'\n');
        if (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        current.close();
    }
    for (const SettingChange &change : changes)
        writeLine(lines, change);

    QSaveFile file(m_filePath);
    const QByteArray content = lines.isEmpty() ? QByteArray() : lines.join(u'\n').toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable,
                    Tr::tr("The settings file %1 cannot be written.").arg(QDir::toNativeSeparators(m_filePath)),
                    file.errorString());
    }
    return {};
}

Settings Settings::with(const QList<SettingChange> &changes) const
{
    Settings other = *this;
    other.m_database = nullptr;
    for (const SettingChange &change : changes) {
        const Result<QList<SettingChange>> checked = checkedChanges({change});
        if (checked)
            takeOver(*checked, find(change.key)->place == Place::File ? other.m_file : other.m_stored);
    }
    if (!changes.isEmpty())
        other.valuesChanged();
    return other;
}

Profile Settings::profile(const QString &language) const
{
    const QString from = value(u"mail.from"_s);
    return {
        .language = language,
        .organisation = localised(u"organisation.name"_s, language),
        .systemName = localised(u"organisation.system_name"_s, language),
        .disease = localised(u"organisation.disease"_s, language),
        .centreName = localised(u"organisation.centre_name"_s, language),
        .centrePhone = value(u"organisation.centre_phone"_s),
        .contactName = localised(u"organisation.contact_name"_s, language),
        .contactPhone = value(u"organisation.contact_phone"_s),
        .mailDomain = from.section(u'@', -1),
        .accent = QColor(value(u"organisation.accent"_s)),
        .publicUrl = publicUrl(),
        .retentionMonths = number(u"retention.months"_s),
        .logo = m_logo,
    };
}

QString Settings::publicUrl() const
{
    const QString set = value(u"web.public_url"_s);
    const bool tls = !value(u"web.tls_certificate"_s).isEmpty();
    return set.isEmpty() ? (tls ? u"https://"_s : u"http://"_s) + value(u"web.listen"_s) : set;
}

} // namespace shirase
