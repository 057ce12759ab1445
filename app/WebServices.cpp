// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WebServices.h"

namespace shirase {

Result<std::unique_ptr<WebServices>> WebServices::open(const DataFolder &folder, const Clock &clock,
                                                       ConnectionBreaker &breaker)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(folder, clock, &breaker);
    if (!connection)
        return passOn(connection);
    Result<OfficePublicKey> office = (*connection)->staff.officePublicKey();
    if (!office)
        return passOn(office);
    for (Database *database : {(*connection)->database.get(), (*connection)->vault.get()}) {
        if (const Result<> set = database->setPatience(patience); !set)
            return passOn(set);
    }
    return std::make_unique<WebServices>(std::move(*connection), std::move(*office));
}

WebServices::WebServices(std::unique_ptr<Connection> own, OfficePublicKey office)
    : connection(std::move(own))
    , database(*connection->database)
    , settings(connection->settings)
    , facilities(connection->facilities)
    , dayKeys(*connection->vault, connection->serverKey, std::move(office))
    , visits(database)
    , signups({database, *connection->vault, dayKeys, visits, connection->outbox, connection->clock, settings})
    , operators({database, facilities, connection->registration, connection->outbox, connection->staff.audit(), settings,
                 connection->serverKey, connection->clock})
    , erasure(database, *connection->vault, connection->clock)
{}

} // namespace shirase
