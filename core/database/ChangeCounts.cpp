// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/ChangeCounts.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QMap<QString, Subject> &subjectsByName()
{
    static const QMap<QString, Subject> subjects{
        {u"facilities"_s, Subject::Facilities}, {u"notices"_s, Subject::Notices}, {u"staff"_s, Subject::Staff},
        {u"settings"_s, Subject::Settings},     {u"audit"_s, Subject::Audit},     {u"erasures"_s, Subject::Erasures},
        {u"backups"_s, Subject::Backups}};
    return subjects;
}

} // namespace

Result<ChangeCounts> ChangeCounts::read(Database &database)
{
    Result<Rows> rows = database.run(u"SELECT subject, number FROM change_count "
                                     "UNION ALL SELECT 'facilities', number FROM facility_revision"_s);
    if (!rows)
        return passOn(rows);
    ChangeCounts counts;
    while (rows->next()) {
        if (const auto subject = subjectsByName().constFind(rows->text(0)); subject != subjectsByName().constEnd())
            counts.numbers.insert(*subject, rows->number(1));
    }
    return counts;
}

Subjects ChangeCounts::since(const ChangeCounts &older) const
{
    Subjects changed;
    for (auto count = numbers.begin(); count != numbers.end(); ++count) {
        if (older.numbers.value(count.key(), -1) != *count)
            changed.insert(count.key());
    }
    return changed;
}

} // namespace shirase
