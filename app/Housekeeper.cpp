// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeper.h"

#include "app/Connection.h"
#include "core/erasure/Erasure.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/visits/VisitTotals.h"

#include <QTimer>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Housekeeper::Housekeeper(DataFolder folder, const Clock &clock, QObject *parent)
    : QThread(parent)
    , m_folder(std::move(folder))
    , m_clock(clock)
{
    setObjectName(u"housekeeper"_s);
}

Housekeeper::~Housekeeper()
{
    quit();
    wait();
}

void Housekeeper::run()
{
    QTimer timer;
    const auto look = [this] {
        const Result<> kept = keepHouse();
        Q_EMIT problemChanged(kept ? QString() : kept.error().message);
    };
    QObject::connect(&timer, &QTimer::timeout, &timer, look);
    timer.start(1min);
    look();
    exec();
}

Result<> Housekeeper::keepHouse()
{
    const auto opened = Connection::open(m_folder, m_clock);
    if (!opened)
        return passOn(opened);
    Connection &connection = **opened;
    const Result<OfficePublicKey> office = connection.staff.officePublicKey();
    if (!office)
        return passOn(office);
    if (const Result<> forgotten
        = DayKeys(*connection.vault, connection.serverKey, *office).forgetPast(m_clock.now());
        !forgotten)
        return forgotten;

    Erasure erasure(*connection.database, *connection.vault, m_clock);
    const QDate today = japan::dayOf(m_clock.now());
    const Result<std::optional<ErasureReport>> last = erasure.last();
    if (!last)
        return passOn(last);
    const RetentionMonths months = RetentionMonths::of(connection.settings);
    if (!*last || japan::dayOf((*last)->at) < today) {
        if (const Result<ErasureReport> done = erasure.run(today, months, false); !done)
            return passOn(done);
    }
    return VisitTotals(*connection.database).keep(lastErasedDay(today, months.visits).addDays(1), m_clock.now());
}

} // namespace shirase
