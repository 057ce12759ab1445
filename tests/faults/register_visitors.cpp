// SPDX-License-Identifier: GPL-3.0-or-later
//
// register_visitors DIR CODE DAY < ADDRESSES: registers one visitor per line at that facility, at noon of
// that day, through the same desk as the web page does, without its confirmation mails. For tests with many
// thousands of visitors.
#include "app/Connection.h"
#include "core/visits/SignupDesk.h"
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
    SignupDesk desk({*connection->database, *connection->vault, dayKeys, visits, connection->outbox, clock,
                     connection->settings});

    int waiting = 0;
    QTextStream input(stdin);
    for (QString line = input.readLine(); !line.isNull(); line = input.readLine()) {
        ++waiting;
        const ScanToken token = ScanToken::make(facility.id, clock.now());
        desk.submit({token, must(EmailAddress::parse(line)), u"ja"_s}, [&waiting](Result<VisitToken> answer) {
            must(std::move(answer));
            --waiting;
        });
        while (waiting >= 500 || (waiting > 0 && input.atEnd()))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    must(connection->database->run(u"DELETE FROM outbox"_s));
    return 0;
}
