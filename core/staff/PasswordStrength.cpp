// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/PasswordStrength.h"

#include "core/staff/Passwords.h"

#include <QStringList>

#include <zxcvbn.h>

#include <algorithm>
#include <vector>

namespace shirase {

namespace {

// A guess takes most of a second and 256 MiB (PasswordCost::standard()): a thousand machines make some 2^35 a year.
constexpr double weakBits = 32;
constexpr double fairBits = 45;
constexpr std::size_t mostLooked = 72; // bytes: the estimate's time grows with their square, and by then it is strong

} // namespace

PasswordStrength strengthOf(const SecretBytes &password, const QStringList &known)
{
    if (!Passwords::check(password))
        return PasswordStrength::TooShort;
    SecretBytes text(std::min(password.size(), mostLooked) + 1); // ends in a zero byte
    std::copy_n(password.data(), text.size() - 1, text.data());
    std::vector<QByteArray> words;
    for (const QString &word : known)
        words.push_back(word.toLower().toUtf8());
    std::vector<const char *> pointers;
    pointers.reserve(words.size() + 1);
    for (const QByteArray &word : words)
        pointers.push_back(word.constData());
    pointers.push_back(nullptr);
    const double bits = ZxcvbnMatch(reinterpret_cast<const char *>(text.data()), pointers.data(), nullptr);
    if (bits < weakBits)
        return PasswordStrength::Weak;
    return bits < fairBits ? PasswordStrength::Fair : PasswordStrength::Strong;
}

} // namespace shirase
