// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityRow.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase::facilityRow {

using namespace Qt::StringLiterals;

const QString selection =
    u"f.id, f.kind, f.name, f.aliases, f.contact_name, f.contact_email, f.phone, f.postal_code, "
    "f.address, f.event_from, f.event_until, f.state, f.source, f.created_at, f.changed_at, "
    "c.code, c.issued_at, f.exercise "
    "FROM facility f JOIN facility_code c ON c.facility_id = f.id AND c.retires_at IS NULL "_s;

namespace {

std::optional<QDate> dayOf(const Rows &rows, int column)
{
    if (rows.isNull(column))
        return std::nullopt;
    return japan::fromNumber(int(rows.number(column)));
}

} // namespace

Facility read(const Rows &rows)
{
    return {
        .id = rows.number(0),
        .details = {.kind = facilityKindOf(rows.text(1)).value_or(FacilityKind::Facility),
                    .name = rows.text(2),
                    .aliases = rows.text(3),
                    .contactName = rows.text(4),
                    .contactEmail = rows.text(5),
                    .phone = rows.text(6),
                    .postalCode = rows.text(7),
                    .address = rows.text(8),
                    .from = dayOf(rows, 9),
                    .until = dayOf(rows, 10),
                    .exercise = rows.number(17) != 0},
        .state = facilityStateOf(rows.text(11)).value_or(FacilityState::Active),
        .source = facilitySourceOf(rows.text(12)).value_or(FacilitySource::Staff),
        // Codes enter the table through FacilityCode only.
        .code = *FacilityCode::parse(rows.text(15)),
        .codeIssuedAt = rows.number(16),
        .createdAt = rows.number(13),
        .changedAt = rows.number(14),
    };
}

QList<Facility> readAll(Rows &rows)
{
    QList<Facility> facilities;
    while (rows.next())
        facilities.append(read(rows));
    return facilities;
}

} // namespace shirase::facilityRow
