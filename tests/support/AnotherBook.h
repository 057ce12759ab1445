// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestOffice.h"

#include <chrono>

namespace shirase {

/// The signup book of one more web server on an office's databases, over connections of its own; for the thread that makes it.
struct AnotherBook
{
    /// @param patience with the locks of others
    AnotherBook(TestOffice &office, std::chrono::milliseconds patience)
        : main(office.files.open(Migrations::Schema::Main))
        , vault(office.files.open(Migrations::Schema::Vault))
        , dayKeys(*vault, office.serverKey, office.founding.office)
        , visits(*main)
        , outbox(*main, office.serverKey.queuePublicKey(), office.clock, "example.jp")
        , signups({*main, *vault, dayKeys, visits, outbox, office.clock, office.settings})
    {
        TestDatabase::wait(*main, patience);
    }

    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
    DayKeys dayKeys;
    VisitStore visits;
    OutboxWriter outbox;
    SignupBook signups;
};

} // namespace shirase
