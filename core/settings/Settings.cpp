// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Settings.h"

#include "core/settings/Logo.h"
#include "core/settings/SettingCheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
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
using Kind = SettingDefinition::Kind;

SettingDefinition file(const QString &key, Kind kind, const QString &standard)
{
    return {.key = key, .place = Place::File, .kind = kind, .standard = standard, .choices = {}, .optional = standard.isEmpty()};
}

SettingDefinition stored(const QString &key, Kind kind, const QString &standard)
{
    return {.key = key, .place = Place::Database, .kind = kind, .standard = standard, .choices = {},
            .optional = standard.isEmpty()};
}

SettingDefinition number(const QString &key, int standard, int minimum, int maximum)
{
    return {.key = key, .place = Place::Database, .kind = Kind::Number, .standard = QString::number(standard),
            .choices = {}, .minimum = minimum, .maximum = maximum, .optional = false};
}

SettingDefinition choice(const QString &key, const QStringList &choices)
{
    return {.key = key, .place = Place::Database, .kind = Kind::Choice, .standard = choices.first(), .choices = choices,
            .optional = false};
}

SettingDefinition localised(const QString &key, const QString &standard)
{
    return {.key = key, .place = Place::Database, .kind = Kind::Text, .standard = standard, .choices = {},
            .localised = true, .optional = false};
}

SettingDefinition languages(const QString &key, const QString &standard)
{
    return {.key = key, .place = Place::Database, .kind = Kind::Languages, .standard = standard,
            .choices = standard.split(u' '), .optional = false};
}

SettingDefinition optional(SettingDefinition definition)
{
    definition.optional = true;
    return definition;
}

SettingDefinition guarded(SettingDefinition definition)
{
    definition.guarded = true;
    return definition;
}

QList<SettingDefinition> makeDefinitions()
{
    return {
        file(u"database.url"_s, Kind::Text, QString()),
        file(u"database.password_file"_s, Kind::Text, QString()),
        file(u"vault.url"_s, Kind::Text, QString()),
        file(u"web.listen"_s, Kind::HostPort, u"127.0.0.1:8080"_s),
        file(u"web.public_url"_s, Kind::Url, QString()),
        file(u"web.allowed_hosts"_s, Kind::Hosts, QString()),
        file(u"web.trusted_proxies"_s, Kind::Subnets, QString()),
        file(u"web.tls_certificate"_s, Kind::Text, QString()),
        file(u"web.tls_key"_s, Kind::Text, QString()),
        file(u"mail.folder"_s, Kind::Text, QString()),
        file(u"mail.password_file"_s, Kind::Text, QString()),
        file(u"backup.folder"_s, Kind::Text, QString()),
        file(u"backup.keys"_s, Kind::Text, QString()),
        choice(u"mail.transport"_s, {u"folder"_s, u"smtp"_s}),
        stored(u"mail.url"_s, Kind::Url, QString()),
        stored(u"mail.user"_s, Kind::Text, QString()),
        stored(u"mail.from"_s, Kind::Address, u"shirase@pref.hokkaido.lg.jp"_s),
        stored(u"mail.envelope_from"_s, Kind::Address, QString()),
        stored(u"mail.reply_to"_s, Kind::Address, QString()),
        number(u"mail.connections"_s, 4, 1, 64),
        number(u"mail.per_domain_rate"_s, 0, 0, 100000),
        stored(u"mail.quiet_hours"_s, Kind::Hours, u"21-8"_s),
        localised(u"organisation.name"_s, u"北海道"_s),
        localised(u"organisation.system_name"_s, u"北海道コロナ通知システム"_s),
        localised(u"organisation.disease"_s, u"新型コロナウイルス感染症"_s),
        localised(u"organisation.centre_name"_s, u"北海道の健康相談センター"_s),
        stored(u"organisation.centre_phone"_s, Kind::Text, u"011-204-5020"_s),
        optional(localised(u"organisation.contact_name"_s, u"北海道 感染症対策本部"_s)),
        optional(stored(u"organisation.contact_phone"_s, Kind::Text, u"011-206-0289"_s)),
        stored(u"organisation.accent"_s, Kind::Colour, u"#0a3b8c"_s),
        stored(u"organisation.logo"_s, Kind::Picture, QString()),
        stored(u"organisation.news"_s, Kind::News, QString()),
        stored(u"organisation.services"_s, Kind::Services, QString()),
        languages(u"web.languages"_s, u"ja ja-x-easy en zh-Hans zh-Hant ko"_s),
        number(u"retention.months"_s, 2, 1, 12),
        number(u"retention.contact_months"_s, 3, 1, 60),
        number(u"backup.hours"_s, 1, 1, 24),
        number(u"backup.keep_days"_s, 14, 1, 60),
        number(u"backup.warn_days"_s, 2, 1, 60),
        number(u"notice.rate_per_hour"_s, 0, 0, 1000000),
        guarded(choice(u"notice.two_person_rule"_s, {u"auto"_s, u"on"_s, u"off"_s})),
        guarded(number(u"staff.lock_minutes"_s, 10, 1, 60)),
        number(u"limits.per_network_per_minute"_s, 600, 1, 1000000),
        number(u"limits.mails_per_address_per_hour"_s, 5, 1, 1000),
        number(u"limits.people_per_token"_s, 5, 1, 100),
    };
}

