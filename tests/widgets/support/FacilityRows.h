// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/support/WindowTest.h"

#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace shirase {

/// The names in the list of the facilities page, from top to bottom.
inline QStringList namesIn(const WindowTest &test)
{
    const auto *table = test.find<QTableView>("facilityTable");
    QStringList names;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names << table->model()->index(row, 0).data().toString();
    return names;
}

/// The fields of a facility's form, and what is typed there for these details.
inline QList<std::pair<const char *, QString>> typedFields(const FacilityDetails &details)
{
    return {{"field_name", details.name},
            {"field_contact_name", details.contactName},
            {"field_contact_email", details.contactEmail},
            {"field_phone", details.phone},
            {"field_postal_code", details.postalCode},
            {"field_address", details.address}};
}

inline QTableView *tableOf(const WindowTest &test)
{
    return test.find<QTableView>("facilityTable");
}

inline int rowsIn(const WindowTest &test)
{
    return tableOf(test)->model()->rowCount();
}

inline void clickHeader(const WindowTest &test, int column)
{
    QHeaderView *header = tableOf(test)->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + 8, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
}

} // namespace shirase
