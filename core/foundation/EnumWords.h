// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace shirase {

/// The words by which the values of an enumeration are stored and typed, each once.
template <typename Enum, std::size_t size>
using EnumWords = std::array<std::pair<Enum, QStringView>, size>;

/// @param words have one for every value
template <typename Enum, std::size_t size>
[[nodiscard]] QString wordOf(const EnumWords<Enum, size> &words, Enum value)
{
    const auto found = std::ranges::find(words, value, &std::pair<Enum, QStringView>::first);
    Q_ASSERT(found != words.end());
    return found->second.toString();
}

/// Nothing if it is none of them.
template <typename Enum, std::size_t size>
[[nodiscard]] std::optional<Enum> valueOf(const EnumWords<Enum, size> &words, QStringView word)
{
    const auto found = std::ranges::find(words, word, &std::pair<Enum, QStringView>::second);
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace shirase
