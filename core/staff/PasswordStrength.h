// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"

#include <QString>

namespace shirase {

/// How long a password holds against somebody who has stolen the database, and guesses as fast as Argon2id allows.
enum class PasswordStrength {
    TooShort, ///< it is not taken
    Weak,     ///< days
    Fair,     ///< years
    Strong,
};

/// By zxcvbn's estimate of how many guesses it takes: words, names, dates, repetitions and keyboard patterns count little.
/// Takes milliseconds. @param known what a guesser tries first, such as the account's and the organisation's name
[[nodiscard]] PasswordStrength strengthOf(const SecretBytes &password, const QStringList &known);

} // namespace shirase
