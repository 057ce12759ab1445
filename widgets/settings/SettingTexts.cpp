// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingTexts.h"

#include <QRegularExpression>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// A setting with its English words; they are translated when they are asked for.
struct Entry
{
    QLatin1StringView key;
    SettingGroup group;
    const char *label;
    const char *help = "";
    const char *none = "";
    const char *suffix = ""; ///< with the number
};

using enum SettingGroup;

constexpr Entry entries[]{
    {"organisation.name"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "&Organisation"),
     QT_TRANSLATE_NOOP("SettingTexts", "Who runs this system; shown on pages, posters and mails.")},
    {"organisation.system_name"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "Name of the s&ystem"), ""},
    {"organisation.disease"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "D&isease"),
     QT_TRANSLATE_NOOP("SettingTexts", "The disease that notices are about. Another disease is another system: "
                                       "please do not change it while registrations are kept.")},
    {"organisation.centre_name"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "Consultation &centre"),
     QT_TRANSLATE_NOOP("SettingTexts", "Where people can turn after a notice.")},
    {"organisation.centre_phone"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "&Phone of the centre"), ""},
    {"organisation.contact_name"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "Contac&t for the system"),
     QT_TRANSLATE_NOOP("SettingTexts", "Who answers questions about the system itself.")},
    {"organisation.contact_phone"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "Phone of the co&ntact"), ""},
    {"organisation.accent"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "Accent colo&ur"),
     QT_TRANSLATE_NOOP("SettingTexts", "On posters and pages, with white text on it: it has to be dark enough to read.")},
    {"organisation.logo"_L1, Organisation, QT_TRANSLATE_NOOP("SettingTexts", "&Logo"),
     QT_TRANSLATE_NOOP("SettingTexts", "On posters. PNG or SVG, at most 200 kB.")},

    {"organisation.news"_L1, HomePage, QT_TRANSLATE_NOOP("SettingTexts", "&News"),
     QT_TRANSLATE_NOOP("SettingTexts", "The newest comes first. Languages without a text of their own show the Japanese one.")},
    {"organisation.services"_L1, HomePage, QT_TRANSLATE_NOOP("SettingTexts", "&Related services"),
     QT_TRANSLATE_NOOP("SettingTexts", "Other services that the home page explains and links to.")},
    {"web.languages"_L1, HomePage, QT_TRANSLATE_NOOP("SettingTexts", "&Languages"),
     QT_TRANSLATE_NOOP("SettingTexts", "In which languages visitors can read pages and mails.")},

    {"web.public_url"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "&Public address"),
     QT_TRANSLATE_NOOP("SettingTexts", "Where visitors reach the pages; it is in every QR code, so posters are printed anew when "
                                       "it changes. Empty: the address below.")},
    {"web.listen"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "&Listen at"),
     QT_TRANSLATE_NOOP("SettingTexts", "IP address and port of the web server: 127.0.0.1:8080 behind a proxy on this computer, "
                                       "0.0.0.0:443 for every network.")},
    {"web.allowed_hosts"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "Further &names"),
     QT_TRANSLATE_NOOP("SettingTexts", "Other names by which the pages may be asked for, separated by spaces. Requests for any "
                                       "other name are refused.")},
    {"web.trusted_proxies"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "&Trusted proxies"),
     QT_TRANSLATE_NOOP("SettingTexts", "IP addresses or networks of the proxies in front of the web server, so that limits count "
                                       "visitors and not the proxy.")},
    {"web.tls_certificate"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "&Certificate"),
     QT_TRANSLATE_NOOP("SettingTexts", "PEM file with the server's certificate and its issuers'. Empty where a proxy speaks "
                                       "HTTPS. A renewed file is noticed by itself.")},
    {"web.tls_key"_L1, Web, QT_TRANSLATE_NOOP("SettingTexts", "&Key of the certificate"), ""},

    {"mail.transport"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Mail &goes"), ""},
    {"mail.url"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Mail &relay"),
     QT_TRANSLATE_NOOP("SettingTexts", "smtps://HOST:465 or smtp://HOST:587. The way there is always encrypted, unless the relay "
                                       "is on this computer.")},
    {"mail.user"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "&User name"),
     QT_TRANSLATE_NOOP("SettingTexts", "Empty where the relay asks for no log-in.")},
    {"mail.password_file"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Pass&word"),
     QT_TRANSLATE_NOOP("SettingTexts", "Kept in a file that only this account can read.")},
    {"mail.folder"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "F&older"),
     QT_TRANSLATE_NOOP("SettingTexts", "Where mail is put as .eml files. Empty: the folder \"mail\" beside the data.")},
    {"mail.from"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Se&nder"),
     QT_TRANSLATE_NOOP("SettingTexts", "Posters and pages name its domain, so that visitors let its mail through.")},
    {"mail.reply_to"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Repl&ies to"),
     QT_TRANSLATE_NOOP("SettingTexts", "Empty: to the sender.")},
    {"mail.envelope_from"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "&Bounces to"),
     QT_TRANSLATE_NOOP("SettingTexts", "The envelope sender: where relays report mail that cannot be delivered. Empty: to the "
                                       "sender.")},
    {"mail.connections"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "&Connections"),
     QT_TRANSLATE_NOOP("SettingTexts", "To the relay at the same time.")},
    {"mail.per_domain_rate"_L1, Mail, QT_TRANSLATE_NOOP("SettingTexts", "Mails per &minute and domain"),
     QT_TRANSLATE_NOOP("SettingTexts", "How much the carriers accept."), QT_TRANSLATE_NOOP("SettingTexts", "no limit")},

    {"notice.two_person_rule"_L1, Notices, QT_TRANSLATE_NOOP("SettingTexts", "A second &person approves"),
     QT_TRANSLATE_NOOP("SettingTexts", "Protects people from a notice sent by mistake. A change is recorded, and "
                                       "never applies to a notice that has already been drafted.")},
    {"mail.quiet_hours"_L1, Notices, QT_TRANSLATE_NOOP("SettingTexts", "&Quiet hours"),
     QT_TRANSLATE_NOOP("SettingTexts", "No notice is sent in these hours (Japanese time). Confirmations always are.")},
    {"notice.rate_per_hour"_L1, Notices, QT_TRANSLATE_NOOP("SettingTexts", "Notices per ho&ur"),
     QT_TRANSLATE_NOOP("SettingTexts", "How many calls the consultation centre can take: people call it after a notice."),
     QT_TRANSLATE_NOOP("SettingTexts", "no limit")},

    {"staff.lock_minutes"_L1, Staff, QT_TRANSLATE_NOOP("SettingTexts", "&Lock after"),
     QT_TRANSLATE_NOOP("SettingTexts", "A window that nobody uses for this long is locked, and what was typed there "
                                       "is lost."), "",
     QT_TRANSLATE_N_NOOP("SettingTexts", "%n minutes")},

    {"retention.months"_L1, Retention, QT_TRANSLATE_NOOP("SettingTexts", "&Registrations"),
     QT_TRANSLATE_NOOP("SettingTexts", "Erased this many calendar months after the visit. Pages and mails say so: a "
                                       "longer time does not apply to people who have already registered."),
     "", QT_TRANSLATE_N_NOOP("SettingTexts", "%n months")},
    {"retention.contact_months"_L1, Retention, QT_TRANSLATE_NOOP("SettingTexts", "&Contacts of retired facilities"),
     QT_TRANSLATE_NOOP("SettingTexts", "Erased this many calendar months after a facility was retired."), "",
     QT_TRANSLATE_N_NOOP("SettingTexts", "%n months")},

    {"limits.per_network_per_minute"_L1, Limits, QT_TRANSLATE_NOOP("SettingTexts", "For&ms per minute from one network"),
     QT_TRANSLATE_NOOP("SettingTexts", "An IPv4 address or an IPv6 /64. Many phones of one carrier may share an address.")},
    {"limits.mails_per_address_per_hour"_L1, Limits,
     QT_TRANSLATE_NOOP("SettingTexts", "&Confirmations per hour to one address"),
     QT_TRANSLATE_NOOP("SettingTexts", "Further registrations still count.")},
    {"limits.people_per_token"_L1, Limits, QT_TRANSLATE_NOOP("SettingTexts", "&People per scan"),
     QT_TRANSLATE_NOOP("SettingTexts", "People who register with one phone, such as a family.")},

    {"backup.folder"_L1, Backup, QT_TRANSLATE_NOOP("SettingTexts", "Folder of the &backups"),
     QT_TRANSLATE_NOOP("SettingTexts", "On another disk or another computer. Empty: no backup is made by itself.")},
    {"backup.keys"_L1, Backup, QT_TRANSLATE_NOOP("SettingTexts", "File of the &keys"),
     QT_TRANSLATE_NOOP("SettingTexts", "On a medium of its own, never beside the backups: together the two give every address.")},
    {"backup.hours"_L1, Backup, QT_TRANSLATE_NOOP("SettingTexts", "A backup ever&y"), "", "",
     QT_TRANSLATE_N_NOOP("SettingTexts", "%n hours")},
    {"backup.keep_days"_L1, Backup, QT_TRANSLATE_NOOP("SettingTexts", "Kep&t for"), "", "",
     QT_TRANSLATE_N_NOOP("SettingTexts", "%n days")},
    {"backup.warn_days"_L1, Backup, QT_TRANSLATE_NOOP("SettingTexts", "&Warn after"),
     QT_TRANSLATE_NOOP("SettingTexts", "Without a backup for this long."), "", QT_TRANSLATE_N_NOOP("SettingTexts", "%n days")},

    {"database.url"_L1, Data, QT_TRANSLATE_NOOP("SettingTexts", "Data&base"), ""},
    {"vault.url"_L1, Data, QT_TRANSLATE_NOOP("SettingTexts", "Va&ult"), ""},
    {"database.password_file"_L1, Data, QT_TRANSLATE_NOOP("SettingTexts", "&Password file of their account"), ""},
};

