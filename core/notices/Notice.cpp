// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/Notice.h"

#include "core/foundation/EnumWords.h"
#include "core/foundation/JapaneseTime.h"

#include <algorithm>
#include <utility>

namespace shirase {

namespace {

constexpr EnumWords<NoticeState, 8> states{{
    {NoticeState::Draft, u"draft"},
    {NoticeState::Waiting, u"waiting"},
    {NoticeState::Approved, u"approved"},
    {NoticeState::Sending, u"sending"},
    {NoticeState::Paused, u"paused"},
    {NoticeState::Sent, u"sent"},
    {NoticeState::Withheld, u"withheld"},
    {NoticeState::Cancelled, u"cancelled"},
}};

constexpr EnumWords<Recommendation, 3> recommendations{{
    {Recommendation::None, u"none"},
    {Recommendation::Consider, u"consider"},
    {Recommendation::Send, u"send"},
}};

} // namespace

NoticeTarget NoticeTarget::wholeDay(FacilityId facility, QDate day)
{
    return {facility, japan::startOf(day), japan::startOf(day.addDays(1))};
}

QList<NoticeTarget> joined(QList<NoticeTarget> targets)
{
    std::ranges::sort(targets, {}, [](const NoticeTarget &target) { return std::pair(target.facility, target.from); });
    QList<NoticeTarget> result;
    for (const NoticeTarget &target : targets) {
        if (!result.isEmpty() && result.last().facility == target.facility && target.from < result.last().until)
            result.last().until = std::max(result.last().until, target.until);
        else
            result.append(target);
    }
    return result;
}

QString toText(NoticeState state)
{
    return wordOf(states, state);
}

std::optional<NoticeState> noticeStateOf(QStringView text)
{
    return valueOf(states, text);
}

QString toText(Recommendation recommendation)
{
    return wordOf(recommendations, recommendation);
}

std::optional<Recommendation> recommendationOf(QStringView text)
{
    return valueOf(recommendations, text);
}

} // namespace shirase
