// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCsv.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <csv.h>

#include <memory>

namespace shirase::facilityCsv {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

const QStringList fieldNames{u"kind"_s,          u"name"_s,  u"aliases"_s,     u"contact_name"_s,
                             u"contact_email"_s, u"phone"_s, u"postal_code"_s, u"address"_s,
                             u"from"_s,          u"until"_s, u"exercise"_s};
const QStringList optionalFields{u"aliases"_s, u"from"_s, u"until"_s, u"exercise"_s};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityCsv)
};

struct Records
{
    QList<QStringList> rows;
    QStringList current;
};

std::optional<QString> decoded(QByteArray bytes, CsvEncoding encoding)
{
    if (encoding == CsvEncoding::Utf8 && bytes.startsWith(byteOrderMark))
        bytes.remove(0, byteOrderMark.size());
    QStringDecoder decoder(encoding == CsvEncoding::Utf8 ? "UTF-8" : "Shift_JIS",
                           QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return std::nullopt;
    return text;
}

std::unexpected<Error> notOfThatEncoding(std::optional<CsvEncoding> encoding)
{
    if (!encoding)
        return fail(ErrorCode::Invalid,
                    Tr::tr("The file is neither UTF-8 nor Shift_JIS. Please save it as \"CSV UTF-8\"."));
    return fail(ErrorCode::Invalid,
                Tr::tr("The file has bytes that mean nothing in this encoding. Please choose the other."));
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
    if (csv_parse(&parser, bytes.constData(), size, onField, onRow, &records) != size ||
        csv_fini(&parser, onField, onRow, &records) != 0) {
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

// As the file names it, in English or as people write it in Japanese.
std::optional<FacilityKind> kindOf(const QString &text)
{
    static const QMap<QString, FacilityKind> japanese{
        {u"店"_s, FacilityKind::Store},       {u"店舗"_s, FacilityKind::Store},
        {u"イベント"_s, FacilityKind::Event}, {u"催し"_s, FacilityKind::Event},
        {u"施設"_s, FacilityKind::Facility},  {u"公共施設"_s, FacilityKind::Facility},
    };
    if (const auto found = japanese.constFind(text); found != japanese.constEnd())
        return *found;
    return facilityKindOf(text);
}

const QMap<QString, QString> &fieldsByHead()
{
    static const QMap<QString, QString> heads{
        {u"種別"_s, u"kind"_s},
        {u"区分"_s, u"kind"_s},
        {u"名称"_s, u"name"_s},
        {u"名前"_s, u"name"_s},
        {u"店名"_s, u"name"_s},
        {u"店舗名"_s, u"name"_s},
        {u"施設名"_s, u"name"_s},
        {u"イベント名"_s, u"name"_s},
        {u"別名"_s, u"aliases"_s},
        {u"通称"_s, u"aliases"_s},
        {u"担当者"_s, u"contact_name"_s},
        {u"担当者名"_s, u"contact_name"_s},
        {u"メール"_s, u"contact_email"_s},
        {u"メールアドレス"_s, u"contact_email"_s},
        {u"電話"_s, u"phone"_s},
        {u"電話番号"_s, u"phone"_s},
        {u"郵便番号"_s, u"postal_code"_s},
        {u"住所"_s, u"address"_s},
        {u"所在地"_s, u"address"_s},
        {u"開始日"_s, u"from"_s},
        {u"終了日"_s, u"until"_s},
        {u"訓練"_s, u"exercise"_s},
    };
    return heads;
}

CsvRow rowOf(int number, const CsvTable &table, const Columns &columns, const QStringList &record)
{
    const auto field = [&](const QString &name) {
        return CsvWriter::unguarded(record.value(columns.value(name, -1)));
    };
    CsvRow row;
    row.number = number;
    const auto kind = kindOf(field(u"kind"_s).trimmed());
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
    if (record.size() != table.header.size())
        row.problems.prepend({QString(), FieldProblem::Kind::Missing,
                              Tr::tr("This row has %1 fields, the header has %2.")
                                  .arg(record.size())
                                  .arg(table.header.size())});
    return row;
}

} // namespace

const QStringList &fields()
{
    return fieldNames;
}

bool isNeeded(const QString &field)
{
    return !optionalFields.contains(field);
}

Result<CsvTable> open(const QByteArray &bytes, std::optional<CsvEncoding> encoding)
{
    CsvTable table;
    std::optional<QString> text;
    for (const CsvEncoding one : {CsvEncoding::Utf8, CsvEncoding::Cp932}) {
        if (text || (encoding && *encoding != one))
            continue;
        text = decoded(bytes, one);
        table.encoding = one;
    }
    if (!text)
        return notOfThatEncoding(encoding);
    Result<QList<QStringList>> records = parsed(*text);
    if (!records)
        return passOn(records);
    if (records->isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("The file is empty."));
    table.header = records->takeFirst();
    table.records = std::move(*records);
    return table;
}

Columns columnsOf(const QStringList &header)
{
    Columns columns;
    for (int i = 0; i < int(header.size()); ++i) {
        const QString head = header[i].normalized(QString::NormalizationForm_KC).trimmed().toLower();
        const QString field = fieldsByHead().value(head, head);
        if (fieldNames.contains(field) && !columns.contains(field))
            columns.insert(field, i);
    }
    return columns;
}

QList<CsvRow> rows(const CsvTable &table, const Columns &columns)
{
    QList<CsvRow> all;
    for (qsizetype i = 0; i < table.records.size(); ++i)
        all.append(rowOf(int(i) + 2, table, columns, table.records[i]));
    return all;
}

Result<QList<CsvRow>> read(const QByteArray &bytes)
{
    const Result<CsvTable> table = open(bytes);
    if (!table)
        return passOn(table);
    const Columns columns = columnsOf(table->header);
    for (const QString &name : fieldNames) {
        if (isNeeded(name) && !columns.contains(name))
            return fail(ErrorCode::Invalid,
                        Tr::tr("The first line has to name the fields; \"%1\" is missing.").arg(name));
    }
    return rows(*table, columns);
}

CsvWriter writer()
{
    return CsvWriter(QStringList{u"code"_s, u"state"_s} + fieldNames);
}

void append(CsvWriter &csv, const Facility &facility)
{
    const FacilityDetails &d = facility.details;
    const auto day = [](const std::optional<QDate> &date) {
        return date ? date->toString(Qt::ISODate) : QString();
    };
    csv.addRow({facility.code.text(), toText(facility.state), toText(d.kind), d.name, d.aliases,
                d.contactName, d.contactEmail, d.phone, d.postalCode, d.address, day(d.from), day(d.until),
                d.exercise ? u"yes"_s : QString()});
}

QByteArray write(const QList<Facility> &facilities)
{
    CsvWriter csv = writer();
    for (const Facility &facility : facilities)
        append(csv, facility);
    return csv.bytes();
}

} // namespace shirase::facilityCsv
