// SPDX-License-Identifier: GPL-3.0-or-later
//
// list_visitors DIR PASSWORD_FILE: prints the address of every visit that is stored, one a line, as somebody opens them
// who has nothing but the databases and the administrator's password.
#include "app/Connection.h"
#include "core/foundation/JapaneseTime.h"
#include "core/vault/DayKeys.h"
#include "tests/support/Results.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace shirase;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || !initialiseCryptography())
        return 2;
    const SystemClock clock;
    const std::unique_ptr<Connection> connection = must(Connection::open(DataFolder(arguments[1]), clock));
    QFile file(arguments[2]);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const auto session = must(connection->staff.logIn(u"admin"_s, SecretBytes(file.readLine().trimmed())));
    OpenedDays days(*connection->vault, *session->office());
    Rows rows = must(connection->database->run(u"SELECT day, sealed_address FROM visit"_s));
    while (rows.next()) {
        const OpenedDays::Day &day = *must(days.open(japan::fromNumber(int(rows.number(0)))));
        std::puts(must(day.opener.open(rows.bytes(1))).constData());
    }
    return 0;
}
