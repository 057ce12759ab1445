// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/visits/VisitBursts.h"
#include "core/wording/NoticeText.h"

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

/// What the thresholds say of a case.
enum class Recommendation { None, Consider, Send };

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
    QString remark;                  ///< of the approver who sent the draft back
    int infected = 1;                ///< infected people of the case; a number only (REQUIREMENTS S6)
    bool twoPersons = false;         ///< somebody else than the author has to approve it; fixed at the draft
    bool exercise = false;           ///< a drill: to facilities made up for that, and marked in every text
    std::optional<NoticeId> follows; ///< the notice for whose latecomers this one is
    std::optional<Recommendation> recommendation; ///< when it was decided
    QString overrideReason;                       ///< why it was approved though nothing was recommended
    qint64 createdAt = 0;                         ///< seconds since the epoch, UTC
    std::optional<qint64> approvedAt;
    std::optional<qint64> sendAt;
    std::optional<qint64> startedAt;
    std::optional<qint64> finishedAt;

    bool operator==(const Notice &) const = default;
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

/// Who would be told, before it is decided. Counts only, never addresses (REQUIREMENTS S6).
struct NoticePreview
{
    int visits = 0;
    int people = 0;                    ///< would get one mail each
    int alreadyNotified = 0;           ///< of these: told before about the same facility and day
    int unreadable = 0;                ///< records that cannot be opened
    int refusedBefore = 0;             ///< of the people: the last notice to them was refused for good
    QMap<QString, int> languages = {}; ///< people by the language of their mail, BCP 47
    QList<VisitBurst> bursts = {};     ///< odd ones within the windows
    bool windowOpen = false;           ///< people may still register for it (until 61 minutes after its end)
    Recommendation recommendation = Recommendation::Consider;

    bool operator==(const NoticePreview &) const = default;
};

/// Targets without doubles: windows of one facility that overlap become one, so that no visit counts twice.
[[nodiscard]] QList<NoticeTarget> joined(QList<NoticeTarget> targets);

[[nodiscard]] QString toText(NoticeState state); ///< "draft", "waiting", …
[[nodiscard]] std::optional<NoticeState> noticeStateOf(QStringView text);
[[nodiscard]] QString toText(Recommendation recommendation); ///< "none", "consider", "send"
[[nodiscard]] std::optional<Recommendation> recommendationOf(QStringView text);

} // namespace shirase