const Entry *entryOf(const QString &key)
{
    const auto *found = std::find_if(std::begin(entries), std::end(entries),
                                     [&key](const Entry &entry) { return entry.key == key; });
    return found == std::end(entries) ? nullptr : found;
}

} // namespace

QList<SettingGroup> SettingTexts::groups()
{
    QList<SettingGroup> all{Organisation, HomePage, Web, Mail, Notices, Staff, Retention, Limits, Backup, Data};
    all.removeIf([](SettingGroup group) { return keys(group).isEmpty(); });
    return all;
}

QString SettingTexts::title(SettingGroup group)
{
    switch (group) {
    case Organisation:
        return tr("Organisation");
    case HomePage:
        return tr("Home page");
    case Web:
        return tr("Web server");
    case Mail:
        return tr("Mail");
    case Notices:
        return tr("Notices");
    case Staff:
        return tr("Staff");
    case Retention:
        return tr("Erasure");
    case Limits:
        return tr("Limits");
    case Backup:
        return tr("Backup");
    case Data:
        return tr("Data");
    }
    Q_UNREACHABLE();
}

QString SettingTexts::introduction(SettingGroup group)
{
    switch (group) {
    case Organisation:
        return tr("Who runs this system, and for which disease.");
    case HomePage:
        return tr("What the visitors' home page shows besides its fixed parts.");
    case Web:
        return tr("How visitors reach the pages.");
    case Mail:
        return tr("How confirmations, posters and notices are sent.");
    case Notices:
        return tr("Rules for every notice.");
    case Staff:
        return tr("Rules for everybody who logs in.");
    case Retention:
        return tr("How long personal information is kept. The erasure runs by itself every day.");
    case Limits:
        return tr("Protects the pages from floods of requests.");
    case Backup:
        return tr("What can be restored when a disk is lost.");
    case Data:
        return tr("Where registrations and keys are kept. This cannot be changed here, as the data would stay behind; "
                  "\"shirasectl\" moves them.");
    }
    Q_UNREACHABLE();
}

