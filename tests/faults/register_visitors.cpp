// SPDX-License-Identifier: GPL-3.0-or-later
//
// register_visitors DIR CODE DAY < ADDRESSES: registers one visitor per line at that facility, at noon of
// that day, through the same book as the web page does, without its confirmation mails. For tests with many
// thousands of visitors.
#include "app/Connection.h"
#include "core/mail/Outbox.h"
#include "core/visits/SignupBook.h"
#include "tests/support/FixedClock.h"
#include "tests/support/Results.h"

#include <QCoreApplication>
#include <QDate>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace shirase;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4 || !initialiseCryptography())
        return 2;
    const FixedClock clock(japanese((arguments[3] + u"T12:00"_s).toLatin1().constData()));
    const std::unique_ptr<Connection> connection = must(Connection::open(DataFolder(arguments[1]), clock));
    const Facility facility =
        must(connection->facilities.findByCode(*FacilityCode::parse(arguments[2]))).facility;
    const OfficePublicKey office = must(connection->staff.officePublicKey());
    DayKeys dayKeys(*connection->vault, connection->serverKey, office);
    VisitStore visits(*connection->database);
    // By this clock, which tells its letters from those of a server that registers meanwhile: the connection's writes them by
    // the clock of the database.
    OutboxWriter outbox(*connection->database, connection->serverKey.queuePublicKey(), clock, "example.jp");
    constexpr size_t atOnce = 500;
    std::vector<Signup> visitors;
    QTextStream input(stdin);
    for (QString line = input.readLine(); !line.isNull(); line = input.readLine()) {
        visitors.push_back({ScanToken::make(facility.id, clock.now()), must(EmailAddress::parse(line)), u"ja"_s});
        if (visitors.size() < atOnce && !input.atEnd())
            continue;
        // Each batch by a book of its own: those of a real day hardly ever share a key agreement.
        SignupBook book({*connection->database, *connection->vault, dayKeys, visits, outbox, clock, connection->settings});
        for (Result<VisitToken> &token : book.store(std::exchange(visitors, {})))
            must(std::move(token));
    }
    must(connection->database->run(u"DELETE FROM outbox WHERE created_at = ?"_s, {clock.now()})); // those of this noon
    return 0;
}
