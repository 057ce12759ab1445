// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/SettingTable.h"

#include <QHash>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

const QList<SettingDefinition> &settingTable::all()
{
    static const QList<SettingDefinition> definitions = makeDefinitions();
    return definitions;
}

// Every page and mail asks for a dozen settings: looking through the whole table for each was a tenth of a page (measured).
const SettingDefinition *settingTable::line(const QString &key)
{
    static const QHash<QString, const SettingDefinition *> lines = [] {
        QHash<QString, const SettingDefinition *> found;
        for (const SettingDefinition &definition : all())
            found.insert(definition.key, &definition);
        return found;
    }();
    return lines.value(key);
}

QString settingTable::standardTranslation(const QString &key)
{
    return standardTranslations().value(key);
}

} // namespace shirase
