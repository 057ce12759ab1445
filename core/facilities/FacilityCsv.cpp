// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCsv.h"

#include "core/facilities/FacilityStore.h"
#include "core/foundation/CsvWriter.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <csv.h>

#include <memory>

namespace shirase::facilityCsv {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

const QStringList fields{u"kind"_s,  u"name"_s,        u"aliases"_s, u"contact_name"_s, u"contact_email"_s,
                         u"phone"_s, u"postal_code"_s, u"address"_s, u"from"_s,         u"until"_s,
                         u"exercise"_s};
const QStringList neededFields{u"kind"_s,  u"name"_s,        u"contact_name"_s, u"contact_email"_s,
                               u"phone"_s, u"postal_code"_s, u"address"_s};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityCsv)
};

struct Records
{
    QList<QStringList> rows;
    QStringList current;
};

Result<QString> decoded(QByteArray bytes)
{
    if (bytes.startsWith(byteOrderMark))
        bytes.remove(0, byteOrderMark.size());
    for (const char *name : {"UTF-8", "Shift_JIS"}) {
        QStringDecoder decoder(name, QStringConverter::Flag::Stateless);
        if (!decoder.isValid())
            continue;
        QString text = decoder(bytes);
        if (!decoder.hasError() && !text.contains(QChar::ReplacementCharacter))
            return text;
    }
    return fail(ErrorCode::Invalid,
                Tr::tr("The file is neither UTF-8 nor Shift_JIS. Please save it as \"CSV UTF-8\"."));
}

Result<QList<QStringList>> parsed(const QString &text)
{
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return fail(ErrorCode::Unavailable, Tr::tr("There is not enough memory to read the file."));
    const auto freed = qScopeGuard([&] { csv_free(&parser); });
    Records records;
    const auto onField = [](void *field, size_t size, void *data) {
        static_cast<Records *>(data)->current.append(
            QString::fromUtf8(static_cast<const char *>(field), qsizetype(size)));
    };
    const auto onRow = [](int, void *data) {
        auto *all = static_cast<Records *>(data);
        all->rows.append(std::exchange(all->current, {}));
    };
    const QByteArray bytes = text.toUtf8();
    const auto size = size_t(bytes.size());
    if (csv_parse(&parser, bytes.constData(), size, onField, onRow, &records) != size
        || csv_fini(&parser, onField, onRow, &records) != 0) {
        return fail(ErrorCode::Invalid,
                    Tr::tr("After record %1 the file is no CSV: a quotation mark stands in the wrong place.")
                        .arg(records.rows.size()));
    }
    return records.rows;
}

std::optional<QDate> dayOf(const QString &text)
{
    for (const QString &format : {u"yyyy-MM-dd"_s, u"yyyy/M/d"_s}) {
        if (const QDate day = QDate::fromString(text, format); day.isValid())
            return day;
    }
    return std::nullopt;
}

CsvRow rowOf(int number, const QStringList &header, const QStringList &record)
{
    const auto field = [&](const QString &name) { return CsvWriter::unguarded(record.value(header.indexOf(name))); };
    CsvRow row;
    row.number = number;
    const auto kind = facilityKindOf(field(u"kind"_s).trimmed());
    row.details = mended({.kind = kind.value_or(FacilityKind::Store),
                          .name = field(u"name"_s),
                          .aliases = field(u"aliases"_s),
                          .contactName = field(u"contact_name"_s),
                          .contactEmail = field(u"contact_email"_s),
                          .phone = field(u"phone"_s),
                          .postalCode = field(u"postal_code"_s),
                          .address = field(u"address"_s),
                          .from = dayOf(field(u"from"_s).trimmed()),
                          .until = dayOf(field(u"until"_s).trimmed()),
                          .exercise = field(u"exercise"_s).trimmed() == u"yes"});
    row.problems = problems(row.details);
    if (!kind)
        row.problems.prepend(
            {u"kind"_s, FieldProblem::Kind::NotAllowed, Tr::tr("Please give store, event or facility.")});
    if (record.size() != header.size())
        row.problems.prepend(
            {QString(), FieldProblem::Kind::Missing,
             Tr::tr("This row has %1 fields, the header has %2.").arg(record.size()).arg(header.size())});
    return row;
}

} // namespace

Result<QList<CsvRow>> read(const QByteArray &bytes)
{
    const Result<QString> text = decoded(bytes);
    if (!text)
        return passOn(text);
    const Result<QList<QStringList>> records = parsed(*text);
    if (!records)
        return passOn(records);
    if (records->isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("The file is empty."));
    QStringList header;
    for (const QString &name : records->first())
        header.append(name.trimmed().toLower());
    for (const QString &name : neededFields) {
        if (!header.contains(name))
            return fail(ErrorCode::Invalid,
                        Tr::tr("The first line has to name the fields; \"%1\" is missing.").arg(name));
    }
    QList<CsvRow> rows;
    for (qsizetype i = 1; i < records->size(); ++i)
        rows.append(rowOf(int(i) + 1, header, records->at(i)));
    return rows;
}

QByteArray write(const QList<Facility> &facilities)
{
    CsvWriter csv(QStringList{u"code"_s, u"state"_s} + fields);
    for (const Facility &facility : facilities) {
        const FacilityDetails &d = facility.details;
        const auto day = [](const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); };
        csv.addRow({facility.code.text(), toText(facility.state), toText(d.kind), d.name, d.aliases, d.contactName,
                    d.contactEmail, d.phone, d.postalCode, d.address, day(d.from), day(d.until),
                    d.exercise ? u"yes"_s : QString()});
    }
    return csv.bytes();
}

} // namespace shirase::facilityCsv
