// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterFace.h"

namespace shirase {

PosterFace PosterFace::page()
{
    return {.size = {210, 297},
            .type = 1,
            .boxes = {{
                {15, 15, 180, 14},      // Header
                {15, 32, 180, 14},      // Headline
                {15, 50, 180, 28},      // Purpose
                {15, 80, 112, 112},     // Code: 110 × 110 and its frame
                {15, 195, 180, 25},     // Name
                {15, 223, 180, 13},     // CheckCode
                {131, 80, 65.5, 112},   // Steps
                {15, 239, 180, 26.5},   // GenuineMail
                {15, 269.5, 180, 12.5}, // Foot
            }}};
}

PosterFace PosterFace::tent()
{
    return {.size = {210, 148.5},
            .type = 0.74,
            .boxes = {{
                {12, 8, 186, 10},    // Header
                {90, 22, 108, 11},   // Headline
                {90, 36, 108, 20},   // Purpose
                {12, 22, 74, 74},    // Code
                {90, 58, 108, 22},   // Name
                {90, 83, 108, 13},   // CheckCode
                {12, 99, 188, 15},   // Steps
                {12, 116, 186, 15},  // GenuineMail
                {12, 132, 186, 8.5}, // Foot
            }}};
}

PosterFace PosterFace::card()
{
    return {.size = {91, 55},
            .type = 0.5,
            .brief = true,
            .boxes = {{
                {46, 4, 41, 7},     // Header
                {},                 // Headline
                {46, 13, 41, 9},    // Purpose: the call to scan
                {4, 4, 39.5, 39.5}, // Code
                {46, 22, 41, 12},   // Name
                {46, 35.5, 41, 8},  // CheckCode
                {},                 // Steps
                {},                 // GenuineMail
                {4, 45, 83, 6},     // Foot
            }}};
}

} // namespace shirase
