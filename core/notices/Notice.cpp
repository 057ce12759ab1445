// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/Notice.h"

#include "core/foundation/JapaneseTime.h"

#include <algorithm>
#include <array>
#include <utility>

namespace shirase {

namespace {

constexpr std::array<std::pair<NoticeState, QStringView>, 8> names{{
    {NoticeState::Draft, u"draft"},
    {NoticeState::Waiting, u"waiting"},
    {NoticeState::Approved, u"approved"},
    {NoticeState::Sending, u"sending"},
    {NoticeState::Paused, u"paused"},
    {NoticeState::Sent, u"sent"},
    {NoticeState::Withheld, u"withheld"},
    {NoticeState::Cancelled, u"cancelled"},
}};

constexpr std::array<std::pair<Recommendation, QStringView>, 3> recommendations{{
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
    return std::ranges::find(names, state, &std::pair<NoticeState, QStringView>::first)->second.toString();
}

std::optional<NoticeState> noticeStateOf(QStringView text)
{
    const auto found = std::ranges::find(names, text, &std::pair<NoticeState, QStringView>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

QString toText(Recommendation recommendation)
{
    return std::ranges::find(recommendations, recommendation, &std::pair<Recommendation, QStringView>::first)
        ->second.toString();
}

std::optional<Recommendation> recommendationOf(QStringView text)
{
    const auto found = std::ranges::find(recommendations, text, &std::pair<Recommendation, QStringView>::second);
    return found == recommendations.end() ? std::nullopt : std::optional(found->first);
}

} // namespace shirase
