// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"

#include <QString>

#include <array>

namespace shirase {

/// A sentence of a poster in its two languages. In the Japanese one a `|` marks where a line may end.
struct TextPair
{
    QString japanese;
    QString english;
};

/// The sentences of a poster, with the profile's names filled in. They are no translations of each other that
/// follow the program's language: every poster shows both (REQUIREMENTS S2).
struct PosterTexts
{
    TextPair organisation;
    TextPair systemName;
    TextPair headline;
    TextPair purpose;
    std::array<TextPair, 4> steps;
    TextPair scanHere;     ///< the call on a card
    TextPair checkCode;    ///< the label before the code
    TextPair checkCodeUse; ///< what to do if the page shows another one (REQUIREMENTS V10)
    TextPair genuineHeading;
    TextPair genuineSender;
    TextPair genuineContent; ///< what it never contains (REQUIREMENTS V4)
    TextPair genuineOthers;
    TextPair exercise;     ///< one word, across the poster of a facility that is made up for drills
    TextPair exerciseNote; ///< the same as a sentence
    TextPair issued;
    TextPair contact;
    TextPair trademark;

    [[nodiscard]] static PosterTexts of(const PosterContent &content);
};

} // namespace shirase