// What the default profile says in other languages; a prefecture sets its own.
const QMap<QString, QString> &standardTranslations()
{
    static const QMap<QString, QString> translations{
        {u"organisation.name.en"_s, u"Hokkaido"_s},
        {u"organisation.system_name.en"_s, u"Hokkaido COVID-19 Notice System"_s},
        {u"organisation.disease.en"_s, u"COVID-19"_s},
        {u"organisation.centre_name.en"_s, u"Hokkaido health consultation centre"_s},
        {u"organisation.contact_name.en"_s, u"Hokkaido Infectious Disease Control Headquarters"_s},
        {u"organisation.disease.ja-x-easy"_s, u"新型コロナウイルスの　病気"_s},
        {u"organisation.centre_name.ja-x-easy"_s, u"北海道の　健康相談センター"_s},
        {u"organisation.name.zh-Hans"_s, u"北海道"_s},
        {u"organisation.system_name.zh-Hans"_s, u"北海道新冠通知系统"_s},
        {u"organisation.disease.zh-Hans"_s, u"新型冠状病毒"_s},
        {u"organisation.centre_name.zh-Hans"_s, u"北海道健康咨询中心"_s},
        {u"organisation.contact_name.zh-Hans"_s, u"北海道 传染病对策总部"_s},
        {u"organisation.name.zh-Hant"_s, u"北海道"_s},
        {u"organisation.system_name.zh-Hant"_s, u"北海道新冠通知系統"_s},
        {u"organisation.disease.zh-Hant"_s, u"新型冠狀病毒"_s},
        {u"organisation.centre_name.zh-Hant"_s, u"北海道健康諮詢中心"_s},
        {u"organisation.contact_name.zh-Hant"_s, u"北海道 傳染病對策總部"_s},
        {u"organisation.name.ko"_s, u"홋카이도"_s},
        {u"organisation.system_name.ko"_s, u"홋카이도 코로나 알림 시스템"_s},
        {u"organisation.disease.ko"_s, u"코로나바이러스감염증"_s},
        {u"organisation.centre_name.ko"_s, u"홋카이도 건강상담센터"_s},
        {u"organisation.contact_name.ko"_s, u"홋카이도 감염증대책본부"_s},
    };
    return translations;
}

/// The line of the table with this key; null for a localised form of one. Every page and mail asks for a dozen
/// settings: looking through the whole table for each was a tenth of a page (measured).
const SettingDefinition *lineOf(const QString &key)
{
    static const QHash<QString, const SettingDefinition *> lines = [] {
        QHash<QString, const SettingDefinition *> found;
        for (const SettingDefinition &definition : Settings::definitions())
            found.insert(definition.key, &definition);
        return found;
    }();
    return lines.value(key);
}

/// The same with the values as they are stored.
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
    static const QList<SettingDefinition> all = makeDefinitions();
    return all;
}

std::optional<SettingDefinition> Settings::find(const QString &key)
{
    if (const SettingDefinition *line = lineOf(key))
        return *line;
    // "organisation.name.en" is a form of "organisation.name".
    const SettingDefinition *base = lineOf(key.section(u'.', 0, 1));
    if (!base || !base->localised)
        return std::nullopt;
    SettingDefinition other = *base;
    other.key = key;
    other.standard = standardTranslations().value(key);
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
    Result<QMap<QString, QString>> file = readFile();
    if (!file)
        return passOn(file);
    Result<QMap<QString, QString>> stored = readDatabase();
    if (!stored)
        return passOn(stored);
    const bool changed = m_file != *file || m_stored != *stored;
    m_file = std::move(*file);
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
        values.insert(key, line.sliced(equals + 1).trimmed());
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
    if (const SettingDefinition *line = lineOf(key))
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
