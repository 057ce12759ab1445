// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/Manifest.h"

#include "core/database/Migrations.h"
#include "core/database/Tables.h"
#include "core/foundation/CborMap.h"

#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <QtEndian>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lengthSize = 4;
constexpr quint32 longest = 1 << 20; // settings are short

std::unexpected<Error> unreadable()
{
    return fail(ErrorCode::Corrupt, QCoreApplication::translate("Backup", "The backup's content cannot be read. Please take "
                                                                          "an older backup."));
}

QCborMap toCbor(const DatabaseFacts &facts)
{
    QCborMap rows;
    for (const auto &[table, count] : facts.rows.asKeyValueRange())
        rows.insert(table, count);
    return {{u"schema"_s, facts.schema},
            {u"rows"_s, rows},
            {u"audit_entries"_s, facts.auditEntries},
            {u"audit_broken"_s, facts.auditBroken},
            {u"audit_newest"_s, facts.newestAudit}};
}

DatabaseFacts factsOf(const QCborMap &map)
{
    DatabaseFacts facts{.schema = int(map[u"schema"_s].toInteger()),
                        .rows = {},
                        .auditEntries = map[u"audit_entries"_s].toInteger(),
                        .auditBroken = map[u"audit_broken"_s].toInteger(),
                        .newestAudit = map[u"audit_newest"_s].toInteger()};
    const QCborMap rows = map[u"rows"_s].toMap();
    for (const auto &[table, count] : rows)
        facts.rows.insert(table.toString(), count.toInteger());
    return facts;
}

} // namespace

Result<DatabaseFacts> DatabaseFacts::of(Database &database)
{
    DatabaseFacts facts;
    {
        Result<Rows> rows = database.run(
            u"SELECT (SELECT max(version) FROM schema_version), (SELECT coalesce(max(id), 0) FROM audit)"_s);
        if (!rows)
            return passOn(rows);
        if (rows->next()) {
            facts.schema = int(rows->number(0));
            facts.newestAudit = rows->number(1);
        }
    }
    Result<QMap<QString, qint64>> counted = tables::countRows(database);
    if (!counted)
        return passOn(counted);
    facts.rows = std::move(*counted);
    const Result<AuditLog::State> chain = AuditLog::follow(database);
    if (!chain)
        return passOn(chain);
    facts.auditEntries = chain->entries;
    facts.auditBroken = chain->firstBroken;
    return facts;
}

QByteArray Manifest::toBytes() const
{
    QCborMap settings;
    for (const auto &[key, value] : configuration.asKeyValueRange())
        settings.insert(key, value);
    const QByteArray content = QCborMap{{u"engine"_s, engine == Dialect::Sqlite ? u"sqlite"_s : u"postgresql"_s},
                                        {u"space"_s, space},
                                        {u"made_at"_s, madeAt},
                                        {u"facts"_s, toCbor(facts)},
                                        {u"configuration"_s, settings}}
                                   .toCborValue()
                                   .toCbor();
    QByteArray length(lengthSize, Qt::Uninitialized);
    qToBigEndian(quint32(content.size()), length.data());
    return length + content;
}

Result<std::optional<Manifest>> Manifest::takeFrom(QByteArray &content)
{
    if (content.size() < lengthSize)
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(content.constData());
    if (length > longest)
        return unreadable();
    if (content.size() < lengthSize + qsizetype(length))
        return std::nullopt;
    const QCborMap map = cborMapOf(content.mid(lengthSize, qsizetype(length)));
    const QString engine = map[u"engine"_s].toString();
    if (engine != u"sqlite" && engine != u"postgresql")
        return unreadable();
    content.remove(0, lengthSize + qsizetype(length));
    Manifest manifest{.engine = engine == u"sqlite" ? Dialect::Sqlite : Dialect::PostgreSql,
                      .space = map[u"space"_s].toString(),
                      .madeAt = map[u"made_at"_s].toInteger(),
                      .facts = factsOf(map[u"facts"_s].toMap()),
                      .configuration = {}};
    const QCborMap settings = map[u"configuration"_s].toMap();
    for (const auto &[key, value] : settings)
        manifest.configuration.insert(key.toString(), value.toString());
    return manifest;
}

} // namespace shirase
