// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SendingMark.h"

#include "core/database/Answers.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<> SendingMark::advance(Database &database)
{
    Q_ASSERT(database.inTransaction());
    const Result<Rows> advanced = database.run(u"UPDATE sending_progress SET number = number + 1"_s);
    if (!advanced)
        return passOn(advanced);
    return {};
}

Result<qint64> SendingMark::reached()
{
    return numberFrom(m_database, u"SELECT number FROM sending_progress"_s);
}

Result<SendingMark::Note> SendingMark::noted()
{
    Result<Rows> rows = m_vault.run(u"SELECT number, at FROM sending_mark"_s);
    if (!rows)
        return passOn(rows);
    return rows->next() ? Note{rows->number(0), rows->number(1)} : Note{};
}

Result<> SendingMark::note(qint64 now)
{
    const Result<qint64> number = reached();
    if (!number)
        return passOn(number);
    const Result<Note> before = noted();
    if (!before)
        return passOn(before);
    if (before->number >= *number)
        return {};
    // Another process may have read a later number and be the first to write: a note never goes back.
    const Result<Rows> written = m_vault.run(u"UPDATE sending_mark SET number = ?, at = ? WHERE number < ?"_s,
                                             {*number, now, *number});
    if (!written)
        return passOn(written);
    return {};
}

Result<std::optional<qint64>> SendingMark::behindSince()
{
    // The vault first: what is counted between the two looks must not make the main database seem older.
    const Result<Note> note = noted();
    if (!note)
        return passOn(note);
    const Result<qint64> number = reached();
    if (!number)
        return passOn(number);
    return *number < note->number ? std::optional(note->at) : std::nullopt;
}

Result<> SendingMark::catchUp()
{
    Q_ASSERT(m_database.inTransaction());
    const Result<Note> note = noted();
    if (!note)
        return passOn(note);
    const Result<Rows> written = m_database.run(u"UPDATE sending_progress SET number = ? WHERE number < ?"_s,
                                                {note->number, note->number});
    if (!written)
        return passOn(written);
    return {};
}

} // namespace shirase
