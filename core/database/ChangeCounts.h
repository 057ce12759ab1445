// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QMap>

namespace shirase {

/// What people see of the data, by whom changes are looked for.
enum class Subject { Facilities, Notices, Staff, Settings, Audit, Erasures, Backups };
using Subjects = QSet<Subject>;

/// How often each subject has changed, whoever changed it: counted by the transactions that do so. Only whether a number
/// is another one than before means something.
struct ChangeCounts
{
    QMap<Subject, qint64> numbers;

    /// One short statement, to be asked every second.
    [[nodiscard]] static Result<ChangeCounts> read(Database &database);
    /// What has changed since an older count.
    [[nodiscard]] Subjects since(const ChangeCounts &older) const;

    bool operator==(const ChangeCounts &) const = default;
};

} // namespace shirase
