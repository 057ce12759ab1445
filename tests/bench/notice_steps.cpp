// SPDX-License-Identifier: GPL-3.0-or-later

// notice_steps DIR PASSWORD_FILE CODE DAY: counts the people of a facility and day, then opens and queues them for a
// notice, as one who has just logged in. Prints the milliseconds of both and the number of people. It leaves no
// recipients, so that it can be run again.

#include "app/Connection.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitStore.h"
#include "tests/support/Results.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDate day = QDate::fromString(arguments.value(4), Qt::ISODate);
    QFile password(arguments.value(2));
    if (!day.isValid() || !password.open(QIODevice::ReadOnly) || !initialiseCryptography())
        return 2;
    const SystemClock clock;
    const auto connection = must(Connection::open(DataFolder(arguments[1]), clock));
    Database &database = *connection->database;
    const auto session = must(connection->staff.logIn(u"admin"_s, SecretBytes(password.readLine().trimmed())));
    const auto place = must(connection->facilities.findByCode(*FacilityCode::parse(arguments[3])));
    const NoticeTarget target = NoticeTarget::wholeDay(place.facility.id, day);

    QElapsedTimer timer;
    timer.start();
    const int people = must(VisitStore(database).countPeople(target.facility, target.from, target.until));
    const double counting = milliseconds(timer);

    const NoticeId notice = must(connection->noticeDesk.draft(*session, {target}, u"standard"_s));
    timer.start();
    must(connection->noticeDesk.approve(*session, notice, {}));
    const double queueing = milliseconds(timer);

    std::printf("%.1f %.1f %d\n", counting, queueing, people);
    must(database.command(u"DELETE FROM notice_visit"_s));
    must(database.command(u"DELETE FROM notice_recipient"_s));
    return 0;
}
