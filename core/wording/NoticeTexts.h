// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/StaffDesk.h"
#include "core/wording/Wordings.h"

namespace shirase {

/// One text that a notice can have: for a disease, or for a kind of case.
struct NoticeTemplate
{
    QString key;   ///< "measles": small letters, digits and hyphens; how scripts call it
    QString title; ///< for staff; of the standard text the program has its own
    Wordings wordings;
    int revision = 0;     ///< counts the changes; 0 for what comes with the program, or is not saved yet
    qint64 changedAt = 0; ///< seconds since the epoch, UTC
    QString changedBy;

    bool operator==(const NoticeTemplate &) const = default;
};

/// The texts that notices begin with: the one that comes with the program, and what staff make of it. A draft
/// takes a copy, so that changes here never reach a notice that exists. One object per connection.
class NoticeTexts
{
public:
    static constexpr QStringView standardKey = u"standard";
    static constexpr int longestTitle = 60;
    static constexpr int longestSubject = 200;
    static constexpr int longestBody = 10'000;

    NoticeTexts(Database &database, AuditLog &audit, const Settings &settings, const Clock &clock)
        : m_database(database)
        , m_audit(audit)
        , m_settings(settings)
        , m_clock(clock)
    {}

    /// The standard text first, then by title.
    [[nodiscard]] Result<QList<NoticeTemplate>> list();
    /// Fails with NotFound for an unknown key.
    [[nodiscard]] Result<NoticeTemplate> find(const QString &key);
    /// The standard text as it comes with the program.
    [[nodiscard]] static Result<NoticeTemplate> shipped();

    /// Writes a new text (revision 0) or a changed one. Fails with Invalid and a line per fault if a language
    /// breaks a rule, Conflict if the key is taken or somebody else has saved it meanwhile. Needs notices or
    /// administrator, as all that follow.
    [[nodiscard]] Result<> save(const Session &by, NoticeTemplate text);
    /// Not for the standard text. Notices that were drafted with it keep theirs.
    [[nodiscard]] Result<> remove(const Session &by, const QString &key);
    /// The standard text as it comes with the program again.
    [[nodiscard]] Result<> restoreStandard(const Session &by);
    /// A key that nobody uses yet, from a title's Latin letters where it has some.
    [[nodiscard]] Result<QString> freeKey(const QString &title);

    /// Fails with Invalid if the Japanese text is missing, a language has half a text or one that is too
    /// long. Expects them mended(). S5 is NoticeTextCheck's.
    [[nodiscard]] static Result<> checkForm(const Wordings &wordings);

private:
    [[nodiscard]] static Result<> checkForm(const NoticeTemplate &text);
    [[nodiscard]] Result<> readWordings(NoticeTemplate &text);
    [[nodiscard]] Result<> write(const NoticeTemplate &text);
    [[nodiscard]] Result<> forget(const Session &by, const QString &key, const QString &action);

    Database &m_database;
    AuditLog &m_audit;
    const Settings &m_settings;
    const Clock &m_clock;
};

} // namespace shirase