QStringList SettingTexts::keys(SettingGroup group)
{
    QStringList keys;
    for (const Entry &entry : entries) {
        if (entry.group == group && Settings::find(entry.key))
            keys.append(entry.key);
    }
    return keys;
}

SettingWords SettingTexts::words(const QString &key)
{
    const Entry *entry = entryOf(key);
    if (!entry)
        return {.label = key, .help = {}, .none = {}};
    const auto translated = [](const char *text) { return *text == '\0' ? QString() : tr(text); };
    return {.label = translated(entry->label),
            .help = translated(entry->help),
            .none = translated(entry->none)};
}

QString SettingTexts::name(const QString &key)
{
    static const QRegularExpression letter(u"\\(&.\\)|&"_s); // as in "名前(&N)", "&Name"
    return words(key).label.remove(letter);
}

// Translations write number and unit as one, as the unit may depend on the number.
QString SettingTexts::suffix(const QString &key, int number)
{
    const Entry *entry = entryOf(key);
    if (!entry || *entry->suffix == '\0')
        return {};
    return tr(entry->suffix, "", number).remove(QString::number(number));
}

QString SettingTexts::choice(const QString &key, const QString &value)
{
    if (key == u"mail.transport")
        return value == u"smtp" ? tr("to a mail relay") : tr("into a folder, for trying things out");
    if (key == u"notice.two_person_rule") {
        if (value == u"on")
            return tr("always");
        return value == u"off" ? tr("never") : tr("as soon as two people may");
    }
    return value;
}

QString SettingTexts::sentence(const QString &message)
{
    return message.left(1).toUpper() + message.sliced(qMin<qsizetype>(1, message.size()));
}

} // namespace shirase
