// SPDX-License-Identifier: GPL-3.0-or-later

// scan_tokens DIR FACILITIES NUMBER: lets the Shirase in DIR have that many facilities that are open, and prints NUMBER
// scans, "CODE TOKEN" a line, each facility in its turn: what as many visitors have before them after opening the page.

#include "app/Connection.h"
#include "core/visits/ScanToken.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/Results.h"

#include <QCoreApplication>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

using Place = std::pair<FacilityId, QByteArray>; ///< with its code

std::vector<Place> openPlaces(Database &database, int number)
{
    Rows rows = must(database.run(u"SELECT f.id, c.code FROM facility f JOIN facility_code c ON c.facility_id = f.id "
                                  "WHERE f.state = 'active' AND c.retires_at IS NULL ORDER BY f.id LIMIT ?"_s,
                                  {number}));
    std::vector<Place> places;
    while (rows.next())
        places.emplace_back(rows.number(0), rows.text(1).toLatin1());
    return places;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4 || !initialiseCryptography())
        return 2;
    const int facilities = arguments[2].toInt();
    const SystemClock clock;
    const auto connection = must(Connection::open(DataFolder(arguments[1]), clock));
    std::vector<Place> places = openPlaces(*connection->database, facilities);
    if (int(places.size()) < facilities) {
        addManyFacilities(*connection->database, facilities * 3 / 2); // some of them are not open
        places = openPlaces(*connection->database, facilities);
    }
    const SecretBytes &key = connection->serverKey.tokenKey();
    for (int i = 0; i < arguments[3].toInt(); ++i) {
        const auto &[facility, code] = places[size_t(i) % places.size()];
        std::printf("%s %s\n", code.constData(), ScanToken::make(facility, clock.now()).encode(key).constData());
    }
    return 0;
}
