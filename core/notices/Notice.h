// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace shirase {

using NoticeId = qint64;

/// draft → waiting (for approval) → approved → sending ⇄ paused → sent; or withheld, or cancelled.
enum class NoticeState { Draft, Waiting, Approved, Sending, Paused, Sent, Withheld, Cancelled };

/// A facility and a window of time at it.
struct NoticeTarget
{
    FacilityId facility = 0;
    qint64 from = 0;  ///< inclusive, seconds since the epoch, UTC
    qint64 until = 0; ///< exclusive

    /// A whole Japanese day, midnight to midnight.
    [[nodiscard]] static NoticeTarget wholeDay(FacilityId facility, QDate day);
    bool operator==(const NoticeTarget &) const = default;
};

/// What a notice says in one language.
struct NoticeText
{
    QString subject;
    QString body;
    bool operator==(const NoticeText &) const = default;
};

struct Notice
{
    NoticeId id = 0;
    NoticeState state = NoticeState::Draft;
    QList<NoticeTarget> targets;
    QString textKey;
    QMap<QString, NoticeText> texts; ///< by language (BCP 47); frozen at approval
    QByteArray textHash;             ///< BLAKE2b-256 of the texts, hex
    QString reason;                  ///< why it was withheld or cancelled, or stopped by itself (HoldReason)
    QString author;
    QString approver;
    qint64 createdAt = 0; ///< seconds since the epoch, UTC
    std::optional<qint64> approvedAt;
    std::optional<qint64> sendAt;
    std::optional<qint64> startedAt;
    std::optional<qint64> finishedAt;
};

/// How the sending stands. Counts only, never addresses (REQUIREMENTS S6).
struct NoticeProgress
{
    NoticeState state = NoticeState::Draft;
    int recipients = 0;
    int sent = 0;
    int failed = 0;
    int waiting = 0;
    QMap<QString, int> failures; ///< by reply code and status: "550 5.1.1" → 3
    int canBeTriedAgain = 0;     ///< of the failed: refused by the relay, and the notice is not over yet

    bool operator==(const NoticeProgress &) const = default;
};

/// Who would be told, before it is decided.
struct NoticePreview
{
    int visits = 0;
    int people = 0;          ///< would get one mail each
    int alreadyNotified = 0; ///< of these: told before about the same facility and day
    int unreadable = 0;      ///< records that cannot be opened
    bool windowOpen = false; ///< people may still register for it (until 61 minutes after its end)

    bool operator==(const NoticePreview &) const = default;
};

/// Targets without doubles: windows of one facility that overlap become one, so that no visit counts twice.
[[nodiscard]] QList<NoticeTarget> joined(QList<NoticeTarget> targets);

[[nodiscard]] QString toText(NoticeState state); ///< "draft", "waiting", …
[[nodiscard]] std::optional<NoticeState> noticeStateOf(QStringView text);

} // namespace shirase
