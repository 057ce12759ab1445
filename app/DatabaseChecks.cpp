// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DatabaseChecks.h"

#include "app/Checkup.h"

#include <QCoreApplication>
#include <QFile>

namespace shirase::databaseChecks {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseChecks)
};

/// What was found at one address.
struct Look
{
    bool isFilled = false; ///< somebody has set a Shirase up there
};

Result<bool> hasOfficeKey(Database &database)
{
    const Result<int> version = Migrations::current(database);
    if (!version || *version == 0)
        return version ? Result<bool>(false) : passOn(version);
    Result<Rows> rows = database.run(u"SELECT 1 FROM office_key"_s);
    if (!rows)
        return passOn(rows);
    return rows->next();
}

/// Nothing for a file that does not exist yet: it can be made if the folder can be written.
Result<std::unique_ptr<Database>> openIfThere(const DataFolder &folder, const DatabaseAddress &address)
{
    constexpr QLatin1StringView scheme("sqlite:");
    if (address.url.startsWith(scheme) && !QFile::exists(address.url.sliced(scheme.size()))) {
        const Result<> writable = folder.checkWritable();
        return writable ? Result<std::unique_ptr<Database>>() : passOn(writable);
    }
    return Database::open(address);
}

Result<> checkSchema(Database &database, Migrations::Schema schema)
{
    const Result<int> version = Migrations::current(database);
    if (!version)
        return passOn(version);
    if (*version <= Migrations::newest(schema))
        return {};
    return fail(ErrorCode::NewerSchema, checkup::schema({}, database, schema).sentence);
}

Result<Look> look(const DataFolder &folder, const DataAddresses &addresses)
{
    Result<Settings> stated = Settings::load(folder.settingsFile());
    if (!stated)
        return passOn(stated);
    const Settings settings = stated->with({{.key = u"database.url"_s, .value = addresses.database},
                                            {.key = u"vault.url"_s, .value = addresses.vault},
                                            {.key = u"database.password_file"_s, .value = addresses.passwordFile}});
    Look found;
    for (const auto schema : {Migrations::Schema::Main, Migrations::Schema::Vault}) {
        const bool isMain = schema == Migrations::Schema::Main;
        const auto database = openIfThere(folder, isMain ? folder.database(settings) : folder.vault(settings));
        if (!database)
            return passOn(database);
        if (!*database)
            continue;
        if (const Result<> known = checkSchema(**database, schema); !known)
            return passOn(known);
        const Result<bool> filled = isMain ? hasOfficeKey(**database) : false;
        if (!filled)
            return passOn(filled);
        found.isFilled = found.isFilled || *filled;
    }
    return found;
}

} // namespace

Result<QString> reachable(const DataFolder &folder, const DataAddresses &addresses)
{
    const Result<Look> found = look(folder, addresses);
    if (!found)
        return passOn(found);
    return Tr::tr("Both databases answer.");
}

Result<QString> empty(const DataFolder &folder, const DataAddresses &addresses)
{
    const Result<Look> found = look(folder, addresses);
    if (!found)
        return passOn(found);
    if (found->isFilled)
        return fail(ErrorCode::Conflict,
                    Tr::tr("This database holds a Shirase already. To make this computer one more server of it, please run "
                           "\"shirasectl keys import\"; for a new Shirase, please give an empty database."));
    return Tr::tr("Both databases answer.");
}

} // namespace shirase::databaseChecks
